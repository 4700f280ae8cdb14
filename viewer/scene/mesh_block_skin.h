// The skin of a block model as vtkPolyData: for machines whose OpenGL cannot hold the arrays, and for export.
#pragma once
#include "viewer/scene/block_skin_prop.h"
#include "viewer/scene/mesh_prop.h"

namespace adit::viewer {

class MeshBlockSkin : public BlockSkinProp {
 public:
  MeshBlockSkin(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer);

  void setSkin(const BlockSkin& skin, int level) override;
  void setColumn(const geology::Column* column, const ResolvedLegend* legend) override;
  void setLook(const SkinLook& look) override;
  std::optional<std::size_t> blockOf(const vtkProp* prop, std::int64_t cell) const override;

 private:
  void rebuild();
  void recolor();
  void knowHonestly();

  std::shared_ptr<const geology::BlockModel> model_;
  MeshProp prop_;
  const BlockSkin* skin_ = nullptr;
  const geology::Column* column_ = nullptr;
  const ResolvedLegend* legend_ = nullptr;
  SkinLook look_;
};

}  // namespace adit::viewer
