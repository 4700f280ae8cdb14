#include "viewer/panels/column_cache.h"

namespace adit::viewer {

const Histogram& ColumnCache::histogram(const geology::Column& column, std::size_t bins, bool logarithmic) {
  const HistogramKey key{&column, bins, logarithmic};
  const auto found = histograms_.find(key);
  if (found != histograms_.end()) return found->second;
  return histograms_.emplace(key, computeHistogram(column, bins, logarithmic)).first->second;
}

const CategoryCounts& ColumnCache::categories(const geology::Column& column) {
  const auto found = categories_.find(&column);
  if (found != categories_.end()) return found->second;
  return categories_.emplace(&column, countCategories(column)).first->second;
}

const reporting::CategoryCodes& ColumnCache::codes(const geology::Column& column) {
  const auto found = codes_.find(&column);
  if (found != codes_.end()) return found->second;
  return codes_.emplace(&column, reporting::codesOf(column)).first->second;
}

const ResolvedLegend& ColumnCache::legend(const Legend& legend, const geology::Column& column) {
  const auto found = legends_.find(&column);
  if (found != legends_.end() && found->second.asked == legend) return found->second.legend;
  return legends_.insert_or_assign(&column, Resolved{legend, resolveLegend(legend, column)})
      .first->second.legend;
}

}  // namespace adit::viewer
