#include "viewer/scene/layer.h"

#include "viewer/scene/asset_layer.h"
#include "viewer/scene/blocks_layer.h"
#include "viewer/scene/drillholes_layer.h"
#include "viewer/scene/points_layer.h"
#include "viewer/scene/surface_layer.h"
#include "viewer/scene/terrain_layer.h"

namespace adit::viewer {

std::unique_ptr<Layer> makeLayer(const geology::Deposit& deposit, const geology::ObjectEntry& entry,
                                 vtkRenderer& renderer) {
  using geology::ObjectKind;
  switch (entry.kind) {
    case ObjectKind::DrillHoles:
      return std::make_unique<DrillholesLayer>(deposit.drillholes[entry.index], renderer);
    case ObjectKind::BlockModel:
      return std::make_unique<BlocksLayer>(deposit.blockModels[entry.index], renderer);
    case ObjectKind::Mesh:
      return std::make_unique<SurfaceLayer>(deposit.meshes[entry.index], renderer);
    case ObjectKind::Terrain:
      return std::make_unique<TerrainLayer>(deposit.terrains[entry.index], renderer);
    case ObjectKind::Points:
      return std::make_unique<PointsLayer>(deposit.points[entry.index], renderer);
    case ObjectKind::Asset:
      return std::make_unique<AssetLayer>(deposit.assets[entry.index], renderer);
    case ObjectKind::Image:
      return nullptr;
  }
  return nullptr;
}

}  // namespace adit::viewer
