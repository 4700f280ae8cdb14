#include "geology/project/join_drillholes.h"

#include <algorithm>
#include <deque>

#include "geology/formats/findings.h"
#include "geology/project/hole_set.h"
#include "geology/project/select_rows.h"

namespace adit::project {
namespace {

using formats::DrillRole;
using formats::DrillTable;
using geology::Severity;

constexpr formats::FindingKind kDivided{
    Severity::Note, "DH-TABLE-DIVIDED",
    "rows of a table whose other holes are in another collar table are used with their own",
    "nothing, if the collar tables are parts of one list"};

geology::Diagnostic notUsed(const DrillTable& table, std::string code, std::string message) {
  return {.severity = Severity::Error,
          .code = std::move(code),
          .file = table.source.path,
          .message = std::move(message),
          .remedy = "open the collar table that has these holes together with this table",
          .count = table.holeId.size()};
}

// The set that has most of the table's holes; the first of equals, nullptr when none has any.
HoleSet* homeOf(const DrillTable& table, std::deque<HoleSet>& sets) {
  HoleSet* home = nullptr;
  std::size_t most = 0;
  for (HoleSet& set : sets) {
    const std::size_t shared = set.sharedHoles(table);
    if (shared <= most) continue;
    most = shared;
    home = &set;
  }
  return home;
}

struct JoinContext {
  const formats::ImportChoices& choices;
  geology::Diagnostics& diagnostics;
};

struct Part {
  HoleSet* set;
  DrillTable table;
};

/// Collars by year come with one table of assays: each row goes to the set that has its hole. What no set
/// has, and what several have, stays with the home of the table.
std::vector<Part> divide(DrillTable&& table, HoleSet& home, std::deque<HoleSet>& sets,
                         geology::Diagnostics& diagnostics) {
  std::vector<std::vector<std::uint32_t>> rowsOf(sets.size());
  formats::Findings findings(table.source.path);
  const auto indexOf = [&](const std::string& hole) {
    const auto owner = std::find_if(sets.begin(), sets.end(), [&](HoleSet& set) { return set.has(hole); });
    return static_cast<std::size_t>(owner - sets.begin());
  };
  const auto homeIndex = static_cast<std::size_t>(
      std::find_if(sets.begin(), sets.end(), [&](HoleSet& set) { return &set == &home; }) - sets.begin());
  for (std::size_t row = 0; row < table.holeId.size(); ++row) {
    const std::size_t owner = home.has(table.holeId[row]) ? homeIndex : indexOf(table.holeId[row]);
    if (owner != homeIndex && owner < sets.size())
      findings.add(kDivided, {table.line[row], 0}, table.holeId[row]);
    rowsOf[owner < sets.size() ? owner : homeIndex].push_back(static_cast<std::uint32_t>(row));
  }
  findings.appendTo(diagnostics);
  std::vector<Part> parts;
  if (rowsOf[homeIndex].size() == table.holeId.size()) {
    parts.push_back({&home, std::move(table)});
    return parts;
  }
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (!rowsOf[i].empty()) parts.push_back({&sets[i], selectRows(table, rowsOf[i])});
  return parts;
}

/// Surveys are understood as a whole before they are divided: the sign of most dips is that of all.
void addTable(DrillTable&& table, HoleSet& home, std::deque<HoleSet>& sets, JoinContext context) {
  if (table.role == DrillRole::Survey) {
    const SurveyConvention convention = decideConvention(table, context.choices, context.diagnostics);
    for (Part& part : divide(std::move(table), home, sets, context.diagnostics))
      part.set->addSurveys(std::move(part.table), convention);
  } else {
    for (Part& part : divide(std::move(table), home, sets, context.diagnostics))
      part.set->addIntervals(std::move(part.table));
  }
}

}  // namespace

JoinResult joinDrillholes(std::vector<DrillTable> tables, const formats::ImportChoices& choices,
                          std::optional<geology::LengthUnit> unit) {
  JoinResult result;
  std::deque<HoleSet> sets;
  std::vector<std::string> names;
  const auto firstOther = std::stable_partition(
      tables.begin(), tables.end(), [](const DrillTable& table) { return table.role == DrillRole::Collar; });
  for (auto collars = tables.begin(); collars != firstOther; ++collars) {
    names.push_back(collars->name);
    sets.emplace_back(std::move(*collars), JoinRules{choices, unit}, result.diagnostics);
  }
  for (auto other = firstOther; other != tables.end(); ++other) {
    DrillTable& table = *other;
    HoleSet* home = homeOf(table, sets);
    if (home == nullptr)
      result.diagnostics.push_back(
          sets.empty()
              ? notUsed(table, "DH-NO-COLLAR-TABLE", "there is no collar table; the rows are not used")
              : notUsed(table, "DH-NO-SHARED-HOLE",
                        "no collar table has a hole of this table; the rows are not used"));
    else
      addTable(std::move(table), *home, sets, {choices, result.diagnostics});
  }
  for (std::size_t i = 0; i < sets.size(); ++i)
    result.drillholes.push_back(sets[i].finish(sets.size() == 1 ? "drillholes" : names[i]));
  return result;
}

}  // namespace adit::project
