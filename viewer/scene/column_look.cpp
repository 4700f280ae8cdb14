#include "viewer/scene/column_look.h"

namespace adit::viewer {

bool ColumnLook::set(const geology::Column* column, const Legend& legend, const Selection& selection) {
  const bool recolor = column != column_ || (column != nullptr && legend != asked_);
  const bool recount = recolor || selection.revision != revision_;
  if (recolor) {
    column_ = column;
    asked_ = legend;
    if (column != nullptr) resolved_ = resolveLegend(legend, *column);
  }
  if (recount) {
    revision_ = selection.revision;
    outside_ = column != nullptr ? countOutside(resolved_, *column, selection.shown.get()) : 0;
  }
  return recolor;
}

}  // namespace adit::viewer
