// What the panels compute from whole columns, kept between frames: a column may have millions of rows.
#pragma once
#include <map>

#include "geology/reporting/category.h"
#include "viewer/panels/histogram.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

/// Keyed by the identity of the column and by what was asked of it. Clear it when another deposit is opened.
class ColumnCache {
 public:
  const Histogram& histogram(const geology::Column& column, std::size_t bins, bool logarithmic);
  const CategoryCounts& categories(const geology::Column& column);
  const reporting::CategoryCodes& codes(const geology::Column& column);
  const ResolvedLegend& legend(const Legend& legend, const geology::Column& column);
  void clear() { *this = {}; }

 private:
  struct HistogramKey {
    const geology::Column* column;
    std::size_t bins;
    bool logarithmic;
    auto operator<=>(const HistogramKey&) const = default;
  };
  struct Resolved {
    Legend asked;
    ResolvedLegend legend;
  };
  std::map<HistogramKey, Histogram> histograms_;
  std::map<const geology::Column*, CategoryCounts> categories_;
  std::map<const geology::Column*, reporting::CategoryCodes> codes_;
  std::map<const geology::Column*, Resolved> legends_;
};

}  // namespace adit::viewer
