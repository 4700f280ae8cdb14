#include "geology/analysis/desurvey.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace adit::analysis {
namespace {

using geology::HoleTrace;
using geology::SurveyStation;
using geology::TraceStation;
using geology::Vec3;

struct Direction {
  double depth;
  Vec3 tangent;
};

double radians(double degrees) {
  return degrees * (std::numbers::pi / 180);
}

bool usable(const SurveyStation& station) {
  return std::isfinite(station.depth) && std::isfinite(station.azimuth) && std::isfinite(station.dip) &&
         station.depth >= 0;
}

// Ordered, one a depth, the first one at the collar.
std::vector<Direction> directions(std::vector<SurveyStation> stations) {
  std::erase_if(stations, [](const SurveyStation& station) { return !usable(station); });
  std::stable_sort(stations.begin(), stations.end(),
                   [](const SurveyStation& a, const SurveyStation& b) { return a.depth < b.depth; });
  std::vector<Direction> result;
  result.reserve(stations.size() + 1);
  for (const SurveyStation& station : stations) {
    const Direction direction{station.depth, tangentOf(station.azimuth, station.dip)};
    if (!result.empty() && result.back().depth == direction.depth)
      result.back() = direction;
    else
      result.push_back(direction);
  }
  if (result.empty()) result.push_back({0, Vec3{0, 0, -1}});
  if (result.front().depth > 0) result.insert(result.begin(), {0, result.front().tangent});
  return result;
}

// A trace turns at once where two stations lie one floating point step apart: straight before, straight
// after.
class TraceBuilder {
 public:
  TraceBuilder(const Vec3& collar, const Direction& first)
      : stations_{{first.depth, collar, first.tangent}} {}

  void arcTo(const Direction& to) {
    const TraceStation& last = stations_.back();
    const Vec3 step = geology::minimumCurvatureStep(last.tangent, to.tangent, to.depth - last.depth);
    stations_.push_back({to.depth, last.position + step, to.tangent});
  }

  void straightThenTurn(double depth, const Vec3& tangent) {
    const TraceStation last = stations_.back();
    if (last.tangent == tangent) return;
    const Vec3 position = last.position + last.tangent * (depth - last.depth);
    const double before = std::nextafter(depth, last.depth);
    if (before > last.depth) stations_.push_back({before, position, last.tangent});
    stations_.push_back({depth, position, tangent});
  }

  // Straight along the old direction for the first half, along the new one for the second.
  void balancedTo(const Direction& to) {
    const double middle = std::midpoint(stations_.back().depth, to.depth);
    if (middle > stations_.back().depth && middle < to.depth) straightThenTurn(middle, to.tangent);
    const TraceStation& last = stations_.back();
    stations_.push_back({to.depth, last.position + to.tangent * (to.depth - last.depth), to.tangent});
  }

  HoleTrace build() { return HoleTrace(std::move(stations_)); }
  const Vec3& tangent() const { return stations_.back().tangent; }

 private:
  std::vector<TraceStation> stations_;
};

// No circular arc turns a hole round on the spot; such a pair of readings is followed half and half.
bool hasArc(const Vec3& t1, const Vec3& t2) {
  return geology::angleBetween(t1, t2) < std::numbers::pi - 1e-6;
}

void extend(TraceBuilder& trace, const Direction& to, DesurveyMethod method) {
  if (method == DesurveyMethod::Tangential)
    trace.straightThenTurn(to.depth, to.tangent);
  else if (method == DesurveyMethod::MinimumCurvature && hasArc(trace.tangent(), to.tangent))
    trace.arcTo(to);
  else
    trace.balancedTo(to);
}

// The same path with its last station at the end of hole, but never without the one at the collar.
HoleTrace endingAt(double length, const HoleTrace& whole) {
  const TraceStation end = whole.at(length);
  std::vector<TraceStation> stations = whole.stations();
  while (stations.size() > 1 && stations.back().depth >= length) stations.pop_back();
  if (length > stations.back().depth) stations.push_back(end);
  return HoleTrace(std::move(stations));
}

}  // namespace

Vec3 tangentOf(double azimuth, double dip) {
  const double a = radians(azimuth);
  const double d = radians(dip);
  return {std::sin(a) * std::cos(d), std::cos(a) * std::cos(d), -std::sin(d)};
}

HoleTrace desurvey(const Vec3& collar, std::vector<SurveyStation> stations, double length,
                   DesurveyMethod method) {
  const std::vector<Direction> path = directions(std::move(stations));
  TraceBuilder trace(collar, path.front());
  // The step that holds the end of hole is the last one that matters.
  for (std::size_t i = 1; i < path.size() && path[i - 1].depth < length; ++i) extend(trace, path[i], method);
  return endingAt(length, trace.build());
}

}  // namespace adit::analysis
