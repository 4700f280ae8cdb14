// Rows that a legend warns of.
#pragma once
#include "geology/model/bit_mask.h"
#include "geology/model/column.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

/// Rows with a value that lies in no class, or whose category the legend does not know: those that are drawn
/// in the warning colour. Empty (of size 0) where the legend warns of nothing.
geology::BitMask rowsOutside(const ResolvedLegend& legend, const geology::Column& column);

}  // namespace adit::viewer
