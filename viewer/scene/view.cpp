#include "viewer/scene/view.h"

#include <algorithm>

namespace adit::viewer {
namespace {

// The column that a layer's colour comes from; the terrain's elevation is made on the spot.
std::optional<geology::Column> colorColumn(const geology::Deposit& deposit, const geology::ObjectEntry& entry,
                                           const std::string& colorBy) {
  using geology::ObjectKind;
  const auto copied = [](const geology::Column* column) {
    return column == nullptr ? std::nullopt : std::optional(*column);
  };
  switch (entry.kind) {
    case ObjectKind::DrillHoles:
      return copied(findIntervalColumn(*deposit.drillholes[entry.index], colorBy).column);
    case ObjectKind::BlockModel:
      return copied(findColumn(deposit.blockModels[entry.index]->columns, colorBy));
    case ObjectKind::Mesh:
      return copied(findColumn(deposit.meshes[entry.index]->triangleColumns, colorBy));
    case ObjectKind::Points:
      return copied(findColumn(deposit.points[entry.index]->columns, colorBy));
    case ObjectKind::Terrain:
      return geology::numericColumn("elevation", deposit.terrains[entry.index]->heights,
                                    unitSymbol(deposit.unit));
    default:
      return std::nullopt;
  }
}

}  // namespace

View::View() : renderer_(vtkSmartPointer<vtkRenderer>::New()), canvas_(std::make_unique<Canvas>(*renderer_)) {
  // Alpha 0, VTK's default, would let the window behind shine through.
  renderer_->SetBackgroundAlpha(1);
  renderer_->SetUseDepthPeeling(1);
  renderer_->SetMaximumNumberOfPeels(6);
  renderer_->SetOcclusionRatio(0.02);
}

View::~View() = default;

void View::setDeposit(const geology::Deposit& deposit) {
  layers_.clear();
  for (const geology::ObjectEntry& entry : geology::objects(deposit))
    if (auto layer = makeLayer(deposit, entry, *renderer_)) layers_.push_back(std::move(layer));
}

void View::syncLayers(const LayerInput& input) {
  for (const auto& layer : layers_) layer->sync(input);
}

std::optional<PickState> View::identify(const vtkProp* prop, std::int64_t cell) const {
  for (const auto& layer : layers_)
    if (auto pick = layer->identify(prop, cell)) return pick;
  return std::nullopt;
}

SceneFacts View::facts() const {
  SceneFacts facts;
  for (const auto& layer : layers_) facts.push_back(layer->count());
  return facts;
}

std::vector<ResolvedLegend> shownLegends(const geology::Deposit& deposit, const ViewState& state) {
  std::vector<ResolvedLegend> legends;
  std::vector<std::string> names;
  for (const geology::ObjectEntry& entry : geology::objects(deposit)) {
    const LayerState& layer = layerOf(state, entry.name);
    if (!layer.visible || layer.colorBy.empty()) continue;
    const auto column = colorColumn(deposit, entry, layer.colorBy);
    if (!column || std::find(names.begin(), names.end(), column->name) != names.end()) continue;
    names.push_back(column->name);
    legends.push_back(resolveLegend(legendOf(state, column->name), *column));
  }
  return legends;
}

}  // namespace adit::viewer
