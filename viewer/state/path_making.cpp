#include "viewer/state/path_making.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "geology/model/nearest_word.h"
#include "viewer/state/angles.h"
#include "viewer/state/camera_path.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

using geology::Deposit;
using geology::TriangleMesh;

double lengthOf(const PathLine& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += length(line[i] - line[i - 1]);
  return sum;
}

/// Places on a line by the length from its beginning; past its ends it goes on straight.
class Stations {
 public:
  explicit Stations(const PathLine& line) {
    for (const Vec3& point : line) {
      if (!line_.empty() && point == line_.back()) continue;
      at_.push_back(line_.empty() ? 0 : at_.back() + length(point - line_.back()));
      line_.push_back(point);
    }
  }
  double whole() const { return at_.empty() ? 0 : at_.back(); }
  Vec3 at(double place) const {
    const auto after = std::upper_bound(at_.begin() + 1, at_.end() - 1, place);
    const auto i = static_cast<std::size_t>(after - at_.begin());
    return line_[i - 1] + (line_[i] - line_[i - 1]) * ((place - at_[i - 1]) / (at_[i] - at_[i - 1]));
  }

 private:
  PathLine line_;
  std::vector<double> at_;
};

bool namesARoad(const std::string& part) {
  std::string upper;
  for (const char c : part) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  constexpr std::array<std::string_view, 4> kWords{"RAMP", "DECLINE", "ROAD", "HAUL"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return upper.find(word) != std::string::npos; });
}

std::vector<PathLine> stringsOf(const TriangleMesh& mesh) {
  const auto isRoad = [&](const geology::Polyline& line) {
    const auto part = static_cast<std::size_t>(line.part);
    return line.part >= 0 && part < mesh.parts.size() && namesARoad(mesh.parts[part]);
  };
  const bool roads = std::any_of(mesh.lines.begin(), mesh.lines.end(), isRoad);
  std::vector<PathLine> strings;
  for (const geology::Polyline& line : mesh.lines) {
    if (line.vertices.size() < 2 || (roads && !isRoad(line))) continue;
    PathLine& string = strings.emplace_back();
    for (const std::uint32_t vertex : line.vertices) string.push_back(mesh.vertices[vertex]);
    if (line.closed) string.push_back(string.front());
  }
  return strings;
}

/// Where two pieces meet: the distance of the nearest ends, and which ends they are.
struct Meeting {
  double gap = 0;
  bool firstBegins = false, secondEnds = false;  ///< the piece has to be turned to follow on
};
Meeting meetingOf(const PathLine& a, const PathLine& b) {
  Meeting best{std::numeric_limits<double>::infinity(), false, false};
  for (const bool begins : {false, true})
    for (const bool ends : {false, true}) {
      const double gap = length((begins ? a.front() : a.back()) - (ends ? b.back() : b.front()));
      if (gap < best.gap) best = {gap, begins, ends};
    }
  return best;
}

/// Joins pieces whose ends lie within `reach` of each other, nearest first.
std::vector<PathLine> chained(std::vector<PathLine> pieces, double reach) {
  constexpr std::size_t kMostPieces = 600;  // pairs are compared; whole maps of strings are no ramp
  while (pieces.size() > 1 && pieces.size() <= kMostPieces) {
    Meeting best{std::numeric_limits<double>::infinity(), false, false};
    std::size_t first = 0, second = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i)
      for (std::size_t j = i + 1; j < pieces.size(); ++j)
        if (const Meeting found = meetingOf(pieces[i], pieces[j]); found.gap < best.gap) {
          best = found;
          first = i;
          second = j;
        }
    if (!(best.gap <= reach)) break;
    if (best.firstBegins) std::reverse(pieces[first].begin(), pieces[first].end());
    if (best.secondEnds) std::reverse(pieces[second].begin(), pieces[second].end());
    pieces[first].insert(pieces[first].end(), pieces[second].begin(), pieces[second].end());
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(second));
  }
  return pieces;
}

Vec3 nearestOn(const PathLine& line, const Vec3& place) {
  Vec3 nearest = line.front();
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec3 side = line[i] - line[i - 1];
    const double square = dot(side, side);
    const double t = square > 0 ? std::clamp(dot(place - line[i - 1], side) / square, 0.0, 1.0) : 0;
    const Vec3 there = line[i - 1] + side * t;
    if (length(there - place) < length(nearest - place)) nearest = there;
  }
  return nearest;
}

/// A road between two of its edges.
struct Road {
  PathLine middle;
  double width = 0;  ///< at its widest
};

/// The road between two strings that run beside each other all the way on one level, as the edges of a ramp
/// do and those of two benches do not.
std::optional<Road> roadBetween(const PathLine& edge, const PathLine& other) {
  constexpr double kWidest = 60, kNearlyAsLong = 0.6, kLevel = 0.2;
  const double ratio = lengthOf(other) / lengthOf(edge);
  if (!(ratio >= kNearlyAsLong && ratio * kNearlyAsLong <= 1)) return std::nullopt;
  Road road;
  std::vector<double> widths;
  double apart = 0, steps = 0;
  for (const Vec3& point : edge) {
    const Vec3 across = nearestOn(other, point) - point;
    road.width = std::max(road.width, length(across));
    if (road.width > kWidest) return std::nullopt;
    apart += length(across);
    steps += std::abs(across.z);
    widths.push_back(length(across));
    road.middle.push_back(point + across * 0.5);
  }
  // Where a ramp runs out its edges meet, and the middle leaves the way that one drives.
  constexpr double kFullWidth = 0.8;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (widths[i] >= kFullWidth * road.width) road.middle[kept++] = road.middle[i];
  road.middle.resize(kept);
  return steps <= kLevel * apart && kept > 1 ? std::optional(std::move(road)) : std::nullopt;
}

/// Each string with its nearest other edge gives a road; strings without one are left out.
std::vector<Road> roadsOf(const std::vector<PathLine>& strings) {
  std::vector<Road> roads;
  std::vector<bool> used(strings.size(), false);
  for (std::size_t i = 0; i < strings.size(); ++i) {
    std::optional<Road> best;
    std::size_t partner = i;
    for (std::size_t j = i + 1; j < strings.size() && !used[i]; ++j) {
      if (used[j]) continue;
      std::optional<Road> road = roadBetween(strings[i], strings[j]);
      if (!road || (best && best->width <= road->width)) continue;
      best = std::move(road);
      partner = j;
    }
    if (!best) continue;
    used[partner] = true;
    roads.push_back(std::move(*best));
  }
  return roads;
}

/// The longest way: along the middle of a road where there are edges, else along a string.
PathLine longestWay(const std::vector<PathLine>& strings) {
  std::vector<PathLine> lines;
  double reach = 1;  // strings of one road are drawn end to end
  for (Road& road : roadsOf(strings)) {
    reach = std::max(reach, 3 * road.width);  // from bench to bench, edges end one after the other
    lines.push_back(std::move(road.middle));
  }
  lines = chained(lines.empty() ? strings : std::move(lines), reach);
  return *std::max_element(lines.begin(), lines.end(),
                           [](const PathLine& a, const PathLine& b) { return lengthOf(a) < lengthOf(b); });
}

PathLine downwards(PathLine line) {
  if (line.back().z > line.front().z) std::reverse(line.begin(), line.end());
  return line;
}

}  // namespace

OrError<PathLine> wayThrough(const Deposit& deposit, const std::string& object) {
  for (const auto& plan : deposit.plans)
    for (const geology::PlanLine& line : plan->lines)
      if (line.name == object && line.points.size() > 1) return downwards(line.points);
  std::vector<std::string> names;
  for (const auto& mesh : deposit.meshes) {
    names.push_back(mesh->name);
    if (mesh->name != object) continue;
    const std::vector<PathLine> strings = stringsOf(*mesh);
    if (strings.empty())
      return CommandError{"'" + object + "' has no string; a ramp is a line, not a surface"};
    return downwards(longestWay(strings));
  }
  return CommandError{"there is no line '" + object + "'" + geology::suggestion(object, names)};
}

OrError<PathLine> traceOf(const Deposit& deposit, const std::string& drillholes, const std::string& hole) {
  std::vector<std::string> names;
  for (const auto& holes : deposit.drillholes) {
    if (holes->name != drillholes) continue;
    for (const geology::DrillHole& one : holes->holes) {
      names.push_back(one.id);
      if (one.id != hole) continue;
      PathLine line;
      constexpr int kPieces = 48;
      for (int i = 0; i <= kPieces; ++i) line.push_back(one.trace.positionAt(one.length * i / kPieces));
      return line;
    }
  }
  return CommandError{"there is no hole '" + hole + "' in " + drillholes + geology::suggestion(hole, names)};
}

std::vector<CameraKey> keysAlong(const PathLine& line, const Walk& walk) {
  const Stations stations(line);
  const double whole = stations.whole();
  if (!(whole > 0)) return {};
  const double ahead = std::min(walk.ahead, whole / 4);
  constexpr double kFewest = 8, kMost = 400;
  const double count = std::clamp(std::ceil(2 * whole / ahead), kFewest, kMost);
  const Vec3 up{0, 0, walk.height};
  std::vector<CameraKey> keys;
  for (double i = 0; i <= count; ++i) {
    const double place = whole * i / count;
    const CameraState camera =
        lookingFrom(stations.at(place) + up, stations.at(place + ahead) + up, walk.exaggeration);
    keys.push_back({camera, walk.seconds * i / count, {}});
  }
  return keys;
}

std::vector<CameraKey> keysBeside(const PathLine& line, double seconds, double distance) {
  const Stations stations(line);
  const double whole = stations.whole();
  if (!(whole > 0)) return {};
  const Vec3 way = line.back() - line.front();
  CameraState camera;
  camera.framed = true;
  camera.distance = distance;
  camera.plunge = 12;
  // Square to the way that the hole takes; a vertical one is seen to the north.
  const bool leans = std::hypot(way.x, way.y) > 0.01 * whole;
  camera.bearing = leans ? normalizedBearing(degrees(std::atan2(way.x, way.y)) - 90) : 0;
  constexpr int kKeys = 24;
  std::vector<CameraKey> keys;
  for (int i = 0; i <= kKeys; ++i) {
    camera.focus = stations.at(whole * i / kKeys);
    keys.push_back({camera, seconds * i / kKeys, {}});
  }
  return keys;
}

std::vector<CameraKey> keysAround(const CameraState& camera, double seconds) {
  constexpr int kKeys = 8;  // less than half a turn between two, so that each turn has one direction
  std::vector<CameraKey> keys;
  for (int i = 0; i <= kKeys; ++i) {
    keys.push_back({camera, seconds * i / kKeys, {}});
    keys.back().camera.bearing = normalizedBearing(camera.bearing + 360.0 * i / kKeys);
  }
  return keys;
}

}  // namespace adit::viewer
