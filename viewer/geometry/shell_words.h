// Where a shell passes, 64 samples at a time.
#pragma once
#include <array>
#include <bit>
#include <cstdint>

#include "viewer/geometry/shell_samples.h"

namespace adit::viewer {

/// Edges run from a sample to the next along x, y and z.
constexpr std::size_t kEdgeDirections = 3;

/// 64 samples of a row, and the same moved by one to their neighbours along x.
struct SampleWord {
  SampleWord(const std::uint64_t* row, std::int64_t w, std::int64_t wordsPerRow)
      : here(row[w]), next(row[w] >> 1 | (w + 1 < wordsPerRow ? row[w + 1] << 63 : 0)) {}
  std::uint64_t here, next;
};

/// For each of 64 samples of a row and each direction: whether the edge to the next sample crosses the shell.
inline std::array<std::uint64_t, kEdgeDirections> crossedEdges(const ShellSamples& samples, std::int64_t y,
                                                               std::int64_t z, std::int64_t w) {
  const SampleWord word(samples.row(y, z), w, samples.wordsPerRow());
  return {word.here ^ word.next, y + 1 < samples.count()[1] ? word.here ^ samples.row(y + 1, z)[w] : 0,
          z + 1 < samples.count()[2] ? word.here ^ samples.row(y, z + 1)[w] : 0};
}

/// The cubes between 8 samples, 64 at a time: cube `bit` has sample 64w + bit, y, z as its lowest corner.
/// Around them run four rows of samples: row 2dz + dy.
class CubeWord {
 public:
  /// Precondition: y and z are not the last.
  CubeWord(const ShellSamples& samples, std::int64_t y, std::int64_t z, std::int64_t w)
      : rows_{SampleWord{samples.row(y, z), w, samples.wordsPerRow()},
              SampleWord{samples.row(y + 1, z), w, samples.wordsPerRow()},
              SampleWord{samples.row(y, z + 1), w, samples.wordsPerRow()},
              SampleWord{samples.row(y + 1, z + 1), w, samples.wordsPerRow()}} {}

  /// Cubes with corners on both sides of the shell.
  std::uint64_t mixed() const {
    std::uint64_t any = 0;
    std::uint64_t all = ~std::uint64_t{0};
    for (const SampleWord& row : rows_) {
      any |= row.here | row.next;
      all &= row.here & row.next;
    }
    return any & ~all;
  }
  /// One bit a corner that is inside, in the order of marching cubes: around the lower face, then the upper.
  unsigned corners(unsigned bit) const {
    const auto at = [bit](std::uint64_t word, unsigned place) {
      return static_cast<unsigned>((word >> bit) & 1U) << place;
    };
    return at(rows_[0].here, 0) | at(rows_[0].next, 1) | at(rows_[1].next, 2) | at(rows_[1].here, 3) |
           at(rows_[2].here, 4) | at(rows_[2].next, 5) | at(rows_[3].next, 6) | at(rows_[3].here, 7);
  }
  std::uint64_t crossedAlongX(std::size_t row) const { return rows_[row].here ^ rows_[row].next; }
  /// Of row 0 or 2.
  std::uint64_t crossedAlongY(std::size_t row) const { return rows_[row].here ^ rows_[row + 1].here; }
  /// Of row 0 or 1.
  std::uint64_t crossedAlongZ(std::size_t row) const { return rows_[row].here ^ rows_[row + 2].here; }

 private:
  std::array<SampleWord, 4> rows_;
};

/// Calls visit(bit) for every bit of the word that is set, rising.
template <typename Visit>
void forEachBit(std::uint64_t word, const Visit& visit) {
  for (; word != 0; word &= word - 1) visit(static_cast<unsigned>(std::countr_zero(word)));
}

}  // namespace adit::viewer
