#include "viewer/geometry/block_mesh.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/convex_polygon.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Vec3;

// Corners (as bits i, j, k of the far side) of the face in each direction, counter-clockwise from outside.
constexpr std::array<std::array<unsigned, 4>, kFaceDirections> kFaceCorners{
    {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};

ParallelBox boxOf(const BlockModel& model, std::size_t block, double share = 1) {
  const Vec3 center = model.blockCenter(block);
  const Vec3 size = model.blockSize(block) * share;
  const auto& axis = model.lattice.axis;
  return {center - axis[0] * (size.x / 2) - axis[1] * (size.y / 2) - axis[2] * (size.z / 2),
          {axis[0] * size.x, axis[1] * size.y, axis[2] * size.z}};
}

void addFace(MeshBuffer& mesh, const ParallelBox& box, std::size_t direction, std::uint32_t row,
             const SceneFrame& frame) {
  const auto first = static_cast<std::int64_t>(mesh.points.size());
  for (const unsigned corner : kFaceCorners[direction]) {
    Vec3 p = box.corner;
    for (std::size_t a = 0; a < 3; ++a)
      if (corner >> a & 1U) p += box.edge[a];
    mesh.points.push_back(frame.toFloat(p));
  }
  mesh.addPolygon({first, first + 1, first + 2, first + 3}, row);
}

template <typename Visit>
void forEachSet(const BitMask& mask, const Visit& visit) {
  const auto& words = mask.words();
  for (std::size_t w = 0; w < words.size(); ++w)
    for (std::uint64_t bits = words[w]; bits != 0; bits &= bits - 1)
      visit(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

// Block number of a cell; the cell is known to have one.
std::uint32_t blockOfCell(const BlockModel& model, std::uint32_t cell) {
  if (model.full()) return cell;
  const auto it = std::lower_bound(model.cellOfBlock.begin(), model.cellOfBlock.end(), cell);
  return static_cast<std::uint32_t>(it - model.cellOfBlock.begin());
}

// A face of a sub-block on a fine integer grid of 1/5040 of a parent (divisible by every usual fraction):
// equal for the two sub-blocks that share it.
using FaceKey = std::array<std::int64_t, 6>;
FaceKey faceKey(const BlockModel& model, std::size_t block, std::size_t direction) {
  constexpr double kFine = 5040;
  const auto cell = model.lattice.cellAt(model.cellOf(block));
  FaceKey key{};
  for (std::size_t a = 0; a < 3; ++a) {
    const auto at = [&](float f) {
      return cell[a] * static_cast<std::int64_t>(kFine) + std::llround(static_cast<double>(f) * kFine);
    };
    key[a] = at(model.boxes[block].min[a]);
    key[a + 3] = at(model.boxes[block].max[a]);
  }
  const std::size_t axis = direction / 2;
  if (direction % 2 == 0)
    key[axis + 3] = key[axis];
  else
    key[axis] = key[axis + 3];
  return key;
}

MeshBuffer subBlockSkinMesh(const BlockModel& model, const BitMask& shown, const SceneFrame& frame) {
  std::map<FaceKey, int> uses;
  forEachSet(shown, [&](std::size_t block) {
    for (std::size_t d = 0; d < kFaceDirections; ++d) ++uses[faceKey(model, block, d)];
  });
  MeshBuffer mesh;
  forEachSet(shown, [&](std::size_t block) {
    for (std::size_t d = 0; d < kFaceDirections; ++d)
      if (uses[faceKey(model, block, d)] == 1)
        addFace(mesh, boxOf(model, block), d, static_cast<std::uint32_t>(block), frame);
  });
  return mesh;
}

// Range of cells along `axis` that the plane can meet above the cell column (c[u], c[v]).
std::pair<std::int64_t, std::int64_t> cellsMet(const BlockModel& model, const HalfSpace& plane,
                                               std::size_t axis, std::array<std::int64_t, 3> c) {
  const auto& lattice = model.lattice;
  const std::size_t u = (axis + 1) % 3;
  const std::size_t v = (axis + 2) % 3;
  c[axis] = 0;
  double lo = std::numeric_limits<double>::infinity();
  double hi = -lo;
  for (const int du : {0, 1}) {
    for (const int dv : {0, 1}) {
      std::array<double, 3> p{static_cast<double>(c[0]), static_cast<double>(c[1]),
                              static_cast<double>(c[2])};
      p[u] += du;
      p[v] += dv;
      const double perCell = dot(lattice.axis[axis], plane.normal) * lattice.size[axis];
      const double at = -plane.distance(lattice.world(p[0], p[1], p[2])) / perCell;
      lo = std::min(lo, at);
      hi = std::max(hi, at);
    }
  }
  const auto last = lattice.count[axis] - 1;
  const auto first =
      static_cast<std::int64_t>(std::floor(std::clamp(lo, -1.0, static_cast<double>(last) + 1)));
  const auto end = static_cast<std::int64_t>(std::floor(std::clamp(hi, -1.0, static_cast<double>(last) + 1)));
  return {std::max<std::int64_t>(first, 0), std::min(end, last)};
}

// The blocks of a cell as a range of block numbers.
std::pair<std::size_t, std::size_t> blocksOfCell(const BlockModel& model, std::int64_t cell) {
  if (model.full()) return {static_cast<std::size_t>(cell), static_cast<std::size_t>(cell) + 1};
  const auto [a, b] =
      std::equal_range(model.cellOfBlock.begin(), model.cellOfBlock.end(), static_cast<std::uint32_t>(cell));
  return {static_cast<std::size_t>(a - model.cellOfBlock.begin()),
          static_cast<std::size_t>(b - model.cellOfBlock.begin())};
}

void addPolygon(MeshBuffer& mesh, const Polygon& polygon, std::uint32_t row, const SceneFrame& frame) {
  for (const Vec3& p : polygon) {
    mesh.corners.push_back(static_cast<std::int64_t>(mesh.points.size()));
    mesh.points.push_back(frame.toFloat(p));
  }
  mesh.offsets.push_back(static_cast<std::int64_t>(mesh.corners.size()));
  mesh.rows.push_back(row);
}

}  // namespace

MeshBuffer blockSkinMesh(const BlockModel& model, const BitMask& shown, const SceneFrame& frame) {
  if (model.subBlocked()) return subBlockSkinMesh(model, shown, frame);
  const BlockSkin skin = skinOf(cellMaskOf(model, shown));
  MeshBuffer mesh;
  const std::size_t faces = skin.faceCount();
  mesh.points.reserve(faces * 4);
  mesh.corners.reserve(faces * 4);
  mesh.offsets.reserve(faces + 1);
  mesh.rows.reserve(faces);
  for (std::size_t d = 0; d < kFaceDirections; ++d)
    for (const std::uint32_t cell : skin.cells[d]) {
      const std::uint32_t block = blockOfCell(model, cell);
      addFace(mesh, boxOf(model, block), d, block, frame);
    }
  return mesh;
}

MeshBuffer shrunkBlockMesh(const BlockModel& model, const BitMask& shown, double share,
                           const SceneFrame& frame) {
  BitMask touching(model.blockCount());
  if (model.subBlocked()) {
    touching = shown;
  } else {
    const BlockSkin skin = skinOf(cellMaskOf(model, shown));
    for (const auto& cells : skin.cells)
      for (const std::uint32_t cell : cells) touching.set(blockOfCell(model, cell));
  }
  MeshBuffer mesh;
  forEachSet(touching, [&](std::size_t block) {
    const ParallelBox box = boxOf(model, block, share);
    for (std::size_t d = 0; d < kFaceDirections; ++d)
      addFace(mesh, box, d, static_cast<std::uint32_t>(block), frame);
  });
  return mesh;
}

MeshBuffer blockCutFaces(const BlockModel& model, const BitMask& shown, const CutPlanes& planes,
                         std::size_t which, const SceneFrame& frame) {
  const auto& lattice = model.lattice;
  // A plane that lies on the faces between blocks would be a matter of rounding: it is moved by a millionth
  // of a block into the ground that is kept, so that the blocks there show their face.
  constexpr double kBias = 1e-6;
  HalfSpace plane = planes[which];
  plane.point += plane.normal * (-kBias * *std::min_element(lattice.size.begin(), lattice.size.end()));
  // Walk over the plane of the two axes that it is least steep against; along the third it meets few cells.
  std::size_t axis = 0;
  for (std::size_t a = 1; a < 3; ++a)
    if (std::abs(dot(lattice.axis[a], plane.normal)) > std::abs(dot(lattice.axis[axis], plane.normal)))
      axis = a;
  const std::size_t u = (axis + 1) % 3;
  const std::size_t v = (axis + 2) % 3;
  MeshBuffer mesh;
  std::array<std::int64_t, 3> c{};
  for (c[v] = 0; c[v] < lattice.count[v]; ++c[v]) {
    for (c[u] = 0; c[u] < lattice.count[u]; ++c[u]) {
      const auto [first, last] = cellsMet(model, plane, axis, c);
      for (std::int64_t at = first; at <= last; ++at) {
        c[axis] = at;
        const auto [begin, end] = blocksOfCell(model, lattice.cellIndex(c[0], c[1], c[2]));
        for (std::size_t block = begin; block < end; ++block) {
          if (!shown.test(block)) continue;
          const Polygon face = clipped(crossSection(boxOf(model, block), plane), planes, which);
          if (!face.empty()) addPolygon(mesh, face, static_cast<std::uint32_t>(block), frame);
        }
      }
    }
  }
  return mesh;
}

}  // namespace adit::viewer
