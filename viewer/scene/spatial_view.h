// The view in space: layers, light, coordinate grid, section outlines, and what stands around.
#pragma once
#include "viewer/geometry/coordinate_grid.h"
#include "viewer/geometry/search_ellipsoid.h"
#include "viewer/scene/backdrop.h"
#include "viewer/scene/haul_traffic_prop.h"
#include "viewer/scene/hole_labels.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/scene/minimap.h"
#include "viewer/scene/notes.h"
#include "viewer/scene/path_marks.h"
#include "viewer/scene/view.h"

namespace adit::viewer {

class SpatialView : public View {
 public:
  SpatialView();
  void setDeposit(const geology::Deposit& deposit);
  /// `camera` is resolved (framed).
  void sync(const LayerInput& input, const CameraState& camera);
  /// Places labels and furniture for the camera; call right before rendering, when the size is known.
  void prepareFrame(const LayerInput& input, const CameraState& camera);

 private:
  void syncGrid(const LayerInput& input);
  void syncLight(const LayerInput& input);
  void syncSections(const LayerInput& input);
  void syncEllipsoid(const LayerInput& input);
  void drawGridLabels(const LayerInput& input, const Projector& projector);
  void drawHoleLabels(const LayerInput& input, const Projector& projector);
  void drawFurniture(const LayerInput& input, const CameraState& camera);
  void drawCameraPath(const LayerInput& input, const Projector& projector);
  /// What notes keep clear of.
  NoteRoom noteRoom(const Projector& projector) const;

  /// A text of that width beginning at `from` is whole in the view and clear of legends and north arrow.
  bool isFree(const Projector& projector, Pixel from, double width) const;

  geology::Box3 bounds_;
  double tagsFoot_ = 0;      ///< pixels; the lower edge of the tags
  double furnitureTop_ = 0;  ///< pixels up to which scale bar and legends reach
  GridFrame grid_;
  std::vector<PixelBox> notes_;  ///< where the plates of notes stand in this frame
  PathTrace path_;
  ChangeKey<std::tuple<CameraPathState, double>> pathKey_;
  Backdrop backdrop_;
  Minimap minimap_;
  HaulTrafficProp traffic_;
  bool lamp_ = false;
  MeshProp floor_;
  std::vector<std::unique_ptr<MeshProp>> outlines_;
  MeshProp ellipsoidSkin_, ellipsoidLines_;
  std::optional<SearchEllipsoid> ellipsoid_;  ///< that is drawn
  ChangeKey<std::tuple<SceneFrame>> gridKey_;
  ChangeKey<std::tuple<std::optional<SearchEllipsoid>, SceneFrame>> ellipsoidKey_;
  ChangeKey<std::tuple<std::vector<SectionState>, BoxState, SceneFrame>> sectionsKey_;
  HoleLabels holeLabels_;
};

}  // namespace adit::viewer
