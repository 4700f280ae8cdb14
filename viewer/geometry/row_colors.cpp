#include "viewer/geometry/row_colors.h"

#include <algorithm>

#include "geology/model/parallel_for.h"

namespace adit::viewer {
namespace {

/// rowAt(i) is the row of the i-th colour.
template <typename RowAt>
std::vector<Rgba> colorsOf(std::size_t count, const geology::Column& column, const ResolvedLegend& legend,
                           const RowAt& rowAt) {
  constexpr std::size_t kRowsAtOnce = 32'768;
  std::vector<Rgba> colors(count);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = count, .grain = kRowsAtOnce, .threads = 0}, neverCancelled,
                       [&](geology::ParallelRange range) {
                         for (std::size_t i = range.begin; i < range.end; ++i)
                           colors[i] =
                               toRgba(column.isNumeric() ? legend.colorOf(column.values[rowAt(i)])
                                                         : legend.colorOfCode(column.codes[rowAt(i)]));
                       });
  return colors;
}

}  // namespace

Rgba toRgba(const Color& color, double opacity) {
  const auto byte = [](double v) { return static_cast<std::uint8_t>(std::clamp(v, 0.0, 1.0) * 255 + 0.5); };
  return {byte(static_cast<double>(color[0])), byte(static_cast<double>(color[1])),
          byte(static_cast<double>(color[2])), byte(opacity)};
}

std::vector<Rgba> columnColors(const geology::Column& column, const ResolvedLegend& legend) {
  return colorsOf(column.size(), column, legend, [](std::size_t i) { return i; });
}

std::vector<Rgba> rowColors(std::span<const std::uint32_t> rows, const geology::Column& column,
                            const ResolvedLegend& legend) {
  return colorsOf(rows.size(), column, legend, [rows](std::size_t i) { return rows[i]; });
}

}  // namespace adit::viewer
