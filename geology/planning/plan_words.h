// Which names of surfaces speak of a plan.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/mine_plan.h"

namespace adit::planning {

/// Lower case; split where letters and digits meet, at every other character, and before a capital that
/// follows a small letter: "EndOfYear_2027" -> end of year 2027.
std::vector<std::string> wordsOf(std::string_view name);

/// Words that order ground.
enum class PeriodWord : std::uint8_t { Period, Month, Quarter, Year, Mined, Phase, Pushback, Stage };
/// "period", "month", ...; what a label of a period begins with ("period" for Mined).
const char* periodWordName(PeriodWord word);
/// In years; 1 for words that say nothing about time.
double yearsOf(PeriodWord word);

/// What the name of a surface says.
struct NamedPeriod {
  PeriodWord word = PeriodWord::Phase;
  long number = 0;
  geology::PlanActivity activity = geology::PlanActivity::Pit;
  std::optional<geology::PlanBasis> basis;  ///< of "shell" and "design"
  bool bare = false;                        ///< nothing but a year
};
/// "pit_2027", "phase 3", "stope 12 month 4", "2027"; nothing for names without both a number and a word of
/// mining or time.
std::optional<NamedPeriod> namedPeriod(std::string_view meshName);

/// "2027", "month 3".
std::string periodLabel(PeriodWord word, long number);

}  // namespace adit::planning
