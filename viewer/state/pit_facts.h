// What the pit of a view is worth and holds, as panels tell it.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace adit::viewer {

struct PitShellFacts {
  double factor = 1;                     ///< of the prices
  double ore = 0, waste = 0, value = 0;  ///< tonnes; money at a factor of 1, undiscounted
  std::optional<double> best, worst;     ///< net present values; absent without capacities
  friend bool operator==(const PitShellFacts&, const PitShellFacts&) = default;
};

struct PitFacts {
  bool asked = false;                ///< the view wants a pit, and everything that one needs is stated
  std::vector<std::string> missing;  ///< to be stated before there is a pit
  bool known = false;   ///< the figures are of what is stated now; false: of what was stated before
  bool whole = false;   ///< shells, phases and schedule are known too; false: the limit alone
  std::string working;  ///< what is being worked out; empty: nothing
  double fraction = 0;
  std::string fault;     ///< why there is no pit; empty: there is one, or none is asked
  std::string model;     ///< block model
  std::string basis;     ///< "pit shell, not a design"
  std::string currency;  ///< "USD"
  std::optional<PitShellFacts> limit;
  std::size_t blocks = 0;                ///< in the limit
  std::vector<std::string> grades;       ///< of the limit's ore: "0.52 % cu_pct"
  std::optional<double> stripRatio;      ///< tonnes of waste for a tonne of ore
  std::vector<PitShellFacts> shells;     ///< rising factors
  std::size_t phases = 0, periods = 0;   ///< 0 periods: no capacities are stated, so no schedule
  std::optional<double> presentValue;    ///< of the schedule
  std::string convention;                ///< "8 % a year, the first period is not discounted"
  std::optional<double> doubtfulClass;   ///< share of the limit's ore that is inferred or has no class
  std::optional<double> beyondDrilling;  ///< share that is farther from a sample than the drilling is wide
  std::string design;                    ///< "pit design, not a reserve: ..."; empty: none
  std::vector<std::string> doubts;       ///< what was assumed, refused, or looks wrong
  double seconds = 0;                    ///< that the answer took
  friend bool operator==(const PitFacts&, const PitFacts&) = default;
};

}  // namespace adit::viewer
