#include "viewer/app/walking.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/on_foot.h"

namespace adit::viewer {
namespace {

/// Seconds of one step. A window that waited for a key has not walked meanwhile; one that draws slowly has,
/// and no longer than a picture may take before nobody can steer.
constexpr double kFirstStep = .1, kLongestStep = .5;
constexpr double kSame = 1e-4;  ///< deposit units: camera text and arithmetic come back rounded

double along(bool plus, bool minus) {
  return (plus ? 1.0 : 0.0) - (minus ? 1.0 : 0.0);
}

/// A camera that `walk to` or a step has made, and no orbit, which looks from afar.
bool isOnFoot(const CameraState& camera, const geology::Deposit& deposit) {
  constexpr double kNear = 10.5;  // metres
  return camera.framed && !camera.orthographic && camera.distance <= kNear * unitsInMetre(deposit.unit);
}

}  // namespace

Command Walking::goTo(const Vec3& place, const CameraState& camera) {
  return command("walk to", place.x, place.y, place.z, camera.bearing);
}

std::optional<Command> Walking::arrive(const Input& input) {
  const Vec3 focus = input.camera.focus;
  const auto ground = input.ground->groundAt(focus.x, focus.y);
  if (std::isnan(ground)) {
    hint_ = "There is no ground where you look: double-click on the ground to go there.";
    return std::nullopt;
  }
  return goTo({focus.x, focus.y, ground}, input.camera);
}

std::optional<Command> Walking::step(const Input& input) {
  const double seconds = std::min(input.seconds, moving_ ? kLongestStep : kFirstStep);
  moving_ = input.keys.any() || input.climb;
  if (!input.state.walk.ground) {
    hint_.clear();
    made_.reset();
    if (!input.keys.any()) return std::nullopt;
    return walkGesture(input.camera, input.keys, seconds);
  }
  if (input.ground == nullptr) return std::nullopt;
  if (!isOnFoot(input.camera, input.deposit)) {
    made_.reset();
    if (!moving_) return std::nullopt;
    return arrive(input);
  }
  const WalkMeasures measures = walkMeasures(input.deposit, input.state, input.ground->plan());
  const Vec3 eye = eyeOf(input.camera, input.state.exaggeration);
  const Vec3 feet = feetOf(input.deposit, input.state, input.camera);
  const bool elsewhere = !made_ || geology::length(eye - *made_) > kSame;
  if (elsewhere) walker_ = {feet, 0, feet.z};
  WalkWish wish;
  wish.forward = along(input.keys.forward, input.keys.back);
  wish.right = along(input.keys.right, input.keys.left);
  wish.bearing = input.camera.bearing;
  wish.run = input.keys.fast;
  wish.climb = input.climb;
  const WalkEvent event = walkOn(*input.ground, measures, wish, seconds, walker_);
  tell(event, measures);
  moving_ = moving_ || event == WalkEvent::Falling;
  const Vec3 now = walker_.feet + Vec3{0, 0, measures.eyeHeight * measures.metre};
  made_ = now;
  if (geology::length(now - eye) <= kSame) return std::nullopt;
  return cameraCommand(eyeAt(input.camera, now, input.state, input.deposit.unit));
}

void Walking::tell(WalkEvent event, const WalkMeasures& measures) {
  const std::string bench = std::to_string(std::lround(measures.bench)) + " m";
  switch (event) {
    case WalkEvent::Blocked:
      hint_ = "A wall: hold Space to climb it like a ladder, up to one bench (" + bench + ").";
      return;
    case WalkEvent::TooHigh:
      hint_ =
          "This wall is higher than one bench (" + bench + "): take the ramp, or double-click where to go.";
      return;
    case WalkEvent::Climbing:
      hint_ = "Climbing: hold Space; who lets go comes down.";
      return;
    case WalkEvent::NoGround:
      hint_ = "There is no ground here: double-click on the ground to go there.";
      return;
    case WalkEvent::Walking:
    case WalkEvent::Falling:
      hint_.clear();
  }
}

}  // namespace adit::viewer
