// A layer draws one object of the deposit in one view. One kind of object, one file.
#pragma once
#include <vtkRenderer.h>

#include <memory>
#include <optional>

#include "geology/model/deposit.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/scene_frame.h"
#include "viewer/state/facts.h"
#include "viewer/state/view_state.h"

class vtkProp;

namespace adit::viewer {

class SelectionCache;

/// What every layer is given. In the flat view `section` is set: layers then draw what the plane and its
/// corridor show; `planes` starts with the two of the corridor.
struct LayerInput {
  const geology::Deposit& deposit;
  const ViewState& state;
  SceneFrame frame;
  CutPlanes planes;
  std::optional<HalfSpace> section;
  double scale = 1;  ///< of the monitor: line widths grow with it
};

class Layer {
 public:
  virtual ~Layer() = default;
  /// Brings what is drawn up to the input; rebuilds only what the changed inputs ask for.
  virtual void sync(const LayerInput& input) = 0;
  /// The row that a cell of a prop draws, or nothing when the prop is not of this layer.
  virtual std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const = 0;
  virtual LayerCount count() const = 0;
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
