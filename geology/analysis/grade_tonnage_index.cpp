#include "geology/analysis/grade_tonnage_index.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "geology/analysis/radix_sort.h"
#include "geology/model/parallel_for.h"

namespace adit::analysis {
namespace {

constexpr std::size_t kGroup = 32;
constexpr std::size_t kBlocksAtOnce = 65'536;

/// Whole numbers in the order of the floats (not NaN): the bits of a positive float rise with it, those of a
/// negative one fall. Adding 0 makes one zero of two.
std::uint32_t orderOf(float grade) {
  const auto bits = std::bit_cast<std::uint32_t>(grade + 0.0F);
  constexpr std::uint32_t kSign = 0x8000'0000U;
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

std::uint32_t gradeOrder(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32);
}
std::size_t blockOf(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

}  // namespace

GradeTonnageIndex::GradeTonnageIndex(const GradedBlocks& blocks, const geology::BitMask* among,
                                     geology::Progress& progress)
    : blocks_(blocks) {
  progress.report(0, "collecting grades");
  collectKeys(among, progress);
  progress.report(0.2, "sorting grades");
  sortByUpperHalf(keys_, progress);
  progress.report(0.8, "summing tonnes");
  sumGroups(progress);
  progress.report(1, "tonnes and grades ready");
}

void GradeTonnageIndex::collectKeys(const geology::BitMask* among, const geology::Progress& progress) {
  const auto looksAt = [&](std::size_t block) { return among == nullptr || among->test(block); };
  const geology::ParallelPlan plan{.count = blocks_.count(), .grain = kBlocksAtOnce, .threads = 0};
  std::vector<std::size_t> begins(blocks_.count() / kBlocksAtOnce + 2, 0), without(begins.size(), 0);
  geology::parallelFor(plan, progress, [&](geology::ParallelRange range) {
    const std::size_t chunk = range.begin / kBlocksAtOnce + 1;
    for (std::size_t block = range.begin; block < range.end; ++block)
      if (looksAt(block)) ++(blocks_.hasGrade(block) ? begins : without)[chunk];
  });
  for (std::size_t chunk = 1; chunk < begins.size(); ++chunk) begins[chunk] += begins[chunk - 1];
  for (const std::size_t count : without) withoutGrade_ += count;
  keys_.resize(begins.back());
  geology::parallelFor(plan, progress, [&](geology::ParallelRange range) {
    std::size_t place = begins[range.begin / kBlocksAtOnce];
    for (std::size_t block = range.begin; block < range.end; ++block)
      if (looksAt(block) && blocks_.hasGrade(block))
        keys_[place++] = std::uint64_t{orderOf(blocks_.grade(block))} << 32 | block;
  });
}

void GradeTonnageIndex::sumGroups(const geology::Progress& progress) {
  const std::size_t groups = (keys_.size() + kGroup - 1) / kGroup;
  groupGrades_.resize(groups);
  fromGroup_.resize(groups + 1);
  geology::parallelFor({.count = groups, .grain = kBlocksAtOnce / kGroup, .threads = 0}, progress,
                       [&](geology::ParallelRange range) {
                         for (std::size_t g = range.begin; g < range.end; ++g) {
                           groupGrades_[g] = gradeOrder(keys_[g * kGroup]);
                           addBlocks(g * kGroup, std::min(keys_.size(), (g + 1) * kGroup), fromGroup_[g]);
                         }
                       });
  // From the richest down, so that the sum of few rich blocks is no difference of two large numbers.
  for (std::size_t g = groups; g > 0; --g) fromGroup_[g - 1] += fromGroup_[g];
}

void GradeTonnageIndex::addBlocks(std::size_t first, std::size_t last, GradeTonnage& sum) const {
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t block = blockOf(keys_[i]);
    sum.add(blocks_.grade(block), blocks_.volume(block), blocks_.density(block));
  }
}

GradeTonnage GradeTonnageIndex::above(float cutoff) const {
  if (std::isnan(cutoff)) return {};
  const std::uint32_t wanted = orderOf(cutoff);
  const auto group = static_cast<std::size_t>(
      std::lower_bound(groupGrades_.begin(), groupGrades_.end(), wanted) - groupGrades_.begin());
  GradeTonnage sum = fromGroup_[group];
  if (group == 0) return sum;
  // The group before begins below the cut-off; its last blocks may be above.
  const std::size_t end = std::min(keys_.size(), group * kGroup);
  std::size_t first = end;
  while (gradeOrder(keys_[first - 1]) >= wanted) --first;
  addBlocks(first, end, sum);
  return sum;
}

std::size_t GradeTonnageIndex::bytes() const {
  return keys_.capacity() * sizeof(keys_[0]) + groupGrades_.capacity() * sizeof(groupGrades_[0]) +
         fromGroup_.capacity() * sizeof(fromGroup_[0]);
}

}  // namespace adit::analysis
