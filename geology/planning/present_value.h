// Money and time: discounting, and what a sequence of ground is worth at given rates of mining and milling.
#pragma once
#include <span>
#include <vector>

#include "geology/planning/pit_inputs.h"

namespace adit::planning {

/// Net present value of one cash flow a period of so many years. The convention is shown beside the number:
/// the first period is not discounted, or every flow falls on the end of its period.
double netPresentValue(std::span<const double> cashFlow, std::span<const double> years, double rate,
                       bool firstUndiscounted);

/// The same with periods of one length. 100 a year for three years at 10 %: 273.554 with the first
/// period undiscounted, 248.685 with cash at the end of each period.
double presentValue(std::span<const double> cashFlow, const Discounting& discounting, double periodYears = 1);

/// Ground that is mined as one piece.
struct GroundPiece {
  double rock = 0;   ///< tonnes of every kind
  double ore = 0;    ///< tonnes of it that are milled
  double value = 0;  ///< undiscounted
};

/// The cash flow of pieces mined one after the other, each as fast as mine and mill allow, evenly. Capacities
/// are above 0.
std::vector<double> cashFlowOf(std::span<const GroundPiece> pieces, const ScheduleInputs& rates);

}  // namespace adit::planning
