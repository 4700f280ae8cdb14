// The blocks behind a surface, drawn in its place: a pit wall with the grade in it.
#pragma once
#include <memory>
#include <optional>
#include <tuple>

#include "viewer/scene/block_paint.h"

namespace adit::viewer {

class SurfaceDrape {
 public:
  SurfaceDrape(std::shared_ptr<const geology::TriangleMesh> mesh, vtkRenderer& renderer);

  /// `triangles`: those of the surface that are shown. True when the view drapes blocks over it.
  bool sync(const LayerInput& input, const Selection& triangles);
  /// The colours of what is draped; nullptr: nothing is, or it has no column.
  const ResolvedLegend* legend() const;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const;

 private:
  void hide();
  void syncLook(const LayerInput& input);

  std::shared_ptr<const geology::TriangleMesh> mesh_;
  MeshProp blocks_;                                   ///< rows are blocks
  MeshProp bare_;                                     ///< beyond the model; rows are triangles
  std::shared_ptr<const geology::BlockModel> model_;  ///< nullptr: nothing is draped
  std::unique_ptr<BlockPaint> paint_;                 ///< of model_
  SelectionCache selection_;                          ///< of its blocks
  ChangeKey<std::tuple<const geology::BlockModel*, std::uint64_t, SceneFrame>> key_;
};

}  // namespace adit::viewer
