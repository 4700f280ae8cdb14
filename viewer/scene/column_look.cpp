#include "viewer/scene/column_look.h"

#include "viewer/geometry/row_masks.h"
#include "viewer/geometry/rows_outside.h"

namespace adit::viewer {

bool ColumnLook::set(const geology::Column* column, const Legend& legend, const Selection& selection) {
  const bool recolor = column != column_ || (column != nullptr && legend != asked_);
  const bool recount = recolor || selection.revision != revision_;
  if (recolor) {
    column_ = column;
    asked_ = legend;
    if (column != nullptr) resolved_ = resolveLegend(legend, *column);
    warned_ = column != nullptr ? rowsOutside(resolved_, *column) : geology::BitMask();
  }
  if (recount) {
    revision_ = selection.revision;
    outside_ = warned_.size() > 0 ? countBoth(warned_, *selection.shown) : 0;
  }
  return recolor;
}

}  // namespace adit::viewer
