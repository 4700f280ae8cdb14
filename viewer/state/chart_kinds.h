// Which charts there are, and what they are called.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace adit::viewer {

enum class ChartKind {
  GradeTonnage,
  Histogram,
  Probability,
  Swath,
  StripLog,
  Stereonet,
  Intercepts,
  Chain,
  PlanTonnes,
  PlanStrip,
  PlanRisk,
  PlanValue
};

struct ChartKindName {
  ChartKind kind;
  std::string_view word;   ///< in commands: "grade-tonnage"
  std::string_view title;  ///< "Grade and tonnage"
};
/// In the order of ChartKind.
inline constexpr std::array kChartKinds{
    ChartKindName{ChartKind::GradeTonnage, "grade-tonnage", "Grade and tonnage"},
    ChartKindName{ChartKind::Histogram, "histogram", "Histogram"},
    ChartKindName{ChartKind::Probability, "probability", "Log-probability plot"},
    ChartKindName{ChartKind::Swath, "swath", "Swath"},
    ChartKindName{ChartKind::StripLog, "strip-log", "Down-hole log"},
    ChartKindName{ChartKind::Stereonet, "stereonet", "Stereonet"},
    ChartKindName{ChartKind::Intercepts, "intercepts", "Significant intercepts"},
    ChartKindName{ChartKind::Chain, "chain", "Truth, holes, estimate"},
    ChartKindName{ChartKind::PlanTonnes, "plan", "Mine plan: tonnes and grade"},
    ChartKindName{ChartKind::PlanStrip, "plan-strip", "Mine plan: strip ratio"},
    ChartKindName{ChartKind::PlanRisk, "plan-risk", "Mine plan: how well it is known"},
    ChartKindName{ChartKind::PlanValue, "plan-value", "Mine plan: cash flow and value"}};

/// Of the mine plan that the view shows.
constexpr bool isOfPlan(ChartKind kind) {
  return kind == ChartKind::PlanTonnes || kind == ChartKind::PlanStrip || kind == ChartKind::PlanRisk ||
         kind == ChartKind::PlanValue;
}

constexpr std::optional<ChartKind> chartKindFromWord(std::string_view word) {
  for (const ChartKindName& name : kChartKinds)
    if (name.word == word) return name.kind;
  return std::nullopt;
}
constexpr std::string_view wordOf(ChartKind kind) {
  return kChartKinds[static_cast<std::size_t>(kind)].word;
}

/// Axes of a swath by their words; an azimuth is for `adit chart` alone.
inline constexpr std::array<std::string_view, 3> kSwathAxes{"east", "north", "up"};

}  // namespace adit::viewer
