#include "geology/formats/lattice_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "geology/formats/axis_steps.h"
#include "geology/formats/lattice_cells.h"
#include "geology/formats/row_loop.h"

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr double kNeighbours = 0.5;  ///< fewer rows than this with a block beside them: scattered points
constexpr std::size_t kNeighbourSample = 20'000;
constexpr std::array<const char*, 3> kAxisNames{"X", "Y", "Z"};

/// Lowest and highest face of all rows.
std::pair<double, double> faces(const FrameRows& rows, std::size_t axis, Position position) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  if (rows.oneSize()) {
    const double size = rows.size(0, axis);
    for (const Plane& plane : rows.planes(axis, 0)) {
      const double face = plane.at + toLowerFace(position, size);
      low = std::min(low, face);
      high = std::max(high, face + size);
    }
    return {low, high};
  }
  forEachRow(rows.count(), rows.query().progress, [&](std::size_t row) {
    if (!rows.usable(row)) return;
    const double size = rows.size(row, axis);
    const double face = rows.at(row, axis) + toLowerFace(position, size);
    low = std::min(low, face);
    high = std::max(high, face + size);
  });
  return {low, high};
}

/// Do the rows lie in cells of this axis, none across a face?
bool holdsRows(const FrameRows& rows, std::size_t axis, const CellAxis& cells, Position position) {
  double usable = 0, held = 0;
  const auto look = [&](double at, double size, double count) {
    usable += count;
    if (placeAlong(cells, at + toLowerFace(position, size), size, rows.query().resolution)) held += count;
  };
  if (rows.oneSize()) {
    for (const Plane& plane : rows.planes(axis, 0)) look(plane.at, rows.size(0, axis), plane.rows);
  } else {
    forEachRow(rows.count(), rows.query().progress, [&](std::size_t row) {
      if (rows.usable(row)) look(rows.at(row, axis), rows.size(row, axis), 1);
    });
  }
  return held >= kRowsOnLattice * usable;
}

/// Parents have the largest size; the rows that are as large as their parent show where the parents lie.
std::optional<CellAxis> parentAxis(const FrameRows& rows, std::size_t axis, Position position) {
  const double stated = rows.statedSize(axis);
  const double size = stated > 0 ? stated : component(rows.largest(), axis);
  const Planes planes = rows.planes(axis, size * (1 - kSameSize));
  const auto [low, high] = faces(rows, axis, position);
  double face = low;
  if (!planes.empty()) {
    const auto steps = fitAxisSteps(planes, size, rows.query().resolution);
    if (!steps) return std::nullopt;
    face = steps->first + toLowerFace(position, size);
  }
  const double first = std::floor((low - face) / size + kSameSize);
  const double last = std::ceil((high - face) / size - kSameSize);
  if (!(last - first < kOffLattice)) return std::nullopt;
  const CellAxis cells{face + first * size, size, static_cast<std::int64_t>(last - first), false, false};
  if (!holdsRows(rows, axis, cells, position)) return std::nullopt;
  return cells;
}

/// Where sub-blocks have any height (seams), one parent holds the whole column.
CellAxis spanningAxis(const FrameRows& rows, std::size_t axis, Position position) {
  const auto [low, high] = faces(rows, axis, position);
  return {low, high - low, 1, false, true};
}

std::optional<CellAxes> sizedAxes(const FrameRows& rows, Position position, std::string& whyNot) {
  CellAxes axes;
  int free = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    if (const auto axis = parentAxis(rows, a, position)) {
      axes[a] = *axis;
      continue;
    }
    if (++free > 1) {
      whyNot = std::string("the blocks of the largest size do not lie side by side along ") + kAxisNames[a];
      return std::nullopt;
    }
    axes[a] = spanningAxis(rows, a, position);
  }
  return axes;
}

/// A layer whose rows jitter by less than the tolerance is one plane.
bool onePlane(const Planes& planes, double otherStep) {
  return planes.back().at - planes.front().at <= 2 * kLatticeTolerance * otherStep;
}

double firstCoordinate(const FrameRows& rows, std::size_t axis) {
  std::size_t row = 0;
  while (!rows.usable(row)) ++row;
  return rows.at(row, axis);
}

std::optional<CellAxes> steppedAxes(const FrameRows& rows, std::string& whyNot) {
  std::array<Planes, 3> planes;
  std::array<std::optional<AxisSteps>, 3> found;
  double smallest = std::numeric_limits<double>::infinity();
  int regular = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    const double stated = rows.statedSize(a);
    planes[a] = rows.planes(a, 0);
    found[a] = stated > 0 ? fitAxisSteps(planes[a], stated, rows.query().resolution)
                          : findAxisSteps(planes[a], rows.query().resolution);
    if (!found[a] || found[a]->count < 2) continue;
    ++regular;
    smallest = std::min(smallest, found[a]->step);
  }
  CellAxes axes;
  for (std::size_t a = 0; a < 3; ++a) {
    if (!found[a]) {
      if (regular < 2 || !onePlane(planes[a], smallest)) {
        whyNot = std::string("the ") + kAxisNames[a] + " coordinates have no common step";
        return std::nullopt;
      }
      found[a] = AxisSteps{firstCoordinate(rows, a), 0, 1};
    }
    axes[a] = {found[a]->first, found[a]->step, found[a]->count, false, false};
    if (axes[a].size > 0) continue;
    axes[a].size = smallest;
    axes[a].assumed = true;
  }
  if (regular < 2) {
    whyNot = "the rows lie along a line";
    return std::nullopt;
  }
  const Position position = rows.query().position.value_or(Position::Centroid);
  for (CellAxis& axis : axes) axis.low += toLowerFace(position, axis.size);
  return axes;
}

bool tooManyCells(const CellAxes& axes) {
  double cells = 1;
  for (const CellAxis& axis : axes) cells *= static_cast<double>(axis.count);
  return cells >= kOffLattice;
}

/// Scattered points with two decimals lie on a lattice of 0.01, too; but they have no neighbours there.
bool scattered(const LatticeFit& fit, const geology::Progress* progress) {
  if (fit.rowsAreCells) return false;  // the two axes that have steps have neighbours
  std::vector<std::uint32_t> others;
  std::span<const std::uint32_t> cells = fit.cell;
  if (fit.offLattice > 0 || !std::is_sorted(cells.begin(), cells.end())) {
    for (const std::uint32_t cell : fit.cell)
      if (cell != kOffLattice) others.push_back(cell);
    std::sort(others.begin(), others.end(), [&](std::uint32_t a, std::uint32_t b) {
      throwIfCancelled(progress);
      return a < b;
    });
    cells = others;
  }
  const std::array<std::int64_t, 3> strides{1, fit.lattice.count[0],
                                            fit.lattice.count[0] * fit.lattice.count[1]};
  const auto occupied = [&](std::int64_t cell) {
    return cell >= 0 && cell < fit.lattice.cellCount() &&
           std::binary_search(cells.begin(), cells.end(), static_cast<std::uint32_t>(cell));
  };
  const std::size_t every = cells.size() / kNeighbourSample + 1;
  double tried = 0, beside = 0;
  for (std::size_t i = 0; i < cells.size(); i += every) {
    ++tried;
    const std::int64_t cell = cells[i];
    if (std::any_of(strides.begin(), strides.end(),
                    [&](std::int64_t s) { return occupied(cell + s) || occupied(cell - s); }))
      ++beside;
  }
  return beside < kNeighbours * tried;
}

/// Do all coordinates lie on (part = 0) or half a block beside (part = 0.5) multiples of the block size?
bool multiples(const LatticeFit& fit, const Frame& frame, double part) {
  for (std::size_t a = 0; a < 3; ++a) {
    if (fit.assumedSize[a] || fit.lattice.count[a] < 2) continue;
    const double lower = dot(fit.lattice.origin, frame.axes[a]);
    const double at = (lower - toLowerFace(fit.position, fit.lattice.size[a])) / fit.lattice.size[a] - part;
    if (std::abs(at - std::round(at)) > 1e-3) return false;
  }
  return true;
}

/// The half-block test, where nothing better decides.
void explainPosition(LatticeFit& fit, const LatticeQuery& query, const Frame& frame) {
  if (query.position) {
    fit.positionReason = "stated";
  } else if (multiples(fit, frame, 0.5)) {
    fit.positionReason = "the coordinates lie half a block beside whole multiples of the block size";
  } else if (multiples(fit, frame, 0)) {
    fit.cornersFitToo = true;
    fit.positionReason =
        "block models are written by centroid as a rule, but the coordinates are whole multiples of the "
        "block size, as corners are";
  } else {
    fit.positionReason = "block models are written by centroid as a rule";
  }
}

/// Rows without a position or a size say nothing of the lattice.
std::size_t usableRows(const FrameRows& rows) {
  std::size_t usable = 0;
  forEachRow(rows.count(), rows.query().progress,
             [&](std::size_t row) { usable += rows.usable(row) ? 1 : 0; });
  return usable;
}

LatticeSearch judged(LatticeFit fit, const FrameRows& rows) {
  const std::size_t usable = fit.offLattice == 0 ? rows.count() : usableRows(rows);
  const std::size_t on = rows.count() - fit.offLattice;
  if (on == 0 || static_cast<double>(on) < kRowsOnLattice * static_cast<double>(usable))
    return {std::nullopt, std::to_string(usable - on) + " of " + std::to_string(usable) +
                              " rows do not lie on the lattice of the others"};
  if (!rows.sized() && scattered(fit, rows.query().progress))
    return {std::nullopt, "the rows have a common step but no neighbours: they are scattered points"};
  return {std::move(fit), {}};
}

/// The fit with the coordinates taken as that; the reason when there is none.
LatticeSearch fitSizedAs(const FrameRows& rows, Position position) {
  std::string whyNot;
  const auto axes = sizedAxes(rows, position, whyNot);
  if (!axes) return {std::nullopt, whyNot};
  if (tooManyCells(*axes)) return {std::nullopt, "the lattice would have too many cells"};
  return judged(assign(rows, *axes, position), rows);
}

/// True when sub-blocks lie better in their parents: with a parent size on more axes, then with fewer rows
/// off.
bool liesBetter(const LatticeFit& a, const LatticeFit& b) {
  const auto spanning = [](const LatticeFit& fit) {
    return std::count(fit.spanning.begin(), fit.spanning.end(), true);
  };
  if (spanning(a) != spanning(b)) return spanning(a) < spanning(b);
  return a.offLattice < b.offLattice;
}

LatticeSearch fitSized(const FrameRows& rows) {
  const auto stated = rows.query().position;
  if (stated || rows.uniform()) {
    LatticeSearch search = fitSizedAs(rows, stated.value_or(Position::Centroid));
    if (search.fit) explainPosition(*search.fit, rows.query(), rows.frame());
    return search;
  }
  LatticeSearch centroids = fitSizedAs(rows, Position::Centroid);
  LatticeSearch corners = fitSizedAs(rows, Position::Corner);
  if (!centroids.fit && !corners.fit) return centroids;
  const bool cornersWin = !centroids.fit || (corners.fit && liesBetter(*corners.fit, *centroids.fit));
  LatticeSearch& winner = cornersWin ? corners : centroids;
  const LatticeSearch& loser = cornersWin ? centroids : corners;
  if (loser.fit && !liesBetter(*winner.fit, *loser.fit))
    explainPosition(*winner.fit, rows.query(), rows.frame());
  else
    winner.fit->positionReason = std::string("as ") + (cornersWin ? "centroids" : "corners") +
                                 " sub-blocks would reach out of their parents";
  return std::move(winner);
}

LatticeSearch fitStepped(const FrameRows& rows) {
  std::string whyNot;
  const auto axes = steppedAxes(rows, whyNot);
  if (!axes) return {std::nullopt, whyNot};
  if (tooManyCells(*axes)) return {std::nullopt, "the lattice would have too many cells: scattered points"};
  LatticeFit fit = assign(rows, *axes, rows.query().position.value_or(Position::Centroid));
  explainPosition(fit, rows.query(), rows.frame());
  return judged(std::move(fit), rows);
}

}  // namespace

LatticeSearch fitInFrame(const FrameRows& rows) {
  return rows.sized() ? fitSized(rows) : fitStepped(rows);
}

}  // namespace adit::formats
