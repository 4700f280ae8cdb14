#include "geology/analysis/grade_tonnage.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "geology/model/parallel_sums.h"

namespace adit::analysis {
namespace {

/// Blocks of one partial sum. Fixed, so that sums come out the same on any number of threads; small enough
/// for the rounding errors of a plain sum to stay below 1e-11, large enough for few partial sums.
constexpr std::size_t kBlocksAChunk = 65'536;
constexpr std::size_t kWordsAChunk = kBlocksAChunk / 64;

/// The cut-offs in rising order, and where each stood in the question.
struct Ladder {
  std::vector<float> rungs;
  std::vector<std::size_t> asked;

  explicit Ladder(std::span<const float> cutoffs) {
    for (std::size_t i = 0; i < cutoffs.size(); ++i)
      if (!std::isnan(cutoffs[i])) asked.push_back(i);
    std::sort(asked.begin(), asked.end(),
              [&](std::size_t a, std::size_t b) { return cutoffs[a] < cutoffs[b]; });
    for (const std::size_t i : asked) rungs.push_back(cutoffs[i]);
  }
  /// How many cut-offs the grade reaches.
  std::size_t reached(float grade) const {
    return static_cast<std::size_t>(std::upper_bound(rungs.begin(), rungs.end(), grade) - rungs.begin());
  }
};

/// Sums of blocks by the number of cut-offs that they reach: each block is added once, whatever that number.
struct Steps {
  std::vector<GradeTonnage> sums;
  std::size_t withoutGrade = 0;

  explicit Steps(std::size_t count = 0) : sums(count) {}
  Steps& operator+=(const Steps& o) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += o.sums[i];
    withoutGrade += o.withoutGrade;
    return *this;
  }
};

/// The set bits of word `w`; without a mask, all bits that stand for a block.
std::uint64_t wordOf(const geology::BitMask* shown, std::size_t w, std::size_t blocks) {
  if (shown != nullptr) return shown->words()[w];
  const std::size_t left = blocks - w * 64;
  return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
}

Steps sumOfWords(const GradedBlocks& blocks, const geology::BitMask* shown, const Ladder& ladder,
                 geology::ParallelRange words) {
  Steps steps(ladder.rungs.size() + 1);
  const float lowest = ladder.rungs.empty() ? std::numeric_limits<float>::infinity() : ladder.rungs.front();
  for (std::size_t w = words.begin; w < words.end; ++w) {
    for (std::uint64_t bits = wordOf(shown, w, blocks.count()); bits != 0; bits &= bits - 1) {
      const std::size_t block = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      const float grade = blocks.grade(block);
      if (grade < lowest) {  // most blocks, as a rule
        steps.withoutGrade += blocks.hasGrade(block) ? 0 : 1;
        continue;
      }
      if (!blocks.hasGrade(block))
        ++steps.withoutGrade;
      else if (const std::size_t reached = ladder.reached(grade); reached > 0)
        steps.sums[reached].add(grade, blocks.volume(block), blocks.density(block));
    }
  }
  return steps;
}

}  // namespace

GradeTonnageTable gradeTonnage(const GradedBlocks& blocks, const geology::BitMask* shown,
                               std::span<const float> cutoffs, const geology::Progress& progress) {
  const Ladder ladder(cutoffs);
  const std::size_t words = (blocks.count() + 63) / 64;
  const Steps total = geology::parallelSums(
      {.count = words, .grain = kWordsAChunk}, progress, Steps(ladder.rungs.size() + 1),
      [&](geology::ParallelRange range) { return sumOfWords(blocks, shown, ladder, range); },
      [](Steps& sums, const Steps& more) { sums += more; });
  GradeTonnageTable table{std::vector<GradeTonnage>(cutoffs.size()), total.withoutGrade};
  GradeTonnage above;
  for (std::size_t rung = ladder.rungs.size(); rung > 0; --rung) {
    above += total.sums[rung];
    table.above[ladder.asked[rung - 1]] = above;
  }
  return table;
}

}  // namespace adit::analysis
