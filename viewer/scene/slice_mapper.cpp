#include "viewer/scene/slice_mapper.h"

#include <vtk_glew.h>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkHardwareSelector.h>
#include <vtkMatrix4x4.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLVertexArrayObject.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>

#include <algorithm>
#include <array>

#include "viewer/geometry/block_plane.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/face_light.h"
#include "viewer/scene/gl_program.h"
#include "viewer/scene/gl_state_guard.h"
#include "viewer/scene/gl_uniforms.h"
#include "viewer/scene/lattice_matrices.h"
#include "viewer/scene/texture_binder.h"
#include "viewer/scene/view_sight.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

/// The four corners of a frame: outer corners of its texels, in the order of a strip of triangles.
std::array<Vec3, 4> cornersOf(const SliceFrame& frame) {
  const Vec3 first = frame.origin - (frame.u + frame.v) * 0.5;
  const Vec3 along = frame.u * static_cast<double>(frame.width);
  const Vec3 up = frame.v * static_cast<double>(frame.height);
  return {first, first + along, first + up, first + along + up};
}

/// By a matrix as OpenGL wants it, which is transposed.
std::array<float, 4> through(vtkMatrix4x4& transposed, const Vec3& p) {
  std::array<float, 4> result{};
  for (int row = 0; row < 4; ++row)
    result[static_cast<std::size_t>(row)] =
        static_cast<float>(transposed.GetElement(0, row) * p.x + transposed.GetElement(1, row) * p.y +
                           transposed.GetElement(2, row) * p.z + transposed.GetElement(3, row));
  return result;
}

}  // namespace

vtkStandardNewMacro(SliceMapper)

    SliceMapper::SliceMapper()
    : texels_(GL_R32UI), colors_(GL_RGBA8), codes_(GL_R8UI) {}
SliceMapper::~SliceMapper() = default;

void SliceMapper::setAppearance(const SliceAppearance& look) {
  if (look.honest.codes != look_.honest.codes) codesSent_ = false;
  if (look.plainColor != look_.plainColor && column_ == nullptr) colorsSent_ = false;
  if (look.plane != look_.plane || look.revision != look_.revision) filled_.reset();
  look_ = look;
}

void SliceMapper::setColumn(const geology::Column* column, const ResolvedLegend* legend) {
  column_ = column;
  legend_ = legend;
  colorsSent_ = false;
}

geology::Box3 SliceMapper::sceneBounds() const {
  geology::Box3 box;
  if (index_ == nullptr) return box;
  const Polygon whole = crossSection(boxOf(index_->model().lattice), look_.plane);
  for (const Vec3& p : clipped(whole, look_.planes, look_.planes.size())) box.include(look_.frame.toScene(p));
  return box;
}

void SliceMapper::fill(const SliceFrame& frame) {
  if (filled_ == frame) return;
  blocks_.resize(frame.width * frame.height);
  sampleSlice(*index_, frame, blocks_);
  hideInSlice(*look_.painted, blocks_);
  filled_ = frame;
  texelsSent_ = colorsSent_ = codesSent_ = false;
  ++fillings_;
}

void SliceMapper::uploadColors() {
  std::vector<Rgba> colors(blocks_.size(), toRgba(look_.plainColor));
  if (column_ != nullptr) sliceColors(blocks_, {*column_, *legend_, *look_.painted}, colors);
  colors_.upload(std::span<const Rgba>(colors));
}

void SliceMapper::uploadCodes() {
  const std::vector<std::uint8_t>& codes = *look_.honest.codes;
  std::vector<std::uint8_t> ofTexels(blocks_.size());
  std::transform(blocks_.begin(), blocks_.end(), ofTexels.begin(),
                 [&](std::uint32_t block) { return block == kNoBlock ? std::uint8_t{0} : codes[block]; });
  codes_.upload(std::span<const std::uint8_t>(ofTexels));
}

void SliceMapper::upload() {
  if (!texelsSent_) texels_.upload(std::span<const std::uint32_t>(blocks_));
  if (!colorsSent_) uploadColors();
  if (!codesSent_ && look_.honest.on()) uploadCodes();
  texelsSent_ = colorsSent_ = true;
  codesSent_ = codesSent_ || look_.honest.on();
}

vtkShaderProgram* SliceMapper::program(const Pass& pass) {
  const bool picking = pass.selector != nullptr;
  std::string variant = picking ? "#define ADIT_PICKING\n" : "";
  if (look_.refused) variant += kRefusedVariant;
  if (look_.edgeWidth > 0 && !picking) variant += "#define ADIT_EDGES\n";
  if (look_.honest.on() && !picking) variant += "#define ADIT_HONEST\n";
  return readyProgram(pass.window, pass.actor, {"block_slice.vert", "block_slice.frag", variant}, this);
}

// In double up to here, so that the picture lies still when one looks closely.
void SliceMapper::setCorners(const Pass& pass, vtkShaderProgram& program) const {
  std::array<std::array<float, 4>, 4> inClip{};
  std::array<std::array<float, 4>, 4> inView{};
  const std::array<Vec3, 4> corners = cornersOf(*filled_);
  for (std::size_t c = 0; c < corners.size(); ++c) {
    const Vec3 cell = index_->model().lattice.local(corners[c]);
    inClip[c] = through(*pass.matrices.toClip, cell);
    inView[c] = through(*pass.matrices.toView, cell);
  }
  program.SetUniform4fv("cornerInClip", 4, inClip.front().data());
  program.SetUniform4fv("cornerInView", 4, inView.front().data());
  const std::array<float, 2> count{static_cast<float>(filled_->width), static_cast<float>(filled_->height)};
  program.SetUniform2f("texelCount", count.data());
}

void SliceMapper::setUniforms(const Pass& pass, vtkShaderProgram& program) const {
  setCorners(pass, program);
  setPlaneUniforms(program, pass.renderer, look_.planes, look_.frame, {});
  const Vec3 normal = pass.matrices.normalInView(look_.frame.normalToScene(look_.plane.normal));
  const std::array<double, 3> inView{normal.x, normal.y, normal.z};
  program.SetUniform3f("normalInView", inView.data());
  if (pass.selector != nullptr) {
    setPickingUniforms(program, pass.renderer, static_cast<std::int64_t>(index_->model().blockCount()));
    return;
  }
  vtkProperty& property = *pass.actor.GetProperty();
  const Color light = look_.lit ? lightOnFace(pass.renderer, property, normal) : Color{1, 1, 1};
  program.SetUniform3f("light", light.data());
  program.SetUniformf("opacity", static_cast<float>(property.GetOpacity()));
  program.SetUniform3f("edgeColor", look_.edgeColor.data());
  program.SetUniformf("edgeWidth", static_cast<float>(look_.edgeWidth));
  const auto& size = index_->model().lattice.size;
  program.SetUniformf("cellTexels", static_cast<float>(*std::min_element(size.begin(), size.end()) /
                                                       geology::length(filled_->u)));
  if (!look_.honest.on()) return;
  setHonestUniforms(program, look_.honest, false);
  program.SetUniform3fv("solidity", static_cast<int>(kHonestCodes), solidityTable().front().data());
  program.SetUniformf("outlineWidth", static_cast<float>(look_.honest.outlineWidth));
}

std::optional<LatticeMapper::Place> SliceMapper::prepare(vtkRenderer& renderer) {
  if (index_ == nullptr || look_.painted == nullptr) return std::nullopt;
  const geology::Lattice& lattice = index_->model().lattice;
  const auto frame =
      fitSlice({lattice, look_.plane, look_.planes, look_.frame, look_.mostTexels}, sightOf(renderer));
  if (!frame) return std::nullopt;
  fill(*frame);
  upload();
  return Place{lattice, look_.frame};
}

void SliceMapper::draw(const Pass& pass, GlStateGuard& guard, TextureBinder& binder) {
  binder.bind(texels_, "sliceBlocks");
  if (pass.selector == nullptr) {
    binder.bind(colors_, "sliceColors");
    if (look_.honest.on()) binder.bind(codes_, "sliceCodes");
  }
  setUniforms(pass, binder.program());
  guard.state().vtkglDisable(GL_CULL_FACE);
  corners_->Bind();
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void SliceMapper::ReleaseGraphicsResources(vtkWindow* window) {
  for (GlBufferTexture* buffer : {&texels_, &colors_, &codes_}) buffer->release();
  corners_->ReleaseGraphicsResources();
  texelsSent_ = colorsSent_ = codesSent_ = false;
  vtkOpenGLPolyDataMapper::ReleaseGraphicsResources(window);
}

}  // namespace adit::viewer
