#include "geology/formats/lattice_cells.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "geology/formats/room.h"
#include "geology/formats/row_loop.h"
#include "geology/model/parallel_for.h"

namespace adit::formats {
namespace {

geology::Lattice latticeOf(const Frame& frame, const CellAxes& axes) {
  geology::Lattice lattice;
  lattice.axis = frame.axes;
  lattice.origin = frame.base;
  for (std::size_t a = 0; a < 3; ++a) {
    lattice.origin += frame.axes[a] * axes[a].low;
    lattice.size[a] = axes[a].size;
    lattice.count[a] = axes[a].count;
  }
  return lattice;
}

/// One by one, each with the part of its cell that it fills.
void assignRows(const FrameRows& rows, const CellAxes& axes, LatticeFit& fit) {
  fit.cell.assign(rows.count(), kOffLattice);
  if (!rows.uniform()) fit.boxes.resize(rows.count());
  forEachRow(rows.count(), rows.query().progress, [&](std::size_t row) {
    std::array<std::int64_t, 3> cell{};
    geology::SubBox box;
    bool on = rows.usable(row);
    for (std::size_t a = 0; a < 3 && on; ++a) {
      const double size = rows.uniform() ? axes[a].size : rows.size(row, a);
      const double face = rows.at(row, a) + toLowerFace(fit.position, size);
      const auto at = placeAlong(axes[a], face, size, rows.query().resolution);
      on = at.has_value();
      if (!on) break;
      cell[a] = at->cell;
      box.min[a] = at->min;
      box.max[a] = at->max;
    }
    if (!on) {
      ++fit.offLattice;
      return;
    }
    fit.cell[row] = static_cast<std::uint32_t>(fit.lattice.cellIndex(cell[0], cell[1], cell[2]));
    if (!rows.uniform()) fit.boxes[row] = box;
  });
}

/// What a plane adds to the cell number of its rows; kOffLattice where it holds none.
std::vector<std::uint32_t> cellParts(const FrameRows& rows, const CellAxis& axis, std::size_t a,
                                     const LatticeFit& fit) {
  const std::array<std::int64_t, 3> strides{1, fit.lattice.count[0],
                                            fit.lattice.count[0] * fit.lattice.count[1]};
  std::vector<std::uint32_t> parts;
  for (const double plane : rows.query().planes->axes[a].planes) {
    const double face = plane + toLowerFace(fit.position, axis.size);
    const auto at = placeAlong(axis, face, axis.size, rows.query().resolution);
    parts.push_back(at ? static_cast<std::uint32_t>(at->cell * strides[a]) : kOffLattice);
  }
  return parts;
}

/// The cell of each row of PlaneRows: what has been found out for a plane holds for all its rows.
class PlaneCells {
 public:
  PlaneCells(const FrameRows& rows, const CellAxes& axes, const LatticeFit& fit)
      : planes_(*rows.query().planes) {
    for (std::size_t a = 0; a < 3; ++a) parts_[a] = cellParts(rows, axes[a], a, fit);
  }
  std::uint32_t operator[](std::size_t row) const {
    if (!planes_.hasPosition(row)) return kOffLattice;
    const auto part = [&](std::size_t a) { return parts_[a][planes_.axes[a].code[row]]; };
    const std::uint32_t i = part(0), j = part(1), k = part(2);
    return i == kOffLattice || j == kOffLattice || k == kOffLattice ? kOffLattice : i + j + k;
  }

 private:
  const PlaneRows& planes_;
  std::array<std::vector<std::uint32_t>, 3> parts_;
};

/// Calls body(begin, end) for stretches of all rows, several at a time.
template <typename Body>
void forEachStretch(const FrameRows& rows, Body&& body) {
  const geology::Progress nobodyCancels;
  const geology::Progress* progress = rows.query().progress;
  geology::parallelFor({.count = rows.count(), .grain = kRowsBetweenLooks},
                       progress != nullptr ? *progress : nobodyCancels,
                       [&](geology::ParallelRange range) { body(range.begin, range.end); });
}

void assignPlanes(const FrameRows& rows, const CellAxes& axes, LatticeFit& fit) {
  const PlaneCells cells(rows, axes, fit);
  std::atomic<bool> rowsAreCells{static_cast<std::int64_t>(rows.count()) == fit.lattice.cellCount()};
  forEachStretch(rows, [&](std::size_t row, std::size_t end) {
    while (row < end && rowsAreCells && cells[row] == row) ++row;
    if (row < end) rowsAreCells = false;
  });
  fit.rowsAreCells = rowsAreCells;
  if (fit.rowsAreCells) return;
  makeRoom(fit.cell, rows.count());
  std::atomic<std::size_t> off{0};
  forEachStretch(rows, [&](std::size_t row, std::size_t end) {
    std::size_t ownOff = 0;
    for (; row < end; ++row) {
      fit.cell[row] = cells[row];
      if (fit.cell[row] == kOffLattice) ++ownOff;
    }
    off += ownOff;
  });
  fit.offLattice = off;
}

}  // namespace

std::optional<CellPlace> placeAlong(const CellAxis& axis, double lowerFace, double size, double resolution) {
  const double tolerance =
      AxisSteps{0, axis.size, 0}.tolerance(resolution) / axis.size + 1e-14 * std::abs(lowerFace / axis.size);
  const double t = (lowerFace - axis.low) / axis.size;
  const double cell = std::floor(t + tolerance);
  if (!(cell >= 0 && cell < static_cast<double>(axis.count))) return std::nullopt;
  const double min = t - cell;
  const double max = min + size / axis.size;
  if (max > 1 + tolerance) return std::nullopt;
  return CellPlace{static_cast<std::int64_t>(cell), static_cast<float>(std::clamp(min, 0.0, 1.0)),
                   static_cast<float>(std::clamp(max, 0.0, 1.0))};
}

LatticeFit assign(const FrameRows& rows, const CellAxes& axes, Position position) {
  LatticeFit fit;
  fit.lattice = latticeOf(rows.frame(), axes);
  fit.position = position;
  if (rows.query().planes != nullptr && rows.uniform() && rows.oneSize())
    assignPlanes(rows, axes, fit);
  else
    assignRows(rows, axes, fit);
  for (std::size_t a = 0; a < 3; ++a) {
    fit.assumedSize[a] = axes[a].assumed;
    fit.spanning[a] = axes[a].spanning;
  }
  return fit;
}

}  // namespace adit::formats
