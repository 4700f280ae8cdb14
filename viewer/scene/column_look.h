// The column that a layer is coloured by, with its legend resolved once and not at every frame.
#pragma once
#include "geology/model/column.h"
#include "viewer/geometry/selection.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class ColumnLook {
 public:
  /// The column outlives this, or is replaced by the next call; nullptr: a plain colour. True when what is
  /// drawn has to be coloured anew.
  bool set(const geology::Column* column, const Legend& legend, const Selection& selection);

  const geology::Column* column() const { return column_; }
  /// Precondition: there is a column.
  const ResolvedLegend& legend() const { return resolved_; }
  /// Rows shown that are drawn in the warning colour.
  std::size_t outside() const { return outside_; }

 private:
  const geology::Column* column_ = nullptr;
  Legend asked_;
  ResolvedLegend resolved_;
  geology::BitMask warned_;     ///< rows outside the legend, shown or not: a slider only counts among them
  std::uint64_t revision_ = 0;  ///< of the selection that was counted
  std::size_t outside_ = 0;
};

}  // namespace adit::viewer
