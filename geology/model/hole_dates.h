// When the holes were drilled, as their collar table says.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/drillholes.h"

namespace adit::geology {

/// A day as the years since year 0, with a fraction: 2004.0 is 1 January 2004. A year without a day is the
/// noon of its last day: a hole of that year is known for certain only when the year is over.
using DrillDate = double;

/// "2004", "2004-07-31", "2004/07/31", "20040731", "31/07/2004" where the first number cannot be a month,
/// each also with a time behind it. Nothing for other texts and for years outside 1800..2200.
std::optional<DrillDate> dateOf(std::string_view text);

struct HoleDates {
  std::string column;  ///< of the collar table; empty: there is no column of dates
  std::vector<std::optional<DrillDate>>
      date;                ///< one a hole; nothing: the collar states none that can be read
  std::size_t unread = 0;  ///< holes with a text that is no date

  bool known() const { return !column.empty(); }
};
/// By the first collar column that is named like a date or a year and has one in at least half of its values.
HoleDates holeDates(const DrillHoles& holes);

/// One bit a hole: drilled by that date. A hole without a date is not: nobody knows whether it was there.
BitMask holesDrilledBy(const DrillHoles& holes, DrillDate date);

/// "2004" of a year without a day, else "2004-07-31".
std::string dateText(DrillDate date);

}  // namespace adit::geology
