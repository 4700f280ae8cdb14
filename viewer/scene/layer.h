// A layer draws one object of the deposit in one view. One kind of object, one file.
#pragma once
#include <vtkRenderer.h>

#include <functional>
#include <memory>
#include <optional>

#include "geology/model/deposit.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/geometry/scene_frame.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/scene/column_look.h"
#include "viewer/scene/draw_mode.h"
#include "viewer/state/facts.h"
#include "viewer/state/lens_facts.h"
#include "viewer/state/view_state.h"

class vtkProp;

namespace adit::viewer {

class WalkGround;

/// What the machine can draw with.
struct DrawingMeans {
  DrawMode mode = DrawMode::Shaders;
  std::size_t bufferTexels = 0;          ///< elements that an array read by shaders may have
  bool slow = false;                     ///< no GPU: every triangle costs
  std::size_t movingFaces = 20'000'000;  ///< of blocks: as many as can follow the hand
  /// A frame waits for what takes long to find out. Else it is drawn more simply first, and `whenReady` is
  /// called, on a thread of its own, when the next sync has all of it.
  bool waits = true;
  std::function<void()> whenReady{};
};

/// What every layer is given. In the flat view `section` is set: layers then draw what the plane and its
/// corridor show; `planes` starts with the two of the corridor.
struct LayerInput {
  const geology::Deposit& deposit;
  const ViewState& state;
  SceneFrame frame;
  CutPlanes planes;
  std::optional<HalfSpace> section;
  double scale = 1;  ///< of the monitor: line widths grow with it
  DrawingMeans means;
  const LensFacts* lens = nullptr;   ///< what the evidence lens tells; nullptr: nothing
  const PlanInTime* plan = nullptr;  ///< the mine plan at the view's moment; nullptr: none is shown
  bool moving = false;  ///< under the hand right now: what takes too long to draw may be drawn coarsely
  const WalkGround* walk = nullptr;  ///< what one can stand on; nullptr: nobody is on foot or under ground
  bool covered = false;              ///< the eye is under ground, where there is no sky
};

class Layer {
 public:
  virtual ~Layer() = default;
  /// Brings what is drawn up to the input; rebuilds only what the changed inputs ask for.
  virtual void sync(const LayerInput& input) = 0;
  /// The row that a cell of a prop draws, or nothing when the prop is not of this layer.
  virtual std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const = 0;
  /// Where a line of sight (two points in deposit coordinates) meets what identify() has found, for layers
  /// that draw without a mesh; nothing: look in the mesh.
  virtual std::optional<geology::Vec3> meeting(const PickState&, const std::array<geology::Vec3, 2>&) const {
    return std::nullopt;
  }
  /// Things that lie on one plane must not depend on the order in which they were made: what yields to others
  /// is moved by so small a step, in scene coordinates, in space only.
  virtual void settle(const geology::Vec3& towardsEye) { (void)towardsEye; }
  /// Which blocks the layer shows, when it is that of this model.
  virtual std::optional<Selection> shownBlocks(const geology::BlockModel&) const { return std::nullopt; }
  /// After a frame: the driver could not draw the layer by shaders; it has to be synced with meshes.
  virtual bool drawingFailed() const { return false; }
  /// After a sync: something is drawn more simply until DrawingMeans::whenReady.
  virtual bool unfinished() const { return false; }
  /// Faces in the last picture, where there may be more of them than can follow the hand.
  virtual std::size_t movingFaces() const { return 0; }
  const LayerCount& count() const { return count_; }
  /// Of the column that the layer is coloured by; nullptr when it is not.
  virtual const ResolvedLegend* shownLegend() const {
    return look_.column() != nullptr ? &look_.legend() : nullptr;
  }

 protected:
  LayerCount count_;
  ColumnLook look_;
  SelectionCache selection_;  ///< of this object in this view
};

/// The layer of an object, or nullptr for kinds that are not drawn by themselves (images).
std::unique_ptr<Layer> makeLayer(const geology::Deposit& deposit, const geology::ObjectEntry& entry,
                                 vtkRenderer& renderer);

/// Remembers the last inputs; true when they changed since the last call.
template <typename Key>
class ChangeKey {
 public:
  bool changed(Key key) {
    if (last_ && *last_ == key) return false;
    last_ = std::move(key);
    return true;
  }

 private:
  std::optional<Key> last_;
};

}  // namespace adit::viewer
