#include "viewer/geometry/row_masks.h"

#include <cmath>
#include <vector>

#include "viewer/state/bit_words.h"

namespace adit::viewer {

using geology::BitMask;
using geology::Column;

namespace {

template <typename Condition>
BitMask rowsOfFloats(const Column& column, const Condition& condition) {
  const float* values = column.values.data();
  return maskByWords(column.values.size(), [values, &condition](std::size_t first, std::size_t count) {
    return wordOfFloats(values + first, count, condition);
  });
}

}  // namespace

void setRange(BitMask& mask, RowRange rows) {
  if (rows.begin >= rows.end) return;
  std::uint64_t* words = mask.words().data();
  const std::size_t first = rows.begin / 64;
  const std::size_t last = (rows.end - 1) / 64;
  const std::uint64_t fromBegin = ~std::uint64_t{0} << (rows.begin % 64);
  const std::uint64_t toEnd = ~std::uint64_t{0} >> (63 - (rows.end - 1) % 64);
  if (first == last) {
    words[first] |= fromBegin & toEnd;
    return;
  }
  words[first] |= fromBegin;
  std::fill(words + first + 1, words + last, ~std::uint64_t{0});
  words[last] |= toEnd;
}

BitMask rowsBelow(const Column& column, double lo) {
  return rowsOfFloats(column, [limit = asFloat(lo)](auto value) { return value < limit; });
}

BitMask rowsAbove(const Column& column, double hi) {
  return rowsOfFloats(column, [limit = asFloat(hi)](auto value) { return value > limit; });
}

BitMask rowsWithoutValue(const Column& column) {
  if (!column.isNumeric()) return rowsOfCategories(column, {""});
  return rowsOfFloats(column, [](auto value) { return value != value; });  // NaN only
}

BitMask rowsOfCategories(const Column& column, const std::set<std::string>& names) {
  std::vector<std::uint8_t> wanted(column.names.size() + 1, 0);  // by code + 1
  wanted[0] = names.contains("") ? 1 : 0;
  for (std::size_t code = 0; code < column.names.size(); ++code)
    if (!column.names[code].empty() && names.contains(column.names[code])) wanted[code + 1] = 1;
  return maskByWords(column.codes.size(), [&](std::size_t first, std::size_t count) {
    const std::int32_t* codes = column.codes.data() + first;
    return wordOf(count, [&wanted, codes](std::size_t i) {
      return wanted[static_cast<std::size_t>(codes[i] + 1)] != 0;
    });
  });
}

}  // namespace adit::viewer
