// Which chart of what: equal questions have equal charts.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"
#include "geology/model/progress.h"
#include "viewer/charts/page.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/state/chart_kinds.h"

namespace adit::viewer {

/// What a person may choose of a chart; what stays empty is chosen and said on the chart.
struct ChartChoice {
  ChartKind kind = ChartKind::GradeTonnage;
  std::string hole{};     ///< strip log: else the picked one, else the longest that has values
  std::string holes{};    ///< swath, strip log, stereonet, intercepts: name of the drillholes
  double azimuth = 90;    ///< swath: its axis, degrees from north; 90 goes east
  bool vertical = false;  ///< swath: along the height instead
  double width = 0;       ///< of a slice, 0: two blocks
  double cutoff = 0;      ///< intercepts; 0: the lowest of the view, else the median of the column
  double richCutoff = 0;  ///< intercepts: parts told apart; 0: none
  double shortest = 4, mostDilution = 4;  ///< intercepts, deposit units
  bool logarithmic = false;               ///< histogram
  friend bool operator==(const ChartChoice&, const ChartChoice&) = default;
};

struct ChartQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string object, column;  ///< the layer and the column that it is about
  ChartChoice choice;
  ViewState view;  ///< only what decides the numbers
  friend bool operator==(const ChartQuestion&, const ChartQuestion&) = default;
};

/// Nothing when the object has no such column of numbers.
std::optional<ChartQuestion> chartQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                           const ViewState& state, const std::string& object,
                                           const std::string& column, const ChartChoice& choice);

/// The chart, or a page that says why there is none. `cache` is of the object alone. Throws
/// geology::Cancelled.
ChartPage chartOf(const ChartQuestion& question, SelectionCache& cache, const geology::Progress& progress);

}  // namespace adit::viewer
