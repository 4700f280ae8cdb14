#include "geology/planning/present_value.h"

#include <algorithm>
#include <cmath>

namespace adit::planning {

double presentValue(std::span<const double> cashFlow, const Discounting& discounting, double periodYears) {
  double sum = 0;
  for (std::size_t t = 0; t < cashFlow.size(); ++t) {
    const auto periods = static_cast<double>(discounting.firstPeriodUndiscounted ? t : t + 1);
    sum += cashFlow[t] / std::pow(1 + discounting.rate, periods * periodYears);
  }
  return sum;
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
