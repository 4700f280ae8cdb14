// The ground as it stands at a moment of a plan, as polygons: floors and walls, and the terrain around them.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/triangle_mesh.h"
#include "geology/planning/mined_ground.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Of a polygon with no block behind it: ground that is not in the model.
inline constexpr std::uint32_t kNoBlockBehind = std::numeric_limits<std::uint32_t>::max();

/// Convex polygons, in deposit coordinates, seen from the open side counter-clockwise.
struct GroundPolygons {
  std::vector<geology::Vec3> points;
  std::vector<std::uint32_t> offsets{0};  ///< points offsets[i] .. offsets[i+1] are polygon i's
  std::vector<std::uint32_t> rows;  ///< walls and floors: the block behind; terrain: the quad's first node

  std::size_t size() const { return rows.size(); }
  void add(std::span<const geology::Vec3> polygon, std::uint32_t row);
  void append(const GroundPolygons& more);
};

/// Floors and walls of the columns that are open. A wall is cut at the layers, so that each piece is the face
/// of one block; its top follows the terrain. Where neither a block nor terrain stands beside, there is none.
GroundPolygons minedSurface(const planning::MinedGround& ground, double time);

/// The terrain within `ground.reach()` and the quads that its border cuts, without what is open; at every
/// node, in whole squares of `stride` quads, so that it fits into a terrain that is drawn at every stride-th
/// node. Quads of which a node is not shown are left out. Empty without a terrain.
GroundPolygons terrainAround(const planning::MinedGround& ground, double time, int stride,
                             const geology::BitMask& shownNodes);
/// The quads that terrainAround() draws: to be left out of the terrain's own mesh. One bit a node, which is
/// the first of its quad.
geology::BitMask quadsAround(const planning::MinedGround& ground, int stride);

MeshBuffer toMesh(const GroundPolygons& polygons, const SceneFrame& frame);
/// Where a plane meets them, as lines in scene coordinates.
vtkSmartPointer<vtkPolyData> profileOf(const GroundPolygons& polygons, const HalfSpace& plane,
                                       const SceneFrame& frame);
/// Triangles, for export: parts "mined" and "terrain".
geology::TriangleMesh asTriangles(const GroundPolygons& mined, const GroundPolygons& terrain);

}  // namespace adit::viewer
