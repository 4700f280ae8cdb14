// A block model: the skin of the blocks shown, filled faces where planes cut them, grade shells.
#pragma once
#include <memory>
#include <tuple>
#include <vector>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/covers_work.h"
#include "viewer/geometry/honest_codes.h"
#include "viewer/geometry/moving_detail.h"
#include "viewer/geometry/selection.h"
#include "viewer/scene/block_skin_prop.h"
#include "viewer/scene/block_slices.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class BlocksLayer : public Layer {
 public:
  BlocksLayer(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;
  bool drawingFailed() const override {
    return (skinProp_ != nullptr && skinProp_->failed()) || slices_.failed();
  }
  bool unfinished() const override { return unfinished_; }
  std::size_t movingFaces() const override;
  std::optional<Selection> shownBlocks(const geology::BlockModel& model) const override;
  std::optional<geology::Vec3> meeting(const PickState& pick,
                                       const std::array<geology::Vec3, 2>& sight) const override;

 private:
  void syncHonest(const LayerInput& input);
  /// A revision of the mask, and a level of detail.
  using SkinKey = std::pair<std::uint64_t, int>;

  void syncSkin(const LayerInput& input, const LayerState& layer, bool visible);
  std::size_t makeSkin(int level);
  void showSkin(int level);
  void showMovingSkin(std::size_t mostFaces);
  void syncFaces(const LayerInput& input, const LayerState& layer, bool shells);
  void syncCuts(const LayerInput& input);
  void syncShells(const LayerInput& input, const LayerState& layer);
  void syncCutLook(const LayerInput& input, const LayerState& layer);
  void syncShellLook(const LayerInput& input, const LayerState& layer, bool rebuilt);
  void colorCut(MeshProp& cut, const LayerInput& input, const LayerState& layer) const;

  std::shared_ptr<const geology::BlockModel> model_;
  vtkRenderer& renderer_;
  BlockIndex index_;
  std::shared_ptr<const geology::BitMask> shown_;
  std::uint64_t revision_ = 0;  ///< of shown_
  CutPlanes planes_;            ///< of the last sync, for picking
  std::optional<HalfSpace> section_;

  HonestLook honest_;
  geology::BitMask solid_;                  ///< blocks that Honest View does not look through
  std::optional<HonestBasis> honestBasis_;  ///< what its codes were made from
  bool honestChanged_ = false;
  ChangeKey<HonestLook> shellHonestKey_;
  ChangeKey<double> cutEdgesKey_;

  std::unique_ptr<BlockSkinProp> skinProp_;
  DrawMode skinMode_ = DrawMode::Shaders;  ///< that it was made for
  BlockSkin skin_, coarse_;
  std::optional<SkinKey> skinKey_, coarseKey_;  ///< what they were made from
  std::optional<SkinKey> shownSkin_;            ///< what skinProp_ shows
  DetailLevel detail_;                          ///< while something moves
  Selection painted_;                           ///< the blocks of faces that are painted
  SelectionCache paintedCache_;
  BlockSlices slices_;                           ///< those faces, where shaders draw them
  std::vector<CutFace> faces_;                   ///< all that are shown
  std::vector<CutFace> cutFaces_;                ///< those that meshes draw
  std::vector<std::unique_ptr<MeshProp>> cuts_;  ///< the blocks in which these lie; rows are block numbers
  std::vector<std::unique_ptr<MeshProp>> shells_;
  CoversWork covers_;        ///< of index_
  bool unfinished_ = false;  ///< the skin is joined blocks, since these are still being found
  bool cutsChanged_ = false;
  bool recolor_ = false;
  ChangeKey<std::tuple<std::uint64_t, std::uint64_t, std::vector<CutFace>, SceneFrame>> cutsKey_;
  ChangeKey<std::tuple<std::uint64_t, std::string, std::vector<double>, SceneFrame>> shellsKey_;
  ChangeKey<std::tuple<std::optional<Color>, Theme>> plainKey_;
};

}  // namespace adit::viewer
