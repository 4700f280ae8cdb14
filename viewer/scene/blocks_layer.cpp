#include "viewer/scene/blocks_layer.h"

#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/grade_shell.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {

BlocksLayer::BlocksLayer(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer)
    : model_(std::move(model)), index_(*model_), renderer_(renderer), skin_(renderer) {
  skin_.prop.setFlat(true);
}

void BlocksLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, model_->name);
  const Selection selection = selectBlocks(*model_, input.state, input.deposit, &selection_);
  count_ = selection.count;
  geometryChanged_ = false;
  const geology::Column* column = geology::findColumn(model_->columns, layer.colorBy);
  recolor_ = look_.set(column, column != nullptr ? legendOf(input.state, column->name) : Legend{}, selection);
  count_.outsideLegend = look_.outside();
  const bool shells = !layer.shells.empty() && !input.section;
  if (layer.visible && !input.section && !shells) syncSkin(input, layer, selection);
  if (layer.visible && !shells) syncCuts(input, selection);
  if (layer.visible) syncShells(input, layer, selection);
  syncLook(input, layer);
  skin_.prop.setVisible(layer.visible && !input.section && !shells);
  for (const auto& cut : cuts_) cut->prop.setVisible(layer.visible && !shells);
  for (const auto& shell : shells_) shell->setVisible(layer.visible && shells);
}

void BlocksLayer::syncSkin(const LayerInput& input, const LayerState& layer, const Selection& selection) {
  skin_.prop.setPlanes(input.planes, input.frame);
  if (!skinKey_.changed({selection.revision, layer.blockStyle, layer.shrink, input.frame})) return;
  skinOf(index_, *selection.shown, blocksSeen_);
  skin_.prop.setMesh(layer.blockStyle == BlockStyle::Shrunk
                         ? shrunkBlockMesh(*model_, blocksSeen_, layer.shrink, input.frame)
                         : blockSkinMesh(*model_, blocksSeen_, input.frame));
  geometryChanged_ = true;
}

void BlocksLayer::syncCuts(const LayerInput& input, const Selection& selection) {
  // In the flat view the one face is that of its section; in space every plane has a face.
  CutPlanes planes = input.planes;
  if (input.section) {
    planes.erase(planes.begin(),
                 planes.begin() + 2);  // the corridor does not cut the face of its own section
    planes.insert(planes.begin(), *input.section);
  }
  const std::size_t faces = input.section ? 1 : planes.size();
  if (!cutsKey_.changed({selection.revision, planes, input.frame})) return;
  while (cuts_.size() > faces) cuts_.pop_back();
  while (cuts_.size() < faces) {
    cuts_.push_back(std::make_unique<Faces>(renderer_));
    cuts_.back()->prop.setFlat(true);
  }
  for (std::size_t i = 0; i < faces; ++i) {
    cuts_[i]->prop.setMesh(toPolyData(blockCutFaces(index_, *selection.shown, {planes, i}, input.frame)));
  }
  geometryChanged_ = true;
}

void BlocksLayer::syncShells(const LayerInput& input, const LayerState& layer, const Selection& selection) {
  const geology::Column* column = look_.column();
  const bool possible = column != nullptr && column->isNumeric() && !input.section;
  const std::vector<double> values = possible ? layer.shells : std::vector<double>{};
  if (shellsKey_.changed({values.empty() ? 0 : selection.revision, layer.colorBy, values, input.frame})) {
    shells_.clear();
    for (const double value : values) {
      shells_.push_back(std::make_unique<MeshProp>(renderer_));
      shells_.back()->setMesh(gradeShell(*model_, *column, *selection.shown, value, input.frame));
    }
  }
  if (values.empty()) return;
  const ResolvedLegend& legend = look_.legend();
  for (std::size_t i = 0; i < shells_.size(); ++i) {
    shells_[i]->setPlainColor(legend.colorOf(static_cast<float>(values[i])));
    // The innermost shell is the most solid; one alone follows the layer's opacity.
    const double share = shells_.size() == 1
                             ? 1
                             : 0.4 + 0.6 * static_cast<double>(i) / static_cast<double>(shells_.size() - 1);
    shells_[i]->setGlow(0.45);
    shells_[i]->setOpacity(layer.opacity * share);
    shells_[i]->setPlanes(input.planes, input.frame);
  }
}

void BlocksLayer::color(Faces& faces, const LayerInput& input, const LayerState& layer) const {
  if (look_.column() != nullptr)
    faces.prop.setCellColors(rowColors(rowsOf(*faces.prop.mesh()), *look_.column(), look_.legend()));
  else
    faces.prop.setPlainColor(layer.color.value_or(paletteOf(input.state.theme).plainBlock));
}

void BlocksLayer::syncLook(const LayerInput& input, const LayerState& layer) {
  const bool recolor = plainKey_.changed({layer.color, input.state.theme}) || recolor_;
  const bool edged = layer.blockStyle == BlockStyle::Edged;
  const auto style = [&](Faces& faces) {
    if (recolor || geometryChanged_) color(faces, input, layer);
    faces.prop.setOpacity(layer.opacity);
    faces.prop.setPickable(!layer.locked);
    faces.prop.setEdges(edged, paletteOf(input.state.theme).edge, 0.6 * input.scale);
  };
  style(skin_);
  for (const auto& cut : cuts_) style(*cut);
}

std::optional<PickState> BlocksLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  const auto rowIn = [&](const Faces& faces) -> std::optional<PickState> {
    if (!faces.prop.draws(prop)) return std::nullopt;
    const std::int64_t row = rowOfCell(*faces.prop.mesh(), cell);
    if (row < 0) return std::nullopt;
    PickState pick;
    pick.object = model_->name;
    pick.row = static_cast<std::size_t>(row);
    return pick;
  };
  if (auto pick = rowIn(skin_)) return pick;
  for (const auto& cut : cuts_)
    if (auto pick = rowIn(*cut)) return pick;
  return std::nullopt;
}

}  // namespace adit::viewer
