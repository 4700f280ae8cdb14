#include <algorithm>
#include <iostream>

#include "viewer/app/report_sheet.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

std::string orNotStated(const std::string& text) {
  return text.empty() ? "not stated" : text;
}

bool groupedBy(const ReportSheet& sheet) {
  return std::any_of(sheet.facts.table.lines.begin(), sheet.facts.table.lines.end(),
                     [](const reporting::ResourceLine& line) { return !line.group.empty(); });
}

TextTable tableOf(const ReportSheet& sheet) {
  const bool grouped = groupedBy(sheet);
  std::vector<bool> right =
      grouped ? std::vector<bool>{false, false, false, true} : std::vector<bool>{false, false, true};
  right.resize(right.size() + 2 * sheet.facts.grades.size(), true);
  TextTable table(right);
  std::vector<std::string> head{"cut-off", "class", "tonnes"};
  if (grouped) head.insert(head.begin(), sheet.facts.group);
  for (const reporting::GradeName& grade : sheet.facts.grades) {
    head.push_back(reporting::nameWithUnit(grade));
    head.push_back("metal");
  }
  table.add(head);
  for (const reporting::CellRow& row :
       reporting::cellsOf(sheet.facts.table, sheet.facts.grades, sheet.digits)) {
    std::vector<std::string> cells{row.cutoff, row.title, row.tonnes};
    if (grouped) cells.insert(cells.begin(), row.group);
    for (std::size_t g = 0; g < row.grade.size(); ++g) {
      cells.push_back(row.grade[g]);
      cells.push_back(row.metal[g]);
    }
    table.add(cells);
  }
  return table;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> headOf(const ReportSheet& sheet) {
  const ResourceFacts& facts = sheet.facts;
  std::vector<std::pair<std::string, std::string>> head;
  if (!sheet.syntheticNote.empty()) head.emplace_back("SYNTHETIC", sheet.syntheticNote);
  head.emplace_back("deposit", sheet.deposit);
  head.emplace_back("block model", facts.object + ", " + sheet.support);
  for (const SheetSource& source : sheet.sources)
    head.emplace_back("source", source.path + (source.sha256.empty() ? "" : "  sha256 " + source.sha256));
  const DisclosureState& stated = sheet.disclosure;
  head.emplace_back("effective date", orNotStated(stated.effectiveDate));
  head.emplace_back("person", orNotStated(stated.person) + " (competent or qualified person)");
  if (!stated.code.empty()) head.emplace_back("code", stated.code);
  if (stated.kind != EstimateKind::Unstated) head.emplace_back("kind", enumName(stated.kind));
  if (stated.study != StudyLevel::Unstated) head.emplace_back("study", enumName(stated.study));
  head.emplace_back("basis",
                    stated.basis > 0 ? basisText(stated.basis) : "not stated (100 % or attributable)");
  if (!stated.caution.empty()) head.emplace_back("caution", stated.caution);
  head.emplace_back("grade", reporting::nameWithUnit(facts.grades.front()));
  head.emplace_back("classes", facts.classed ? facts.classes : "none read");
  head.emplace_back("weight", facts.density + (facts.proportion.empty() ? "" : "; " + facts.proportion));
  head.emplace_back("filter", sheet.filter.empty() ? "none" : sheet.filter);
  head.emplace_back("figures", sheet.digits == reporting::Digits::Exact
                                   ? "exact numbers, for checks only: more digits than the estimate has"
                                   : "rounded by class");
  return head;
}

void printReport(const ReportSheet& sheet, const Printer& printer) {
  printer.heading("Resource table", sheet.facts.object);
  for (const auto& [label, value] : headOf(sheet)) printer.field(label, value);
  std::cout << "\n";
  if (sheet.facts.table.lines.empty())
    std::cout << "  No block is at or above a cut-off.\n";
  else
    tableOf(sheet).print("  ");
  std::cout << "\n";
  for (const std::string& caution : sheet.facts.cautions) {
    bool first = true;
    for (const std::string& line : wrapped(caution, terminalWidth() - 4)) {
      std::cout << (first ? "  " + printer.ink(Ink::Yellow, "!") + " " : "    ") << line << "\n";
      first = false;
    }
  }
}

}  // namespace adit::viewer
