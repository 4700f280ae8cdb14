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

namespace adit::viewer {

enum class ChartKind {
  GradeTonnage,
  Histogram,
  Probability,
  Swath,
  StripLog,
  Stereonet,
  Intercepts,
  PlanTonnes,
  PlanStrip,
  PlanRisk,
  PlanValue
};

struct ChartKindName {
  ChartKind kind;
  std::string_view word;   ///< on the command line: "grade-tonnage"
  std::string_view title;  ///< "Grade and tonnage"
};
inline constexpr std::array kChartKinds{
    ChartKindName{ChartKind::GradeTonnage, "grade-tonnage", "Grade and tonnage"},
    ChartKindName{ChartKind::Histogram, "histogram", "Histogram"},
    ChartKindName{ChartKind::Probability, "probability", "Log-probability plot"},
    ChartKindName{ChartKind::Swath, "swath", "Swath"},
    ChartKindName{ChartKind::StripLog, "strip-log", "Down-hole log"},
    ChartKindName{ChartKind::Stereonet, "stereonet", "Stereonet"},
    ChartKindName{ChartKind::Intercepts, "intercepts", "Significant intercepts"},
    ChartKindName{ChartKind::PlanTonnes, "plan", "Mine plan: tonnes and grade"},
    ChartKindName{ChartKind::PlanStrip, "plan-strip", "Mine plan: strip ratio"},
    ChartKindName{ChartKind::PlanRisk, "plan-risk", "Mine plan: how well it is known"},
    ChartKindName{ChartKind::PlanValue, "plan-value", "Mine plan: cash flow and value"}};
/// Of the mine plan that the view shows.
bool isOfPlan(ChartKind kind);
std::optional<ChartKind> chartKindFromWord(std::string_view word);

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
