// What only a person can state about an estimate that is shown to the public.
#pragma once
#include <string>
#include <string_view>

namespace adit::viewer {

/// Results: of exploration, no estimate. Study: a preliminary economic assessment that rests on inferred
/// ground too.
enum class EstimateKind { Unstated, Results, Resource, Reserve, Historical, Target, Study };

/// Technical: everything is possible, doubts are counted on the picture. Public: a picture that breaks a rule
/// of disclosure does not leave the program.
enum class ReportMode { Technical, Public };

struct DisclosureState {
  std::string effectiveDate;  ///< "2026-01-31"; empty: not stated
  std::string person;         ///< Qualified or Competent Person; empty: nobody is named
  std::string code;           ///< "JORC 2012"
  double basis = 0;           ///< per cent of the deposit that figures are for; 100: the whole; 0: not stated
  EstimateKind kind = EstimateKind::Unstated;
  std::string caution;  ///< stands on every picture
  friend bool operator==(const DisclosureState&, const DisclosureState&) = default;
};

/// A day of the calendar, "2026-01-31".
bool isDate(std::string_view text);
/// Estimates of this kind are told with a caution only.
bool needsCaution(EstimateKind kind);
/// What such a caution says at least, in Adit's words; empty for kinds that need none.
std::string standardCaution(EstimateKind kind);
/// "the whole deposit (100 %)", "50 % attributable".
std::string basisText(double percent);
/// "exploration target"; empty for Unstated.
std::string kindText(EstimateKind kind);

}  // namespace adit::viewer
