#include "viewer/geometry/mined_surface.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/convex_polygon.h"
#include "viewer/geometry/ground_facets.h"
#include "viewer/geometry/surface_mesh.h"

namespace adit::viewer {
namespace {

using geology::Lattice;
using geology::Vec3;
using planning::MinedGround;

constexpr double kThin = 1e-6;  ///< of a length unit: walls of less height are none

/// The side of an open column towards a neighbour: from `a` to `b` with the open column on the left.
struct Side {
  std::int64_t i, j;    ///< the open column
  std::int64_t di, dj;  ///< where the neighbour is
  Vec3 a, b;            ///< z is 0
};

std::array<Side, 4> sidesOf(const Lattice& lattice, std::int64_t i, std::int64_t j) {
  const auto corner = [&](int di, int dj) {
    const Vec3 p = lattice.world(static_cast<double>(i + di), static_cast<double>(j + dj), 0);
    return Vec3{p.x, p.y, 0};
  };
  const Vec3 sw = corner(0, 0), se = corner(1, 0), ne = corner(1, 1), nw = corner(0, 1);
  return {{{i, j, 0, -1, sw, se}, {i, j, 1, 0, se, ne}, {i, j, 0, 1, ne, nw}, {i, j, -1, 0, nw, sw}}};
}

/// Builds floors and walls column by column, of one row of columns.
class SurfaceMaker {
 public:
  SurfaceMaker(const MinedGround& ground, double time) : ground_(ground), time_(time) {}

  GroundPolygons row(std::int64_t j) {
    for (std::int64_t i = ground_.reach().i0; i < ground_.reach().i1; ++i)
      if (ground_.open(i, j, time_)) addColumn(i, j);
    return std::move(polygons_);
  }

 private:
  void addColumn(std::int64_t i, std::int64_t j) {
    const std::int64_t layer = ground_.openLayer(i, j, time_);
    const double floor = ground_.heightOfLayer(layer);
    const auto sides = sidesOf(ground_.model().lattice, i, j);
    std::array<Vec3, 4> corners;
    for (std::size_t n = 0; n < 4; ++n) corners[n] = lowered(sides[n].a, floor);
    polygons_.add(corners, blockAt(i, j, layer - 1));
    for (const Side& side : sides) addWall(side, layer);
  }

  /// On a slope the floor may come out of the ground: it ends where the terrain is lower.
  Vec3 lowered(const Vec3& place, double floor) const {
    const double natural = terrainHeight(place.x, place.y);
    return {place.x, place.y, std::isnan(natural) ? floor : std::min(floor, natural)};
  }
  double terrainHeight(double x, double y) const {
    return ground_.terrain() != nullptr ? facetHeight(*ground_.terrain(), x, y) : std::nan("");
  }

  void addWall(const Side& side, std::int64_t layer) {
    const std::int64_t beside = ground_.openLayer(side.i + side.di, side.j + side.dj, time_);
    const bool besideOpen = beside < ground_.model().lattice.count[2];
    if (besideOpen && beside <= layer) return;
    if (besideOpen && underGround(side, beside))
      addWholeFaces(side, layer, beside);
    else if (ground_.terrain() != nullptr)
      addWallToTerrain(side, layer, beside);
    else
      addWallToBlocks(side, layer);
  }

  /// Well below the terrain, or without one. A column that is open in the air alone has a floor up there: the
  /// wall towards it ends at the terrain.
  bool underGround(const Side& side, std::int64_t floor) const {
    if (ground_.terrain() == nullptr) return true;
    const double top = ground_.heightOfLayer(floor + 1);
    // Where the terrain has a hole nobody knows better.
    return !(terrainHeight(side.a.x, side.a.y) < top) && !(terrainHeight(side.b.x, side.b.y) < top);
  }

  /// Most of a pit: between two floors, one face a layer.
  void addWholeFaces(const Side& side, std::int64_t from, std::int64_t to) {
    for (std::int64_t k = from; k < to; ++k) {
      const double lo = ground_.heightOfLayer(k), hi = ground_.heightOfLayer(k + 1);
      const std::array<Vec3, 4> face{Vec3{side.a.x, side.a.y, lo}, Vec3{side.a.x, side.a.y, hi},
                                     Vec3{side.b.x, side.b.y, hi}, Vec3{side.b.x, side.b.y, lo}};
      polygons_.add(face, blockAt(side.i + side.di, side.j + side.dj, k));
    }
  }

  /// Of the layers `from` to below `to` what is under the terrain; all above where `to` is the top of the
  /// model.
  void addWallToTerrain(const Side& side, std::int64_t from, std::int64_t to) {
    const std::vector<double> breaks =
        facetBreaks(*ground_.terrain(), {side.a.x, side.a.y}, {side.b.x, side.b.y});
    const auto height = [&](double share) {
      const Vec3 p = side.a + (side.b - side.a) * share;
      return terrainHeight(p.x, p.y);
    };
    for (std::size_t n = 0; n + 1 < breaks.size(); ++n) {
      const std::array<double, 2> tops{height(breaks[n]), height(breaks[n + 1])};
      if (!std::isnan(tops[0] + tops[1])) addPiece(side, {breaks[n], breaks[n + 1]}, {from, to}, tops);
    }
  }

  void addWallToBlocks(const Side& side, std::int64_t layer) {
    const Lattice& lattice = ground_.model().lattice;
    const Vec3 middle = lattice.world(static_cast<double>(side.i + side.di) + .5,
                                      static_cast<double>(side.j + side.dj) + .5, 0);
    const double top = ground_.naturalHeight(middle.x, middle.y);
    if (std::isnan(top)) return;
    addWholeFaces(side, layer, std::llround((top - lattice.origin.z) / lattice.size[2]));
  }

  /// A part of a wall with a straight top, cut at the layers.
  void addPiece(const Side& side, const std::array<double, 2>& shares,
                const std::array<std::int64_t, 2>& layers, const std::array<double, 2>& tops) {
    const double foot = ground_.heightOfLayer(layers[0]);
    if (std::max(tops[0], tops[1]) - foot < kThin) return;
    const Vec3 along = side.b - side.a;
    const auto at = [&](std::size_t end, double z) {
      const Vec3 p = side.a + along * shares[end];
      return Vec3{p.x, p.y, z};
    };
    const Polygon whole{at(0, std::min(foot, tops[0])), at(0, tops[0]), at(1, tops[1]),
                        at(1, std::min(foot, tops[1]))};
    const double size = ground_.model().lattice.size[2];
    const double origin = ground_.model().lattice.origin.z;
    auto last = static_cast<std::int64_t>(std::ceil((std::max(tops[0], tops[1]) - origin) / size - kThin));
    if (layers[1] < ground_.model().lattice.count[2]) last = std::min(last, layers[1]);
    for (std::int64_t k = layers[0]; k < last; ++k) {
      const CutPlanes slab{{{0, 0, ground_.heightOfLayer(k)}, {0, 0, -1}},
                           {{0, 0, ground_.heightOfLayer(k + 1)}, {0, 0, 1}}};
      const Polygon piece = clipped(whole, slab, slab.size());
      if (!piece.empty()) polygons_.add(piece, blockAt(side.i + side.di, side.j + side.dj, k));
    }
  }

  std::uint32_t blockAt(std::int64_t i, std::int64_t j, std::int64_t k) const {
    const geology::BlockModel& model = ground_.model();
    const Lattice& lattice = model.lattice;
    if (i < 0 || j < 0 || k < 0 || i >= lattice.count[0] || j >= lattice.count[1] || k >= lattice.count[2])
      return kNoBlockBehind;
    const std::int64_t cell = lattice.cellIndex(i, j, k);
    if (model.full()) return static_cast<std::uint32_t>(cell);
    const auto block = model.blockAt(lattice.center(cell));
    return block ? static_cast<std::uint32_t>(*block) : kNoBlockBehind;
  }

  const MinedGround& ground_;
  double time_;
  GroundPolygons polygons_;
};

/// Columns of the lattice that a polygon may lie over.
struct ColumnRange {
  std::int64_t i0, i1, j0, j1;  ///< i0 <= i <= i1
};
template <typename Points>
ColumnRange columnsUnder(const MinedGround& ground, const Points& points) {
  double i0 = 1e300, i1 = -1e300, j0 = 1e300, j1 = -1e300;
  for (const Vec3& p : points) {
    const planning::PlanPlace place = ground.placeOf(p.x, p.y);
    i0 = std::min(i0, place.i), i1 = std::max(i1, place.i);
    j0 = std::min(j0, place.j), j1 = std::max(j1, place.j);
  }
  const auto whole = [](double v) { return static_cast<std::int64_t>(std::floor(v)); };
  return {whole(i0), whole(i1), whole(j0), whole(j1)};
}

/// The four upright planes around a column.
CutPlanes columnPlanes(const Lattice& lattice, std::int64_t i, std::int64_t j) {
  const auto at = [&](double di, double dj) {
    return lattice.world(static_cast<double>(i) + di, static_cast<double>(j) + dj, 0);
  };
  return {{at(0, 0), lattice.axis[0] * -1},
          {at(1, 0), lattice.axis[0]},
          {at(0, 0), lattice.axis[1] * -1},
          {at(0, 1), lattice.axis[1]}};
}

template <typename Visit>
void forEachQuadInReach(const MinedGround& ground, int stride, const Visit& visit) {
  const geology::Terrain& terrain = *ground.terrain();
  const MinedGround::Reach& reach = ground.reach();
  const Lattice& lattice = ground.model().lattice;
  std::array<double, 4> range{1e300, -1e300, 1e300, -1e300};
  for (const auto i : {reach.i0, reach.i1})
    for (const auto j : {reach.j0, reach.j1}) {
      const Vec3 p = lattice.world(static_cast<double>(i), static_cast<double>(j), 0);
      const auto [c, r] = terrain.nodeCoordinates(p.x, p.y);
      range = {std::min(range[0], c), std::max(range[1], c), std::min(range[2], r), std::max(range[3], r)};
    }
  // Whole squares of the coarser mesh around, within the terrain.
  const auto span = [stride](double lo, double hi, std::int32_t count) {
    const auto quad = [&](double v) {
      return static_cast<std::int32_t>(std::clamp(std::floor(v), 0.0, static_cast<double>(count - 2)));
    };
    const std::int32_t first = quad(lo) / stride * stride;
    const std::int32_t end = (quad(hi) / stride + 1) * stride;
    return std::array{first, std::min(end, count - 1)};
  };
  const auto [c0, c1] = span(range[0], range[1], terrain.columns);
  const auto [r0, r1] = span(range[2], range[3], terrain.rows);
  for (std::int32_t r = r0; r < r1; ++r)
    for (std::int32_t c = c0; c < c1; ++c) visit(c, r);
}

/// The quad whole where nothing under it is open, else what of its two triangles is not.
void addQuadAround(const MinedGround& ground, double time, const Polygon& quad, std::uint32_t node,
                   GroundPolygons& around) {
  const auto forEachColumn = [&](const Polygon& polygon, const auto& visit) {
    const ColumnRange range = columnsUnder(ground, polygon);
    for (std::int64_t j = range.j0; j <= range.j1; ++j)
      for (std::int64_t i = range.i0; i <= range.i1; ++i) visit(i, j);
  };
  bool cut = false;
  forEachColumn(quad, [&](std::int64_t i, std::int64_t j) { cut = cut || ground.open(i, j, time); });
  if (!cut) return around.add(quad, node);
  for (const Polygon& facet : {Polygon{quad[0], quad[1], quad[2]}, Polygon{quad[0], quad[2], quad[3]}})
    forEachColumn(facet, [&](std::int64_t i, std::int64_t j) {
      if (ground.open(i, j, time)) return;
      const CutPlanes sides = columnPlanes(ground.model().lattice, i, j);
      const Polygon piece = clipped(facet, sides, sides.size());
      if (!piece.empty()) around.add(piece, node);
    });
}

bool hasTerrain(const MinedGround& ground) {
  const geology::Terrain* terrain = ground.terrain();
  return terrain != nullptr && terrain->columns > 1 && terrain->rows > 1 && ground.reach().i1 > 0;
}

}  // namespace

void GroundPolygons::add(std::span<const Vec3> polygon, std::uint32_t row) {
  points.insert(points.end(), polygon.begin(), polygon.end());
  offsets.push_back(static_cast<std::uint32_t>(points.size()));
  rows.push_back(row);
}

void GroundPolygons::append(const GroundPolygons& more) {
  const auto base = static_cast<std::uint32_t>(points.size());
  points.insert(points.end(), more.points.begin(), more.points.end());
  std::transform(more.offsets.begin() + 1, more.offsets.end(), std::back_inserter(offsets),
                 [base](std::uint32_t offset) { return base + offset; });
  rows.insert(rows.end(), more.rows.begin(), more.rows.end());
}

GroundPolygons minedSurface(const MinedGround& ground, double time) {
  const MinedGround::Reach& reach = ground.reach();
  std::vector<GroundPolygons> rows(static_cast<std::size_t>(reach.j1 - reach.j0));
  const geology::Progress neverCancelled;
  geology::parallelForEach(rows.size(), neverCancelled, [&](std::size_t n) {
    rows[n] = SurfaceMaker(ground, time).row(reach.j0 + static_cast<std::int64_t>(n));
  });
  GroundPolygons whole;
  std::size_t points = 0, polygons = 0;
  for (const GroundPolygons& row : rows) points += row.points.size(), polygons += row.size();
  whole.points.reserve(points);
  whole.offsets.reserve(polygons + 1);
  whole.rows.reserve(polygons);
  for (const GroundPolygons& row : rows) whole.append(row);
  return whole;
}

GroundPolygons terrainAround(const MinedGround& ground, double time, int stride,
                             const geology::BitMask& shownNodes) {
  GroundPolygons around;
  if (!hasTerrain(ground)) return around;
  const geology::Terrain& terrain = *ground.terrain();
  const auto nodeAt = [&](std::int32_t c, std::int32_t r) {
    return static_cast<std::size_t>(c) +
           static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(r);
  };
  forEachQuadInReach(ground, stride, [&](std::int32_t c, std::int32_t r) {
    for (const auto node : {nodeAt(c, r), nodeAt(c + 1, r), nodeAt(c + 1, r + 1), nodeAt(c, r + 1)})
      if (!shownNodes.test(node) || std::isnan(terrain.heights[node])) return;
    const Polygon quad{terrain.node(c, r), terrain.node(c + 1, r), terrain.node(c + 1, r + 1),
                       terrain.node(c, r + 1)};
    addQuadAround(ground, time, quad, static_cast<std::uint32_t>(nodeAt(c, r)), around);
  });
  return around;
}

geology::BitMask quadsAround(const MinedGround& ground, int stride) {
  if (!hasTerrain(ground)) return {};
  const geology::Terrain& terrain = *ground.terrain();
  geology::BitMask quads(terrain.heights.size());
  forEachQuadInReach(ground, stride, [&](std::int32_t c, std::int32_t r) {
    quads.set(static_cast<std::size_t>(c) +
              static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(r));
  });
  return quads;
}

MeshBuffer toMesh(const GroundPolygons& polygons, const SceneFrame& frame) {
  MeshBuffer mesh;
  mesh.points.reserve(polygons.points.size());
  mesh.corners.resize(polygons.points.size());
  for (std::size_t n = 0; n < polygons.points.size(); ++n) {
    mesh.points.push_back(frame.toFloat(polygons.points[n]));
    mesh.corners[n] = static_cast<std::int64_t>(n);
  }
  mesh.offsets.assign(polygons.offsets.begin(), polygons.offsets.end());
  mesh.rows = polygons.rows;
  return mesh;
}

vtkSmartPointer<vtkPolyData> profileOf(const GroundPolygons& polygons, const HalfSpace& plane,
                                       const SceneFrame& frame) {
  return surfaceCut(*toPolyData(toMesh(polygons, frame)), plane, frame);
}

geology::TriangleMesh asTriangles(const GroundPolygons& mined, const GroundPolygons& terrain) {
  geology::TriangleMesh mesh;
  mesh.parts = {"mined", "terrain"};
  std::int32_t part = 0;
  for (const GroundPolygons* polygons : {&mined, &terrain}) {
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    mesh.vertices.insert(mesh.vertices.end(), polygons->points.begin(), polygons->points.end());
    for (std::size_t n = 0; n < polygons->size(); ++n)
      for (std::uint32_t p = polygons->offsets[n] + 2; p < polygons->offsets[n + 1]; ++p) {
        mesh.triangles.push_back({base + polygons->offsets[n], base + p - 1, base + p});
        mesh.trianglePart.push_back(part);
      }
    ++part;
  }
  return mesh;
}

}  // namespace adit::viewer
