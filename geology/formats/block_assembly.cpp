#include "geology/formats/block_assembly.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <tuple>
#include <utility>

#include "geology/formats/column_rows.h"
#include "geology/formats/lattice_text.h"
#include "geology/formats/room.h"
#include "geology/formats/row_loop.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

constexpr FindingKind kLeftOut{Severity::Warning, "BM-OFF-LATTICE",
                               "rows lie in no cell of the lattice of the others and are left out",
                               "check the coordinates and sizes of these rows"};
constexpr FindingKind kDuplicate{Severity::Warning, "BM-DUPLICATE-CELL",
                                 "rows fall on a block that an earlier row describes; the first is used",
                                 "remove the second rows, or check the coordinates"};
constexpr FindingKind kOverlap{Severity::Warning, "BM-OVERLAP",
                               "the sub-blocks of a parent fill more than the parent: some overlap",
                               "check the sizes of the sub-blocks; volumes count twice there"};
constexpr FindingKind kNoPosition{Severity::Error, "BM-NO-POSITION",
                                  "rows have no coordinates that are numbers and are left out",
                                  "correct the coordinates"};
constexpr FindingKind kAssumedSize{Severity::Warning, "BM-ASSUMED-SIZE",
                                   "all rows lie in one plane and no block size is stated; the smallest step "
                                   "of the other axes is taken across it",
                                   "state the block size with the choice cell-size, e.g. 25,25,10"};
constexpr FindingKind kSpanning{Severity::Note, "BM-FREE-SUB-BLOCKS",
                                "sub-blocks share no parent size on an axis; one parent reaches over all",
                                "nothing; sizes and volumes are those of the file"};
constexpr FindingKind kPosition{Severity::Note, "BM-POSITION",
                                "what the coordinates of a row are of its block",
                                "choose position = corner if they are minimum corners, else centroid"};
constexpr FindingKind kPositionDoubt{
    Severity::Warning, "BM-POSITION-DOUBT",
    "the coordinates are taken as centroids, but corners would fit as well",
    "choose position = corner if they are minimum corners: all blocks then move by half a block"};
constexpr FindingKind kRotated{Severity::Note, "BM-ROTATED", "the lattice is rotated",
                               "nothing; check the angle against the source"};
constexpr FindingKind kNoLattice{Severity::Note, "BM-NO-LATTICE",
                                 "the rows are shown as points, because they lie on no lattice",
                                 "state cell-size or position if they are blocks"};

constexpr double kOverfull = 1e-4;  ///< of the parent's volume

std::size_t lineOf(const CollectedRows& rows, std::size_t row) {
  return row < rows.line.size() ? rows.line[row] : 0;
}

bool isEveryRow(const std::vector<std::uint32_t>& kept, std::size_t rows) {
  if (kept.size() != rows) return false;
  for (std::size_t i = 0; i < rows; ++i)
    if (kept[i] != i) return false;
  return true;
}

/// Keeps these rows of everything, in this order.
void keepRows(CollectedRows& rows, const std::vector<std::uint32_t>& kept,
              const geology::Progress* progress = nullptr) {
  if (isEveryRow(kept, rows.count())) return;
  for (geology::Column& column : rows.columns) {
    throwIfCancelled(progress);
    takeRows(column, kept);
  }
  rows.line.take(kept);
}

/// As nearly every program writes a model: row by row through the lattice, each block once. Nothing is left
/// to sort then, and nothing to leave out.
bool liesInOrder(const LatticeFit& fit) {
  return fit.rowsAreCells ||
         (fit.offLattice == 0 && fit.boxes.empty() &&
          std::adjacent_find(fit.cell.begin(), fit.cell.end(), std::greater_equal<>()) == fit.cell.end());
}

/// Rows in cells, by rising cell; within a cell by box, so that equal boxes stand side by side. Each
/// comparison looks whether the work is cancelled: the standard sort gives no other chance.
std::vector<std::uint32_t> rowsByCell(const LatticeFit& fit, const geology::Progress& progress) {
  std::vector<std::uint32_t> order;
  order.reserve(fit.cell.size());
  for (std::uint32_t row = 0; row < fit.cell.size(); ++row)
    if (fit.cell[row] != kOffLattice) order.push_back(row);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    progress.throwIfCancelled();
    if (fit.cell[a] != fit.cell[b]) return fit.cell[a] < fit.cell[b];
    if (!fit.boxes.empty() && fit.boxes[a] != fit.boxes[b])
      return std::tie(fit.boxes[a].min, fit.boxes[a].max) < std::tie(fit.boxes[b].min, fit.boxes[b].max);
    return a < b;
  };
  if (!std::is_sorted(order.begin(), order.end(), before)) std::sort(order.begin(), order.end(), before);
  return order;
}

/// The same without a sort and without the rows that repeat a cell, where there are no boxes: a place for
/// every cell, in which its first row is put. Empty where the lattice has too many cells for that.
std::vector<std::uint32_t> firstRowOfCells(const CollectedRows& rows, const LatticeFit& fit,
                                           const AssemblyWork& work) {
  constexpr std::size_t kCellsARow = 8;  // absent cells cost a place each
  const auto cells = static_cast<std::size_t>(fit.lattice.cellCount());
  if (!fit.boxes.empty() || cells > kCellsARow * fit.cell.size()) return {};
  std::vector<std::uint32_t> first;
  makeRoom(first, cells);
  std::fill(first.begin(), first.end(), kOffLattice);
  forEachRow(fit.cell.size(), &work.progress, [&](std::size_t row) {
    if (fit.cell[row] == kOffLattice) return;
    std::uint32_t& place = first[fit.cell[row]];
    if (place == kOffLattice)
      place = static_cast<std::uint32_t>(row);
    else
      work.findings.add(kDuplicate, {lineOf(rows, row), 0});
  });
  std::erase(first, kOffLattice);
  return first;
}

/// Without the rows that repeat the block of an earlier row.
std::vector<std::uint32_t> withoutDuplicates(const CollectedRows& rows, const LatticeFit& fit,
                                             const std::vector<std::uint32_t>& order, Findings& findings) {
  std::vector<std::uint32_t> kept;
  kept.reserve(order.size());
  for (const std::uint32_t row : order) {
    const bool repeated = !kept.empty() && fit.cell[kept.back()] == fit.cell[row] &&
                          (fit.boxes.empty() || fit.boxes[kept.back()] == fit.boxes[row]);
    if (repeated)
      findings.add(kDuplicate, {lineOf(rows, row), 0});
    else
      kept.push_back(row);
  }
  return kept;
}

double part(const geology::SubBox& box) {
  double volume = 1;
  for (std::size_t a = 0; a < 3; ++a)
    volume *= static_cast<double>(box.max[a]) - static_cast<double>(box.min[a]);
  return volume;
}

void noteOverlaps(const geology::BlockModel& model, Findings& findings) {
  for (std::size_t first = 0; first < model.boxes.size();) {
    double filled = 0;
    std::size_t block = first;
    for (; block < model.boxes.size() && model.cellOfBlock[block] == model.cellOfBlock[first]; ++block)
      filled += part(model.boxes[block]);
    if (filled > 1 + kOverfull)
      findings.add(kOverlap, {first < model.line.size() ? model.line[first] : 0, 0});
    first = block;
  }
}

void noteLeftOut(const CollectedRows& rows, const LatticeFit& fit, Findings& findings) {
  for (std::size_t row = 0; row < fit.cell.size(); ++row)
    if (fit.cell[row] == kOffLattice)
      findings.add(rows.hasPosition(row) ? kLeftOut : kNoPosition, {lineOf(rows, row), 0});
}

/// The stated size, or the person's; an axis of size 0 is left to the finder.
std::optional<Vec3> decideCellSize(const LatticeHints& hints, const Decision& decision) {
  std::optional<Vec3> guess = hints.cellSize;
  std::string reason = "stated in the file";
  if (!guess && hints.indices) {
    guess = Vec3{1, 1, 1};
    reason = "the file has block indices only";
  }
  const bool asked = personsAnswer(decision.choices, decision.source.path, "cell-size") != nullptr;
  if (!guess && !asked) return std::nullopt;
  const auto size = parseVector(
      decision.take("cell-size", guess ? formatVector(*guess) : std::string(), std::move(reason)));
  if (size && isFinite(*size) && size->x >= 0 && size->y >= 0 && size->z >= 0) return size;
  decision.diagnostics.push_back({.severity = Severity::Warning,
                                  .code = "BM-BAD-CELL-SIZE",
                                  .file = decision.source.path,
                                  .message = "the choice cell-size is not three numbers; it is not used",
                                  .remedy = "write it as 25,25,50"});
  return guess;
}

std::string_view positionName(Position position) {
  return position == Position::Centroid ? "centroid" : "corner";
}

/// From cells of size 1 to cells of that size.
void scaleCells(geology::Lattice& lattice, const Vec3& size) {
  lattice.origin = {lattice.origin.x * size.x, lattice.origin.y * size.y, lattice.origin.z * size.z};
  lattice.size = {size.x, size.y, size.z};
}

void noteFit(const LatticeFit& fit, Findings& findings) {
  constexpr std::array<std::string_view, 3> kAxisNames{"X", "Y", "Z"};
  for (std::size_t a = 0; a < 3; ++a) {
    if (fit.assumedSize[a]) findings.add(kAssumedSize, {}, kAxisNames[a]);
    if (fit.spanning[a]) findings.add(kSpanning, {}, kAxisNames[a]);
  }
  if (fit.lattice.rotated()) {
    const Vec3& u = fit.lattice.axis[0];
    const double bearing = std::atan2(u.y, u.x) * 180 / std::numbers::pi;
    findings.add(
        kRotated, {},
        "X axis " + formatNumber(std::round(bearing * 1e6) / 1e6) + " degrees anticlockwise from east");
  }
}

}  // namespace

LatticeSearch decideLattice(const CollectedRows& rows, LatticeHints hints, const Decision& decision,
                            const AssemblyWork& work) {
  Findings& findings = work.findings;
  work.progress.report(work.progress.fraction(), "finding the lattice of " + decision.source.path);
  const std::string* answer = personsAnswer(decision.choices, decision.source.path, "position");
  if (answer != nullptr && *answer == "centroid") hints.position = Position::Centroid;
  if (answer != nullptr && *answer == "corner") hints.position = Position::Corner;
  hints.cellSize = decideCellSize(hints, decision);
  const PlaneRows* planes = rows.planes ? &*rows.planes : nullptr;
  LatticeQuery query{rows.points, planes, rows.sizes, hints.resolution, hints.cellSize, hints.position};
  if (hints.indices) query = {rows.points, planes, {}, 0, Vec3{1, 1, 1}, Position::Centroid};
  query.progress = &work.progress;
  LatticeSearch search = findLattice(query);
  const std::string kind =
      decision.take("kind", search.fit ? "block-model" : "points",
                    search.fit ? "the rows lie on a lattice" : search.whyNot, {"block-model", "points"});
  if (kind == "points" && search.fit) search = {std::nullopt, "chosen by the person"};
  if (!search.fit) {
    findings.add(kNoLattice, {}, search.whyNot);
    return search;
  }
  if (hints.indices) {
    scaleCells(search.fit->lattice, *hints.cellSize);
    return search;
  }
  const LatticeFit& fit = *search.fit;
  decision.take("position", std::string(positionName(fit.position)), fit.positionReason,
                {"centroid", "corner"});
  if (fit.cornersFitToo)
    findings.add(kPositionDoubt, {});
  else
    findings.add(kPosition, {}, std::string(positionName(fit.position)) + " (" + fit.positionReason + ")");
  noteFit(fit, findings);
  return search;
}

/// Blocks by rising cell, each once; the rows follow.
void sortBlocks(CollectedRows& rows, LatticeFit& fit, const AssemblyWork& work) {
  work.progress.report(work.progress.fraction(), "sorting the blocks of " + rows.source.path);
  noteLeftOut(rows, fit, work.findings);
  auto kept = firstRowOfCells(rows, fit, work);
  if (kept.empty()) kept = withoutDuplicates(rows, fit, rowsByCell(fit, work.progress), work.findings);
  keepRows(rows, kept, &work.progress);
  takeRows(fit.boxes, kept);
  takeRows(fit.cell, kept);
}

geology::BlockModel assembleBlocks(CollectedRows rows, LatticeFit fit, const AssemblyWork& work) {
  if (!liesInOrder(fit)) sortBlocks(rows, fit, work);
  geology::BlockModel model;
  model.name = std::move(rows.name);
  model.source = std::move(rows.source);
  model.lattice = fit.lattice;
  model.columns = std::move(rows.columns);
  model.line = std::move(rows.line);
  model.boxes = std::move(fit.boxes);
  const bool full = fit.rowsAreCells || static_cast<std::int64_t>(fit.cell.size()) == fit.lattice.cellCount();
  if (model.subBlocked() || !full) model.cellOfBlock = std::move(fit.cell);
  noteOverlaps(model, work.findings);
  return model;
}

geology::PointSet assemblePoints(CollectedRows rows, Findings& findings) {
  if (rows.planes) rows.points = std::exchange(rows.planes, std::nullopt)->points();
  std::vector<std::uint32_t> kept;
  for (std::uint32_t row = 0; row < rows.points.size(); ++row) {
    if (isFinite(rows.points[row]))
      kept.push_back(row);
    else
      findings.add(kNoPosition, {lineOf(rows, row), 0});
  }
  keepRows(rows, kept);
  geology::PointSet set;
  set.name = std::move(rows.name);
  set.source = std::move(rows.source);
  takeRows(rows.points, kept);
  set.points = std::move(rows.points);
  set.columns = std::move(rows.columns);
  set.line = std::move(rows.line);
  return set;
}

Object assemble(CollectedRows rows, LatticeSearch search, const AssemblyWork& work) {
  if (search.fit) return assembleBlocks(std::move(rows), std::move(*search.fit), work);
  return assemblePoints(std::move(rows), work.findings);
}

}  // namespace adit::formats
