#include "viewer/scene/section_view.h"

#include <vtkCamera.h>
#include <vtkLight.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "viewer/geometry/coordinate_grid.h"
#include "viewer/geometry/terrain_mesh.h"
#include "viewer/scene/furniture.h"
#include "viewer/scene/hole_labels.h"
#include "viewer/scene/lens_marks.h"
#include "viewer/scene/marks.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

double component(const Vec3& v, std::size_t i) {
  return i == 0 ? v.x : i == 1 ? v.y : v.z;
}

std::size_t dominant(const Vec3& v) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < 3; ++i)
    if (std::abs(component(v, i)) > std::abs(component(v, best)) + 1e-9) best = i;
  return best;
}

std::string degreesText(double degrees) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%03.0f", degrees);
  return std::string(buffer.data()) + "\xC2\xB0";
}

}  // namespace

SectionState shownSection(const ViewState& state, const geology::Box3& bounds) {
  if (state.activeSection < state.sections.size()) return state.sections[state.activeSection];
  SectionState middle;
  middle.point = bounds.empty() ? Vec3{} : bounds.center();
  middle.strike = 90;
  return middle;
}

SectionView::SectionView() {
  renderer_->SetUseFXAA(true);
  renderer_->AutomaticLightCreationOff();
  vtkNew<vtkLight> headlight;  // flat: a colour on the section is the legend's colour, not a shade of it
  headlight->SetLightTypeToHeadlight();
  renderer_->AddLight(headlight);
}

void SectionView::setDeposit(const geology::Deposit& deposit) {
  View::setDeposit(deposit);
  bounds_ = heartOf(deposit);
}

void SectionView::sync(const LayerInput& spatial) {
  // The section that is shown flat does not cut the flat view; the others and the box do.
  state_ = spatial.state;
  if (state_.activeSection < state_.sections.size()) state_.sections[state_.activeSection].on = false;
  LayerInput input{spatial.deposit, state_,        spatial.frame, {},           std::nullopt,
                   spatial.scale,   spatial.means, spatial.lens,  spatial.plan, spatial.moving};
  const Palette& palette = paletteOf(input.state.theme);
  renderer_->SetBackground(static_cast<double>(palette.skyBottom[0]),
                           static_cast<double>(palette.skyBottom[1]),
                           static_cast<double>(palette.skyBottom[2]));
  section_ = shownSection(input.state, bounds_);
  const SectionFrame frame = sectionFrame(section_);
  const SectionViewState& view = input.state.sectionView;
  input.section = HalfSpace{section_.point, frame.normal};
  input.planes = corridorOf(section_, view.corridor);
  const CutPlanes others = cutPlanesOf(state_);
  input.planes.insert(input.planes.end(), others.begin(), others.end());
  syncLayers(input);
  if (bounds_.empty()) return;
  const Vec3 up = frame.down * -1;
  const Vec3 middle = bounds_.center() - frame.normal * input.section->distance(bounds_.center());
  const Vec3 focus = input.frame.toScene(middle + frame.along * view.pan[0] + up * view.pan[1]);
  const Vec3 normal = input.frame.normalToScene(frame.normal);
  // Half height that shows the whole extent, whichever side of the view is the tighter one.
  const int* size = renderer_->GetSize();
  const double aspect = size[1] > 0 ? static_cast<double>(size[0]) / size[1] : 1;
  double halfUp = 0;
  double halfAlong = 0;
  for (unsigned c = 0; c < 8; ++c) {
    const Vec3 corner{(c & 1U) ? bounds_.max.x : bounds_.min.x, (c & 2U) ? bounds_.max.y : bounds_.min.y,
                      (c & 4U) ? bounds_.max.z : bounds_.min.z};
    const Vec3 d = input.frame.toScene(corner) - input.frame.toScene(middle);
    halfUp = std::max(halfUp, std::abs(dot(d, up)));
    halfAlong = std::max(halfAlong, std::abs(dot(d, frame.along)));
  }
  halfHeight_ = std::max(halfUp, halfAlong / std::max(aspect, 1e-3)) * 1.12 / std::max(view.zoom, 1e-3);
  vtkCamera& camera = *renderer_->GetActiveCamera();
  const double back = bounds_.diagonal() * std::max(1.0, input.frame.exaggeration) * 2;
  camera.ParallelProjectionOn();
  camera.SetFocalPoint(focus.x, focus.y, focus.z);
  camera.SetPosition(focus.x + normal.x * back, focus.y + normal.y * back, focus.z + normal.z * back);
  camera.SetViewUp(up.x, up.y, up.z);
  camera.SetParallelScale(halfHeight_);
}

void SectionView::prepareFrame(const LayerInput& input) {
  renderer_->ResetCameraClippingRange();
  canvas_->begin(input.scale, paletteOf(input.state.theme));
  const Projector projector(*renderer_, input.frame);
  drawGrid(input, projector);
  ceiling_ = projector.height();
  drawBanner(input);
  const CutPlanes corridor = corridorOf(section_, input.state.sectionView.corridor);
  drawHoleLabels(*canvas_, projector, holeLabels_.labels(input.deposit, input.state, corridor),
                 paletteOf(input.state.theme), {ceiling_, {}});
  drawMarks(*canvas_, projector, input.deposit, input.state);
  if (input.lens != nullptr) drawLens(*canvas_, projector, paletteOf(input.state.theme), *input.lens);
  drawCaption(input);
  canvas_->end();
}

void SectionView::drawGrid(const LayerInput& input, const Projector& projector) {
  const SectionFrame frame = sectionFrame(section_);
  drawTicks(input, projector, {frame.along, dominant(frame.along)}, true);
  drawTicks(input, projector, {frame.down * -1, dominant(frame.down)}, false);
}

void SectionView::drawTicks(const LayerInput& input, const Projector& projector, const Axis& axis,
                            bool horizontal) {
  const Palette& palette = paletteOf(input.state.theme);
  const SectionFrame frame = sectionFrame(section_);
  const Vec3 middle =
      bounds_.center() - frame.normal * HalfSpace{section_.point, frame.normal}.distance(bounds_.center());
  const Vec3 start =
      middle + frame.along * input.state.sectionView.pan[0] + frame.down * -input.state.sectionView.pan[1];
  const double slope = component(axis.direction, axis.coordinate);
  const double aspect = projector.width() / std::max(1.0, projector.height());
  const double reach = horizontal ? halfHeight_ * aspect : halfHeight_ / input.frame.exaggeration;
  const double lo = component(start, axis.coordinate) - reach * std::abs(slope);
  const double hi = component(start, axis.coordinate) + reach * std::abs(slope);
  const double room =
      horizontal ? projector.width() / 110 : projector.height() / 70;  // ticks that do not crowd
  const double step = roundStep(hi - lo, std::max(2, static_cast<int>(room / input.scale)));
  static constexpr std::array<const char*, 3> kSuffix{" E", " N", ""};
  const std::string suffix =
      axis.coordinate == 2 ? std::string(" ") + unitSymbol(input.deposit.unit) : kSuffix[axis.coordinate];
  for (const double value : ticks(lo, hi, step)) {
    const Vec3 at = start + axis.direction * ((value - component(start, axis.coordinate)) / slope);
    const auto pixel = projector.toPixel(at);
    if (!pixel) continue;
    const std::string text = coordinateText(value, step) + suffix;
    const double s = input.scale;
    if (horizontal) {
      canvas_->line({pixel->x, 0}, {pixel->x, projector.height()}, palette.line, 1, 0.45);
      canvas_->text({pixel->x + 4 * s, 10 * s}, text, {TextSize::Small, palette.quietText});
    } else {
      canvas_->line({0, pixel->y}, {projector.width(), pixel->y}, palette.line, 1, 0.45);
      const bool underCaption = pixel->y > projector.height() - 34 * s;
      if (pixel->y > 24 * s && !underCaption)
        canvas_->text({6 * s, pixel->y + 8 * s}, text, {TextSize::Small, palette.quietText});
    }
  }
}

void SectionView::drawCaption(const LayerInput& input) {
  const Palette& palette = paletteOf(input.state.theme);
  const double s = input.scale;
  const int* size = renderer_->GetSize();
  const double looking = std::fmod(section_.strike + 270, 360);  // against the normal, horizontally
  // A narrow view gets a shorter caption, not a clipped one.
  std::vector<std::string> parts{section_.image ? "Section of all blocks" : "Section",
                                 "strike " + degreesText(section_.strike),
                                 "dip " + tickText(section_.dip, 1) + "\xC2\xB0"};
  if (section_.dip > 1) parts.push_back("looking " + degreesText(looking));
  parts.push_back("holes within " + tickText(input.state.sectionView.corridor, 1) + " " +
                  unitSymbol(input.deposit.unit));
  std::string text;
  for (const std::string& part : parts) {
    const std::string longer = text.empty() ? part : text + "  " + part;
    if (canvas_->textWidth(longer, TextSize::Normal) > size[0] - 60 * s) break;
    text = longer;
  }
  drawTags(*canvas_, palette, {{text, palette.text}}, {14 * s, size[1] - 12 * s}, Align::Left);
  std::vector<Tag> right;
  if (input.state.exaggeration != 1)
    right.push_back({"vertical " + tickText(input.state.exaggeration, 0.1) + " x", palette.caution});
  drawTags(*canvas_, palette, right, {size[0] - 14 * s, size[1] - 12 * s}, Align::Right);
  drawScaleBar(*canvas_, palette, {size[0] - 220 * s, 34 * s},
               {2 * halfHeight_ / std::max(1, size[1]), unitSymbol(input.deposit.unit), false});
  canvas_->line({0, 0}, {0, static_cast<double>(size[1])}, palette.line, 2);
}

}  // namespace adit::viewer
