// Drillholes: interval tubes coloured and sized by columns, thin traces, collars.
#pragma once
#include <tuple>

#include "viewer/geometry/interval_path.h"
#include "viewer/geometry/selection.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/scene/tubes_prop.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

/// A pick with an empty table names a hole; with a table, an interval.
class DrillholesLayer : public Layer {
 public:
  DrillholesLayer(std::shared_ptr<const geology::DrillHoles> holes, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;
  bool drawingFailed() const override { return tubes_.failed(); }

 private:
  struct TubeChanges {
    bool pieces, radii, colors;
  };
  void syncDrilled(const ViewState& state);
  void countHoles(const LayerState& layer, const ViewState& state);
  /// What the intervals are sized by: a numeric column of the table that is shown, or nothing.
  const geology::Column* sizeColumn(const LayerState& layer) const;
  void syncTubes(const LayerInput& input, const LayerState& layer, double radius);
  void syncShaderTubes(const LayerInput& input, const geology::BitMask& shown, const TubeChanges& changes);
  void syncMesh(const LayerInput& input, const geology::BitMask& shown, const TubeChanges& changes);

  std::shared_ptr<const geology::DrillHoles> holes_;
  double defaultRadius_;
  TubesProp tubes_;
  MeshProp mesh_;  ///< of the tubes, where they are drawn as a mesh
  MeshProp traces_, collars_;
  /// One bit a hole that is drawn: that is there at the date of the view, or is revealed.
  geology::BitMask drilled_;
  std::size_t known_ = 0;  ///< holes that are there at the date of the view
  bool drilledChanged_ = false;
  ChangeKey<std::pair<std::string, std::string>> dateKey_;
  geology::IntervalColumnRef shown_;
  IntervalPath path_;  ///< of the table that is shown
  std::vector<float> radii_;
  ChangeKey<const geology::IntervalTable*> pathKey_;
  ChangeKey<DrawMode> modeKey_;
  ChangeKey<std::tuple<const geology::IntervalTable*, std::uint64_t, SceneFrame>> piecesKey_;
  ChangeKey<std::tuple<std::string, std::string, Legend, double>> radiiKey_;
  ChangeKey<std::tuple<SceneFrame, double>> framesKey_;
};

}  // namespace adit::viewer
