#include "viewer/geometry/cell_index.h"

#include <bit>

namespace adit::viewer {

CellIndex::CellIndex(const geology::BlockModel& model) : model_(&model) {
  if (model.full()) return;
  const auto words = static_cast<std::size_t>((model.lattice.cellCount() + 63) / 64);
  present_.assign(words, 0);
  for (const std::uint32_t cell : model.cellOfBlock) present_[cell / 64] |= std::uint64_t{1} << (cell % 64);
  before_.reserve(words);
  std::uint32_t count = 0;
  for (const std::uint64_t word : present_) {
    before_.push_back(count);
    count += static_cast<std::uint32_t>(std::popcount(word));
  }
  if (!model.subBlocked()) return;
  first_.reserve(std::size_t{count} + 1);
  for (std::size_t block = 0; block < model.cellOfBlock.size(); ++block)
    if (block == 0 || model.cellOfBlock[block] != model.cellOfBlock[block - 1])
      first_.push_back(static_cast<std::uint32_t>(block));
  first_.push_back(static_cast<std::uint32_t>(model.cellOfBlock.size()));
}

CellIndex::Blocks CellIndex::blocksIn(std::int64_t cell) const {
  const auto place = static_cast<std::size_t>(cell);
  if (model_->full()) return {place, place + 1};
  const std::uint64_t word = present_[place / 64];
  const std::uint64_t bit = std::uint64_t{1} << (place % 64);
  if ((word & bit) == 0) return {};
  const std::size_t rank = before_[place / 64] + static_cast<std::size_t>(std::popcount(word & (bit - 1)));
  if (first_.empty()) return {rank, rank + 1};
  return {first_[rank], first_[rank + 1]};
}

std::optional<std::size_t> CellIndex::blockHolding(std::int64_t cell,
                                                   const std::array<double, 3>& inside) const {
  const Blocks blocks = blocksIn(cell);
  if (blocks.begin == blocks.end) return std::nullopt;
  if (!model_->subBlocked()) return blocks.begin;
  for (std::size_t block = blocks.begin; block < blocks.end; ++block) {
    const geology::SubBox& box = model_->boxes[block];
    bool holds = true;
    for (std::size_t a = 0; a < 3; ++a)
      holds = holds && inside[a] >= static_cast<double>(box.min[a]) &&
              inside[a] <= static_cast<double>(box.max[a]);
    if (holds) return block;
  }
  return std::nullopt;
}

}  // namespace adit::viewer
