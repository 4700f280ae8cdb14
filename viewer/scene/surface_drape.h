// The blocks behind a surface, drawn in its place: a pit wall with the grade in it.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "viewer/scene/block_paint.h"

namespace adit::viewer {

/// The triangles of a surface that are shown.
struct DrawnSurface {
  const geology::TriangleMesh& mesh;
  const geology::BitMask& shown;
  std::array<std::uint64_t, 2> revision;  ///< another one: another mesh or other triangles
};

class SurfaceDrape {
 public:
  /// Of the surface of that name.
  SurfaceDrape(std::string name, vtkRenderer& renderer);

  /// True when the view drapes blocks over it.
  bool sync(const LayerInput& input, const DrawnSurface& drawn);
  /// The colours of what is draped; nullptr: nothing is, or it has no column.
  const ResolvedLegend* legend() const;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const;

 private:
  void hide();
  void syncLook(const LayerInput& input);

  std::string name_;
  MeshProp blocks_;                                   ///< rows are blocks
  MeshProp bare_;                                     ///< beyond the model; rows are triangles as drawn
  std::shared_ptr<const geology::BlockModel> model_;  ///< nullptr: nothing is draped
  std::unique_ptr<BlockPaint> paint_;                 ///< of model_
  SelectionCache selection_;                          ///< of its blocks
  ChangeKey<std::tuple<const geology::BlockModel*, std::array<std::uint64_t, 2>, SceneFrame>> key_;
};

}  // namespace adit::viewer
