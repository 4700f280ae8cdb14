// From the positions of rows (and their sizes, when the rows have them) to the lattice of a block model.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geology/formats/plane_rows.h"
#include "geology/model/block_model.h"
#include "geology/model/progress.h"

namespace adit::formats {

/// What the coordinates of a row are of its block.
enum class Position : std::uint8_t { Centroid, Corner };

struct LatticeQuery {
  std::span<const geology::Vec3> points{};  ///< one a row; not finite = not a position
  const PlaneRows* planes = nullptr;        ///< instead of the points
  std::span<const geology::Vec3> sizes{};   ///< empty: not stated; 1: of all rows; else one a row
  double resolution = 0;                    ///< half a unit of the last digit of the text, 0 = exact
  std::optional<geology::Vec3> cellSize{};  ///< stated by the person or the header; 0 on an axis = not stated
  std::optional<Position> position{};       ///< stated by the person or the header
  const geology::Progress* progress = nullptr;  ///< of the import: the search throws Cancelled with it
};

constexpr std::uint32_t kOffLattice = 0xFFFFFFFFU;

struct LatticeFit {
  geology::Lattice lattice;
  /// Row r lies in cell r, for all cells: `cell` is empty then. As nearly every program writes a full model.
  bool rowsAreCells = false;
  std::vector<std::uint32_t> cell;     ///< of each row, or kOffLattice
  std::vector<geology::SubBox> boxes;  ///< of each row; empty when every row fills its cell
  std::size_t offLattice = 0;          ///< rows that are in no cell
  Position position = Position::Centroid;
  std::string positionReason;
  bool cornersFitToo = false;         ///< nothing but custom speaks for centroids
  std::array<bool, 3> assumedSize{};  ///< one plane of rows and no size stated: the cell size is a guess
  std::array<bool, 3> spanning{};     ///< sub-blocks share no common parent on this axis: one parent for all
};

/// Either a fit or the reason why the rows lie on no lattice.
struct LatticeSearch {
  std::optional<LatticeFit> fit;
  std::string whyNot;
};

/// Tries the axes of the coordinates, then a rotation in plan, then (with sizes) any rotation.
/// Steps agree within 1e-4 of the step or the rounding of the text. Up to one row in twenty may be off,
/// besides those that have no position.
LatticeSearch findLattice(const LatticeQuery& query);

}  // namespace adit::formats
