// Drillholes: interval tubes coloured and sized by columns, thin traces, collars.
#pragma once
#include <tuple>

#include "viewer/geometry/selection.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

/// A pick with an empty table names a hole; with a table, an interval.
class DrillholesLayer : public Layer {
 public:
  DrillholesLayer(std::shared_ptr<const geology::DrillHoles> holes, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;

 private:
  void syncTubes(const LayerInput& input, const LayerState& layer, double radius);

  std::shared_ptr<const geology::DrillHoles> holes_;
  double defaultRadius_;
  MeshProp tubes_, traces_, collars_;
  geology::IntervalColumnRef shown_;
  std::vector<std::uint32_t> rows_;
  ChangeKey<std::tuple<std::uint64_t, std::string, std::string, Legend, double, SceneFrame>> tubesKey_;
  ChangeKey<std::tuple<SceneFrame, double>> framesKey_;
};

}  // namespace adit::viewer
