// What only a person can state about an estimate that is shown to the public.
#pragma once
#include <string>
#include <string_view>

namespace adit::viewer {

/// Results: of exploration, no estimate. Study: a preliminary economic assessment that rests on inferred
/// ground too.
enum class EstimateKind { Unstated, Results, Resource, Reserve, Historical, Target, Study };

/// How far what a mine would earn has been studied. Scoping is the preliminary economic assessment of NI
/// 43-101, the only one that may rest on inferred ground.
enum class StudyLevel { Unstated, Scoping, Prefeasibility, Feasibility };

/// Technical: everything is possible, doubts are counted on the picture. Public: a picture that breaks a rule
/// of disclosure does not leave the program.
enum class ReportMode { Technical, Public };

struct DisclosureState {
  std::string effectiveDate;  ///< "2026-01-31"; empty: not stated
  std::string person;         ///< Qualified or Competent Person; empty: nobody is named
  std::string code;           ///< "JORC 2012"
  double basis = 0;           ///< per cent of the deposit that figures are for; 100: the whole; 0: not stated
  EstimateKind kind = EstimateKind::Unstated;
  std::string caution;                      ///< stands on every picture
  StudyLevel study = StudyLevel::Unstated;  ///< of pits, plans and their values
  friend bool operator==(const DisclosureState&, const DisclosureState&) = default;
};

/// A day of the calendar, "2026-01-31".
bool isDate(std::string_view text);
/// Whoever calls the whole a preliminary study has stated its level too.
StudyLevel levelOf(EstimateKind kind, StudyLevel study);
/// Estimates of this kind, and studies of this level, are told with a caution only.
bool needsCaution(EstimateKind kind, StudyLevel study = StudyLevel::Unstated);
/// What such a caution says at least, in Adit's words; empty where none is needed.
std::string standardCaution(EstimateKind kind, StudyLevel study = StudyLevel::Unstated);
/// "the whole deposit (100 %)", "50 % attributable".
std::string basisText(double percent);
/// "exploration target"; empty for Unstated.
std::string kindText(EstimateKind kind);
/// "scoping study"; empty for Unstated.
std::string studyText(StudyLevel study);

}  // namespace adit::viewer
