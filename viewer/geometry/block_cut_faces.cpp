#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/block_plane.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Lattice;
using geology::Vec3;
using Cell = std::array<std::int64_t, 3>;

ParallelBox boxOf(const BlockModel& model, std::size_t block) {
  const Vec3 center = model.blockCenter(block);
  const Vec3 size = model.blockSize(block);
  const auto& axis = model.lattice.axis;
  return {center - axis[0] * (size.x / 2) - axis[1] * (size.y / 2) - axis[2] * (size.z / 2),
          {axis[0] * size.x, axis[1] * size.y, axis[2] * size.z}};
}

/// The lattice axis that the plane is steepest against: along it each column of cells meets few.
std::size_t steepestAxis(const Lattice& lattice, const HalfSpace& plane) {
  std::size_t axis = 0;
  for (std::size_t a = 1; a < 3; ++a)
    if (std::abs(dot(lattice.axis[a], plane.normal)) > std::abs(dot(lattice.axis[axis], plane.normal)))
      axis = a;
  return axis;
}

/// Goes through the cells that a plane can meet, in columns along its steepest axis. In such a column the
/// plane passes through the height that is a linear function of the other two axes.
class PlaneColumns {
 public:
  PlaneColumns(const Lattice& lattice, const HalfSpace& plane)
      : axis_(steepestAxis(lattice, plane)), cells_(lattice.count[axis_]) {
    const auto perCell = [&](std::size_t a) { return dot(lattice.axis[a], plane.normal) * lattice.size[a]; };
    height_ = -plane.distance(lattice.origin) / perCell(axis_);
    slopeU_ = -perCell(u()) / perCell(axis_);
    slopeV_ = -perCell(v()) / perCell(axis_);
  }

  std::size_t axis() const { return axis_; }
  std::size_t u() const { return (axis_ + 1) % 3; }
  std::size_t v() const { return (axis_ + 2) % 3; }

  /// First and last cell along axis() of the column through `cell` that the plane can meet; first > last
  /// where it meets none.
  std::pair<std::int64_t, std::int64_t> met(const Cell& cell) const {
    const double corner =
        height_ + slopeU_ * static_cast<double>(cell[u()]) + slopeV_ * static_cast<double>(cell[v()]);
    const double lo = corner + std::min(slopeU_, 0.0) + std::min(slopeV_, 0.0);
    const double hi = corner + std::max(slopeU_, 0.0) + std::max(slopeV_, 0.0);
    const auto cellAt = [&](double at) {
      return static_cast<std::int64_t>(std::floor(std::clamp(at, -1.0, static_cast<double>(cells_))));
    };
    // A hair to both sides: what it meets there is decided exactly, block by block.
    constexpr double kHair = 1e-9;
    return {std::max<std::int64_t>(cellAt(lo - kHair), 0), std::min(cellAt(hi + kHair), cells_ - 1)};
  }

 private:
  std::size_t axis_;
  std::int64_t cells_;
  double height_, slopeU_, slopeV_;
};

/// Adds the cut faces of the blocks of one cell.
class FaceCutter {
 public:
  FaceCutter(const BlockIndex& index, const BitMask& shown, const BlockCut& cut, const SceneFrame& frame)
      : index_(index),
        shown_(shown),
        cut_(cut),
        frame_(frame),
        plane_(offTheFaces(cut.planes[cut.which], index.model().lattice)) {}

  const HalfSpace& plane() const { return plane_; }

  void addCell(const Cell& cell, MeshBuffer& mesh) const {
    const BlockRange blocks = index_.blocksOf(cell[0], cell[1], cell[2]);
    for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
      if (!shown_.test(block)) continue;
      const Polygon face =
          clipped(crossSection(boxOf(index_.model(), block), plane_), cut_.planes, cut_.which);
      if (face.empty()) continue;
      for (const Vec3& p : face) {
        mesh.corners.push_back(static_cast<std::int64_t>(mesh.points.size()));
        mesh.points.push_back(frame_.toFloat(p));
      }
      mesh.offsets.push_back(static_cast<std::int64_t>(mesh.corners.size()));
      mesh.rows.push_back(static_cast<std::uint32_t>(block));
    }
  }

 private:
  const BlockIndex& index_;
  const BitMask& shown_;
  const BlockCut& cut_;
  const SceneFrame& frame_;
  HalfSpace plane_;
};

/// The parts one after the other.
MeshBuffer joined(const std::vector<MeshBuffer>& parts) {
  MeshBuffer whole;
  std::size_t points = 0, polygons = 0;
  for (const MeshBuffer& part : parts) {
    points += part.points.size();
    polygons += part.polygonCount();
  }
  whole.points.reserve(points);
  whole.corners.reserve(points);
  whole.offsets.reserve(polygons + 1);
  whole.rows.reserve(polygons);
  for (const MeshBuffer& part : parts) {
    const auto before = static_cast<std::int64_t>(whole.points.size());
    whole.points.insert(whole.points.end(), part.points.begin(), part.points.end());
    for (const std::int64_t corner : part.corners) whole.corners.push_back(before + corner);
    for (std::size_t p = 1; p < part.offsets.size(); ++p) whole.offsets.push_back(before + part.offsets[p]);
    whole.rows.insert(whole.rows.end(), part.rows.begin(), part.rows.end());
  }
  return whole;
}

}  // namespace

MeshBuffer blockCutFaces(const BlockIndex& index, const BitMask& shown, const BlockCut& cut,
                         const SceneFrame& frame) {
  const Lattice& lattice = index.model().lattice;
  const FaceCutter cutter(index, shown, cut, frame);
  const PlaneColumns columns(lattice, cutter.plane());
  const auto rows = static_cast<std::size_t>(lattice.count[columns.v()]);
  constexpr std::size_t kParts = 32;
  const std::size_t atOnce = std::max<std::size_t>(1, rows / kParts);
  std::vector<MeshBuffer> parts((rows + atOnce - 1) / atOnce);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = rows, .grain = atOnce}, neverCancelled, [&](geology::ParallelRange range) {
    MeshBuffer& mesh = parts[range.begin / atOnce];
    Cell cell{};
    for (std::size_t row = range.begin; row < range.end; ++row) {
      cell[columns.v()] = static_cast<std::int64_t>(row);
      for (cell[columns.u()] = 0; cell[columns.u()] < lattice.count[columns.u()]; ++cell[columns.u()]) {
        const auto [first, last] = columns.met(cell);
        for (cell[columns.axis()] = first; cell[columns.axis()] <= last; ++cell[columns.axis()])
          cutter.addCell(cell, mesh);
      }
    }
  });
  return joined(parts);
}

}  // namespace adit::viewer
