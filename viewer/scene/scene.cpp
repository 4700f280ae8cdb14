#include "viewer/scene/scene.h"

#include <vtkCamera.h>
#include <vtkNew.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "viewer/geometry/evidence_lens.h"
#include "viewer/geometry/moving_detail.h"
#include "viewer/geometry/walk_ground.h"
#include "viewer/scene/backdrop.h"
#include "viewer/scene/comparison.h"
#include "viewer/scene/gl_window.h"
#include "viewer/scene/light.h"
#include "viewer/scene/picker.h"
#include "viewer/scene/section_view.h"
#include "viewer/scene/spatial_view.h"
#include "viewer/state/camera.h"
#include "viewer/state/on_foot.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

// Faces of blocks that follow the hand, before this machine has been measured: some twenty pictures a second.
constexpr std::size_t kGpuFaces = 20'000'000, kSoftwareFaces = 150'000;

constexpr const char* kRefusedMessage =
    "the graphics driver refuses the shaders of blocks or holes; they are drawn as meshes from now on, which "
    "looks the same and takes longer";

constexpr double kSpatialShare = 0.5;  // of the width, when the flat view or another one stands beside it

}  // namespace

struct Scene::Impl {
  explicit Impl(GlHost host) : window(std::move(host)) {
    means = {drawModeOfEnvironment(), window.bufferTexels(), window.softwareRendering(), kGpuFaces};
    if (means.slow) budget = FaceBudget(kSoftwareFaces);
    means.movingFaces = budget.most();
    window.vtk().AddRenderer(&spatial.renderer());
    window.vtk().AddRenderer(&section.renderer());
    section.renderer().DrawOff();
  }

  GlWindow window;
  DrawingMeans means;
  bool moving = false;
  FaceBudget budget{kGpuFaces};
  SpatialView spatial;
  SectionView section;
  Comparison other;
  std::shared_ptr<const geology::Deposit> deposit = std::make_shared<geology::Deposit>();
  std::shared_ptr<const geology::Deposit> before;  ///< layers may refer to its columns until the next sync
  geology::Box3 known;                             ///< of the deposit without its things for scale
  geology::Box3 seen;                              ///< with those that are placed
  ChangeKey<std::vector<std::optional<Placement>>> placed;
  ViewState state;
  CameraState camera;
  SceneFacts facts;
  std::unique_ptr<EvidenceLens> lens;
  std::string lensColumn, lensDate;  ///< that `lens` was made for
  std::optional<LensFacts> lensFacts;
  std::optional<PickState> hover;
  PlanMaker plans;
  const PlanInTime* shownPlan = nullptr;
  WalkGround::Surfaces surfaces;     ///< that one has walked on
  std::optional<WalkGround> ground;  ///< of somebody on foot, or under ground
  bool covered = false;
  double scale = 1;
  int width = 8, height = 8;
  std::vector<std::string> said;  ///< since takeErrors()

  SceneFrame frame() const {
    // Whole units: coordinates of the frame stay readable, and exactly representable.
    const geology::Vec3 center = known.empty() ? geology::Vec3{} : known.center();
    return {{std::round(center.x), std::round(center.y), std::round(center.z)}, state.exaggeration};
  }
  void findSeen() {
    std::vector<std::optional<Placement>> placements;
    for (const auto& asset : deposit->assets) placements.push_back(layerOf(state, asset->name).placement);
    if (!placed.changed(std::move(placements))) return;
    seen = known;
    seen.include(placedBounds(*deposit, state));
  }
  LayerInput input() const {
    const LensFacts* told = lensFacts ? &*lensFacts : nullptr;
    return {*deposit, state,     frame(), cutPlanesOf(state),          std::nullopt, scale, means,
            told,     shownPlan, moving,  ground ? &*ground : nullptr, covered};
  }
  /// Where there are workings the eye may be in one of them, whichever way it came there.
  void findGround() {
    ground.reset();
    covered = false;
    const bool workings = shownPlan != nullptr && shownPlan->workings != nullptr;
    if (state.tool != ToolKind::Walk && !workings) return;
    ground.emplace(*deposit, state, shownPlan, surfaces);
    covered = !camera.orthographic && isCovered(*ground, eyeOf(camera, state.exaggeration));
  }
  void lookThroughLens() {
    lensFacts.reset();
    if (!state.lens.on || (!state.pick && !hover)) return;
    ViewState hovered;
    if (!state.pick) {
      hovered = state;
      hovered.pick = hover;
    }
    const ViewState& asked = state.pick ? state : hovered;
    const std::string column = viewer::lensColumn(*deposit, asked);
    if (lens == nullptr || column != lensColumn || state.asOf != lensDate)
      lens = std::make_unique<EvidenceLens>(deposit, column, state.asOf);
    lensColumn = column;
    lensDate = state.asOf;
    lensFacts = lens->at(asked);
  }
  /// The other view takes the place of the flat one.
  bool flat() const { return state.sectionView.on && !other.on(); }
  double share() const { return flat() || other.on() ? kSpatialShare : 1.0; }
  double spatialWidth() const { return width * share(); }
  void chooseOther() {
    const vtkSmartPointer<vtkRenderer> old = other.on() ? &other.view().renderer() : nullptr;
    other.choose(deposit, state, {means.waits, means.whenReady});
    vtkRenderer* now = other.on() ? &other.view().renderer() : nullptr;
    if (old == now) return;
    if (old != nullptr) window.vtk().RemoveRenderer(old);
    if (now != nullptr) window.vtk().AddRenderer(now);
  }
  void placeViews() {
    spatial.renderer().SetViewport(0, 0, share(), 1);
    section.renderer().SetViewport(share(), 0, 1, 1);
    section.renderer().SetDraw(flat() ? 1 : 0);
    if (other.on()) other.view().renderer().SetViewport(share(), 0, 1, 1);
    spatial.setTitle(other.on() ? std::vector<std::string>{other.titleOfFirst()}
                                : std::vector<std::string>{});
  }
  View& viewAt(double x) {
    if (x < spatialWidth()) return spatial;
    return other.on() ? other.view() : flat() ? static_cast<View&>(section) : spatial;
  }
  /// VTK's ambient occlusion and smoothing of edges work at the lower left corner of a window alone: the
  /// other view is drawn there first and copied to its place.
  void drawOther() {
    vtkRenderer& renderer = other.view().renderer();
    int across = 0, up = 0, left = 0, bottom = 0;
    renderer.GetTiledSizeAndOrigin(&across, &up, &left, &bottom);
    renderer.SetViewport(0, 0, static_cast<double>(across) / width, 1);
    renderer.DrawOn();
    spatial.renderer().DrawOff();
    window.vtk().Render();
    window.copyColumns(across, left);
    renderer.DrawOff();
    renderer.SetViewport(share(), 0, 1, 1);
    spatial.renderer().DrawOn();
  }
  /// Draws what is prepared; learns from how long it takes while something moves.
  void draw() {
    const auto begin = std::chrono::steady_clock::now();
    if (other.on()) drawOther();
    window.vtk().Render();
    if (other.on()) other.view().renderer().DrawOn();  // clicks look for it
    if (!moving) return;
    window.vtk().WaitForCompletion();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    const std::size_t others = other.on() ? other.view().movingFaces() : 0;
    budget.measured(spatial.movingFaces() + others, seconds.count());
    means.movingFaces = budget.most();
  }
  bool unfinished() const {
    return plans.unfinished() || spatial.unfinished() || section.unfinished() ||
           (other.on() && other.unfinished());
  }
  Pixel fromTop(double x, double y) const { return {x, height - 1 - y}; }
};

Scene::Scene(GlHost host) : impl_(std::make_unique<Impl>(std::move(host))) {}
Scene::~Scene() = default;

void Scene::setDeposit(std::shared_ptr<const geology::Deposit> deposit) {
  impl_->deposit = std::move(deposit);
  impl_->known = knownBounds(*impl_->deposit);
  impl_->placed = {};
  impl_->plans.forget();
  impl_->shownPlan = nullptr;
  impl_->ground.reset();
  impl_->surfaces.clear();
  impl_->lens.reset();
  impl_->hover.reset();
  if (impl_->other.on()) impl_->window.vtk().RemoveRenderer(&impl_->other.view().renderer());
  impl_->other.forget();
  impl_->spatial.setDeposit(*impl_->deposit);
  impl_->section.setDeposit(*impl_->deposit);
}

void Scene::learn(std::shared_ptr<const geology::Deposit> deposit) {
  impl_->before = std::exchange(impl_->deposit, std::move(deposit));
}

void Scene::setSize(int width, int height, double scale) {
  impl_->width = std::max(width, 8);  // VTK takes 0 x 0 for "choose yourself"
  impl_->height = std::max(height, 8);
  impl_->scale = scale;
  impl_->window.vtk().SetSize(impl_->width, impl_->height);
}

void Scene::setDrawMode(DrawMode mode) {
  impl_->means.mode = mode;
}
DrawMode Scene::drawMode() const {
  return impl_->means.mode;
}

void Scene::sync(const ViewState& state) {
  impl_->state = state;
  impl_->chooseOther();
  impl_->placeViews();
  impl_->findSeen();
  impl_->lookThroughLens();
  impl_->shownPlan = impl_->plans.at(impl_->deposit, state, {impl_->means.waits, impl_->means.whenReady});
  const double aspect = impl_->spatialWidth() / impl_->height;
  impl_->camera = resolveCamera(state.camera, impl_->seen, aspect, state.exaggeration);
  impl_->findGround();
  const LayerInput input = impl_->input();
  impl_->spatial.sync(input, impl_->camera);
  if (impl_->flat()) impl_->section.sync(input);
  if (impl_->other.on()) impl_->other.sync(input, impl_->camera);
  impl_->facts = impl_->spatial.facts();
  impl_->before.reset();
}

void Scene::setMoving(bool moving) {
  impl_->moving = moving;
}

void Scene::setHover(std::optional<PickState> hover) {
  impl_->hover = std::move(hover);
}

void Scene::setImpatient(std::function<void()> whenReady) {
  impl_->means.waits = false;
  impl_->means.whenReady = std::move(whenReady);
}

bool Scene::unfinished() const {
  return impl_->unfinished();
}

bool Scene::slow() const {
  return impl_->means.slow;
}

void Scene::render() {
  const LayerInput input = impl_->input();
  impl_->spatial.prepareFrame(input, impl_->camera);
  if (impl_->flat()) impl_->section.prepareFrame(input);
  if (impl_->other.on()) impl_->other.prepareFrame(input, impl_->camera);
  impl_->draw();
  const bool failed = impl_->spatial.drawingFailed() || impl_->section.drawingFailed() ||
                      (impl_->other.on() && impl_->other.view().drawingFailed());
  if (!failed || impl_->means.mode == DrawMode::Meshes) return;
  impl_->means.mode = DrawMode::Meshes;  // the driver will not change its mind
  impl_->said.emplace_back(kRefusedMessage);
  const ViewState state = impl_->state;
  sync(state);
  render();
}

unsigned int Scene::textureId() const {
  return impl_->window.textureId();
}

Image Scene::capture() {
  if (impl_->unfinished()) {
    const bool waits = std::exchange(impl_->means.waits, true);
    const ViewState state = impl_->state;
    sync(state);
    impl_->means.waits = waits;
  }
  render();
  Image image{impl_->width, impl_->height, {}};
  vtkNew<vtkUnsignedCharArray> pixels;
  vtkRenderWindow& window = impl_->window.vtk();  // the generic window hides this overload
  window.GetPixelData(0, 0, image.width - 1, image.height - 1, 0, pixels.GetPointer());
  const auto stride = static_cast<std::size_t>(image.width) * 3;
  image.rgb.resize(stride * static_cast<std::size_t>(image.height));
  const unsigned char* bottomUp = pixels->GetPointer(0);
  for (std::size_t r = 0; r < static_cast<std::size_t>(image.height); ++r)
    std::copy_n(bottomUp + (static_cast<std::size_t>(image.height) - 1 - r) * stride, stride,
                &image.rgb[r * stride]);
  return image;
}

std::optional<PickState> Scene::pick(double x, double y) {
  return pickAt(impl_->viewAt(x), impl_->frame(), impl_->fromTop(x, y));
}

std::optional<Vec3> Scene::surfaceUnder(double x, double y) {
  vtkRenderer& renderer = impl_->viewAt(x).renderer();
  const Pixel pixel = impl_->fromTop(x, y);
  const double depth =
      impl_->window.vtk().GetZbufferDataAtPoint(static_cast<int>(pixel.x), static_cast<int>(pixel.y));
  constexpr double kDepthStep = 1e-6;  // the depth of the backdrop comes back rounded
  if (!(depth > 0 && depth < kBackdropDepth - kDepthStep)) return std::nullopt;
  renderer.SetDisplayPoint(pixel.x, pixel.y, depth);
  renderer.DisplayToWorld();
  const double* w = renderer.GetWorldPoint();
  return impl_->frame().toWorld({w[0] / w[3], w[1] / w[3], w[2] / w[3]});
}

std::optional<Vec3> Scene::positionUnder(double x, double y) {
  if (const auto surface = surfaceUnder(x, y)) return surface;
  const SceneFrame frame = impl_->frame();
  const auto sight = sightLine(impl_->viewAt(x).renderer(), impl_->fromTop(x, y));
  const geology::Vec3 focus = frame.toScene(impl_->camera.focus);
  const geology::Vec3 along = sight[1] - sight[0];
  if (std::abs(along.z) < 1e-9) return std::nullopt;
  const double t = (focus.z - sight[0].z) / along.z;
  if (!(t >= 0 && t <= 1)) return std::nullopt;
  return frame.toWorld(sight[0] + along * t);
}

bool Scene::inSectionView(double x, double) const {
  return impl_->flat() && x >= impl_->spatialWidth();
}

double Scene::sectionUnitsPerPixel() const {
  return 2 * impl_->section.halfHeight() / impl_->height;
}

const CameraState& Scene::resolvedCamera() const {
  return impl_->camera;
}
const WalkGround* Scene::walkGround() const {
  return impl_->ground ? &*impl_->ground : nullptr;
}
const std::optional<LensFacts>& Scene::lens() const {
  return impl_->lensFacts;
}

const SceneFacts& Scene::facts() const {
  return impl_->facts;
}
vtkRenderer& Scene::spatialRenderer() {
  return impl_->spatial.renderer();
}
Vec3 Scene::sceneOrigin() const {
  return impl_->frame().origin;
}
std::vector<std::string> Scene::takeErrors() {
  std::vector<std::string> errors = impl_->window.takeErrors();
  for (std::string& text : std::exchange(impl_->said, {})) errors.push_back(std::move(text));
  return errors;
}

}  // namespace adit::viewer
