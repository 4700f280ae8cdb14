// Measuring between points, always at true scale: vertical exaggeration never enters.
#pragma once
#include <optional>
#include <vector>

#include "geology/model/vec3.h"
#include "viewer/state/facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// From one point to another. Degrees; bearing clockwise from north, 0 for a vertical line; plunge positive
/// down.
struct LineMeasure {
  double distance = 0;
  double horizontal = 0;
  double vertical = 0;  ///< rise: positive when `to` is higher
  double bearing = 0;
  double plunge = 0;
};
LineMeasure measureLine(const Vec3& from, const Vec3& to);
/// Along all points.
double pathLength(const std::vector<Vec3>& points);

/// The closed polygon of the points: the area of its plan, and the true one. The true area is that of the
/// vector area (Newell), exact for a plane polygon; for one that is not plane it is that of its projection on
/// the best plane.
struct PolygonMeasure {
  double planArea = 0;
  double trueArea = 0;
  double perimeter = 0;
};
PolygonMeasure measurePolygon(const std::vector<Vec3>& points);

/// Degrees. Right-hand rule: dipDirection = strike + 90. A flat plane has strike 0.
struct PlaneMeasure {
  double strike = 0;        ///< 0..360
  double dip = 0;           ///< 0..90
  double dipDirection = 0;  ///< 0..360
};
/// Nothing when the points lie on one line.
std::optional<PlaneMeasure> planeThrough(const Vec3& a, const Vec3& b, const Vec3& c);

/// The measurement of a state in words, for its tool. `unit` is "m" or "ft". Empty without points.
std::vector<Fact> measureFacts(const ViewState& state, const char* unit);

}  // namespace adit::viewer
