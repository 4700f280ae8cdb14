#include "geology/formats/distinct_values.h"

#include <algorithm>
#include <bit>

namespace adit::formats {

/// Where the value is in the table, or the free slot where it would be.
std::size_t DistinctValues::slotOf(double value) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = (std::bit_cast<std::uint64_t>(value + 0.0) * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
  while (table_[slot] != kNone && values_[table_[slot]] != value) slot = (slot + 1) & mask;
  return slot;
}

std::uint16_t DistinctValues::find(double value, std::uint32_t count) {
  if (2 * (values_.size() + 1) > table_.size()) growTable();
  const std::size_t slot = slotOf(value);
  if (table_[slot] == kNone) {
    if (values_.size() == kMost) return kNone;
    table_[slot] = static_cast<std::uint16_t>(values_.size());
    values_.push_back(value);
    counts_.push_back(0);
  }
  last_ = table_[slot];
  counts_[last_] += count;
  return last_;
}

void DistinctValues::growTable() {
  table_.assign(std::max<std::size_t>(64, 2 * table_.size()), kNone);
  for (std::size_t number = 0; number < values_.size(); ++number)
    table_[slotOf(values_[number])] = static_cast<std::uint16_t>(number);
}

}  // namespace adit::formats
