#include "viewer/scene/column_look.h"

namespace adit::viewer {

bool ColumnLook::set(const geology::Column* column, const Legend& legend, const geology::BitMask& shown) {
  const bool recolor = column != column_ || (column != nullptr && legend != asked_);
  const bool recount = recolor || shown != shown_;
  if (recolor) {
    column_ = column;
    asked_ = legend;
    if (column != nullptr) resolved_ = resolveLegend(legend, *column);
  }
  if (recount) {
    shown_ = shown;
    outside_ = column != nullptr ? countOutside(resolved_, *column, &shown) : 0;
  }
  return recolor;
}

}  // namespace adit::viewer
