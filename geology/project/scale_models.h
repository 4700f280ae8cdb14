// The things for scale that are part of the program: assets/models.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "geology/model/placed_asset.h"

namespace adit::project {

struct ScaleModel {
  std::string_view name;  ///< "haul truck"
  std::string_view gltf;  ///< the whole file
};
/// Made by geology/project/CMakeLists.txt from assets/models/*.gltf.
const std::vector<ScaleModel>& scaleModels();

/// The model of that name at its own origin; nullptr when there is none.
std::shared_ptr<geology::PlacedAsset> scaleModel(std::string_view name);

}  // namespace adit::project
