#include "viewer/state/camera_path.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/state/angles.h"
#include "viewer/state/camera.h"
#include "viewer/state/camera_flight.h"
#include "viewer/state/limits.h"

namespace adit::viewer {
namespace {

/// The slope at a key between two spans: their weighted harmonic mean, 0 at a turn. It satisfies the
/// condition of Fritsch and Carlson (F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5, 1984).
double slopeBetween(double h0, double d0, double h1, double d1) {
  if (d0 * d1 <= 0) return 0;
  const double w0 = 2 * h1 + h0, w1 = h1 + 2 * h0;
  return (w0 + w1) / (w0 / d0 + w1 / d1);
}

using Member = double (*)(const CameraState&);

/// The curves of one path.
class Curves {
 public:
  explicit Curves(const CameraPathState& path) : path_(path) {
    for (const CameraKey& key : path.keys) at_.push_back(key.seconds);
  }

  double value(Member member, double seconds) const {
    std::vector<double> values;
    for (const CameraKey& key : path_.keys) values.push_back(member(key.camera));
    return MonotoneCurve(at_, std::move(values))(seconds);
  }

  double bearing(double seconds) const {
    std::vector<double> values;
    for (const CameraKey& key : path_.keys)
      values.push_back(values.empty() ? key.camera.bearing
                                      : values.back() + shorterTurn(values.back(), key.camera.bearing));
    return normalizedBearing(MonotoneCurve(at_, std::move(values))(seconds));
  }

  std::optional<double> planTime(double seconds) const {
    std::vector<double> at, values;
    for (const CameraKey& key : path_.keys)
      if (key.planTime) {
        at.push_back(key.seconds);
        values.push_back(*key.planTime);
      }
    if (at.empty()) return std::nullopt;
    return MonotoneCurve(std::move(at), std::move(values))(seconds);
  }

 private:
  const CameraPathState& path_;
  std::vector<double> at_;
};

}  // namespace

MonotoneCurve::MonotoneCurve(std::vector<double> at, std::vector<double> values)
    : at_(std::move(at)), values_(std::move(values)), slopes_(at_.size(), 0.0) {
  const std::size_t n = at_.size();
  const auto span = [&](std::size_t i) { return at_[i + 1] - at_[i]; };
  const auto rise = [&](std::size_t i) { return (values_[i + 1] - values_[i]) / span(i); };
  if (n < 2) return;
  slopes_.front() = rise(0);
  slopes_.back() = rise(n - 2);
  for (std::size_t i = 1; i + 1 < n; ++i)
    slopes_[i] = slopeBetween(span(i - 1), rise(i - 1), span(i), rise(i));
}

double MonotoneCurve::operator()(double place) const {
  if (place <= at_.front()) return values_.front();
  if (place >= at_.back()) return values_.back();
  const auto after = std::upper_bound(at_.begin(), at_.end(), place);
  const auto i = static_cast<std::size_t>(after - at_.begin()) - 1;
  const double h = at_[i + 1] - at_[i];
  const double t = (place - at_[i]) / h;
  const double a = (1 + 2 * t) * (1 - t) * (1 - t), b = t * (1 - t) * (1 - t);
  const double c = t * t * (3 - 2 * t), d = t * t * (t - 1);
  return a * values_[i] + b * h * slopes_[i] + c * values_[i + 1] + d * h * slopes_[i + 1];
}

Vec3 eyeOf(const CameraState& camera, double exaggeration) {
  Vec3 back = poseOf(camera).eye - camera.focus;
  back.z /= exaggeration;
  return camera.focus + back;
}

CameraState lookingFrom(const Vec3& eye, const Vec3& focus, double exaggeration) {
  Vec3 way = focus - eye;
  way.z *= exaggeration;
  const double across = std::hypot(way.x, way.y);
  CameraState camera;
  camera.framed = true;
  camera.focus = focus;
  camera.distance = std::clamp(length(way), kDistanceBounds.lo, kDistanceBounds.hi);
  if (across > 0) camera.bearing = normalizedBearing(degrees(std::atan2(way.x, way.y)));
  if (length(way) > 0) camera.plunge = degrees(std::atan2(-way.z, across));
  return camera;
}

PathMoment cameraAt(const CameraPathState& path, double seconds, double exaggeration) {
  const Curves curves(path);
  const auto next = std::find_if(path.keys.begin(), path.keys.end(),
                                 [&](const CameraKey& key) { return key.seconds > seconds; });
  PathMoment moment{(next == path.keys.begin() ? next : next - 1)->camera, curves.planTime(seconds)};
  CameraState& camera = moment.camera;
  camera.framed = true;
  camera.focus = {curves.value([](const CameraState& c) { return c.focus.x; }, seconds),
                  curves.value([](const CameraState& c) { return c.focus.y; }, seconds),
                  curves.value([](const CameraState& c) { return c.focus.z; }, seconds)};
  camera.bearing = curves.bearing(seconds);
  camera.plunge = curves.value([](const CameraState& c) { return c.plunge; }, seconds);
  camera.viewAngle = curves.value([](const CameraState& c) { return c.viewAngle; }, seconds);
  camera.distance =
      std::exp(curves.value([](const CameraState& c) { return std::log(c.distance); }, seconds));
  if (!path.lookAt) return moment;
  const CameraState aimed = lookingFrom(eyeOf(camera, exaggeration), *path.lookAt, exaggeration);
  camera.focus = aimed.focus;
  camera.distance = aimed.distance;
  camera.plunge = aimed.plunge;
  // Straight down has no bearing of its own: that of the path stays.
  const double across =
      std::hypot(aimed.focus.x - eyeOf(aimed, exaggeration).x, aimed.focus.y - eyeOf(aimed, exaggeration).y);
  if (across > 1e-9 * aimed.distance) camera.bearing = aimed.bearing;
  return moment;
}

double durationOf(const CameraPathState& path) {
  return path.keys.empty() ? 0 : path.keys.back().seconds - path.keys.front().seconds;
}

}  // namespace adit::viewer
