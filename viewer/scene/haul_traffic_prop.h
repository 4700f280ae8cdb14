// Trucks on haul routes, drawn: one mesh a part of the truck for all of them.
#pragma once
#include <memory>
#include <vector>

#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"

namespace adit::viewer {

class HaulTrafficProp {
 public:
  explicit HaulTrafficProp(vtkRenderer& renderer) : renderer_(renderer) {}
  void sync(const LayerInput& input);
  void forget();

 private:
  vtkRenderer& renderer_;
  const geology::PlacedAsset* truck_ = nullptr;
  std::vector<std::unique_ptr<MeshProp>> parts_;
  ChangeKey<std::tuple<std::vector<geology::AssetPose>, SceneFrame>> key_;
};

}  // namespace adit::viewer
