// A camera path at any moment: a smooth way through its key frames.
#pragma once
#include <optional>
#include <vector>

#include "viewer/state/view_state.h"

namespace adit::viewer {

struct PathMoment {
  CameraState camera;              ///< framed
  std::optional<double> planTime;  ///< where the mine plan stands; absent: the path says nothing of it
};

/// Every quantity follows a cubic between the keys that has their values, no corner, and nowhere a value
/// beyond its two neighbours (F. N. Fritsch, R. E. Carlson, "Monotone piecewise cubic interpolation", SIAM J.
/// Numer. Anal. 17, 1980): a path inside a drive stays inside, and a plan never runs backwards. Distances
/// change by factors; bearings turn the shorter way. Before the first key and after the last one the path
/// stands. Precondition: there is a key. `exaggeration` matters to where a path with a look-at point looks.
PathMoment cameraAt(const CameraPathState& path, double seconds, double exaggeration = 1);

/// Seconds from the first key to the last; 0 without keys.
double durationOf(const CameraPathState& path);

/// The camera with its eye at one true place and its focus at another.
CameraState lookingFrom(const Vec3& eye, const Vec3& focus, double exaggeration = 1);
/// The eye of a camera in true coordinates.
Vec3 eyeOf(const CameraState& camera, double exaggeration = 1);

/// Values at rising places and their slopes, as above.
class MonotoneCurve {
 public:
  /// Both as long as each other, at least one; `at` rises.
  MonotoneCurve(std::vector<double> at, std::vector<double> values);
  double operator()(double place) const;

 private:
  std::vector<double> at_, values_, slopes_;
};

}  // namespace adit::viewer
