#include "geology/planning/drive.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace adit::planning {
namespace {

using geology::Vec3;

constexpr double kSame = 1e-6;  ///< of a length unit: points that are one
constexpr double kSharpest =
    0.5;  ///< cosine: where the line turns sharper, walls do not follow into the corner
constexpr double kUpright = 0.5;  ///< plan length of a unit of line below which it is a raise

double planLength(const Vec3& v) {
  return std::hypot(v.x, v.y);
}

/// To the right of a direction in plan; east of a line that goes straight up.
Vec3 rightOf(const Vec3& along) {
  const double length = planLength(along);
  return length > kSame ? Vec3{along.y / length, -along.x / length, 0} : Vec3{1, 0, 0};
}

/// The right of a section where two parts of a line meet, as long as both walls ask for.
Vec3 mitre(const Vec3& before, const Vec3& after) {
  const Vec3 sum = rightOf(before) + rightOf(after);
  const double length = planLength(sum);
  if (length < kSame) return rightOf(before);
  const Vec3 middle = sum * (1 / length);
  return middle * (1 / std::max(kSharpest, dot(middle, rightOf(before))));
}

bool isRaise(const std::vector<Vec3>& points) {
  double plan = 0, whole = 0;
  for (std::size_t n = 0; n + 1 < points.size(); ++n) {
    plan += planLength(points[n + 1] - points[n]);
    whole += geology::length(points[n + 1] - points[n]);
  }
  return plan < kUpright * whole;
}

/// The profile at each point: upright across a drive, level across a raise, whose line is its middle.
std::vector<std::vector<Vec3>> ringsAlong(const std::vector<Vec3>& points, const DriveProfile& profile,
                                          bool raise) {
  const auto outline = profile.outline();
  std::vector<std::vector<Vec3>> rings;
  for (std::size_t n = 0; n < points.size(); ++n) {
    const Vec3 before = points[n] - points[n == 0 ? 0 : n - 1];
    const Vec3 after = points[n + 1 == points.size() ? n : n + 1] - points[n];
    const Vec3 right = raise                    ? Vec3{1, 0, 0}
                       : n == 0                 ? rightOf(after)
                       : n + 1 == points.size() ? rightOf(before)
                                                : mitre(before, after);
    // Anticlockwise as one looks along the line, which for a raise is up or down.
    const Vec3 up = raise ? Vec3{0, points.back().z > points.front().z ? -1.0 : 1.0, 0} : Vec3{0, 0, 1};
    const Vec3 foot = raise ? points[n] - up * (profile.height / 2) : points[n];
    rings.emplace_back();
    for (const auto& [across, above] : outline) rings.back().push_back(foot + right * across + up * above);
  }
  return rings;
}

/// A quad, or two triangles where it is twisted, as it is between a bend and a change of gradient.
void addFlat(const std::array<Vec3, 4>& quad, std::vector<std::vector<Vec3>>& faces) {
  const auto& [a, b, c, d] = quad;
  const Vec3 normal = geology::normalized(cross(b - a, c - a));
  if (std::abs(dot(normal, d - a)) < kSame) {
    faces.push_back({a, b, c, d});
  } else {
    faces.push_back({a, b, c});
    faces.push_back({a, c, d});
  }
}

}  // namespace

double doneShare(geology::PeriodIndex first, geology::PeriodIndex last, double time) {
  const double begin = first;
  const double end = static_cast<double>(std::max(first, last)) + 1;
  return std::clamp((time - begin) / (end - begin), 0.0, 1.0);
}

double DriveProfile::archRise() const {
  return std::min(width / 2, height / 3);
}

double DriveProfile::backAt(double offset) const {
  const double half = width / 2;
  if (!(std::abs(offset) <= half)) return 0;
  const double share = offset / half;
  return height - archRise() * (1 - std::sqrt(std::max(0.0, 1 - share * share)));
}

std::vector<std::array<double, 2>> DriveProfile::outline() const {
  const double half = width / 2;
  std::vector<std::array<double, 2>> points{{half, 0}};
  for (int part = 0; part <= kArchParts; ++part) {
    const double angle = std::numbers::pi * part / kArchParts;
    points.push_back({half * std::cos(angle), height - archRise() * (1 - std::sin(angle))});
  }
  points.push_back({-half, 0});
  return points;
}

double DriveProfile::area() const {
  const auto points = outline();
  double twice = 0;
  for (std::size_t n = 0; n < points.size(); ++n) {
    const auto& a = points[n];
    const auto& b = points[(n + 1) % points.size()];
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

Drive::Drive(const geology::PlanLine& line) : line_(&line), profile_{line.width, line.height} {
  for (const Vec3& p : line.points) {
    if (!points_.empty() && geology::length(p - points_.back()) < kSame) continue;
    chainage_.push_back(points_.empty() ? 0 : chainage_.back() + geology::length(p - points_.back()));
    points_.push_back(p);
  }
  raise_ = isRaise(points_);
  for (const Vec3& p : points_) {
    bounds_.include(p - Vec3{line.width, line.width, 0});
    bounds_.include(p + Vec3{line.width, line.width, line.height});
  }
}

Vec3 Drive::at(double chainage) const {
  if (points_.empty()) return {};
  const auto after = std::upper_bound(chainage_.begin(), chainage_.end(), chainage);
  if (after == chainage_.begin()) return points_.front();
  if (after == chainage_.end()) return points_.back();
  const auto n = static_cast<std::size_t>(after - chainage_.begin());
  const double share = (chainage - chainage_[n - 1]) / (chainage_[n] - chainage_[n - 1]);
  return points_[n - 1] + (points_[n] - points_[n - 1]) * share;
}

std::vector<Vec3> Drive::upTo(double chainage) const {
  std::vector<Vec3> part;
  if (!(chainage > kSame)) return part;
  for (std::size_t n = 0; n < points_.size() && chainage_[n] < chainage - kSame; ++n)
    part.push_back(points_[n]);
  part.push_back(at(std::min(chainage, length())));
  return part;
}

double Drive::volumeTo(double chainage) const {
  const std::vector<Vec3> part = upTo(chainage);
  double across = 0;
  for (std::size_t n = 0; n + 1 < part.size(); ++n) {
    const Vec3 way = part[n + 1] - part[n];
    across += raise_ ? std::abs(way.z) : planLength(way);
  }
  return profile_.area() * across;
}

std::optional<Drive::Place> Drive::placeOn(std::size_t segment, double x, double y, double until,
                                           double margin) const {
  const Vec3& a = points_[segment];
  const Vec3 way = points_[segment + 1] - a;
  const double plan = planLength(way);
  const double whole = chainage_[segment + 1] - chainage_[segment];
  if (plan < kUpright * whole) return std::nullopt;  // a raise has no floor to walk on
  const double driven = std::min(1.0, (until - chainage_[segment]) / whole);
  if (!(driven > 0)) return std::nullopt;
  double share = ((x - a.x) * way.x + (y - a.y) * way.y) / (plan * plan);
  // At bends the outer side is round; at the ends of the tunnel there is a face.
  const bool first = segment == 0;
  const bool last = segment + 2 == points_.size() || driven < 1;
  if ((first && share < 0) || (last && share > driven)) return std::nullopt;
  share = std::clamp(share, 0.0, driven);
  const double offset = std::hypot(x - a.x - way.x * share, y - a.y - way.y * share);
  if (!(offset <= profile_.width / 2 - margin)) return std::nullopt;
  const double floor = a.z + way.z * share;
  return Place{chainage_[segment] + whole * share, offset, floor, floor + profile_.backAt(offset)};
}

void Drive::placesAt(double x, double y, double until, double margin, std::vector<Place>& places) const {
  if (x < bounds_.min.x || x > bounds_.max.x || y < bounds_.min.y || y > bounds_.max.y) return;
  const std::size_t from = places.size();
  for (std::size_t n = 0; n + 1 < points_.size() && chainage_[n] < until; ++n)
    if (const auto place = placeOn(n, x, y, until, margin)) places.push_back(*place);
  std::sort(places.begin() + static_cast<std::ptrdiff_t>(from), places.end(),
            [](const Place& a, const Place& b) { return a.floor < b.floor; });
}

std::vector<std::vector<Vec3>> driveFaces(const Drive& drive, double until) {
  std::vector<std::vector<Vec3>> faces;
  const std::vector<Vec3> points = drive.upTo(until);
  if (points.size() < 2) return faces;
  const auto rings = ringsAlong(points, drive.profile(), drive.raise());
  for (std::size_t n = 0; n + 1 < rings.size(); ++n)
    for (std::size_t k = 0; k < rings[n].size(); ++k) {
      const std::size_t next = (k + 1) % rings[n].size();
      addFlat({rings[n][k], rings[n][next], rings[n + 1][next], rings[n + 1][k]}, faces);
    }
  // Looking along the line its outline runs anticlockwise: that is how the far face is seen from within.
  faces.emplace_back(rings.front().rbegin(), rings.front().rend());
  faces.push_back(rings.back());
  return faces;
}

}  // namespace adit::planning
