// A block model: the skin of the blocks shown, filled faces where planes cut them, grade shells.
#pragma once
#include <memory>
#include <tuple>
#include <vector>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/selection.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class BlocksLayer : public Layer {
 public:
  BlocksLayer(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;

 private:
  /// A mesh of blocks; its rows are block numbers.
  struct Faces {
    explicit Faces(vtkRenderer& renderer) : prop(renderer) {}
    MeshProp prop;
  };
  void syncSkin(const LayerInput& input, const LayerState& layer, const Selection& selection);
  void syncCuts(const LayerInput& input, const Selection& selection);
  void syncShells(const LayerInput& input, const LayerState& layer, const Selection& selection);
  void syncLook(const LayerInput& input, const LayerState& layer);
  void color(Faces& faces, const LayerInput& input, const LayerState& layer) const;

  std::shared_ptr<const geology::BlockModel> model_;
  BlockIndex index_;
  BlockSkin blocksSeen_;
  vtkRenderer& renderer_;
  Faces skin_;
  std::vector<std::unique_ptr<Faces>> cuts_;
  std::vector<std::unique_ptr<MeshProp>> shells_;
  bool geometryChanged_ = false;
  bool recolor_ = false;
  ChangeKey<std::tuple<std::uint64_t, BlockStyle, double, SceneFrame>> skinKey_;
  ChangeKey<std::tuple<std::uint64_t, CutPlanes, SceneFrame>> cutsKey_;
  ChangeKey<std::tuple<std::uint64_t, std::string, std::vector<double>, SceneFrame>> shellsKey_;
  ChangeKey<std::tuple<std::optional<Color>, Theme>> plainKey_;
};

}  // namespace adit::viewer
