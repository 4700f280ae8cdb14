#include "viewer/geometry/sub_block_covers.h"

#include "geology/model/parallel_for.h"
#include "viewer/geometry/block_index.h"
#include "viewer/geometry/block_rows.h"
#include "viewer/geometry/facing_faces.h"

namespace adit::viewer {

/// Finds the covers of the blocks of one cell after the other.
class SubBlockCovers::Finder {
 public:
  Finder(const BlockIndex& index, SubBlockCovers& covers, Part& part)
      : boxes_(index.model().boxes), covers_(covers), part_(part), facing_(index) {}

  void findFor(const std::array<std::int64_t, 3>& cell, RowRange blocks) {
    for (std::size_t direction = 0; direction < 6; ++direction) {
      facing_.gather(cell, direction);
      const std::size_t axis = direction / 2;
      for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
        const geology::SubBox& box = boxes_[block];
        const float plane = direction % 2 == 1 ? box.max[axis] : box.min[axis];
        covers_.covers_[block * 6 + direction] = coverOf(faceOf(box, axis), plane);
      }
    }
  }

 private:
  std::uint32_t coverOf(const Rectangle& face, float plane) {
    cover_.begin(face);
    blocks_.clear();
    for (const Facing& other : facing_.around(face, plane)) {
      if (cover_.add(other.face)) blocks_.push_back(other.block);
      if (cover_.whole()) break;
    }
    if (!cover_.whole()) return kNone;
    if (blocks_.size() == 1) return blocks_[0];
    const auto place = static_cast<std::uint32_t>(part_.several.size());
    part_.several.push_back(static_cast<std::uint32_t>(blocks_.size()));
    part_.several.insert(part_.several.end(), blocks_.begin(), blocks_.end());
    return kSeveral + place;
  }

  const std::vector<geology::SubBox>& boxes_;
  SubBlockCovers& covers_;
  Part& part_;
  FacingFaces facing_;
  FaceCover cover_;
  std::vector<std::uint32_t> blocks_;
};

SubBlockCovers::SubBlockCovers(const BlockIndex& index, const geology::Progress& progress)
    : covers_(index.model().blockCount() * 6) {
  const geology::BlockModel& model = index.model();
  constexpr std::size_t kBlocksAtOnce = 8192;
  std::vector<Part> parts((model.blockCount() + kBlocksAtOnce - 1) / kBlocksAtOnce);
  geology::parallelFor(
      {.count = model.blockCount(), .grain = kBlocksAtOnce}, progress, [&](geology::ParallelRange range) {
        Part& part = parts[range.begin / kBlocksAtOnce];
        part.firstBlock = range.begin;
        part.endBlock = range.end;
        Finder finder(index, *this, part);
        forCellsOfBlocks(model, {range.begin, range.end}, [&](std::int64_t cell, RowRange blocks) {
          finder.findFor(model.lattice.cellAt(cell), blocks);
        });
      });
  join(parts);
}

void SubBlockCovers::join(const std::vector<Part>& parts) {
  for (const Part& part : parts) {
    const auto before = static_cast<std::uint32_t>(several_.size());
    for (std::size_t i = part.firstBlock * 6; i < part.endBlock * 6; ++i)
      if (covers_[i] >= kSeveral && covers_[i] != kNone) covers_[i] += before;
    several_.insert(several_.end(), part.several.begin(), part.several.end());
  }
}

bool SubBlockCovers::allShown(std::size_t list, const geology::BitMask& shown) const {
  for (std::size_t i = 1; i <= several_[list]; ++i)
    if (!shown.test(several_[list + i])) return false;
  return true;
}

}  // namespace adit::viewer
