// What the pages have in common.
#include <algorithm>
#include <cctype>
#include <cmath>

#include "geology/model/plain_text.h"
#include "viewer/charts/chart_pages.h"

namespace adit::viewer {
namespace {

/// "Cu_pct" -> "cu": the metal that a column is named after.
std::string metalOf(std::string_view column) {
  const std::string name = geology::lowerCase(column);
  return name.substr(0, name.find_first_of("_ ,.([-"));
}

struct RockName {
  std::string_view part;  ///< that the name holds
  RockPattern pattern;
};
/// English and Spanish names of the field, the more particular before the general.
constexpr std::array kRocks{
    RockName{"breccia", RockPattern::Triangles},   RockName{"brecha", RockPattern::Triangles},
    RockName{"conglomer", RockPattern::Triangles}, RockName{"gravel", RockPattern::Dots},
    RockName{"alluvi", RockPattern::Dots},         RockName{"overburden", RockPattern::Dots},
    RockName{"colluvi", RockPattern::Dots},        RockName{"quartzite", RockPattern::Dots},
    RockName{"sand", RockPattern::Dots},           RockName{"arenisca", RockPattern::Dots},
    RockName{"soil", RockPattern::Dots},           RockName{"fill", RockPattern::Dots},
    RockName{"shale", RockPattern::Dashes},        RockName{"mudstone", RockPattern::Dashes},
    RockName{"silt", RockPattern::Dashes},         RockName{"slate", RockPattern::Dashes},
    RockName{"lutita", RockPattern::Dashes},       RockName{"clay", RockPattern::Dashes},
    RockName{"limestone", RockPattern::Bricks},    RockName{"dolom", RockPattern::Bricks},
    RockName{"caliza", RockPattern::Bricks},       RockName{"marble", RockPattern::Bricks},
    RockName{"skarn", RockPattern::Bricks},        RockName{"carbonat", RockPattern::Bricks},
    RockName{"granit", RockPattern::Crosses},      RockName{"grano", RockPattern::Crosses},
    RockName{"monzo", RockPattern::Crosses},       RockName{"diorit", RockPattern::Crosses},
    RockName{"porphyr", RockPattern::Crosses},     RockName{"porfid", RockPattern::Crosses},
    RockName{"tonalit", RockPattern::Crosses},     RockName{"intrus", RockPattern::Crosses},
    RockName{"gabbro", RockPattern::Crosses},      RockName{"pegmat", RockPattern::Crosses},
    RockName{"dyke", RockPattern::Slashes},        RockName{"dike", RockPattern::Slashes},
    RockName{"andesit", RockPattern::Vees},        RockName{"basalt", RockPattern::Vees},
    RockName{"rhyolit", RockPattern::Vees},        RockName{"dacit", RockPattern::Vees},
    RockName{"tuff", RockPattern::Vees},           RockName{"toba", RockPattern::Vees},
    RockName{"volcan", RockPattern::Vees},         RockName{"schist", RockPattern::Waves},
    RockName{"esquisto", RockPattern::Waves},      RockName{"gneiss", RockPattern::Waves},
    RockName{"phyllit", RockPattern::Waves},       RockName{"serpent", RockPattern::Waves},
    RockName{"vein", RockPattern::Slashes},        RockName{"veta", RockPattern::Slashes},
    RockName{"fault", RockPattern::Slashes},       RockName{"falla", RockPattern::Slashes},
    RockName{"sulphide", RockPattern::Solid},      RockName{"sulfide", RockPattern::Solid},
    RockName{"massive", RockPattern::Solid},       RockName{"gossan", RockPattern::Solid}};

/// Codes that logs use in place of names.
constexpr std::array kCodes{RockName{"and", RockPattern::Vees},    RockName{"tuf", RockPattern::Vees},
                            RockName{"bas", RockPattern::Vees},    RockName{"rhy", RockPattern::Vees},
                            RockName{"dac", RockPattern::Vees},    RockName{"por", RockPattern::Crosses},
                            RockName{"qdp", RockPattern::Crosses}, RockName{"gdp", RockPattern::Crosses},
                            RockName{"qmp", RockPattern::Crosses}, RockName{"dio", RockPattern::Crosses},
                            RockName{"grd", RockPattern::Crosses}, RockName{"gr", RockPattern::Crosses},
                            RockName{"sst", RockPattern::Dots},    RockName{"ovb", RockPattern::Dots},
                            RockName{"qtz", RockPattern::Slashes}, RockName{"lst", RockPattern::Bricks},
                            RockName{"dol", RockPattern::Bricks},  RockName{"sh", RockPattern::Dashes},
                            RockName{"slt", RockPattern::Dashes},  RockName{"bx", RockPattern::Triangles},
                            RockName{"sch", RockPattern::Waves}};

}  // namespace

ChartPage noChart(std::string reason) {
  ChartPage page;
  page.body = NoBody{std::move(reason)};
  return page;
}

double roundEnd(double value) {
  if (!(value > 0) || !std::isfinite(value)) return 1;
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
    if (value <= step * power * (1 + 1e-12)) return step * power;
  return 10 * power;
}

std::string axisTitle(const std::string& name, const std::string& unit) {
  return unit.empty() ? name + ", unit not stated" : name + ", " + unit;
}

const geology::DrillHoles* holesOf(const ChartQuestion& question) {
  const auto& all = question.deposit->drillholes;
  for (const std::string& name : {question.choice.holes, question.object})
    for (const auto& holes : all)
      if (holes->name == name) return holes.get();
  for (const auto& holes : all)
    if (gradeInHoles(question, *holes).column != nullptr) return holes.get();
  return all.empty() ? nullptr : all.front().get();
}

geology::IntervalColumnRef gradeInHoles(const ChartQuestion& question, const geology::DrillHoles& holes) {
  const auto numeric = [](const geology::IntervalColumnRef& ref) {
    return ref.column != nullptr && ref.column->isNumeric();
  };
  if (const auto found = geology::findIntervalColumn(holes, question.column); numeric(found)) return found;
  for (const geology::IntervalTable& table : holes.tables)
    for (const geology::Column& column : table.columns)
      if (column.isNumeric() && (geology::equalIgnoringCase(column.name, question.column) ||
                                 metalOf(column.name) == metalOf(question.column)))
        return {&table, &column};
  return {};
}

RockPattern rockPattern(std::string_view rock) {
  const std::string name = geology::lowerCase(rock);
  for (const RockName& one : kCodes)
    if (one.part == name) return one.pattern;
  for (const RockName& one : kRocks)
    if (name.find(one.part) != std::string::npos) return one.pattern;
  return RockPattern::Blank;
}

}  // namespace adit::viewer
