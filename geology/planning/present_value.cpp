#include "geology/planning/present_value.h"

#include <algorithm>

#include "geology/planning/plan_totals.h"

namespace adit::planning {

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
