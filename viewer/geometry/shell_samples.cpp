#include "viewer/geometry/shell_samples.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/analysis/bit_words.h"
#include "geology/model/as_float.h"
#include "geology/model/parallel_for.h"
#include "viewer/geometry/sub_block_steps.h"
#include "viewer/geometry/value_range.h"

namespace adit::viewer {
namespace {

using Word = std::uint64_t;

Word lowBits(std::size_t count) {
  return count >= 64 ? ~Word{0} : (Word{1} << count) - 1;
}

/// 64 bits of the mask from any place on; 0 past its end.
Word bitsFrom(const geology::BitMask& mask, std::size_t first) {
  const std::vector<Word>& words = mask.words();
  const std::size_t w = first / 64;
  const std::size_t shift = first % 64;
  const Word low = words[w] >> shift;
  return shift == 0 || w + 1 == words.size() ? low : low | words[w + 1] << (64 - shift);
}

/// How far from the value a column reaches. What is hidden lies as far below it, so that a shell crosses to
/// hidden ground no later than half way: at the face of the last block that has data.
double reachOf(const ValueRange& range, double value) {
  const double least = 1e-6 * std::max(1.0, std::abs(value));
  return std::max({value - static_cast<double>(range.lo), static_cast<double>(range.hi) - value, least});
}

}  // namespace

ShellSamples::ShellSamples(const ShellQuestion& question, const std::array<std::int64_t, 3>& steps)
    : question_(question),
      steps_(steps),
      lattice_(refined(question.model.lattice, steps)),
      index_(question.model),
      count_{lattice_.count[0] + 2, lattice_.count[1] + 2, lattice_.count[2] + 2},
      wordsPerRow_((count_[0] + 63) / 64),
      inside_(static_cast<std::size_t>(wordsPerRow_ * count_[1] * count_[2]), 0) {
  // Blocks of one layer of parents never share a row of samples with those of another: no word is written by
  // two threads.
  const auto layers = static_cast<std::size_t>(question.model.lattice.count[2]);
  std::vector<ValueRange> ranges(layers);
  const geology::Progress neverCancelled;
  geology::parallelFor(
      {.count = layers, .grain = 4, .threads = 0}, neverCancelled, [&](geology::ParallelRange range) {
        for (std::size_t k = range.begin; k < range.end; ++k)
          ranges[k] = question_.model.full() ? markFullLayer(static_cast<std::int64_t>(k))
                                             : markBlocksOfLayer(static_cast<std::int64_t>(k));
      });
  ValueRange all;
  for (const ValueRange& range : ranges) all.include(range);
  if (!std::isfinite(all.lo) || !std::isfinite(all.hi)) all = finiteRange(question.column);
  const double reach = reachOf(all, question.value);
  farBelow_ = question.value - reach;
  farAbove_ = question.value + reach;
}

ValueRange ShellSamples::markFullLayer(std::int64_t k) {
  const auto& n = lattice_.count;
  const std::vector<float>& values = question_.column.values;
  const float cutOff = geology::asFloat(question_.value);
  RunningRange range;
  for (std::int64_t j = 0; j < n[1]; ++j) {
    const auto rowFirst = static_cast<std::size_t>(lattice_.cellIndex(0, j, k));
    Word* row = &inside_[rowStart(j + 1, k + 1)];
    for (std::int64_t w = 0; w < wordsPerRow_; ++w) {
      // Bit 0 of the row is the frame: word 0 begins with cell 0 at bit 1, word w with cell 64w - 1 at bit 0.
      const std::int64_t i = w == 0 ? 0 : 64 * w - 1;
      if (i >= n[0]) break;
      const auto cells = static_cast<std::size_t>(std::min<std::int64_t>(w == 0 ? 63 : 64, n[0] - i));
      const std::size_t first = rowFirst + static_cast<std::size_t>(i);
      const float* v = values.data() + first;
      // A full word is quick; it may read on into the next row, never past the column.
      const std::size_t read = first + 64 <= values.size() ? 64 : cells;
      const Word bits = analysis::wordOfFloats(v, read, [cutOff](auto value) { return value >= cutOff; }) &
                        bitsFrom(question_.shown, first) & lowBits(cells);
      row[w] = w == 0 ? bits << 1 : bits;
    }
    range.include(values.data() + rowFirst, static_cast<std::size_t>(n[0]));
  }
  return range.range();
}

ValueRange ShellSamples::markBlocksOfLayer(std::int64_t k) {
  const geology::BlockModel& model = question_.model;
  const std::int64_t cellsPerLayer = model.lattice.count[0] * model.lattice.count[1];
  const auto begin = std::lower_bound(model.cellOfBlock.begin(), model.cellOfBlock.end(), k * cellsPerLayer);
  const auto end = std::lower_bound(begin, model.cellOfBlock.end(), (k + 1) * cellsPerLayer);
  const float cutOff = geology::asFloat(question_.value);
  for (auto it = begin; it != end; ++it) {
    const auto block = static_cast<std::size_t>(it - model.cellOfBlock.begin());
    if (!(question_.column.values[block] >= cutOff) || !question_.shown.test(block)) continue;
    const auto cell = model.lattice.cellAt(*it);
    std::array<std::int64_t, 3> min{};
    std::array<std::int64_t, 3> max{};
    for (std::size_t a = 0; a < 3; ++a) {
      // Samples whose centre lies in the box.
      const auto firstIn = [&](float face) {
        return cell[a] * steps_[a] + std::llround(static_cast<double>(face) * static_cast<double>(steps_[a]));
      };
      min[a] = model.subBlocked() ? firstIn(model.boxes[block].min[a]) : cell[a];
      max[a] = model.subBlocked() ? firstIn(model.boxes[block].max[a]) : cell[a] + 1;
    }
    markBox(min, max);
  }
  return rangeOf(question_.column.values.data() + (begin - model.cellOfBlock.begin()),
                 static_cast<std::size_t>(end - begin));
}

void ShellSamples::markBox(const std::array<std::int64_t, 3>& min, const std::array<std::int64_t, 3>& max) {
  for (std::int64_t k = min[2]; k < max[2]; ++k)
    for (std::int64_t j = min[1]; j < max[1]; ++j) {
      Word* row = &inside_[rowStart(j + 1, k + 1)];
      for (std::int64_t x = min[0] + 1; x <= max[0]; ++x) row[x / 64] |= Word{1} << (x % 64);
    }
}

std::optional<std::size_t> ShellSamples::searchBlock(const std::array<std::int64_t, 3>& step) const {
  std::array<std::int64_t, 3> cell{};
  std::array<double, 3> inside{};
  for (std::size_t a = 0; a < 3; ++a) {
    cell[a] = step[a] / steps_[a];
    inside[a] = (static_cast<double>(step[a] % steps_[a]) + 0.5) / static_cast<double>(steps_[a]);
  }
  return index_.blockHolding(cell, inside);
}

}  // namespace adit::viewer
