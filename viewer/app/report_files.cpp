// The report for spreadsheets and programs.
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "geology/model/unit_scale.h"
#include "geology/reporting/figures.h"
#include "viewer/app/report_sheet.h"
#include "viewer/state/command.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

using Json = nlohmann::ordered_json;
using reporting::ResourceLine;

constexpr int kSchema = 1;

std::string csvCell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted(1, '"');
  for (const char c : text) {
    if (c == '"') quoted.push_back(c);
    quoted.push_back(c);
  }
  quoted.push_back('"');
  return quoted;
}

double shownNumber(double value, int figures, reporting::Digits digits) {
  return digits == reporting::Digits::Exact ? value : reporting::roundedTo(value, figures);
}

std::string csvNumber(double value) {
  return std::isfinite(value) ? commandNumber(value) : std::string();
}

Json numberJson(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

/// Tonnes of metal; NaN where the grade's unit is no share of the mass.
double metalOf(const reporting::GradeSum& sum, const std::string& unit) {
  const auto share = geology::metalShare(unit);
  return share ? sum.metal * *share : std::nan("");
}

const char* kindWord(reporting::ResourceLineKind kind) {
  switch (kind) {
    case reporting::ResourceLineKind::Class:
      return "class";
    case reporting::ResourceLineKind::MeasuredAndIndicated:
      return "measured+indicated";
    case reporting::ResourceLineKind::Reserves:
      return "proved+probable";
    case reporting::ResourceLineKind::NoClasses:
      break;
  }
  return "all-blocks";
}

Json lineJson(const ReportSheet& sheet, const ResourceLine& line) {
  const reporting::Figures figures = reporting::figuresOf(line);
  const auto shown = [&](double value, int count) {
    return numberJson(shownNumber(value, count, sheet.digits));
  };
  Json entry{{"group", line.group},
             {"cutoff", numberJson(static_cast<double>(sheet.facts.table.cutoffs[line.cutoff]))},
             {"kind", kindWord(line.kind)},
             {"class", line.kind == reporting::ResourceLineKind::Class ? Json(wordOf(line.resourceClass))
                                                                       : Json(nullptr)},
             {"blocks", line.sum.blocks},
             {"withoutDensity", line.sum.withoutDensity},
             {"withoutProportion", line.sum.withoutProportion},
             {"tonnes", shown(sheet.facts.densityStated ? line.sum.tonnes : std::nan(""), figures.tonnes)},
             {"grades", Json::array()}};
  if (sheet.digits == reporting::Digits::Exact) entry["volume"] = numberJson(line.sum.volume);
  for (std::size_t g = 0; g < sheet.facts.grades.size(); ++g) {
    const reporting::GradeSum& sum = line.sum.grades[g];
    entry["grades"].push_back(
        {{"name", sheet.facts.grades[g].name},
         {"unit", sheet.facts.grades[g].unit},
         {"mean", shown(sum.mean(), figures.grade)},
         {"metalTonnes", shown(metalOf(sum, sheet.facts.grades[g].unit), figures.metal)},
         {"withoutGrade", sum.withoutGrade}});
  }
  return entry;
}

}  // namespace

std::string reportCsv(const ReportSheet& sheet) {
  std::ostringstream text;
  for (const auto& [label, value] : headOf(sheet)) text << "# " << label << ": " << value << '\n';
  for (const std::string& caution : sheet.facts.cautions) text << "# note: " << caution << '\n';
  text << "group,cutoff,class,blocks,tonnes";
  for (const reporting::GradeName& grade : sheet.facts.grades)
    text << ',' << csvCell(reporting::nameWithUnit(grade)) << ',' << csvCell(grade.name + " metal t");
  text << '\n';
  for (const ResourceLine& line : sheet.facts.table.lines) {
    const reporting::Figures figures = reporting::figuresOf(line);
    const auto shown = [&](double value, int count) {
      return csvNumber(shownNumber(value, count, sheet.digits));
    };
    text << csvCell(line.group) << ','
         << csvNumber(static_cast<double>(sheet.facts.table.cutoffs[line.cutoff])) << ','
         << csvCell(titleOf(line)) << ',' << line.sum.blocks << ','
         << shown(sheet.facts.densityStated ? line.sum.tonnes : std::nan(""), figures.tonnes);
    for (std::size_t g = 0; g < sheet.facts.grades.size(); ++g)
      text << ',' << shown(line.sum.grades[g].mean(), figures.grade) << ','
           << shown(line.sum.tonnes > 0 ? metalOf(line.sum.grades[g], sheet.facts.grades[g].unit)
                                        : std::nan(""),
                    figures.metal);
    text << '\n';
  }
  return text.str();
}

std::string reportJson(const ReportSheet& sheet) {
  const ResourceFacts& facts = sheet.facts;
  Json root{{"adit", ADIT_VERSION},
            {"schema", kSchema},
            {"deposit", sheet.deposit},
            {"synthetic", !sheet.syntheticNote.empty()},
            {"syntheticNote", sheet.syntheticNote},
            {"model", facts.object},
            {"support", sheet.support},
            {"sources", Json::array()},
            {"effectiveDate", sheet.disclosure.effectiveDate},
            {"person", sheet.disclosure.person},
            {"basis", sheet.disclosure.basis > 0 ? basisText(sheet.disclosure.basis) : ""},
            {"code", sheet.disclosure.code},
            {"kind", enumName(sheet.disclosure.kind)},
            {"study", enumName(sheet.disclosure.study)},
            {"caution", sheet.disclosure.caution},
            {"filter", sheet.filter},
            {"classes", facts.classes},
            {"density", facts.density},
            {"proportion", facts.proportion},
            {"groupedBy", facts.group},
            {"figures", sheet.digits == reporting::Digits::Exact ? "exact" : "rounded"},
            {"blocks", facts.table.looked},
            {"withoutGrade", facts.table.withoutGrade},
            {"lines", Json::array()},
            {"cautions", facts.cautions}};
  for (const SheetSource& source : sheet.sources)
    root["sources"].push_back({{"path", source.path}, {"format", source.format}, {"sha256", source.sha256}});
  for (const ResourceLine& line : facts.table.lines) root["lines"].push_back(lineJson(sheet, line));
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace adit::viewer
