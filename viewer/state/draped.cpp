#include "viewer/state/draped.h"

#include <algorithm>

namespace adit::viewer {

std::shared_ptr<const geology::BlockModel> drapedModel(const geology::Deposit& deposit,
                                                       const ViewState& state, std::string_view surface) {
  const LayerState& layer = layerOf(state, std::string(surface));
  if (!layer.visible || layer.drape.empty()) return nullptr;
  for (const auto& model : deposit.blockModels)
    if (model->name == layer.drape) return model;
  return nullptr;
}

bool showsBlocks(const geology::Deposit& deposit, const ViewState& state, const geology::BlockModel& model) {
  return layerOf(state, model.name).visible ||
         std::any_of(deposit.meshes.begin(), deposit.meshes.end(), [&](const auto& mesh) {
           return drapedModel(deposit, state, mesh->name).get() == &model;
         });
}

}  // namespace adit::viewer
