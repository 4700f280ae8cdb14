// Arcs, circles, ellipses and splines of DXF as short lines. For the DXF reader only.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "geology/formats/dxf_groups.h"
#include "geology/formats/mesh_builder.h"

namespace adit::formats {

/// Longest distance between an arc and its chord, as a share of its radius.
constexpr double kChordTolerance = 1e-3;
/// Chords between two knots of a spline.
constexpr std::size_t kChordsOfSpan = 16;

/// Angles from `first` to `last` (radians, rising), both included, so close that chords keep the tolerance.
std::vector<double> arcAngles(double first, double last);

/// A B-spline, rational where it has weights.
struct Spline {
  std::size_t degree = 3;
  std::vector<double> knots;  ///< not falling; as many as control points + degree + 1
  std::vector<geology::Vec3> control;
  std::vector<double> weights;  ///< empty, or one a control point, above 0
};
bool isWhole(const Spline& spline);
/// The point at a parameter between knots[degree] and knots[control.size()]; de Boor's algorithm.
/// Precondition: isWhole(spline).
geology::Vec3 pointOf(const Spline& spline, double parameter);

/// A vertex of a flat polyline. The bulge is the tangent of a quarter of the angle of the arc from here to
/// the next vertex, above 0 where it runs anticlockwise; 0: a straight line.
struct BulgedVertex {
  geology::Vec3 place;  ///< in the plane of the entity
  double bulge = 0;
};
/// Beyond it an arc would be a circle a million times as wide as its ends lie apart.
constexpr double kLargestBulge = 1e6;
/// The vertices with those of the chords of their arcs between them; heights go evenly from one to the next.
std::vector<geology::Vec3> placesWithArcs(std::span<const BulgedVertex> vertices, bool closed);
/// DXF-CHORDS.
void sayChords(Findings& findings, std::size_t line, std::string_view type);

bool isCurve(const DxfEntity& entity);
/// A curve as a line; false when it lacks what it needs. DXF-CHORDS says how close it is.
bool addCurve(const DxfEntity& entity, MeshBuilder& builder);

}  // namespace adit::formats
