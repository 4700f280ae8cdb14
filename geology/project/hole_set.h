// Drillholes while their tables are being joined: collars first, then surveys and intervals, then lengths and
// traces. Every row that is not used and every doubt is counted under the table's own file.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"
#include "geology/model/drillholes.h"
#include "geology/project/hole_index.h"
#include "geology/project/survey_convention.h"

namespace adit::project {

struct JoinRules {
  const formats::ImportChoices& choices;
  std::optional<geology::LengthUnit> unit;  ///< of the deposit
};

class HoleSet {
 public:
  HoleSet(formats::DrillTable collars, const JoinRules& rules, geology::Diagnostics& diagnostics);

  /// How many different hole ids of the table this set has.
  std::size_t sharedHoles(const formats::DrillTable& table) const;
  bool has(std::string_view holeId) const { return index_.find(trimmedId(holeId)).has_value(); }
  void addSurveys(formats::DrillTable table, const SurveyConvention& convention);
  void addIntervals(formats::DrillTable table);
  /// After all tables.
  geology::DrillHoles finish(std::string name);

 private:
  /// The hole of a row, or nothing and a finding.
  std::optional<std::uint32_t> holeOf(const formats::DrillTable& table, std::size_t row,
                                      formats::Findings& findings) const;
  void takeCollarDirections(formats::DrillTable& collars, const std::vector<std::uint32_t>& rows);
  void decideLength(geology::DrillHole& hole, double deepestInterval, const std::set<double>& placeholders,
                    formats::Findings& findings) const;
  void makeTrace(geology::DrillHole& hole, std::size_t index, formats::Findings& findings) const;

  const formats::ImportChoices& choices_;
  std::optional<geology::LengthUnit> unit_;
  geology::Diagnostics& diagnostics_;
  geology::DrillHoles holes_;
  HoleIndex index_;
  std::vector<std::optional<geology::SurveyStation>> collarDirection_;  // one a hole
  std::string collarFile_;
  double heightFactor_;  // see DrillTable
};

}  // namespace adit::project
