// What was known at a date: the holes that had been drilled by then, with their intervals.
#pragma once
#include "geology/model/deposit.h"
#include "geology/model/hole_dates.h"

namespace adit::geology {

/// The same holes in their order, without those drilled later and those without a date, and without the rows
/// of their tables.
DrillHoles holesKnownBy(const DrillHoles& holes, DrillDate date);

struct KnownBy {
  Deposit deposit;          ///< everything else is shared with the whole one
  std::size_t holes = 0;    ///< of all sets
  std::size_t known = 0;    ///< of them drilled by the date
  std::size_t undated = 0;  ///< of them without a date: nobody knows whether they were there
  bool dated = false;       ///< false: no set has a column of dates at all
};
KnownBy depositKnownBy(const Deposit& deposit, DrillDate date);

}  // namespace adit::geology
