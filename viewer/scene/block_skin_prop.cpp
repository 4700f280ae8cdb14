#include "viewer/scene/block_skin_prop.h"

#include "viewer/scene/mesh_block_skin.h"
#include "viewer/scene/pulled_block_skin.h"

namespace adit::viewer {

std::unique_ptr<BlockSkinProp> makeBlockSkinProp(std::shared_ptr<const geology::BlockModel> model,
                                                 vtkRenderer& renderer, const DrawingMeans& means) {
  if (means.mode == DrawMode::Shaders && BlockFaceMapper::texelsFor(*model) <= means.bufferTexels)
    return std::make_unique<PulledBlockSkin>(std::move(model), renderer);
  return std::make_unique<MeshBlockSkin>(std::move(model), renderer);
}

}  // namespace adit::viewer
