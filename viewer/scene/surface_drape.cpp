#include "viewer/scene/surface_drape.h"

#include "viewer/geometry/draped_surface.h"
#include "viewer/scene/block_shading.h"
#include "viewer/scene/palette.h"
#include "viewer/state/draped.h"

namespace adit::viewer {

SurfaceDrape::SurfaceDrape(std::string name, vtkRenderer& renderer)
    : name_(std::move(name)), blocks_(renderer), bare_(renderer) {
  for (MeshProp* prop : {&blocks_, &bare_}) shadeAsBlocks(*prop->actor().GetProperty());
  hide();
}

void SurfaceDrape::hide() {
  for (MeshProp* prop : {&blocks_, &bare_}) prop->setVisible(false);
}

bool SurfaceDrape::sync(const LayerInput& input, const DrawnSurface& drawn) {
  const auto model = input.section ? nullptr : drapedModel(input.deposit, input.state, name_);
  if (model != model_) {
    model_ = model;
    paint_ = model_ != nullptr ? std::make_unique<BlockPaint>(*model_) : nullptr;
    selection_ = {};
  }
  if (model_ == nullptr) {
    hide();
    return false;
  }
  const bool rebuilt = key_.changed({model_.get(), drawn.revision, input.frame});
  if (rebuilt) {
    const DrapedSurface draped = drapedSurface(drawn.mesh, drawn.shown, *model_);
    blocks_.setMesh(toPolyData(toMesh(draped.blocks, input.frame)));
    bare_.setMesh(toPolyData(toMesh(draped.bare, input.frame)));
  }
  const Selection blocks = selectDraped(*model_, input.state, input.deposit, &selection_);
  if (paint_->sync(input, blocks) || rebuilt) paint_->paint(blocks_, {});
  syncLook(input);
  return true;
}

void SurfaceDrape::syncLook(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, name_);
  bare_.setPlainColor(layer.color.value_or(paletteOf(input.state.theme).plainSurface));
  for (MeshProp* prop : {&blocks_, &bare_}) {
    prop->setOpacity(layer.opacity);
    prop->setVisible(true);
    prop->setPickable(!layer.locked);
    prop->setPlanes(input.planes, input.frame);
  }
}

const ResolvedLegend* SurfaceDrape::legend() const {
  return paint_ != nullptr && paint_->look().column() != nullptr ? &paint_->look().legend() : nullptr;
}

std::optional<PickState> SurfaceDrape::identify(const vtkProp* prop, std::int64_t cell) const {
  const MeshProp* drawn = blocks_.draws(prop) ? &blocks_ : bare_.draws(prop) ? &bare_ : nullptr;
  if (drawn == nullptr || model_ == nullptr) return std::nullopt;
  const std::int64_t row = rowOfCell(*drawn->mesh(), cell);
  if (row < 0) return std::nullopt;
  PickState pick;
  pick.object = drawn == &blocks_ ? model_->name : name_;
  pick.row = static_cast<std::size_t>(row);
  return pick;
}

}  // namespace adit::viewer
