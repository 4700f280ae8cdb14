// Numbers the different values of a long list, of which there are few.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace adit::formats {

/// Gives each value a number, 0, 1, 2, ... as they come, and counts how often it was asked for.
class DistinctValues {
 public:
  static constexpr std::uint16_t kNone = 0xFFFF;
  static constexpr std::size_t kMost = kNone;

  /// The number of the value; kNone once there are too many. Not for NaN.
  std::uint16_t numberOf(double value) {
    // Rows that lie beside each other have the same coordinate, or the one that follows.
    if (last_ < values_.size()) {
      if (values_[last_] != value && last_ + 1U < values_.size() && values_[last_ + 1U] == value) ++last_;
      if (values_[last_] == value) {
        ++counts_[last_];
        return last_;
      }
    }
    return find(value, 1);
  }
  /// The same, as if it had been asked for so many times.
  std::uint16_t addCounted(double value, std::uint32_t count) { return find(value, count); }

  const std::vector<double>& values() const { return values_; }
  const std::vector<std::uint32_t>& counts() const { return counts_; }

 private:
  std::uint16_t find(double value, std::uint32_t count);
  void growTable();
  std::size_t slotOf(double value) const;

  std::vector<double> values_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint16_t> table_;  ///< open addressing: a number, or kNone
  std::uint16_t last_ = kNone;
};

}  // namespace adit::formats
