#include "viewer/scene/pulled_block_skin.h"

#include <vtkProperty.h>
#include <vtkRenderer.h>

#include "viewer/scene/block_shading.h"

namespace adit::viewer {

PulledBlockSkin::PulledBlockSkin(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer)
    : renderer_(renderer) {
  mapper_->setModel(std::move(model));
  actor_->SetMapper(mapper_);
  shadeAsBlocks(*actor_->GetProperty());
  renderer_.AddActor(actor_);
}

PulledBlockSkin::~PulledBlockSkin() {
  renderer_.RemoveActor(actor_);
}

void PulledBlockSkin::setSkin(const BlockSkin& skin, int level) {
  mapper_->setSkin(skin, level);
}

void PulledBlockSkin::setColumn(const geology::Column* column, const ResolvedLegend* legend) {
  mapper_->coloring().setColumn(column, legend);
}

void PulledBlockSkin::setLook(const SkinLook& look) {
  mapper_->setLook(look);
  actor_->GetProperty()->SetOpacity(look.opacity);
  actor_->SetVisibility(look.visible ? 1 : 0);
  actor_->SetPickable(look.pickable ? 1 : 0);
}

std::optional<std::size_t> PulledBlockSkin::blockOf(const vtkProp* prop, std::int64_t cell) const {
  if (prop != actor_.GetPointer() || cell < 0) return std::nullopt;
  return static_cast<std::size_t>(cell);
}

}  // namespace adit::viewer
