#include "viewer/scene/tubes_prop.h"

#include <vtk_glew.h>

#include <vtkHardwareSelector.h>
#include <vtkMath.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkProp.h>
#include <vtkShaderProgram.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "viewer/scene/gl_buffer_texture.h"
#include "viewer/scene/gl_program.h"
#include "viewer/scene/gl_state_guard.h"
#include "viewer/scene/gl_uniforms.h"

namespace adit::viewer {
namespace {

/// An array and its copy on the card.
template <typename Element>
struct Sent {
  explicit Sent(unsigned int format) : texture(format) {}
  void set(std::vector<Element> elements) {
    values = std::move(elements);
    changed = true;
  }
  void bind(unsigned int unit) {
    if (std::exchange(changed, false)) texture.upload(std::span<const Element>(values));
    texture.bind(unit);
  }
  void release() {
    texture.release();
    changed = true;
  }

  std::vector<Element> values;
  bool changed = true;
  GlBufferTexture texture;
};

}  // namespace

/// The part that VTK knows.
class TubesProp::Drawing : public vtkProp {
 public:
  static Drawing* New();
  vtkTypeMacro(Drawing, vtkProp)

      double* GetBounds() override {
    return bounds.data();
  }
  bool GetSupportsSelection() override { return true; }
  vtkTypeBool HasTranslucentPolygonalGeometry() override { return opacity < 1 ? 1 : 0; }
  int RenderOpaqueGeometry(vtkViewport* viewport) override;
  int RenderTranslucentPolygonalGeometry(vtkViewport* viewport) override;
  void ReleaseGraphicsResources(vtkWindow* window) override;

  void computeBounds();

  Sent<std::array<float, 4>> points{GL_RGBA32F};
  Sent<std::uint32_t> rows{GL_R32UI};
  Sent<float> radii{GL_R32F};
  Sent<Rgba> colors{GL_RGBA8};
  double opacity = 1;
  Shading shading;
  geology::Vec3 shift;
  CutPlanes planes;
  SceneFrame frame;
  bool failed = false;

 private:
  int draw(vtkRenderer& renderer, bool writesDepth);
  bool fits() const;
  void setUniforms(vtkShaderProgram& program, vtkRenderer& renderer, GlStateGuard& guard);

  std::array<double, 6> bounds{};
  unsigned int vertexArray_ = 0;
};
vtkStandardNewMacro(TubesProp::Drawing);

int TubesProp::Drawing::RenderOpaqueGeometry(vtkViewport* viewport) {
  auto* renderer = vtkRenderer::SafeDownCast(viewport);
  // A selection draws everything in this pass.
  if (renderer == nullptr || (opacity < 1 && renderer->GetSelector() == nullptr)) return 0;
  return draw(*renderer, true);
}

int TubesProp::Drawing::RenderTranslucentPolygonalGeometry(vtkViewport* viewport) {
  auto* renderer = vtkRenderer::SafeDownCast(viewport);
  if (renderer == nullptr || opacity >= 1 || renderer->GetSelector() != nullptr) return 0;
  return draw(*renderer, renderer->GetLastRenderingUsedDepthPeeling() != 0);
}

bool TubesProp::Drawing::fits() const {
  const std::size_t most = GlBufferTexture::mostElements();
  return std::max({points.values.size(), radii.values.size(), colors.values.size()}) <= most &&
         planes.size() <= kMostShaderPlanes;
}

int TubesProp::Drawing::draw(vtkRenderer& renderer, bool writesDepth) {
  if (failed || points.values.size() < 2) return 0;
  auto* window = vtkOpenGLRenderWindow::SafeDownCast(renderer.GetRenderWindow());
  GlStateGuard guard(*window->GetState());
  vtkShaderProgram* program = fits() ? readyProgram(*window, *this, {"tubes.vert", "tubes.frag"}) : nullptr;
  if (program == nullptr) {
    failed = true;
    return 0;
  }
  if (vertexArray_ == 0) glGenVertexArrays(1, &vertexArray_);  // empty, but a core profile wants one
  glBindVertexArray(vertexArray_);
  vtkHardwareSelector* selector = renderer.GetSelector();
  if (selector != nullptr) selector->BeginRenderProp();
  setUniforms(*program, renderer, guard);
  guard.state().vtkglEnable(GL_DEPTH_TEST);
  guard.state().vtkglDisable(GL_CULL_FACE);
  guard.state().vtkglDepthMask(writesDepth ? GL_TRUE : GL_FALSE);
  constexpr std::size_t kVerticesAPiece = 6;
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>((points.values.size() - 1) * kVerticesAPiece));
  if (selector != nullptr) selector->EndRenderProp();
  return 1;
}

void TubesProp::Drawing::setUniforms(vtkShaderProgram& program, vtkRenderer& renderer, GlStateGuard& guard) {
  const auto bind = [&](auto& sent, const char* name) {
    const unsigned int unit = guard.takeTextureUnit();
    sent.bind(unit);
    program.SetUniformi(name, static_cast<int>(unit));
  };
  bind(points, "pathPoints");
  bind(rows, "rowOf");
  bind(radii, "radiusOf");
  bind(colors, "colorOf");
  const std::array<float, 3> moved{static_cast<float>(shift.x), static_cast<float>(shift.y),
                                   static_cast<float>(shift.z)};
  program.SetUniform3f("shift", moved.data());
  program.SetUniformf("opacity", static_cast<float>(opacity));
  setCameraUniforms(program, renderer);
  setLightUniforms(program, renderer, shading);
  setPlaneUniforms(program, renderer, planes, frame, shift);
  setPickingUniforms(program, renderer, static_cast<std::int64_t>(radii.values.size()));
}

void TubesProp::Drawing::ReleaseGraphicsResources(vtkWindow* window) {
  auto* gl = vtkOpenGLRenderWindow::SafeDownCast(window);
  if (gl == nullptr) return;
  gl->MakeCurrent();
  points.release();
  rows.release();
  radii.release();
  colors.release();
  if (vertexArray_ != 0) glDeleteVertexArrays(1, &vertexArray_);
  vertexArray_ = 0;
}

void TubesProp::Drawing::computeBounds() {
  vtkMath::UninitializeBounds(bounds.data());
  if (points.values.empty()) return;
  const float widest = radii.values.empty() ? 0 : *std::max_element(radii.values.begin(), radii.values.end());
  std::array<float, 4> lo = points.values.front();
  std::array<float, 4> hi = lo;
  for (const auto& p : points.values)
    for (std::size_t a = 0; a < 4; ++a) {
      lo[a] = p[a] < lo[a] ? p[a] : lo[a];
      hi[a] = p[a] > hi[a] ? p[a] : hi[a];
    }
  const std::array<double, 3> moved{shift.x, shift.y, shift.z};
  for (std::size_t a = 0; a < 3; ++a) {
    bounds[2 * a] = static_cast<double>(lo[a] - widest) + moved[a];
    bounds[2 * a + 1] = static_cast<double>(hi[a] + widest) + moved[a];
  }
}

TubesProp::TubesProp(vtkRenderer& renderer) : renderer_(renderer), drawing_(vtkSmartPointer<Drawing>::New()) {
  drawing_->computeBounds();
  renderer_.AddViewProp(drawing_);
}

TubesProp::~TubesProp() {
  renderer_.RemoveViewProp(drawing_);
}

void TubesProp::setPieces(const IntervalPath& path, const geology::BitMask& shown, const SceneFrame& frame) {
  TubeSegments segments{std::move(drawing_->points.values), std::move(drawing_->rows.values)};
  tubeSegments(path, shown, frame, segments);
  drawing_->points.set(std::move(segments.points));
  drawing_->rows.set(std::move(segments.rows));
  drawing_->computeBounds();
}

void TubesProp::setRadii(std::vector<float> radii) {
  drawing_->radii.set(std::move(radii));
  drawing_->computeBounds();
}
void TubesProp::setColors(std::vector<Rgba> colors) {
  drawing_->colors.set(std::move(colors));
}
void TubesProp::setOpacity(double opacity) {
  drawing_->opacity = opacity;
}
void TubesProp::setVisible(bool visible) {
  drawing_->SetVisibility(visible ? 1 : 0);
}
void TubesProp::setPickable(bool pickable) {
  drawing_->SetPickable(pickable ? 1 : 0);
}
void TubesProp::setGlow(double share) {
  drawing_->shading.ambient = share;
  drawing_->shading.diffuse = 1.1 - share;
}
void TubesProp::setShift(const geology::Vec3& shift) {
  if (shift == drawing_->shift) return;
  drawing_->shift = shift;
  drawing_->computeBounds();
}
void TubesProp::setPlanes(const CutPlanes& planes, const SceneFrame& frame) {
  drawing_->planes = planes;
  drawing_->frame = frame;
}
bool TubesProp::draws(const vtkProp* prop) const {
  return prop == drawing_;
}
bool TubesProp::failed() const {
  return drawing_->failed;
}

}  // namespace adit::viewer
