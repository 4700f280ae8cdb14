#include "viewer/scene/drillholes_layer.h"

#include <algorithm>
#include <cmath>

#include "viewer/geometry/drillhole_tubes.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/palette.h"

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

}  // namespace

DrillholesLayer::DrillholesLayer(std::shared_ptr<const geology::DrillHoles> holes, vtkRenderer& renderer)
    : holes_(std::move(holes)),
      defaultRadius_(defaultTubeRadius(*holes_)),
      tubes_(renderer),
      traces_(renderer),
      collars_(renderer) {
  traces_.setUnlit();
  tubes_.setGlow(0.5);
}

void DrillholesLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, holes_->name);
  const Palette& palette = paletteOf(input.state.theme);
  const double radius = layer.tubeRadius > 0 ? layer.tubeRadius : defaultRadius_;
  shown_ = findIntervalColumn(*holes_, layer.colorBy);
  syncTubes(input, layer, radius);
  if (framesKey_.changed({input.frame, radius})) {
    traces_.setMesh(toPolyData(traceLines(*holes_, input.frame), true));
    collars_.setMesh(toPolyData(collarMarkers(*holes_, radius * 1.6, input.frame)));
  }
  traces_.setPlainColor(palette.trace);
  traces_.setLineWidth(1.2 * input.scale);
  collars_.setPlainColor(palette.collar);
  traces_.setVisible(layer.visible && layer.traces);
  collars_.setVisible(layer.visible && layer.collars);
  tubes_.setVisible(layer.visible && shown_.column != nullptr);
  // In the flat view the holes of the corridor lie in front of the section, not half buried in it.
  const geology::Vec3 forward = input.section ? input.frame.normalToScene(input.section->normal) *
                                                    (input.state.sectionView.corridor * 2.5)
                                              : geology::Vec3{};
  for (MeshProp* prop : {&tubes_, &traces_, &collars_}) {
    prop->setShift(forward);
    prop->setOpacity(layer.opacity);
    prop->setPickable(!layer.locked);
    prop->setPlanes(input.planes, input.frame);
  }
}

void DrillholesLayer::syncTubes(const LayerInput& input, const LayerState& layer, double radius) {
  if (shown_.column == nullptr) {
    count_ = {};
    count_.object = holes_->name;
    count_.what = "holes";
    count_.total = holes_->holes.size();
    count_.shown = layer.visible ? count_.total : 0;
    look_.set(nullptr, {}, {});
    return;
  }
  const Selection selection =
      selectIntervals(*holes_, *shown_.table, input.state, input.deposit, &selection_);
  count_ = selection.count;
  const bool recolor = look_.set(shown_.column, legendOf(input.state, shown_.column->name), selection);
  count_.outsideLegend = look_.outside();
  const geology::IntervalColumnRef size = findIntervalColumn(*holes_, layer.sizeBy);
  const bool sized = size.table == shown_.table && size.column != nullptr && size.column->isNumeric();
  const Legend sizeLegend = sized ? legendOf(input.state, size.column->name) : Legend{};
  const bool rebuilt = tubesKey_.changed(
      {selection.revision, layer.colorBy, sized ? layer.sizeBy : "", sizeLegend, radius, input.frame});
  if (rebuilt) {
    TubeOptions options;
    options.radius = radius;
    const ResolvedLegend resolved = sized ? resolveLegend(sizeLegend, *size.column) : ResolvedLegend{};
    options.intervalRadius =
        intervalRadii(*shown_.table, *shown_.column, sized ? size.column : nullptr, &resolved, radius);
    const MeshBuffer mesh = intervalTubes(*holes_, *shown_.table, *selection.shown, options, input.frame);
    tubes_.setMesh(toPolyData(mesh));
    rows_ = mesh.rows;
  }
  if (recolor || rebuilt) tubes_.setCellColors(rowColors(rows_, *shown_.column, look_.legend()));
}

std::optional<PickState> DrillholesLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  PickState pick;
  pick.object = holes_->name;
  if (tubes_.draws(prop)) {
    const std::int64_t row = rowOfCell(*tubes_.mesh(), cell);
    if (row < 0) return std::nullopt;
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
