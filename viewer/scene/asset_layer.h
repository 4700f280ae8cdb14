// A thing placed for scale: never stretched by the vertical exaggeration, so that it keeps its true shape.
#pragma once
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"

namespace adit::viewer {

class AssetLayer : public Layer {
 public:
  AssetLayer(std::shared_ptr<const geology::PlacedAsset> asset, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;

 private:
  std::shared_ptr<const geology::PlacedAsset> asset_;
  std::vector<std::unique_ptr<MeshProp>> parts_;
  ChangeKey<std::tuple<SceneFrame, std::optional<Placement>>> placeKey_;
};

}  // namespace adit::viewer
