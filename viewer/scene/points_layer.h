// Points with attributes, drawn as small balls of constant size on the screen.
#pragma once
#include <tuple>

#include "viewer/geometry/selection.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class PointsLayer : public Layer {
 public:
  PointsLayer(std::shared_ptr<const geology::PointSet> points, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;

 private:
  std::shared_ptr<const geology::PointSet> points_;
  MeshProp prop_;
  std::vector<std::uint32_t> rows_;
  ChangeKey<std::tuple<std::uint64_t, SceneFrame>> meshKey_;
  ChangeKey<std::tuple<std::optional<Color>, Theme>> plainKey_;
};

}  // namespace adit::viewer
