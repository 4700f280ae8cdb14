#include "viewer/state/state_check.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "geology/estimation/plan_json.h"
#include "geology/model/hole_dates.h"
#include "viewer/state/chart_kinds.h"
#include "viewer/state/command_arguments.h"

namespace adit::viewer {
namespace {

/// Keeps the first fault.
class Check {
 public:
  void number(const std::string& member, double value, Bounds bounds = kFinite) {
    require(bounds.hold(value), member + " must be " + boundsText(bounds));
  }
  void point(const std::string& member, const Vec3& value) {
    require(geology::isFinite(value), member + " must be finite");
  }
  void atMost(const std::string& member, std::size_t count, std::size_t most) {
    require(count <= most, member + " has more than " + std::to_string(most) + " items");
  }
  void require(bool holds, const std::string& fault) {
    if (!holds && fault_.empty()) fault_ = fault;
  }
  const std::string& fault() const { return fault_; }

 private:
  std::string fault_;
};

void checkCamera(Check& check, const std::string& path, const CameraState& camera) {
  check.point(path + "focus", camera.focus);
  check.number(path + "bearing", camera.bearing, kBearingBounds);
  check.number(path + "plunge", camera.plunge, kPlungeBounds);
  check.number(path + "distance", camera.distance, kDistanceBounds);
  check.number(path + "viewAngle", camera.viewAngle, kViewAngleBounds);
}

void checkLayer(Check& check, const std::string& name, const LayerState& layer) {
  const std::string path = "layers." + name + ".";
  check.number(path + "opacity", layer.opacity, kShare);
  check.number(path + "tubeRadius", layer.tubeRadius, kNotNegative);
  check.number(path + "shrink", layer.shrink, kShrinkBounds);
  check.number(path + "contourStep", layer.contourStep);
  check.atMost(path + "shells", layer.shells.size(), kMostShells);
  for (const double value : layer.shells) check.number(path + "shells", value);
  if (!layer.placement) return;
  check.point(path + "placement.position", layer.placement->position);
  check.number(path + "placement.bearing", layer.placement->bearing, kBearingBounds);
  check.number(path + "placement.scale", layer.placement->scale, kAssetScaleBounds);
}

void checkStops(Check& check, const std::string& path, const std::vector<ColorStop>& stops) {
  check.atMost(path + "stops", stops.size(), kMostStops);
  for (const ColorStop& stop : stops) check.number(path + "stops.at", stop.at, kShare);
  const bool rising = std::is_sorted(stops.begin(), stops.end(),
                                     [](const ColorStop& a, const ColorStop& b) { return a.at < b.at; });
  check.require(rising, path + "stops must rise");
}

/// `path` ends with a dot, or is empty.
void checkLegend(Check& check, const std::string& path, const Legend& legend) {
  if (legend.lo) check.number(path + "lo", *legend.lo);
  if (legend.hi) check.number(path + "hi", *legend.hi);
  check.atMost(path + "classes", legend.classes.size(), kMostClasses);
  for (const LegendClass& one : legend.classes)
    check.require(one.lo < one.hi, path + "classes must have lo < hi");
  checkStops(check, path, legend.stops);
}

void checkFilter(Check& check, const std::string& name, const FilterState& filter) {
  for (const auto& [column, range] : filter.ranges)
    check.require(!std::isnan(range.lo) && !std::isnan(range.hi),
                  "filters." + name + ".ranges." + column + " must be numbers");
}

void checkHonest(Check& check, const HonestState& honest) {
  check.number("honest.reach", honest.reach, kNotNegative);
}

void checkDensity(Check& check, const std::string& name, const DensityState& density) {
  if (density.column.empty()) check.number("densities." + name + ".value", density.value, kDensityBounds);
}

void checkCutoffs(Check& check, const std::string& name, const std::vector<double>& cutoffs) {
  const std::string path = "cutoffs." + name;
  check.atMost(path, cutoffs.size(), kMostCutoffs);
  for (const double cutoff : cutoffs) check.number(path, cutoff);
  check.require(std::adjacent_find(cutoffs.begin(), cutoffs.end(), std::greater_equal<>()) == cutoffs.end(),
                path + " must rise");
}

void checkDisclosure(Check& check, const DisclosureState& stated) {
  check.require(stated.effectiveDate.empty() || isDate(stated.effectiveDate),
                "disclosure.effectiveDate must be a day as 2026-01-31");
  if (stated.basis != 0) check.number("disclosure.basis", stated.basis, kBasisBounds);
  for (const std::string* text : {&stated.person, &stated.code, &stated.caution})
    check.require(
        text->size() <= kMostDisclosureText,
        "disclosure has a text of more than " + std::to_string(kMostDisclosureText) + " characters");
}

void checkSections(Check& check, const ViewState& state) {
  check.atMost("sections", state.sections.size(), kMostSections);
  check.require(state.activeSection == 0 || state.activeSection < state.sections.size(),
                "activeSection must be one of the sections");
  for (const SectionState& section : state.sections) {
    check.point("sections.point", section.point);
    check.number("sections.strike", section.strike, kStrikeBounds);
    check.number("sections.dip", section.dip, kDipBounds);
    check.number("sections.thickness", section.thickness, kNotNegative);
    check.number("sections.step", section.step, kPositive);
  }
  check.point("box.min", state.box.min);
  check.point("box.max", state.box.max);
  check.number("sectionView.corridor", state.sectionView.corridor, kPositive);
  check.number("sectionView.zoom", state.sectionView.zoom, kSectionZoomBounds);
  for (const double value : state.sectionView.pan) check.number("sectionView.pan", value);
}

void checkChart(Check& check, const ViewState& state) {
  const std::string& kind = state.chart.kind;
  check.require(kind.empty() || chartKindFromWord(kind), "chart.kind must be a kind of chart");
  check.require(std::find(kSwathAxes.begin(), kSwathAxes.end(), state.chart.axis) != kSwathAxes.end(),
                "chart.axis must be east, north or up");
  if (state.estimate.plan.empty()) return;
  const estimation::PlanReading plan = estimation::planFromJson(state.estimate.plan);
  check.require(plan.plan.has_value(), "estimate.plan: " + plan.fault);
}

void checkPlan(Check& check, const ViewState& state) {
  check.number("plan.time", state.plan.time, kPlanTimeBounds);
  check.number("plan.speed", state.plan.speed, kPlanSpeedBounds);
  check.number("walk.eyeHeight", state.walk.eyeHeight, kEyeHeightBounds);
}

void checkPath(Check& check, const CameraPathState& path) {
  check.atMost("path.keys", path.keys.size(), kMostPathKeys);
  double before = -1;
  for (const CameraKey& key : path.keys) {
    checkCamera(check, "path.keys.camera.", key.camera);
    check.number("path.keys.seconds", key.seconds, kTourSecondsBounds);
    check.require(key.seconds > before, "path.keys.seconds must rise");
    if (key.planTime) check.number("path.keys.planTime", *key.planTime, kPlanTimeBounds);
    before = key.seconds;
  }
  if (path.lookAt) check.point("path.lookAt", *path.lookAt);
}

void checkTour(Check& check, const ViewState& state) {
  check.atMost("tour", state.tour.size(), kMostTourStops);
  for (const TourStop& stop : state.tour) {
    check.number("tour.seconds", stop.seconds, kTourSecondsBounds);
    check.number("tour.transition", stop.transition, kTourSecondsBounds);
  }
  check.atMost("notes", state.notes.size(), kMostNotes);
  for (const Note& note : state.notes) check.point("notes.at", note.at);
}

}  // namespace

std::string faultOf(const ViewState& state) {
  Check check;
  checkHonest(check, state.honest);
  check.require(state.asOf.empty() || geology::dateOf(state.asOf), "asOf must be a date");
  check.number("lens.samples", static_cast<double>(state.lens.samples), kLensSampleBounds);
  checkCamera(check, "camera.", state.camera);
  check.number("exaggeration", state.exaggeration, kExaggerationBounds);
  for (const auto& [name, layer] : state.layers) checkLayer(check, name, layer);
  for (const auto& [name, legend] : state.legends) checkLegend(check, "legends." + name + ".", legend);
  for (const auto& [name, filter] : state.filters) checkFilter(check, name, filter);
  for (const auto& [name, density] : state.densities) checkDensity(check, name, density);
  for (const auto& [name, cutoffs] : state.cutoffs) checkCutoffs(check, name, cutoffs);
  checkDisclosure(check, state.disclosure);
  checkSections(check, state);
  checkChart(check, state);
  checkPlan(check, state);
  checkPath(check, state.path);
  checkTour(check, state);
  check.atMost("measure", state.measure.size(), kMostMeasurePoints);
  for (const Vec3& point : state.measure) check.point("measure", point);
  if (state.pick) check.point("pick.position", state.pick->position);
  check.atMost("savedViews", state.savedViews.size(), kMostSavedViews);
  return check.fault();
}

std::string faultOf(const Legend& legend) {
  Check check;
  checkLegend(check, {}, legend);
  return check.fault();
}

}  // namespace adit::viewer
