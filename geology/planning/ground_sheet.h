// A surface of the ground as flat pieces, and what one surface takes out of another.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geology/analysis/convex_polygon.h"
#include "geology/model/bit_mask.h"
#include "geology/model/progress.h"
#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

/// An area in plan that is none: a square millimetre, in metres.
inline constexpr double kSliver = 1e-6;

/// Flat and convex; its corners run anticlockwise as seen from above.
struct SheetPiece {
  analysis::Polygon outline;
  double slopeX = 0, slopeY = 0;  ///< rise a unit to the east and to the north
  std::uint32_t source = 0;       ///< which surface it is of, by the caller's count
  std::uint32_t row = 0;          ///< a triangle of a mesh; of a terrain the first node of a quad

  double heightAt(double x, double y) const {
    return outline[0].z + slopeX * (x - outline[0].x) + slopeY * (y - outline[0].y);
  }
};

/// Pieces that do not lie over one another: over every place there is one height, or none.
using GroundSheet = std::vector<SheetPiece>;

/// A mesh as a source of a sheet.
struct SheetMesh {
  const geology::TriangleMesh* mesh = nullptr;
  std::uint32_t source = 0;
  const geology::BitMask* taken = nullptr;  ///< those triangles alone; nullptr: all
};
/// The lowest of several meshes over every place: of a closed solid its underside. Upright triangles have no
/// place in plan and are left out.
GroundSheet lowestSheet(const std::vector<SheetMesh>& meshes, const geology::Progress& progress);

/// Quads of a terrain from nodes c0 to c1 and r0 to r1, of every `step`-th node and the last one.
struct QuadRange {
  std::int32_t c0 = 0, c1 = 0, r0 = 0, r1 = 0, step = 1;

  bool empty() const { return c0 >= c1 || r0 >= r1; }
};
/// The quad of nodes a (c, r), b, c, d anticlockwise is the triangles a-b-c and a-c-d, as it is drawn.
/// Triangles with a node without a height are left out.
GroundSheet terrainSheet(const geology::Terrain& terrain, const QuadRange& quads, std::uint32_t source);

/// Rock between two flat pieces, one over the other.
struct RockPrism {
  analysis::Polygon top;       ///< anticlockwise from above
  std::vector<double> bottom;  ///< the height below each corner of `top`
  std::uint32_t topSource = 0, topRow = 0;
  std::uint32_t bottomSource = 0, bottomRow = 0;

  double volume() const;
  /// The part of its upper face that is not above a level.
  analysis::Polygon topUpTo(double level) const;
  /// The face at a level, where it is between both.
  analysis::Polygon floorAt(double level) const;
};

/// What a surface does to the ground that was there before.
struct Excavation {
  std::vector<std::size_t> dug;  ///< pieces of the ground that lose all or a part, rising
  GroundSheet left;              ///< what remains of those
  GroundSheet opened;            ///< what of the surface is ground now: below what was there, or beside it
  std::vector<RockPrism> rock;   ///< what lay between the two
};
/// Heights that differ by less than a centimetre (of metres or of feet) are the same: walls of a pit that the
/// next one does not touch stay those of the first. Throws Cancelled.
Excavation excavated(std::span<const SheetPiece* const> ground, const GroundSheet& surface,
                     const geology::Progress& progress);

}  // namespace adit::planning
