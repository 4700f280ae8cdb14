// What the disclosure guard looks at: plain facts of a view, a picture or a table, wherever they come from.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "geology/reporting/resource_class.h"
#include "viewer/state/disclosure.h"
#include "viewer/state/shown_economics.h"
#include "viewer/state/shown_estimate.h"

namespace adit::viewer {

/// A line of a table as it is written: an empty text where there is nothing.
struct ReportedLine {
  std::string name;                            ///< "Measured + indicated"
  std::set<reporting::ResourceClass> classes;  ///< that are in it; empty: it names none
  bool cutOff = false;                         ///< it states one, or the table does
  std::string tonnes;
  std::vector<std::string> grades, metal;
  friend bool operator==(const ReportedLine&, const ReportedLine&) = default;
};

/// A column by its name and unit: "cu_pct", "%".
struct NamedUnit {
  std::string name, unit;
  friend bool operator==(const NamedUnit&, const NamedUnit&) = default;
};

/// As stated by a person, in text; empty where nothing was.
struct Statements {
  std::string effectiveDate, person, code, basis, caution;
  EstimateKind kind = EstimateKind::Unstated;
  StudyLevel study = StudyLevel::Unstated;
  friend bool operator==(const Statements&, const Statements&) = default;
};

struct DisclosureFacts {
  std::string subject;  ///< "the view", "saved view 'North'", "table.csv"
  bool synthetic = false;
  bool anything = false;                  ///< is shown or told at all
  std::vector<ShownEstimate> estimates;   ///< of a view
  std::vector<ReportedLine> lines;        ///< of a table
  std::vector<ShownEconomics> economics;  ///< of a view, or of a table with columns of money in time
  std::vector<NamedUnit> shown;           ///< columns of estimates that colour, cut or are listed
  std::vector<NamedUnit> atHand;          ///< every column of the same models or table
  double exaggeration = 1;
  bool exaggerationLabelled = true;
  Statements stated;

  bool estimated() const { return !estimates.empty() || !lines.empty(); }
};

Statements statementsOf(const DisclosureState& state);

}  // namespace adit::viewer
