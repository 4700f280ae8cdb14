// Terrain: shaded relief with holes, contour lines, a draped image.
#pragma once
#include <tuple>

#include "viewer/geometry/pit_pieces.h"
#include "viewer/geometry/selection.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/state/colormap.h"

class vtkTexture;

namespace adit::viewer {

class TerrainLayer : public Layer {
 public:
  TerrainLayer(std::shared_ptr<const geology::Terrain> terrain, vtkRenderer& renderer);
  ~TerrainLayer() override;
  void sync(const LayerInput& input) override;
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const override;

 private:
  void rebuild(const LayerInput& input, const Selection& selection);
  void syncProfile(const LayerInput& input, const Selection& selection);
  bool syncAround(const LayerInput& input, const Selection& selection);
  void colorQuads(MeshProp& prop, const LayerState& layer, const Color& plain) const;
  void syncColors(const LayerInput& input, const LayerState& layer, bool rebuilt);
  void syncContours(const LayerInput& input, const LayerState& layer);

  std::shared_ptr<const geology::Terrain> terrain_;
  std::vector<float> shade_;   ///< hillshade, one a node
  geology::Column elevation_;  ///< the heights as a column to colour by
  int stride_;
  bool recolor_ = false;
  std::vector<geology::Vec3> aroundPlaces_;  ///< of the points of `around_`
  MeshProp grid_;
  MeshProp around_;  ///< the part that a mine plan is cut into
  MeshProp contours_, indexContours_, profile_, profileAround_;
  ChangeKey<std::tuple<std::uint64_t, SceneFrame, TerrainCut>> meshKey_, aroundKey_;
  ChangeKey<std::tuple<std::optional<Color>, bool, std::string, Theme>> plainKey_;
  ChangeKey<std::tuple<double, SceneFrame>> contoursKey_;
  ChangeKey<std::tuple<std::uint64_t, CutPlanes, SceneFrame, TerrainCut>> profileKey_;
};

}  // namespace adit::viewer
