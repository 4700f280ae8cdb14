// A person on foot in the window: from held keys and time to commands. Knows no window and no scene.
#pragma once
#include <optional>
#include <string>

#include "viewer/app/gestures.h"
#include "viewer/geometry/walk_ground.h"
#include "viewer/state/walker.h"

namespace adit::viewer {

class Walking {
 public:
  struct Input {
    const geology::Deposit& deposit;
    const ViewState& state;
    const CameraState& camera;  ///< resolved
    const WalkGround* ground;   ///< of the last picture; nullptr: none yet
    WalkKeys keys;
    bool climb = false;
    double seconds = 0;  ///< since the last step; half a second counts at most, a tenth from standing
  };
  /// To call each frame while the walking tool is held: one may fall, or the ground may go, without a key.
  /// The command puts the camera; nothing when all stays as it is. The first step of somebody who is not on
  /// foot yet goes to the ground at which the camera looks.
  std::optional<Command> step(const Input& input);
  /// To the ground at a place that was clicked.
  static Command goTo(const Vec3& place, const CameraState& camera);

  /// What keeps one from going on, and how to; empty when nothing does.
  const std::string& hint() const { return hint_; }
  /// One falls, or keys are held: the next frame should not wait.
  bool moving() const { return moving_; }

 private:
  std::optional<Command> arrive(const Input& input);
  void tell(WalkEvent event, const WalkMeasures& measures);

  Walker walker_;
  std::optional<Vec3> made_;  ///< the eye after the last step: elsewhere, one was set down there
  std::string hint_;
  bool moving_ = false;
};

}  // namespace adit::viewer
