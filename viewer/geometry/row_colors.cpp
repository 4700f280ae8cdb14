#include "viewer/geometry/row_colors.h"

#include <algorithm>

#include "geology/analysis/parallel_for.h"

namespace adit::viewer {

Rgba toRgba(const Color& color, double opacity) {
  const auto byte = [](double v) { return static_cast<std::uint8_t>(std::clamp(v, 0.0, 1.0) * 255 + 0.5); };
  return {byte(static_cast<double>(color[0])), byte(static_cast<double>(color[1])),
          byte(static_cast<double>(color[2])), byte(opacity)};
}

std::vector<Rgba> rowColors(std::span<const std::uint32_t> rows, const geology::Column& column,
                            const ResolvedLegend& legend) {
  constexpr std::size_t kRowsAtOnce = 32'768;
  std::vector<Rgba> colors(rows.size());
  const geology::Progress neverCancelled;
  analysis::parallelFor({.count = rows.size(), .grain = kRowsAtOnce, .threads = 0}, neverCancelled,
                        [&](analysis::ParallelRange range) {
                          for (std::size_t i = range.begin; i < range.end; ++i)
                            colors[i] =
                                toRgba(column.isNumeric() ? legend.colorOf(column.values[rows[i]])
                                                          : legend.colorOfCode(column.codes[rows[i]]));
                        });
  return colors;
}

}  // namespace adit::viewer
