// Where a point is with respect to a surface or a solid: inside, above, below. Made for filters on millions
// of blocks.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "geology/model/triangle_mesh.h"

namespace adit::analysis {

/// The lowest and the highest point of a surface on one vertical line.
struct SurfaceHeights {
  double lowest = 0;
  double highest = 0;
};

/// Heights lowest <= z < highest.
struct HeightStretch {
  double lowest = 0, highest = 0;
  friend bool operator==(const HeightStretch&, const HeightStretch&) = default;
};

/// A vertical line through a point, and what it meets. The triangles are kept in a grid in plan, and their
/// plan coordinates are rounded to whole steps of the extent / 2^30 (0.005 mm for 5 km), in which it is
/// decided exactly, in integers, on which side of an edge a point lies: a line through an edge or a corner
/// meets each sheet of the surface once, never twice and never not at all. A point nearer to the surface than
/// some steps may count for either side. Immutable: many threads may ask at the same time.
class PointInMesh {
 public:
  explicit PointInMesh(const geology::TriangleMesh& mesh);

  /// Inside the solid. Meant for closed meshes (describeMesh): the sheets above the point are counted, upward
  /// ones against downward ones, so that solids that overlap or lie inside each other with the same
  /// orientation count as one, and a shell turned inside out within another is a cavity. A point on the lower
  /// skin is inside, one on the upper skin outside.
  bool contains(const geology::Vec3& point) const;

  /// The parts of the vertical line at a place in plan that are inside, from low to high: contains() for all
  /// heights at once.
  std::vector<HeightStretch> insideAt(double x, double y) const;

  /// The surface at a place in plan; nothing where it is not. The outer edge belongs to it. Vertical faces
  /// have no one height and are not seen.
  std::optional<SurfaceHeights> heightsAt(double x, double y) const;

 private:
  using Step = std::int64_t;
  struct PlanPoint {
    Step x, y;
  };
  struct PlanTriangle {
    PlanPoint a, b, c;  ///< counter-clockwise in plan
    double za, zb, zc;
    int facing;  ///< +1 when the mesh has it counter-clockwise from above (facing up), else -1
  };
  static Step side(PlanPoint from, PlanPoint to, PlanPoint p);
  static int sideOf(PlanPoint from, PlanPoint to, PlanPoint p);
  static double heightOn(const PlanTriangle& triangle, PlanPoint p);

  std::optional<PlanPoint> toPlan(double x, double y) const;
  void addTriangle(const geology::Vec3& a, const geology::Vec3& b, const geology::Vec3& c);
  void buildGrid();
  bool chooseCells(Step cellsAcross);
  std::size_t cellOf(PlanPoint p) const;
  template <typename Visit>
  void forSheetsAt(PlanPoint p, Visit&& visit) const;
  template <typename Visit>
  void forCellsOf(const PlanTriangle& triangle, Visit&& visit) const;

  geology::Box3 bounds_;
  double stepsPerUnit_ = 1;
  std::vector<PlanTriangle> triangles_;
  Step cellSize_ = 1;  ///< in steps
  Step columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t>
      cellStart_;  ///< one a cell and one more: where its triangles begin in cellTriangles_
  std::vector<std::uint32_t> cellTriangles_;
};

}  // namespace adit::analysis
