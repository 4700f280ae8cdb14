#include "viewer/state/measure.h"

#include <cmath>

#include "viewer/state/angles.h"
#include "viewer/state/number_text.h"

namespace adit::viewer {
namespace {

std::string lengthText(double value, const char* unit) {
  return fixedText(value, 2) + " " + unit;
}
std::string areaText(double value, const char* unit) {
  return fixedText(value, 1) + " " + unit + "²";
}
std::string bearingText(double value) {
  const std::string text = fixedText(value, 1);
  return (text == "360.0" ? "0.0" : text) + "°";
}

std::vector<Fact> lineFacts(const std::vector<Vec3>& points, const char* unit) {
  const LineMeasure line = measureLine(points[points.size() - 2], points.back());
  std::vector<Fact> facts{{"Distance", lengthText(line.distance, unit)},
                          {"Horizontal", lengthText(line.horizontal, unit)},
                          {"Vertical", lengthText(line.vertical, unit)},
                          {"Bearing", bearingText(line.bearing)},
                          {"Plunge", fixedText(line.plunge, 1) + "°"}};
  if (points.size() > 2) facts.push_back({"Along all points", lengthText(pathLength(points), unit)});
  return facts;
}

std::vector<Fact> areaFacts(const std::vector<Vec3>& points, const char* unit) {
  const PolygonMeasure polygon = measurePolygon(points);
  return {{"Area", areaText(polygon.trueArea, unit)},
          {"Area in plan", areaText(polygon.planArea, unit)},
          {"Perimeter", lengthText(polygon.perimeter, unit)}};
}

std::vector<Fact> planeFacts(const std::vector<Vec3>& points) {
  const std::size_t n = points.size();
  const auto plane = planeThrough(points[n - 3], points[n - 2], points[n - 1]);
  if (!plane) return {{"Plane", "the three points lie on one line", true}};
  return {{"Strike", bearingText(plane->strike)},
          {"Dip", fixedText(plane->dip, 1) + "°"},
          {"Dip direction", bearingText(plane->dipDirection)}};
}

}  // namespace

LineMeasure measureLine(const Vec3& from, const Vec3& to) {
  const Vec3 d = to - from;
  LineMeasure line;
  line.distance = length(d);
  line.horizontal = std::hypot(d.x, d.y);
  line.vertical = d.z;
  if (line.horizontal > 0) line.bearing = normalizedBearing(degrees(std::atan2(d.x, d.y)));
  if (line.distance > 0) line.plunge = degrees(std::atan2(-d.z, line.horizontal));
  return line;
}

double pathLength(const std::vector<Vec3>& points) {
  double sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i) sum += length(points[i] - points[i - 1]);
  return sum;
}

PolygonMeasure measurePolygon(const std::vector<Vec3>& points) {
  PolygonMeasure polygon;
  if (points.size() < 2) return polygon;
  polygon.perimeter = pathLength(points) + length(points.front() - points.back());
  Vec3 doubled;
  for (std::size_t i = 1; i + 1 < points.size(); ++i)  // relative to the first point: UTM keeps its digits
    doubled += cross(points[i] - points.front(), points[i + 1] - points.front());
  polygon.trueArea = length(doubled) / 2;
  polygon.planArea = std::abs(doubled.z) / 2;
  return polygon;
}

std::optional<PlaneMeasure> planeThrough(const Vec3& a, const Vec3& b, const Vec3& c) {
  const Vec3 u = b - a;
  const Vec3 v = c - a;
  Vec3 normal = cross(u, v);
  const double size = length(normal);
  if (!(size > 1e-9 * length(u) * length(v))) return std::nullopt;
  normal = normal * ((normal.z < 0 ? -1 : 1) / size);
  PlaneMeasure plane;
  const double across = std::hypot(normal.x, normal.y);  // the sine of the dip
  plane.dip = degrees(std::atan2(across, normal.z));
  // The upward normal leans to where the plane dips.
  plane.dipDirection = across > 1e-12 ? normalizedBearing(degrees(std::atan2(normal.x, normal.y))) : 90;
  plane.strike = normalizedBearing(plane.dipDirection - 90);
  return plane;
}

std::vector<Fact> measureFacts(const ViewState& state, const char* unit) {
  const std::vector<Vec3>& points = state.measure;
  if (state.tool == ToolKind::MeasureArea && points.size() >= 3) return areaFacts(points, unit);
  if (state.tool == ToolKind::MeasurePlane && points.size() >= 3) return planeFacts(points);
  if (points.size() >= 2) return lineFacts(points, unit);
  return {};
}

}  // namespace adit::viewer
