#include "geology/analysis/radix_sort.h"

#include <array>
#include <memory>

#include "geology/model/parallel_for.h"

namespace adit::analysis {
namespace {

/// 256 places to write to at a time: few enough to stay in the nearest cache.
constexpr unsigned kDigitBits = 8;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
constexpr std::size_t kFewestAChunk = 16'384;
constexpr std::size_t kChunks = 16;

using Places = std::array<std::size_t, kDigits>;

struct Pass {
  const std::uint64_t* from;
  std::uint64_t* to;
  std::size_t count;
  unsigned shift;

  std::size_t digit(std::uint64_t key) const { return (key >> shift) & (kDigits - 1); }
};

/// Counts of each digit in each chunk become the places where the chunk's keys with that digit go.
void countsToPlaces(std::vector<Places>& chunks) {
  std::size_t place = 0;
  for (std::size_t digit = 0; digit < kDigits; ++digit)
    for (Places& chunk : chunks) {
      const std::size_t count = chunk[digit];
      chunk[digit] = place;
      place += count;
    }
}

void moveByDigit(const Pass& pass, const geology::Progress& progress) {
  const std::size_t grain = std::max(kFewestAChunk, (pass.count + kChunks - 1) / kChunks);
  std::vector<Places> chunks((pass.count + grain - 1) / grain, Places{});
  const geology::ParallelPlan plan{.count = pass.count, .grain = grain, .threads = 0};
  geology::parallelFor(plan, progress, [&](geology::ParallelRange range) {
    Places& counts = chunks[range.begin / grain];
    for (std::size_t i = range.begin; i < range.end; ++i) ++counts[pass.digit(pass.from[i])];
  });
  countsToPlaces(chunks);
  geology::parallelFor(plan, progress, [&](geology::ParallelRange range) {
    Places& places = chunks[range.begin / grain];
    for (std::size_t i = range.begin; i < range.end; ++i)
      pass.to[places[pass.digit(pass.from[i])]++] = pass.from[i];
  });
}

}  // namespace

void sortByUpperHalf(std::vector<std::uint64_t>& keys, const geology::Progress& progress) {
  const auto other = std::make_unique_for_overwrite<std::uint64_t[]>(keys.size());
  // Twice there and back: the keys end where they began.
  for (unsigned shift = 32; shift < 64; shift += 2 * kDigitBits) {
    moveByDigit({keys.data(), other.get(), keys.size(), shift}, progress);
    moveByDigit({other.get(), keys.data(), keys.size(), shift + kDigitBits}, progress);
  }
}

}  // namespace adit::analysis
