// The skin of a block model from four bytes a face (block_face_mapper.h).
#pragma once
#include <vtkActor.h>
#include <vtkNew.h>

#include "viewer/scene/block_face_mapper.h"
#include "viewer/scene/block_skin_prop.h"

namespace adit::viewer {

class PulledBlockSkin : public BlockSkinProp {
 public:
  PulledBlockSkin(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer);
  ~PulledBlockSkin() override;
  PulledBlockSkin(const PulledBlockSkin&) = delete;
  PulledBlockSkin& operator=(const PulledBlockSkin&) = delete;

  void setSkin(const BlockSkin& skin, int level) override;
  void setColumn(const geology::Column* column, const ResolvedLegend* legend) override;
  void setLook(const SkinLook& look) override;
  bool failed() const override { return mapper_->failed(); }
  std::optional<std::size_t> blockOf(const vtkProp* prop, std::int64_t cell) const override;

 private:
  vtkRenderer& renderer_;
  vtkNew<vtkActor> actor_;
  vtkNew<BlockFaceMapper> mapper_;
};

}  // namespace adit::viewer
