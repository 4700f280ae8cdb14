// What the disclosure guard found: one point a rule, for panels and for the command line.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

namespace adit::viewer {

enum class GuardOutcome { Passes, Fails, NotApplicable };

struct GuardPoint {
  std::string rule;   ///< "cut-off": stable, of assets/rules/disclosure.json
  std::string title;  ///< what should be so, in a few words
  GuardOutcome outcome = GuardOutcome::NotApplicable;
  bool required = true;  ///< false: advised; public mode lets it pass
  std::string found;     ///< what is so: "blocks is shown by cu_pct without a cut-off"
  std::string remedy;    ///< what to do about it; of failing points only
  std::string why, source;
  friend bool operator==(const GuardPoint&, const GuardPoint&) = default;
};
using GuardReport = std::vector<GuardPoint>;

inline std::size_t openPoints(const GuardReport& report) {
  return static_cast<std::size_t>(std::count_if(report.begin(), report.end(), [](const GuardPoint& point) {
    return point.outcome == GuardOutcome::Fails;
  }));
}
/// A failing point that public mode does not let pass.
inline bool refuses(const GuardPoint& point) {
  return point.required && point.outcome == GuardOutcome::Fails;
}

/// What has to be read with every report of the guard.
constexpr const char* kGuardAid =
    "An aid, no legal advice: only a Qualified or Competent Person can say that a disclosure is right.";

}  // namespace adit::viewer
