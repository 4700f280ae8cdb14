#include "viewer/geometry/sub_block_skin.h"

#include <algorithm>
#include <vector>

#include "viewer/geometry/cell_rows.h"
#include "viewer/geometry/mask_faces.h"
#include "viewer/geometry/sub_boxes.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::SubBox;
using Word = CellMask::Word;
using FaceLists = std::array<std::vector<std::uint32_t>, kFaceDirections>;

/// The cells that are filled wholly and of which every block is shown: nothing is seen inside them nor
/// through them.
CellMask solidCells(const BlockIndex& index, const BitMask& shown) {
  const CellMask& filled = index.filledCells();
  CellMask solid(filled.count());
  forRows(solid, [&](analysis::ParallelRange rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row)
      for (std::size_t w = 0; w < solid.wordsPerRow(); ++w) {
        Word word = 0;
        forEachBit(filled.row(row)[w], [&](unsigned bit) {
          const BlockRange blocks = index.blocksAt(row, w, bit);
          if (allSet(shown, blocks.begin, blocks.end)) word |= Word{1} << bit;
        });
        solid.row(row)[w] = word;
      }
  });
  return solid;
}

/// A cell by its place.
using Cell = std::array<std::int64_t, 3>;

/// A shown block's face that looks against the direction that is asked for.
struct Facing {
  float plane;  ///< along the axis, in fractions of the parent that is asked for
  Rectangle face;
};

/// Finds the faces that one sees of the blocks of one cell after the other. Keeps its memory from cell to
/// cell.
class CellFaces {
 public:
  CellFaces(const BlockIndex& index, const BitMask& shown) : index_(index), shown_(shown) {}

  /// Adds the faces in one direction of the shown blocks of a cell. `insideToo`: not only those on its
  /// border.
  void add(const Cell& cell, std::size_t direction, bool insideToo, std::vector<std::uint32_t>& faces) {
    const std::size_t axis = direction / 2;
    const bool plus = direction % 2 == 1;
    gather(cell, direction, insideToo);
    const BlockRange own = index_.blocksOf(cell[0], cell[1], cell[2]);
    for (std::size_t block = own.begin; block < own.end; ++block) {
      if (!shown_.test(block)) continue;
      const SubBox& box = index_.model().boxes[block];
      const float plane = plus ? box.max[axis] : box.min[axis];
      const bool onBorder = plus ? plane >= 1 - kSamePlace : plane <= kSamePlace;
      if ((insideToo || onBorder) && !covered(faceOf(box, axis), plane))
        faces.push_back(static_cast<std::uint32_t>(block));
    }
  }

 private:
  /// The faces that may cover those in this direction: of the same cell and of the next, by their planes.
  void gather(const Cell& cell, std::size_t direction, bool insideToo) {
    facing_.clear();
    if (insideToo) gatherFrom(cell, direction, 0);
    Cell next = cell;
    next[direction / 2] += direction % 2 == 1 ? 1 : -1;
    const std::int64_t at = next[direction / 2];
    if (at >= 0 && at < index_.model().lattice.count[direction / 2])
      gatherFrom(next, direction, direction % 2 == 1 ? 1 : -1);
    std::sort(facing_.begin(), facing_.end(),
              [](const Facing& a, const Facing& b) { return a.plane < b.plane; });
  }

  void gatherFrom(const Cell& cell, std::size_t direction, float shift) {
    const std::size_t axis = direction / 2;
    const BlockRange blocks = index_.blocksOf(cell[0], cell[1], cell[2]);
    for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
      if (!shown_.test(block)) continue;
      const SubBox& box = index_.model().boxes[block];
      const float plane = (direction % 2 == 1 ? box.min[axis] : box.max[axis]) + shift;
      if (plane >= -kSamePlace && plane <= 1 + kSamePlace) facing_.push_back({plane, faceOf(box, axis)});
    }
  }

  bool covered(const Rectangle& face, float plane) {
    auto other = std::lower_bound(facing_.begin(), facing_.end(), plane - kSamePlace,
                                  [](const Facing& f, float p) { return f.plane < p; });
    if (other == facing_.end() || other->plane > plane + kSamePlace) return false;
    cover_.begin(face);
    for (; other != facing_.end() && other->plane <= plane + kSamePlace && !cover_.whole(); ++other)
      cover_.add(other->face);
    return cover_.whole();
  }

  const BlockIndex& index_;
  const BitMask& shown_;
  std::vector<Facing> facing_;
  FaceCover cover_;
};

/// The faces of the blocks of a range of rows. A solid cell shows none inside, none towards a solid
/// neighbour, and none at all among six of them: 64 such cells are passed over at once.
FaceLists facesOfRows(const BlockIndex& index, const BitMask& shown, const CellMask& solid,
                      const CellMask& any, analysis::ParallelRange rows) {
  FaceLists lists;
  CellFaces cellFaces(index, shown);
  const std::vector<Word> emptyRow(solid.wordsPerRow(), 0);
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    const RowSurroundings around(solid, emptyRow, row);
    const auto j = static_cast<std::int64_t>(row) % solid.count()[1];
    const auto k = static_cast<std::int64_t>(row) / solid.count()[1];
    for (std::size_t w = 0; w < solid.wordsPerRow(); ++w) {
      const Word there = any.row(row)[w];
      if (there == 0) continue;
      const Word inside = there & ~solid.row(row)[w];
      const FaceWords open = around.openSides(there, w);
      for (std::size_t d = 0; d < kFaceDirections; ++d)
        forEachBit(inside | open[d], [&](unsigned bit) {
          cellFaces.add({static_cast<std::int64_t>(w * 64 + bit), j, k}, d, (inside >> bit & 1U) != 0,
                        lists[d]);
        });
    }
  }
  return lists;
}

}  // namespace

void subBlockSkinOf(const BlockIndex& index, const BitMask& shown, BlockSkin& skin) {
  const CellMask any = index.cellsShown(shown);
  const CellMask solid = solidCells(index, shown);
  constexpr std::size_t kParts = 64;
  const std::size_t atOnce = std::max<std::size_t>(1, any.rowCount() / kParts);
  std::vector<FaceLists> parts((any.rowCount() + atOnce - 1) / atOnce);
  const geology::Progress neverCancelled;
  analysis::parallelFor({.count = any.rowCount(), .grain = atOnce}, neverCancelled,
                        [&](analysis::ParallelRange rows) {
                          parts[rows.begin / atOnce] = facesOfRows(index, shown, solid, any, rows);
                        });
  for (std::size_t d = 0; d < kFaceDirections; ++d) {
    std::size_t count = 0;
    for (const FaceLists& part : parts) count += part[d].size();
    skin.blocks[d].resize(count);
    std::uint32_t* next = skin.blocks[d].data();
    for (const FaceLists& part : parts) next = std::copy(part[d].begin(), part[d].end(), next);
  }
}

}  // namespace adit::viewer
