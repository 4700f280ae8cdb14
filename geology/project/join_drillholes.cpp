#include "geology/project/join_drillholes.h"

#include <algorithm>
#include <deque>

#include "geology/project/hole_set.h"

namespace adit::project {
namespace {

using formats::DrillRole;
using formats::DrillTable;
using geology::Severity;

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

}  // namespace

JoinResult joinDrillholes(std::vector<DrillTable> tables, const formats::ImportChoices& choices) {
  JoinResult result;
  std::deque<HoleSet> sets;
  std::vector<std::string> names;
  const auto firstOther = std::stable_partition(
      tables.begin(), tables.end(), [](const DrillTable& table) { return table.role == DrillRole::Collar; });
  for (auto collars = tables.begin(); collars != firstOther; ++collars) {
    names.push_back(collars->name);
    sets.emplace_back(std::move(*collars), choices, result.diagnostics);
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
    else if (table.role == DrillRole::Survey)
      home->addSurveys(std::move(table));
    else
      home->addIntervals(std::move(table));
  }
  for (std::size_t i = 0; i < sets.size(); ++i)
    result.drillholes.push_back(sets[i].finish(sets.size() == 1 ? "drillholes" : names[i]));
  return result;
}

}  // namespace adit::project
