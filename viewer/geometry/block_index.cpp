#include "viewer/geometry/block_index.h"

#include <algorithm>

#include "geology/model/sub_box.h"
#include "viewer/geometry/cell_rows.h"
#include "viewer/geometry/sub_block_covers.h"

namespace adit::viewer {
namespace {

using geology::bitCount;
using geology::BitMask;
using Word = CellMask::Word;

/// The blocks of a row of cells.
BlockRange blocksOfRow(const geology::BlockModel& model, std::size_t row) {
  const auto width = static_cast<std::uint64_t>(model.lattice.count[0]);
  const auto& cells = model.cellOfBlock;
  const auto begin = std::lower_bound(cells.begin(), cells.end(), row * width);
  const auto end = std::lower_bound(begin, cells.end(), (row + 1) * width);
  return {static_cast<std::size_t>(begin - cells.begin()), static_cast<std::size_t>(end - cells.begin())};
}

/// The low bits of `bits`, one for each bit of `places` that is set, moved to those places. Ground comes in
/// long stretches, so that a word has one or two runs of bits: each is moved at once.
Word spread(Word bits, Word places) {
  Word result = 0;
  while (places != 0) {
    const auto start = static_cast<unsigned>(std::countr_zero(places));
    const auto length = static_cast<unsigned>(std::countr_one(places >> start));
    result |= (bits & lowBits(length)) << start;
    if (start + length == 64) break;
    bits >>= length;
    places = places >> (start + length) << (start + length);
  }
  return result;
}

}  // namespace

BlockIndex::BlockIndex(const geology::BlockModel& model) : model_(&model) {
  if (!model.full()) markPresent();
}

BlockIndex::~BlockIndex() = default;

void BlockIndex::markPresent() {
  const auto& cells = model_->cellOfBlock;
  const auto width = static_cast<std::size_t>(model_->lattice.count[0]);
  present_ = CellMask(model_->lattice.count);
  forRows(present_, [&](geology::ParallelRange rows) {
    std::size_t block = blocksOfRow(*model_, rows.begin).begin;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      Word* words = present_.row(row);
      std::fill_n(words, present_.wordsPerRow(), 0);
      for (; block < cells.size() && cells[block] < (row + 1) * width; ++block) {
        const std::size_t i = cells[block] - row * width;
        words[i / 64] |= Word{1} << (i % 64);
      }
    }
  });
  before_.reserve(present_.rowCount() * present_.wordsPerRow());
  std::uint32_t before = 0;
  for (std::size_t row = 0; row < present_.rowCount(); ++row)
    for (std::size_t w = 0; w < present_.wordsPerRow(); ++w) {
      before_.push_back(before);
      before += static_cast<std::uint32_t>(bitCount(present_.row(row)[w]));
    }
  if (!model_->subBlocked()) return;
  firstBlock_.reserve(before + std::size_t{1});
  for (std::size_t block = 0; block < cells.size(); ++block)
    if (block == 0 || cells[block] != cells[block - 1])
      firstBlock_.push_back(static_cast<std::uint32_t>(block));
  firstBlock_.push_back(static_cast<std::uint32_t>(cells.size()));
}

const SubBlockCovers& BlockIndex::covers() const {
  if (!coversKnown_) findCovers({});
  return *covers_;
}

void BlockIndex::findCovers(const geology::Progress& progress) const {
  const std::scoped_lock lock(findingCovers_);
  if (coversKnown_) return;
  covers_ = std::make_unique<const SubBlockCovers>(*this, progress);
  coversKnown_ = true;
}

std::size_t BlockIndex::cellsWithGround() const {
  if (model_->subBlocked()) return firstBlock_.size() - 1;
  return model_->blockCount();
}

BlockRange BlockIndex::blocksAt(std::size_t row, std::size_t word, unsigned bit) const {
  if (!model_->subBlocked()) {
    const std::size_t block = blockAt(row, word, bit);
    return {block, block + 1};
  }
  const std::size_t n = ordinal(row, word, bit);
  return {firstBlock_[n], firstBlock_[n + 1]};
}

BlockRange BlockIndex::blocksOf(std::int64_t i, std::int64_t j, std::int64_t k) const {
  if (!model_->full() && !present_.test(i, j, k)) return {};
  const auto row = static_cast<std::size_t>(j + model_->lattice.count[1] * k);
  return blocksAt(row, static_cast<std::size_t>(i / 64), static_cast<unsigned>(i % 64));
}

std::optional<std::size_t> BlockIndex::blockHolding(const std::array<std::int64_t, 3>& cell,
                                                    const std::array<double, 3>& inside) const {
  const BlockRange blocks = blocksOf(cell[0], cell[1], cell[2]);
  if (blocks.begin == blocks.end) return std::nullopt;
  if (!model_->subBlocked()) return blocks.begin;
  const auto boxes = std::span(model_->boxes).subspan(blocks.begin, blocks.end - blocks.begin);
  const auto found = geology::firstHolding(boxes, inside);
  return found ? std::optional(blocks.begin + *found) : std::nullopt;
}

Word BlockIndex::shownInWord(const BitMask& shown, std::size_t row, std::size_t word) const {
  const Word present = present_.row(row)[word];
  if (present == 0) return 0;
  const std::size_t before = before_[row * present_.wordsPerRow() + word];
  const std::size_t cells = bitCount(present);
  if (!model_->subBlocked()) return spread(bitsAt(shown, before, cells), present);
  if (!anySet(shown, firstBlock_[before], firstBlock_[before + cells])) return 0;
  Word result = 0;
  std::size_t n = before;
  forEachBit(present, [&](unsigned bit) {
    if (anySet(shown, firstBlock_[n], firstBlock_[n + 1])) result |= Word{1} << bit;
    ++n;
  });
  return result;
}

CellMask BlockIndex::cellsShown(const BitMask& shown) const {
  if (model_->full()) return cellMaskOf(model_->lattice.count, shown);
  CellMask mask(model_->lattice.count);
  forRows(mask, [&](geology::ParallelRange rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row)
      for (std::size_t w = 0; w < mask.wordsPerRow(); ++w) mask.row(row)[w] = shownInWord(shown, row, w);
  });
  return mask;
}

}  // namespace adit::viewer
