// Surfaces, solids and strings.
#pragma once
#include <memory>
#include <tuple>
#include <vector>

#include "viewer/geometry/pit_pieces.h"
#include "viewer/geometry/row_columns.h"
#include "viewer/geometry/selection.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/scene/surface_drape.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class SurfaceLayer : public Layer {
 public:
  SurfaceLayer(std::shared_ptr<const geology::TriangleMesh> mesh, vtkRenderer& renderer);
  void sync(const LayerInput& input) override;
  void settle(const geology::Vec3& towardsEye) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;
  const ResolvedLegend* shownLegend() const override;

 private:
  /// Columns of vertices are shown as their mean over each triangle.
  void chooseColumn(const std::string& colorBy);
  bool choosePart(const LayerInput& input);
  const geology::TriangleMesh& drawn() const { return part_ ? *part_->mesh : *mesh_; }
  geology::BitMask drawnTriangles(const Selection& selection) const;
  /// Of a triangle as drawn: the one of the surface.
  std::size_t rowOf(std::int64_t triangle) const;
  void rebuild(const LayerInput& input, const Selection& selection);
  void syncCuts(const LayerInput& input, bool changed);
  void syncLook(const LayerInput& input, const LayerState& layer);

  std::shared_ptr<const geology::TriangleMesh> mesh_;
  /// A pit of the shown plan is drawn as far as it is ground: a part of mesh_, made anew for every moment.
  std::optional<PitPart> part_;
  std::uint64_t partRevision_ = 0;
  vtkRenderer& renderer_;
  MeshProp surface_, lines_, edges_;
  SurfaceDrape drape_;
  bool draped_ = false;  ///< blocks are drawn in place of the surface
  std::vector<std::uint32_t> surfaceRows_;
  ColumnPtr column_;
  bool recolor_ = false;
  std::vector<std::unique_ptr<MeshProp>> cutFaces_;
  std::vector<std::unique_ptr<MeshProp>> cutLines_;  ///< flat view only
  ChangeKey<std::tuple<std::uint64_t, std::uint64_t, SceneFrame>> meshKey_;
  ChangeKey<std::pair<std::shared_ptr<const planning::PitStages>, double>> partKey_;
  ChangeKey<std::tuple<CutPlanes, SceneFrame>> cutsKey_;
  ChangeKey<std::tuple<std::string>> columnKey_;
};

}  // namespace adit::viewer
