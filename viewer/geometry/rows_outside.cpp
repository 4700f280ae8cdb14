#include "viewer/geometry/rows_outside.h"

#include <algorithm>
#include <vector>

#include "geology/analysis/bit_words.h"
#include "geology/model/as_float.h"
#include "viewer/geometry/row_masks.h"

namespace adit::viewer {

using geology::BitMask;
using geology::Column;

namespace {

/// The rows of the word that lie in the class; the last one holds its upper end.
std::uint64_t wordOfClass(const float* values, std::size_t count, const LegendClass& asked, bool last) {
  const float lo = geology::asFloat(asked.lo), hi = geology::asFloat(asked.hi);
  const std::uint64_t above = analysis::wordOfFloats(values, count, [lo](auto value) { return value >= lo; });
  const std::uint64_t below =
      last ? analysis::wordOfFloats(values, count, [hi](auto value) { return value <= hi; })
           : analysis::wordOfFloats(values, count, [hi](auto value) { return value < hi; });
  return above & below;
}

BitMask rowsInNoClass(const std::vector<LegendClass>& classes, const Column& column) {
  return maskByWords(column.values.size(), [&](std::size_t first, std::size_t count) {
    const float* values = column.values.data() + first;
    std::uint64_t outside = analysis::wordOfFloats(values, count, [](auto value) { return value == value; });
    for (const LegendClass& one : classes)
      outside &= ~wordOfClass(values, count, one, &one == &classes.back());
    return outside;
  });
}

BitMask rowsOfUnknown(const std::vector<bool>& known, const Column& column) {
  std::vector<std::uint8_t> wanted(known.size() + 1, 0);
  for (std::size_t code = 0; code < known.size(); ++code) wanted[code + 1] = known[code] ? 0 : 1;
  return rowsOfCodes(column, wanted);
}

}  // namespace

BitMask rowsOutside(const ResolvedLegend& legend, const Column& column) {
  const std::vector<bool>& known = legend.categoryKnown;
  if (legend.kind == LegendKind::Classed) return rowsInNoClass(legend.classes, column);
  if (legend.kind == LegendKind::Category && std::find(known.begin(), known.end(), false) != known.end())
    return rowsOfUnknown(known, column);
  return {};
}

}  // namespace adit::viewer
