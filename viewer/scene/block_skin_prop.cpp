#include "viewer/scene/block_skin_prop.h"

#include "viewer/scene/mesh_block_skin.h"
#include "viewer/scene/pulled_block_skin.h"

namespace adit::viewer {
namespace {

/// Shaders count cells in 31 bits.
constexpr std::int64_t kMostCells = std::int64_t{1} << 31;

bool canPull(const geology::BlockModel& model, const DrawingMeans& means) {
  return means.mode != DrawMode::Meshes && model.lattice.cellCount() < kMostCells &&
         BlockFaceMapper::texelsFor(model) <= means.bufferTexels;
}

}  // namespace

std::unique_ptr<BlockSkinProp> makeBlockSkinProp(std::shared_ptr<const geology::BlockModel> model,
                                                 vtkRenderer& renderer, const DrawingMeans& means) {
  if (canPull(*model, means)) return std::make_unique<PulledBlockSkin>(std::move(model), renderer);
  return std::make_unique<MeshBlockSkin>(std::move(model), renderer);
}

}  // namespace adit::viewer
