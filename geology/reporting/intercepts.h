// Significant intercepts: the stretches of drillholes that reach a cut-off, by a rule that is told with them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/drillholes.h"

namespace adit::reporting {

struct InterceptRule {
  double cutoff = 0;        ///< in the column's unit; an intercept begins and ends with ground at or above it
  double shortest = 4;      ///< down-hole length
  double mostDilution = 4;  ///< the longest run below the cut-off inside one
  double richCutoff = 0;    ///< parts at or above it are told apart ("including"); 0: none
};
/// "at or above 0.3 %, at least 4 m, at most 4 m below it inside, not sampled counted as 0; down-hole length,
/// true width not known"
std::string ruleText(const InterceptRule& rule, const std::string& gradeUnit, const std::string& lengthUnit);

struct Intercept {
  std::uint32_t hole = 0;
  double from = 0, to = 0;
  double grade = 0;        ///< by length over from..to, what was not sampled as 0
  double notSampled = 0;   ///< length in it
  bool including = false;  ///< a richer part of the intercept before it
  double length() const { return to - from; }
};

/// In the order of the table. Grade of every intercept >= cut-off: a run that would fall below it with the
/// next rich stretch ends before that. Overlapping samples: the deeper one counts from where the other ends.
std::vector<Intercept> significantIntercepts(const geology::IntervalTable& table,
                                             const geology::Column& grade, const InterceptRule& rule);

}  // namespace adit::reporting
