#include "viewer/geometry/row_colors.h"

#include <algorithm>

namespace adit::viewer {

Rgba toRgba(const Color& color, double opacity) {
  const auto byte = [](double v) { return static_cast<std::uint8_t>(std::clamp(v, 0.0, 1.0) * 255 + 0.5); };
  return {byte(static_cast<double>(color[0])), byte(static_cast<double>(color[1])),
          byte(static_cast<double>(color[2])), byte(opacity)};
}

std::vector<Rgba> rowColors(std::span<const std::uint32_t> rows, const geology::Column& column,
                            const ResolvedLegend& legend) {
  std::vector<Rgba> colors;
  colors.reserve(rows.size());
  for (const std::uint32_t row : rows)
    colors.push_back(toRgba(column.isNumeric() ? legend.colorOf(column.values[row])
                                               : legend.colorOfCode(column.codes[row])));
  return colors;
}

}  // namespace adit::viewer
