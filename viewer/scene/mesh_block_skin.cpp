#include "viewer/scene/mesh_block_skin.h"

#include <vtkProperty.h>

#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/honest_array.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/block_shading.h"

namespace adit::viewer {

MeshBlockSkin::MeshBlockSkin(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer)
    : model_(std::move(model)), prop_(renderer) {
  shadeAsBlocks(*prop_.actor().GetProperty());
}

// Coarse skins spare the GPU vertices; here the mesh itself is the cost, and the fine one is kept.
void MeshBlockSkin::setSkin(const BlockSkin& skin, int level) {
  if (level > 0) return;
  skin_ = &skin;
  rebuild();
}

void MeshBlockSkin::rebuild() {
  if (skin_ == nullptr) return;
  prop_.setMesh(look_.share < 1 ? shrunkBlockMesh(*model_, *skin_, look_.share, look_.frame)
                                : blockSkinMesh(*model_, *skin_, look_.frame));
  recolor();
  knowHonestly();
}

void MeshBlockSkin::knowHonestly() {
  // Through the dots one looks at what is behind, not at far walls: as in BlockFaceMapper.
  const bool closed = look_.opacity >= 1 && (look_.share >= 1 || look_.planes.empty());
  prop_.actor().GetProperty()->SetBackfaceCulling(look_.honest.on() && closed ? 1 : 0);
  if (!look_.honest.on()) return drawPlainly(prop_);
  if (prop_.mesh()->GetNumberOfCells() == 0) return;
  addHonestArray(*prop_.mesh(), {*model_, *look_.honest.codes, look_.frame, look_.share});
  drawHonestly(prop_, look_.honest, true, {look_.edgeWidth, look_.edgeColor});
}

void MeshBlockSkin::setColumn(const geology::Column* column, const ResolvedLegend* legend) {
  column_ = column;
  legend_ = legend;
  recolor();
}

void MeshBlockSkin::recolor() {
  if (column_ == nullptr) return prop_.setPlainColor(look_.plainColor);
  prop_.setCellColors(rowColors(rowsOf(*prop_.mesh()), *column_, *legend_));
}

void MeshBlockSkin::setLook(const SkinLook& look) {
  const bool otherShape = look.share != look_.share || look.frame != look_.frame;
  const bool otherHonesty = look.honest != look_.honest || look.edgeWidth != look_.edgeWidth;
  const bool otherColor = look.plainColor != look_.plainColor;
  look_ = look;
  prop_.setOpacity(look.opacity);
  prop_.setVisible(look.visible);
  prop_.setPickable(look.pickable);
  if (!look.honest.on()) prop_.setEdges(look.edgeWidth > 0, look.edgeColor, look.edgeWidth);
  prop_.setPlanes(look.planes, look.frame);
  if (otherShape)
    rebuild();
  else if (otherHonesty)
    knowHonestly();
  if (otherColor && column_ == nullptr) recolor();
}

std::optional<std::size_t> MeshBlockSkin::blockOf(const vtkProp* prop, std::int64_t cell) const {
  if (!prop_.draws(prop)) return std::nullopt;
  const std::int64_t row = rowOfCell(*prop_.mesh(), cell);
  if (row < 0) return std::nullopt;
  return static_cast<std::size_t>(row);
}

}  // namespace adit::viewer
