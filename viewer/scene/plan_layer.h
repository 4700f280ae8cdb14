// A mine plan at a moment: floors and walls of what is open, what is being mined, heaps, development.
#pragma once
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/mined_surface.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/scene/block_skin_prop.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"

namespace adit::viewer {

/// Of one view. The terrain around a pit is drawn by the terrain's own layer, the blocks that stand yet by
/// that of their model.
class PlanLayer {
 public:
  explicit PlanLayer(vtkRenderer& renderer);
  ~PlanLayer();
  /// `shown`: of the model whose blocks are mined, as its own layer shows them.
  void sync(const LayerInput& input, const Selection& shown);
  /// Walls are the faces of the blocks behind them, and win over those by so small a step towards the eye, in
  /// scene coordinates.
  void towardsEye(const geology::Vec3& step);
  /// The block behind a wall or floor.
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const;
  /// Forgets what belongs to objects that are gone.
  void forget();

 private:
  struct OfModel;  ///< what is kept of the model whose blocks are mined

  void hide();
  void syncSurface(const LayerInput& input);
  void syncProfile(const LayerInput& input);
  void syncWorkings(const LayerInput& input);
  void colorWalls(const LayerInput& input, const Selection& shown);
  void syncCurrent(const LayerInput& input);
  void syncHeap(const LayerInput& input);

  vtkRenderer& renderer_;
  std::unique_ptr<OfModel> ofModel_;
  MeshProp walls_;        ///< with a block behind; rows are block numbers
  MeshProp bare_;         ///< ground that is not in the model
  MeshProp profile_;      ///< in the flat view: the ground as mined, tunnels and stopes
  MeshProp fillProfile_;  ///< ... and what lies in or on them: backfill, dumps, the heap
  MeshProp heap_;
  MeshProp under_, underBare_;  ///< tunnels and stopes from within, with a block behind and without
  MeshProp shell_;              ///< the same from outside: one sees into them
  MeshProp fill_;               ///< backfill, dumps of the plan
  ChangeKey<std::tuple<std::shared_ptr<const Workings>, double, const geology::BlockModel*, SceneFrame>>
      workingsKey_;
  ChangeKey<std::tuple<std::shared_ptr<const planning::MinedGround>,
                       std::shared_ptr<const planning::PitStages>, double, SceneFrame>>
      surfaceKey_;
  ChangeKey<std::tuple<std::shared_ptr<const planning::SpoilHeap>, double, SceneFrame>> heapKey_;
  /// What the profiles are of.
  struct Profiled {
    CutPlanes section;
    SceneFrame frame;
    std::shared_ptr<const planning::MinedGround> ground;
    std::shared_ptr<const planning::PitStages> pits;
    std::shared_ptr<const Workings> workings;
    std::shared_ptr<const planning::SpoilHeap> heap;
    double time, heapTip;
    friend bool operator==(const Profiled&, const Profiled&) = default;
  };
  ChangeKey<Profiled> profileKey_;
  bool surfaceChanged_ = false;
};

}  // namespace adit::viewer
