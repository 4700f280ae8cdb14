// The cell above: neighbouring rows of a block model share most of their text.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace adit::formats {

/// A short cell of the row before, to be recognised again by two comparisons of eight bytes. Two of three
/// coordinates, and most categories, are those of the block beside.
class CellAbove {
 public:
  static constexpr std::size_t kLongest = 16;

  /// Remembers a cell that begins at `first` and is so long; forgets where it is too long or too near to the
  /// end of the text.
  void remember(const char* first, std::size_t length, const char* textEnd, double number) {
    length_ = 0;
    if (resting_ > 0) {
      --resting_;
      return;
    }
    if (++others_ >= kOthers) resting_ = kRest;
    if (length == 0 || length > kLongest || textEnd - first <= static_cast<std::ptrdiff_t>(kLongest)) return;
    length_ = length;
    number_ = number;
    mask_ = {maskOf(length), length > 8 ? maskOf(length - 8) : 0};
    bytes_ = load(first);
    for (std::size_t i = 0; i < 2; ++i) bytes_[i] &= mask_[i];
  }
  /// Length of the cell when the text at `first` begins with the same bytes, else 0. What follows them has
  /// still to be the end of a cell.
  std::size_t startsAt(const char* first, const char* textEnd) {
    if (length_ == 0 || textEnd - first <= static_cast<std::ptrdiff_t>(kLongest)) return 0;
    const Words words = load(first);
    const bool same = (((words[0] & mask_[0]) ^ bytes_[0]) | ((words[1] & mask_[1]) ^ bytes_[1])) == 0;
    if (!same) return 0;
    others_ = 0;
    return length_;
  }
  double number() const { return number_; }

 private:
  using Words = std::array<std::uint64_t, 2>;
  static Words load(const char* first) {
    Words words;
    std::memcpy(words.data(), first, sizeof words);
    return words;
  }
  /// Of the first bytes of a word, as they lie in memory.
  static std::uint64_t maskOf(std::size_t length) {
    constexpr std::array<unsigned char, 16> kOnes{255, 255, 255, 255, 255, 255, 255, 255};
    std::uint64_t mask = 0;
    std::memcpy(&mask, kOnes.data() + 8 - (length < 8 ? length : 8), sizeof mask);
    return mask;
  }

  // Grades are hardly ever those of the row above. After some rows in a row that are others, most of the next
  // ones are not compared at all.
  static constexpr unsigned kOthers = 8, kRest = 56;

  unsigned others_ = 0;     ///< cells remembered since one was recognised
  unsigned resting_ = 0;    ///< cells that are not to be remembered
  std::size_t length_ = 0;  ///< 0: nothing is remembered
  double number_ = 0;
  Words bytes_{}, mask_{};
};

}  // namespace adit::formats
