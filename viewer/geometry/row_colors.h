// Colours of rows by a column and its legend.
#pragma once
#include <span>
#include <vector>

#include "geology/model/column.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

Rgba toRgba(const Color& color, double opacity = 1);
/// One colour a row of the column. On all cores.
std::vector<Rgba> columnColors(const geology::Column& column, const ResolvedLegend& legend);
/// One colour a mesh cell: that of its row. `rows` as in MeshBuffer. On all cores.
std::vector<Rgba> rowColors(std::span<const std::uint32_t> rows, const geology::Column& column,
                            const ResolvedLegend& legend);

}  // namespace adit::viewer
