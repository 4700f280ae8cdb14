// From the rows that a reader has collected to a block model, or to points where they lie on no lattice.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"
#include "geology/formats/lattice_finder.h"
#include "geology/formats/reader.h"
#include "geology/model/line_numbers.h"

namespace adit::formats {

/// Rows in file order; positions, `line` and the columns run in parallel.
struct CollectedRows {
  std::string name;
  geology::Provenance source;
  std::vector<geology::Vec3> points;  ///< NaN where a row has no position; empty where there are planes
  std::optional<PlaneRows> planes;    ///< instead of the points
  std::vector<geology::Vec3> sizes;   ///< empty: not stated; 1: of all rows; else one a row
  std::vector<geology::Column> columns;
  geology::LineNumbers line;  ///< may be empty

  std::size_t count() const { return planes ? planes->size() : points.size(); }
  bool hasPosition(std::size_t row) const {
    return planes ? planes->hasPosition(row) : isFinite(points[row]);
  }
};

/// What the file says of its blocks besides the rows.
struct LatticeHints {
  double resolution = 0;  ///< half a unit of the last digit of the coordinates
  std::optional<geology::Vec3> cellSize;
  std::optional<Position> position;
  bool indices = false;  ///< the points are centres counted in cells; the cell size is not in the file
};

/// What the way from rows to blocks leaves its word with, and what may end it.
struct AssemblyWork {
  Findings& findings;
  geology::Progress& progress;  ///< throws Cancelled with it
};

/// Looks for the lattice. Choices: "<file>/cell-size" = "25,25,50", "<file>/position" = centroid | corner,
/// "<file>/kind" = block-model | points.
LatticeSearch decideLattice(const CollectedRows& rows, LatticeHints hints, const Decision& decision,
                            const AssemblyWork& work);

/// Blocks in the order of their cells. Rows off the lattice and second rows in one cell are left out and
/// counted in the findings.
geology::BlockModel assembleBlocks(CollectedRows rows, LatticeFit fit, const AssemblyWork& work);

/// Rows without a position are left out and counted in the findings.
geology::PointSet assemblePoints(CollectedRows rows, Findings& findings);

/// Blocks where the search found a lattice, else points.
Object assemble(CollectedRows rows, LatticeSearch search, const AssemblyWork& work);

}  // namespace adit::formats
