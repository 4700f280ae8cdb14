#include "viewer/scene/spatial_view.h"

#include <vtkCamera.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "viewer/geometry/convex_polygon.h"
#include "viewer/scene/camera_setup.h"
#include "viewer/scene/furniture.h"
#include "viewer/scene/hole_labels.h"
#include "viewer/scene/honest_legend.h"
#include "viewer/scene/lens_marks.h"
#include "viewer/scene/light.h"
#include "viewer/scene/marks.h"
#include "viewer/state/camera_path.h"
#include "viewer/state/colormap.h"
#include "viewer/state/enum_names.h"
#include "viewer/state/placement.h"
#include "viewer/state/plan.h"
#include "viewer/state/walker.h"

namespace adit::viewer {
namespace {

constexpr double kEllipsoidOpacity = 0.22;  ///< what it holds is seen through it

ParallelBox boxOf(const geology::Box3& box) {
  const geology::Vec3 s = box.size();
  return {box.min, {geology::Vec3{s.x, 0, 0}, geology::Vec3{0, s.y, 0}, geology::Vec3{0, 0, s.z}}};
}

constexpr double kWallStep = 3e-4;    ///< of the distance to the focus: less than a pixel
constexpr double kTagRow = 36;        ///< design pixels from the upper edge to the foot of one row of tags
constexpr double kBenchExtent = 600;  ///< metres: of what is around somebody on foot
constexpr double kRoomExtent = 60;    ///< metres: of a chamber under ground
/// Of the way to the focus: what is seen in a close-up of something small in a large deposit.
constexpr double kCloseUp = 4;

/// VTK keeps the near plane within a thousandth of the far one, some metres away; one's own feet are nearer.
void bringNear(vtkCamera& camera, double metre) {
  constexpr double kNear = 0.2;  // metres
  double range[2];
  camera.GetClippingRange(range);
  if (range[0] > kNear * metre) camera.SetClippingRange(kNear * metre, range[1]);
}

void addLoop(MeshBuffer& lines, const Polygon& polygon, const SceneFrame& frame) {
  if (polygon.empty()) return;
  const auto first = static_cast<std::int64_t>(lines.points.size());
  for (const geology::Vec3& p : polygon) {
    lines.corners.push_back(static_cast<std::int64_t>(lines.points.size()));
    lines.points.push_back(frame.toFloat(p));
  }
  lines.corners.push_back(first);
  lines.offsets.push_back(static_cast<std::int64_t>(lines.corners.size()));
  lines.rows.push_back(0);
}

double tagsWidth(Canvas& canvas, const std::vector<Tag>& tags) {
  double width = 0;
  for (const Tag& tag : tags) width += canvas.textWidth(tag.text, TextSize::Normal) + 28 * canvas.scale();
  return width;
}

/// From inside the deposit VTK begins to draw at a hundredth of its size, which cuts away the ground before
/// one's feet. What is nearer than a tenth of the way to the focus is out of sight.
void showTheNear(vtkCamera& vtk, const CameraState& camera) {
  const auto [near, far] = std::array{vtk.GetClippingRange()[0], vtk.GetClippingRange()[1]};
  if (!camera.orthographic && camera.distance * 0.1 < near) vtk.SetClippingRange(camera.distance * 0.1, far);
}

}  // namespace

SpatialView::SpatialView()
    : backdrop_(*renderer_),
      traffic_(*renderer_),
      floor_(*renderer_),
      ellipsoidSkin_(*renderer_),
      ellipsoidLines_(*renderer_) {
  setUpLight(*renderer_);
  floor_.setUnlit();
  floor_.setPickable(false);
  ellipsoidSkin_.setPickable(false);
  ellipsoidSkin_.setVisible(false);
  ellipsoidLines_.setUnlit();
  ellipsoidLines_.setPickable(false);
  ellipsoidLines_.setVisible(false);
}

void SpatialView::setDeposit(const geology::Deposit& deposit) {
  View::setDeposit(deposit);
  bounds_ = knownBounds(deposit);
  grid_ = bounds_.empty() ? GridFrame{} : gridFrameOf(bounds_);
  gridKey_ = {};
  traffic_.forget();
  sectionsKey_ = {};
}

void SpatialView::sync(const LayerInput& input, const CameraState& camera) {
  const Palette& palette = paletteOf(input.state.theme);
  renderer_->SetBackground(static_cast<double>(palette.skyBottom[0]),
                           static_cast<double>(palette.skyBottom[1]),
                           static_cast<double>(palette.skyBottom[2]));
  syncLayers(input);
  traffic_.sync(input);
  syncGrid(input);
  syncSections(input);
  syncLight(input);
  syncEllipsoid(input);
  vtkCamera& eye = *renderer_->GetActiveCamera();
  setUpCamera(eye, camera, input.frame);
  const double* forward = eye.GetDirectionOfProjection();
  const double step = -kWallStep * camera.distance;
  const geology::Vec3 towardsEye{forward[0] * step, forward[1] * step, forward[2] * step};
  settleLayers(towardsEye);
  for (const auto& outline : outlines_) outline->setShift(towardsEye);  // not lost in what lies on its plane
  const bool quick = input.moving && input.means.slow;
  // Corners around a person are some metres deep, not a share of the deposit.
  const double metre = unitsInMetre(input.deposit.unit);
  const double extent = input.covered ? kRoomExtent * metre
                        : input.state.tool == ToolKind::Walk
                            ? kBenchExtent * metre
                            : std::min(bounds_.diagonal(), kCloseUp * camera.distance);
  setUpRefinement(*renderer_, {input.state.ambientOcclusion && !quick, !quick}, extent);
}

void SpatialView::syncLight(const LayerInput& input) {
  const bool lamp = input.covered && input.state.walk.lamp;
  if (lamp == lamp_) return;
  lamp_ = lamp;
  if (lamp)
    setUpLamp(*renderer_, unitsInMetre(input.deposit.unit));
  else
    setUpLight(*renderer_);
}

void SpatialView::syncGrid(const LayerInput& input) {
  floor_.setVisible(input.state.grid && !bounds_.empty());
  // Mixed with the ground behind them rather than translucent: one translucent thing costs a pass over the
  // whole picture.
  floor_.setPlainColor(
      mixed(paletteOf(input.state.theme).skyBottom, paletteOf(input.state.theme).line, 0.55F));
  floor_.setLineWidth(input.scale);
  if (!bounds_.empty() && gridKey_.changed({input.frame}))
    floor_.setMesh(toPolyData(floorLines(grid_, input.frame), true));
}

void SpatialView::syncSections(const LayerInput& input) {
  if (!sectionsKey_.changed({input.state.sections, input.state.box, input.frame}) || bounds_.empty()) return;
  outlines_.clear();
  const Palette& palette = paletteOf(input.state.theme);
  const auto outline = [&](const MeshBuffer& lines, const Color& color) {
    outlines_.push_back(std::make_unique<MeshProp>(*renderer_));
    outlines_.back()->setMesh(toPolyData(lines, true));
    outlines_.back()->setUnlit();
    outlines_.back()->setPickable(false);
    outlines_.back()->setPlainColor(color);
    outlines_.back()->setLineWidth(1.3 * input.scale);
  };
  for (std::size_t i = 0; i < input.state.sections.size(); ++i) {
    const SectionState& section = input.state.sections[i];
    if (!section.on) continue;
    MeshBuffer lines;
    for (const HalfSpace& side : corridorOf(section, section.thickness / 2))
      addLoop(lines, crossSection(boxOf(grid_.box), side), input.frame);
    outline(lines, i == input.state.activeSection ? palette.accent : palette.quietText);
  }
  if (!input.state.box.on) return;
  MeshBuffer lines;
  const geology::Vec3 lo = input.state.box.min;
  const geology::Vec3 hi = input.state.box.max;
  for (const double z : {lo.z, hi.z})
    addLoop(lines, {{lo.x, lo.y, z}, {hi.x, lo.y, z}, {hi.x, hi.y, z}, {lo.x, hi.y, z}}, input.frame);
  for (const double x : {lo.x, hi.x})
    addLoop(lines, {{x, lo.y, lo.z}, {x, hi.y, lo.z}, {x, hi.y, hi.z}, {x, lo.y, hi.z}}, input.frame);
  outline(lines, palette.accent);
}

void SpatialView::syncEllipsoid(const LayerInput& input) {
  ellipsoid_ = searchEllipsoid(input.deposit, input.state);
  ellipsoidSkin_.setVisible(ellipsoid_.has_value());
  ellipsoidLines_.setVisible(ellipsoid_.has_value());
  if (!ellipsoid_) return;
  const Palette& palette = paletteOf(input.state.theme);
  ellipsoidSkin_.setPlainColor(palette.evidence);
  ellipsoidSkin_.setOpacity(kEllipsoidOpacity);
  ellipsoidLines_.setPlainColor(palette.evidence);
  ellipsoidLines_.setLineWidth(1.6 * input.scale);
  if (!ellipsoidKey_.changed({ellipsoid_, input.frame})) return;
  ellipsoidSkin_.setMesh(toPolyData(ellipsoidSkin(*ellipsoid_, input.frame)));
  ellipsoidLines_.setMesh(toPolyData(ellipsoidLines(*ellipsoid_, input.frame), true));
}

void SpatialView::prepareFrame(const LayerInput& input, const CameraState& camera) {
  renderer_->ResetCameraClippingRange();
  const bool onFoot = input.state.tool == ToolKind::Walk || input.covered;
  if (onFoot && !camera.orthographic)
    bringNear(*renderer_->GetActiveCamera(), unitsInMetre(input.deposit.unit));
  else
    showTheNear(*renderer_->GetActiveCamera(), camera);
  backdrop_.place(paletteOf(input.state.theme));
  canvas_->begin(input.scale, paletteOf(input.state.theme));
  const Projector projector(*renderer_, input.frame);
  drawCameraPath(input, projector);  // below plates
  drawFurniture(input, camera);      // first: labels keep out of its way
  if (input.walk != nullptr && onFoot)
    minimap_.draw(*canvas_, input, camera, {projector.width(), tagsFoot_ + kTagRow * input.scale});
  notes_ = drawNotes(*canvas_, projector, input.state, noteRoom(projector));
  // From within the labels of a grid stand about in the air.
  const bool within = !camera.orthographic && grid_.box.contains(eyeOf(camera, input.state.exaggeration));
  if (input.state.grid && !bounds_.empty() && !onFoot && !within) drawGridLabels(input, projector);
  if (!onFoot) drawHoleLabels(input, projector);  // from among the holes they would cover all, and the map
  drawMarks(*canvas_, projector, input.deposit, input.state);
  if (input.lens != nullptr) drawLens(*canvas_, projector, paletteOf(input.state.theme), *input.lens);
  canvas_->end();
}

bool SpatialView::isFree(const Projector& projector, Pixel from, double width) const {
  const double s = canvas_->scale();
  const double to = from.x + width;
  const bool inside = from.x > 2 * s && to < projector.width() - 2 * s && from.y > 8 * s &&
                      from.y < projector.height() - 8 * s;
  const bool onLegends = from.x < 250 * s && from.y < furnitureTop_ + 8 * s;
  const bool onNorthArrow = to > projector.width() - 105 * s && from.y < 115 * s;
  const PixelBox text{from.x, from.y - 7 * s, width, 14 * s};
  const bool onNote =
      std::any_of(notes_.begin(), notes_.end(), [&](const PixelBox& note) { return note.meets(text); });
  return inside && !onLegends && !onNorthArrow && !onNote;
}

void SpatialView::drawCameraPath(const LayerInput& input, const Projector& projector) {
  const CameraPathState& path = input.state.path;
  if (!path.shown || path.keys.empty()) return;
  if (pathKey_.changed({path, input.state.exaggeration})) path_ = traceOf(path, input.state.exaggeration);
  drawPath(*canvas_, projector, paletteOf(input.state.theme), path_);
}

NoteRoom SpatialView::noteRoom(const Projector& projector) const {
  const double s = canvas_->scale();
  const double width = projector.width(), height = projector.height();
  return {width,
          height,
          s,
          {{0, 0, 250 * s, furnitureTop_},
           {width - 105 * s, 0, 105 * s, 115 * s},
           {0, height - 42 * s, width, 42 * s}}};
}

void SpatialView::drawGridLabels(const LayerInput& input, const Projector& projector) {
  const Palette& palette = paletteOf(input.state.theme);
  const geology::Vec3 lo = grid_.box.min;
  const geology::Vec3 hi = grid_.box.max;
  const auto nearer = [&](const geology::Vec3& a, const geology::Vec3& b) {
    return projector.depth(a) < projector.depth(b);
  };
  // The labels stand along the two floor edges that face the viewer, outside the grid.
  const geology::Vec3 mid = grid_.box.center();
  const double y = nearer({mid.x, lo.y, lo.z}, {mid.x, hi.y, lo.z}) ? lo.y : hi.y;
  const double x = nearer({lo.x, mid.y, lo.z}, {hi.x, mid.y, lo.z}) ? lo.x : hi.x;
  const double out = grid_.step * 0.22;
  std::vector<Pixel> taken;
  const auto label = [&](const geology::Vec3& at, const std::string& text) {
    const auto pixel = projector.toPixel(at);
    if (!pixel) return;
    const double room = canvas_->textWidth(text, TextSize::Small);
    if (!isFree(projector, {pixel->x - room / 2, pixel->y}, room)) return;
    for (const Pixel& other : taken)
      if (std::abs(other.x - pixel->x) < room && std::abs(other.y - pixel->y) < 14 * input.scale) return;
    taken.push_back(*pixel);
    canvas_->text(*pixel, text, {TextSize::Small, palette.quietText, Align::Center});
  };
  for (const double tick : ticks(lo.x, hi.x, grid_.step))
    label({tick, y + (y == lo.y ? -out : out), lo.z}, coordinateText(tick, grid_.step) + " E");
  for (const double tick : ticks(lo.y, hi.y, grid_.step))
    label({x + (x == lo.x ? -out : out), tick, lo.z}, coordinateText(tick, grid_.step) + " N");
  // Elevations along the vertical edge that is farthest to the left on the screen.
  geology::Vec3 edge = lo;
  double leftmost = std::numeric_limits<double>::infinity();
  for (const double ex : {lo.x, hi.x})
    for (const double ey : {lo.y, hi.y})
      if (const auto p = projector.toPixel({ex, ey, lo.z}); p && p->x < leftmost) {
        leftmost = p->x;
        edge = {ex, ey, lo.z};
      }
  for (const double z : ticks(lo.z, hi.z, grid_.zStep)) {
    const auto p = projector.toPixel({edge.x, edge.y, z});
    if (!p || z == lo.z) continue;  // the floor's own labels stand there
    const std::string text = coordinateText(z, grid_.zStep) + " " + unitSymbol(input.deposit.unit);
    const double room = canvas_->textWidth(text, TextSize::Small) + 9 * input.scale;
    if (!isFree(projector, {p->x - room, p->y}, room)) continue;
    canvas_->line(*p, {p->x - 5 * input.scale, p->y}, palette.line, 1);
    canvas_->text({p->x - 9 * input.scale, p->y}, text, {TextSize::Small, palette.quietText, Align::Right});
  }
}

void SpatialView::drawHoleLabels(const LayerInput& input, const Projector& projector) {
  viewer::drawHoleLabels(*canvas_, projector, holeLabels_.labels(input.deposit, input.state, input.planes),
                         paletteOf(input.state.theme), {ceiling_, notes_});
}

void SpatialView::drawFurniture(const LayerInput& input, const CameraState& camera) {
  const Palette& palette = paletteOf(input.state.theme);
  const double s = input.scale;
  const int* size = renderer_->GetSize();
  const double margin = 22 * s;
  double y = margin + 12 * s;
  // On foot the scale of things is the map's.
  if (input.state.scaleBar && !bounds_.empty() && input.state.tool != ToolKind::Walk) {
    const double height = 2 * camera.distance * std::tan(camera.viewAngle * std::numbers::pi / 360);
    drawScaleBar(*canvas_, palette, {margin, y},
                 {height / std::max(1, size[1]), unitSymbol(input.deposit.unit), !camera.orthographic});
    y += 46 * s;
  }
  if (input.state.legendShown)
    for (const auto& [legend, title] : shownLegends())
      y += drawLegend(*canvas_, palette, {margin, y}, *legend, title) + 10 * s;
  if (const HonestLegend honest = honestLegend(input.deposit, input.state); !honest.rows.empty())
    y += drawHonestLegend(*canvas_, palette, {margin, y}, honest) + 10 * s;
  furnitureTop_ = y;
  if (input.state.northArrow) drawNorthArrow(*canvas_, palette, {size[0] - 58 * s, 62 * s}, camera);
  std::vector<Tag> left;
  if (input.deposit.synthetic) left.push_back({input.deposit.syntheticNote, palette.caution});
  drawTags(*canvas_, palette, left, {14 * s, size[1] - 12 * s}, Align::Left);
  std::vector<Tag> right;
  if (input.state.exaggeration != 1)
    right.push_back({"vertical " + tickText(input.state.exaggeration, 0.1) + " x", palette.caution});
  if (ellipsoid_) right.push_back({ellipsoid_->title, palette.evidence});
  if (input.plan != nullptr) {
    right.push_back(
        {planMomentText(*input.plan->plan, input.plan->time) + " · " + planBasisText(input.plan->plan->basis),
         palette.accent});
    if (input.plan->heap != nullptr) right.push_back({"dump: a sketch by volume", palette.quietText});
    if (!input.plan->fault.empty())
      right.push_back({"the ground as mined could not be found: " + input.plan->fault, palette.caution});
  }
  if (!input.state.asOf.empty()) right.push_back({"as known by " + input.state.asOf, palette.caution});
  if (input.state.claim != ClaimLevel::Everything)
    right.push_back(
        {enumName(input.state.claim) + (input.state.claim == ClaimLevel::Reserve ? " only" : " or better"),
         palette.evidence});
  // In a narrow view they stand one row below the others.
  const bool fits = tagsWidth(*canvas_, left) + tagsWidth(*canvas_, right) + 28 * s <= size[0];
  const double below = fits || left.empty() ? 0 : 28 * s;
  const double lowest =
      drawTags(*canvas_, palette, right, {size[0] - 14 * s, size[1] - 12 * s - below}, Align::Right);
  tagsFoot_ = lowest;
  ceiling_ = fits ? size[1] : lowest - 6 * s;
  drawBanner(input);
}

}  // namespace adit::viewer
