#include "geology/planning/present_value.h"

#include <algorithm>
#include <cmath>

namespace adit::planning {

double netPresentValue(std::span<const double> cashFlow, std::span<const double> years, double rate,
                       bool firstUndiscounted) {
  double value = 0;
  double elapsed = 0;  // at the begin of the period
  for (std::size_t p = 0; p < cashFlow.size(); ++p) {
    const double length = p < years.size() ? years[p] : 1;
    value += cashFlow[p] / std::pow(1 + rate, firstUndiscounted ? elapsed : elapsed + length);
    elapsed += length;
  }
  return value;
}

double presentValue(std::span<const double> cashFlow, const Discounting& discounting, double periodYears) {
  const std::vector<double> years(cashFlow.size(), periodYears);
  return netPresentValue(cashFlow, years, discounting.rate, discounting.firstPeriodUndiscounted);
}

std::vector<double> cashFlowOf(std::span<const GroundPiece> pieces, const ScheduleInputs& rates) {
  std::vector<double> flow;
  double time = 0;  // in periods
  for (const GroundPiece& piece : pieces) {
    const double takes = std::max(piece.rock / rates.mineCapacity, piece.ore / rates.millCapacity);
    const double end = time + takes;
    auto period = static_cast<std::size_t>(time);
    if (flow.size() <= static_cast<std::size_t>(end)) flow.resize(static_cast<std::size_t>(end) + 1);
    if (takes <= 0) {
      flow[period] += piece.value;
      continue;
    }
    for (; static_cast<double>(period) < end; ++period) {
      const double part =
          std::min(end, static_cast<double>(period + 1)) - std::max(time, static_cast<double>(period));
      flow[period] += piece.value * part / takes;
    }
    time = end;
  }
  return flow;
}

}  // namespace adit::planning
