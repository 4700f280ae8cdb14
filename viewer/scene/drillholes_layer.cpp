#include "viewer/scene/drillholes_layer.h"

#include <algorithm>
#include <cmath>

#include "geology/model/hole_dates.h"
#include "viewer/geometry/drillhole_tubes.h"
#include "viewer/geometry/interval_tubes.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/palette.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

constexpr double kMissingShare =
    0.4;  // intervals without a value are drawn thin: there is ground, but no number

// Radius of each interval: by the legend range of `sizeBy`, thin where there is no value to show.
std::vector<float> intervalRadii(const geology::IntervalTable& table, const geology::Column& shown,
                                 const geology::Column* sizeBy, const ResolvedLegend* sizeLegend,
                                 double radius) {
  std::vector<float> radii(table.size(), static_cast<float>(radius));
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!shown.hasValue(row)) {
      radii[row] = static_cast<float>(radius * kMissingShare);
    } else if (sizeBy != nullptr && sizeBy->isNumeric() && sizeBy->hasValue(row)) {
      const double share =
          (static_cast<double>(sizeBy->values[row]) - sizeLegend->lo) / (sizeLegend->hi - sizeLegend->lo);
      radii[row] = static_cast<float>(radius * (0.4 + 2.1 * std::clamp(share, 0.0, 1.0)));
    }
  }
  return radii;
}

std::string notDrilledBy(const ViewState& state) {
  return "not drilled by " + state.asOf;
}

}  // namespace

DrillholesLayer::DrillholesLayer(std::shared_ptr<const geology::DrillHoles> holes, vtkRenderer& renderer)
    : holes_(std::move(holes)),
      defaultRadius_(defaultTubeRadius(*holes_)),
      tubes_(renderer),
      mesh_(renderer),
      traces_(renderer),
      collars_(renderer) {
  traces_.setUnlit();
  constexpr double kGlow = 0.5;  // thin things are read by their colour
  tubes_.setGlow(kGlow);
  mesh_.setGlow(kGlow);
}

void DrillholesLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, holes_->name);
  const Palette& palette = paletteOf(input.state.theme);
  const double radius = layer.tubeRadius > 0 ? layer.tubeRadius : defaultRadius_;
  shown_ = findIntervalColumn(*holes_, layer.colorBy);
  syncDrilled(input.state);
  const bool revealing = reveals(input.state, holes_->name);
  const bool alone = revealing && shown_.column == nullptr;  // traces and collars are all there is
  syncTubes(input, layer, radius);
  if (framesKey_.changed({input.frame, radius}) || drilledChanged_) {
    traces_.setMesh(toPolyData(traceLines(*holes_, drilled_, input.frame), true));
    collars_.setMesh(collarMarkers(*holes_, drilled_, radius * 1.6, input.frame));
  }
  traces_.setPlainColor(palette.trace);
  traces_.setLineWidth(1.2 * input.scale);
  collars_.setPlainColor(palette.collar);
  traces_.setVisible(layer.visible && (revealing ? alone : layer.traces));
  collars_.setVisible(layer.visible && (revealing ? alone : layer.collars));
  const bool tubes = layer.visible && shown_.column != nullptr;
  tubes_.setVisible(tubes && input.means.mode != DrawMode::Meshes);
  mesh_.setVisible(tubes && input.means.mode == DrawMode::Meshes);
  // In the flat view the holes of the corridor lie in front of the section, not half buried in it.
  const geology::Vec3 forward = input.section ? input.frame.normalToScene(input.section->normal) *
                                                    (input.state.sectionView.corridor * 2.5)
                                              : geology::Vec3{};
  const auto place = [&](auto& prop) {
    prop.setShift(forward);
    prop.setOpacity(layer.opacity);
    prop.setPickable(!layer.locked);
    prop.setPlanes(input.planes, input.frame);
  };
  place(tubes_);
  place(mesh_);
  place(traces_);
  place(collars_);
}

void DrillholesLayer::syncDrilled(const ViewState& state) {
  const bool revealing = reveals(state, holes_->name);
  drilledChanged_ = dateKey_.changed({state.asOf, revealing ? state.reveal->reason : std::string()});
  if (!drilledChanged_) return;
  const auto until = geology::dateOf(state.asOf);
  drilled_ = until ? geology::holesDrilledBy(*holes_, *until) : geology::BitMask(holes_->holes.size(), true);
  known_ = drilled_.count();
  if (!revealing || state.reveal->reason == kNotHidden) return;
  if (state.reveal->reason == kNoSurvey) {
    for (std::size_t h = 0; h < drilled_.size(); ++h)
      if (holes_->holes[h].basis == geology::TraceBasis::Surveyed) drilled_.reset(h);
  } else if (state.reveal->reason == notDrilledBy(state)) {
    drilled_ = geology::BitMask(drilled_.size(), true).subtract(drilled_);
  } else {
    drilled_ = geology::BitMask(drilled_.size());
  }
}

void DrillholesLayer::countHoles(const LayerState& layer, const ViewState& state) {
  count_ = {};
  count_.object = holes_->name;
  count_.what = "holes";
  count_.total = holes_->holes.size();
  count_.shown = layer.visible ? drilled_.count() : 0;
  const bool revealing = reveals(state, holes_->name);
  const std::size_t later = count_.total - known_;
  const bool laterShown = revealing && state.reveal->reason == notDrilledBy(state);
  if (later > 0 && !laterShown) count_.hidden.push_back({notDrilledBy(state), later});
  const std::size_t others = laterShown ? known_ : known_ - count_.shown;
  if (others > 0) count_.hidden.push_back({layer.visible ? kNotHidden : kLayerOff, others});
}

const geology::Column* DrillholesLayer::sizeColumn(const LayerState& layer) const {
  const geology::IntervalColumnRef size = findIntervalColumn(*holes_, layer.sizeBy);
  const bool sized = size.table == shown_.table && size.column != nullptr && size.column->isNumeric();
  return sized ? size.column : nullptr;
}

void DrillholesLayer::syncTubes(const LayerInput& input, const LayerState& layer, double radius) {
  if (shown_.column == nullptr) {
    countHoles(layer, input.state);
    look_.set(nullptr, {}, {});
    return;
  }
  const Selection selection =
      selectIntervals(*holes_, *shown_.table, input.state, input.deposit, &selection_);
  count_ = selection.count;
  const bool recolored = look_.set(shown_.column, legendOf(input.state, shown_.column->name), selection);
  count_.outsideLegend = look_.outside();
  const geology::Column* size = sizeColumn(layer);
  const Legend sizeLegend = size != nullptr ? legendOf(input.state, size->name) : Legend{};
  if (pathKey_.changed(shown_.table)) path_ = intervalPath(*holes_, *shown_.table);
  TubeChanges changes{};
  const bool modeChanged = modeKey_.changed(input.means.mode);
  changes.pieces = piecesKey_.changed({shown_.table, selection.revision, input.frame}) || modeChanged;
  changes.radii =
      radiiKey_.changed({layer.colorBy, size != nullptr ? layer.sizeBy : "", sizeLegend, radius}) ||
      modeChanged;
  changes.colors = recolored || modeChanged;
  if (changes.radii) {
    const ResolvedLegend resolved = size != nullptr ? resolveLegend(sizeLegend, *size) : ResolvedLegend{};
    radii_ = intervalRadii(*shown_.table, *shown_.column, size, &resolved, radius);
  }
  if (input.means.mode == DrawMode::Meshes)
    syncMesh(input, *selection.shown, changes);
  else
    syncShaderTubes(input, *selection.shown, changes);
}

void DrillholesLayer::syncShaderTubes(const LayerInput& input, const geology::BitMask& shown,
                                      const TubeChanges& changes) {
  if (changes.pieces) tubes_.setPieces(path_, shown, input.frame);
  if (changes.radii) tubes_.setRadii(radii_);
  if (changes.colors) tubes_.setColors(columnColors(*shown_.column, look_.legend()));
}

void DrillholesLayer::syncMesh(const LayerInput& input, const geology::BitMask& shown,
                               const TubeChanges& changes) {
  const bool rebuilt = changes.pieces || changes.radii;
  if (rebuilt) {
    // Round where there is room for it; an octagon else.
    constexpr std::size_t kFewIntervals = 20'000;
    TubeOptions options;
    options.sides = shown.count() <= kFewIntervals ? 24 : 8;
    options.intervalRadius = radii_;
    options.frame = input.frame;
    mesh_.setMesh(intervalTubes(path_, shown, options, mesh_.mesh()));
  }
  if (rebuilt || changes.colors)
    mesh_.setCellColors(rowColors(rowsOf(*mesh_.mesh()), *shown_.column, look_.legend()));
}

std::optional<PickState> DrillholesLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  PickState pick;
  pick.object = holes_->name;
  if (tubes_.draws(prop) || mesh_.draws(prop)) {
    const std::int64_t row = tubes_.draws(prop) ? cell : rowOfCell(*mesh_.mesh(), cell);
    if (row < 0 || row >= static_cast<std::int64_t>(shown_.table->size())) return std::nullopt;
    pick.table = shown_.table->name;
    pick.row = static_cast<std::size_t>(row);
    return pick;
  }
  for (const MeshProp* holeProp : {&traces_, &collars_}) {
    if (!holeProp->draws(prop)) continue;
    const std::int64_t row = rowOfCell(*holeProp->mesh(), cell);
    if (row < 0) return std::nullopt;
    pick.row = static_cast<std::size_t>(row);
    return pick;
  }
  return std::nullopt;
}

}  // namespace adit::viewer
