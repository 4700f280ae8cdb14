#include "viewer/app/pit_report.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "geology/planning/pit_json.h"

namespace adit::viewer {
namespace {

using planning::PitInputs;
using planning::PitOutcome;
using planning::ShellRow;
using Json = nlohmann::ordered_json;

std::string millions(double value) {
  return formatNumber(value / 1e6, 3);
}
std::string maybeMillions(const std::optional<double>& value) {
  return value ? millions(*value) : "-";
}

const char* conventionOf(const PitInputs& inputs) {
  return inputs.discounting.firstPeriodUndiscounted ? "the first period is not discounted"
                                                    : "cash comes at the end of each period";
}

class PitPrinter {
 public:
  PitPrinter(const PitInputs& inputs, const PitOutcome& outcome, const Printer& printer)
      : inputs_(inputs), outcome_(outcome), printer_(printer) {}

  void print() const {
    if (outcome_.shells.rows.empty()) return;
    printLimit();
    printShells();
    printPhases();
    if (outcome_.schedule) printSchedule();
    if (outcome_.design) printDesign();
  }

 private:
  void printLimit() const {
    printer_.heading("Pit limit", "a shell: no ramp, no berm, and no reserve");
    printer_.field("block model", outcome_.model->name);
    if (outcome_.cutOffs) {
      printer_.field("marginal cut-off", formatShort(outcome_.cutOffs->marginal) + " " + unitOf(0));
      printer_.field("break-even cut-off",
                     formatShort(outcome_.cutOffs->breakEven) + " " + unitOf(0) + ", at the reference level");
    }
    if (!outcome_.limit) return;
    const ShellRow& row = outcome_.shells.rows[*outcome_.limit];
    printer_.field("blocks", formatCount(row.blocks, "block"));
    printer_.field("ore", millions(row.ore) + " Mt");
    printer_.field("waste", millions(row.waste) + " Mt");
    printer_.field("strip ratio", stripOf(row) + " t of waste for a t of ore");
    printer_.field("value", millions(row.value) + " M " + inputs_.currency + ", undiscounted");
  }

  std::string unitOf(std::size_t metal) const {
    const std::string& own = inputs_.metals[metal].unit;
    return own.empty() ? outcome_.ground.grades[metal]->unit : own;
  }
  static std::string stripOf(const ShellRow& row) {
    return row.stripRatio() ? formatNumber(*row.stripRatio(), 2) : "-";
  }

  void printShells() const {
    printer_.heading("Shells", "money in M " + inputs_.currency + ", " + conventionOf(inputs_));
    TextTable table(std::vector<bool>(9 + inputs_.metals.size(), true));
    std::vector<std::string> head{"factor", "blocks", "ore Mt", "waste Mt", "t/t"};
    for (std::size_t m = 0; m < inputs_.metals.size(); ++m)
      head.push_back(inputs_.metals[m].grade + " " + unitOf(m));
    head.insert(head.end(), {"value", "best case", "worst case", "periods"});
    table.add(head);
    for (const ShellRow& row : outcome_.shells.rows) {
      std::vector<std::string> cells{formatShort(row.factor),
                                     formatNumber(static_cast<double>(row.blocks), 0), millions(row.ore),
                                     millions(row.waste), stripOf(row)};
      for (const double grade : row.grade) cells.push_back(std::isfinite(grade) ? formatShort(grade) : "-");
      cells.insert(cells.end(),
                   {millions(row.value), maybeMillions(row.bestCase), maybeMillions(row.worstCase),
                    row.periods ? formatNumber(*row.periods, 1) : "-"});
      table.add(cells);
    }
    table.print("  ");
  }

  void printPhases() const {
    if (outcome_.pushbacks.phases.empty()) return;
    printer_.heading("Phases",
                     "at least " + formatShort(inputs_.pushbacks.minimumWidth) + " m wide where they can be");
    TextTable table({true, true, true, true, true, true});
    table.add({"phase", "to factor", "ore Mt", "waste Mt", "narrow Mt", "value"});
    for (std::size_t p = 0; p < outcome_.pushbacks.phases.size(); ++p) {
      const planning::Pushback& phase = outcome_.pushbacks.phases[p];
      table.add({std::to_string(p + 1), formatShort(phase.factor), millions(phase.ore),
                 millions(phase.rock - phase.ore), millions(phase.narrow), millions(phase.value)});
    }
    table.print("  ");
  }

  void printDesign() const {
    const planning::PitDesign& design = *outcome_.design;
    printer_.heading("Design", "a first sketch around the last shell; not a reserve");
    printer_.field("benches", std::to_string(design.benches.size()));
    printer_.field("volume", formatShort(design.designVolume / design.shellVolume) +
                                 " times the shell's above the floor");
    printer_.field("of the shell", formatNumber(100 * design.shellInside, 1) + " % lies in the design");
    printer_.field("inter-ramp angle",
                   formatNumber(planning::interRampAngle(inputs_.design->slope), 1) + " degrees");
  }

  void printSchedule() const {
    const planning::Schedule& schedule = *outcome_.schedule;
    printer_.heading("Schedule", "not a reserve");
    printer_.field("present value", millions(schedule.presentValue) + " M " + inputs_.currency + " at " +
                                        formatShort(inputs_.discounting.rate * 100) + " % a year; " +
                                        conventionOf(inputs_));
    printer_.field("mining rate", formatShort(schedule.mineRate * 100) + " % of the mine's capacity at most");
    if (schedule.lostOre > 0)
      printer_.field("ore given up", millions(schedule.lostOre) + " Mt do not pay for their rehandling");
    TextTable table(std::vector<bool>(6 + inputs_.metals.size(), true));
    std::vector<std::string> head{"period", "ore Mt", "waste Mt", "milled Mt", "stock Mt"};
    for (std::size_t m = 0; m < inputs_.metals.size(); ++m)
      head.push_back(inputs_.metals[m].grade + " " + unitOf(m));
    head.emplace_back("cash flow");
    table.add(head);
    for (std::size_t p = 0; p < schedule.periods.size(); ++p) {
      const planning::PeriodSum& sum = schedule.periods[p];
      std::vector<std::string> cells{outcome_.plan ? outcome_.plan->periods[p].label : std::to_string(p + 1),
                                     millions(sum.ore), millions(sum.waste), millions(sum.milled),
                                     millions(sum.stockpile)};
      for (const double grade : sum.milledGrade)
        cells.push_back(std::isfinite(grade) ? formatShort(grade) : "-");
      cells.push_back(millions(sum.cashFlow));
      table.add(cells);
    }
    table.print("  ");
  }

  const PitInputs& inputs_;
  const PitOutcome& outcome_;
  const Printer& printer_;
};

/// JSON knows no NaN: null where there is no number.
Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json();
}
Json number(const std::optional<double>& value) {
  return value ? Json(*value) : Json();
}
Json numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(number(value));
  return list;
}

Json jsonOf(const planning::Schedule& schedule) {
  Json json{{"presentValue", schedule.presentValue},
            {"mineRate", schedule.mineRate},
            {"lostOre", schedule.lostOre},
            {"periods", Json::array()}};
  for (const planning::PeriodSum& sum : schedule.periods)
    json["periods"].push_back({{"ore", sum.ore},
                               {"waste", sum.waste},
                               {"milled", sum.milled},
                               {"toStockpile", sum.toStockpile},
                               {"fromStockpile", sum.fromStockpile},
                               {"stockpile", sum.stockpile},
                               {"minedGrade", numbers(sum.minedGrade)},
                               {"milledGrade", numbers(sum.milledGrade)},
                               {"cashFlow", sum.cashFlow}});
  return json;
}

}  // namespace

void printPit(const PitInputs& inputs, const PitOutcome& outcome, const Printer& printer) {
  PitPrinter(inputs, outcome, printer).print();
}

std::string pitRecord(const PitInputs& inputs, const PitOutcome& outcome) {
  Json json{{"plan", Json::parse(planning::pitToJson(inputs))},
            {"model", outcome.model == nullptr ? Json() : Json(outcome.model->name)},
            {"npvConvention", conventionOf(inputs)},
            {"shells", Json::array()},
            {"phases", Json::array()},
            {"findings", Json::array()}};
  if (outcome.cutOffs)
    json["cutOffs"] = {{"marginal", number(outcome.cutOffs->marginal)},
                       {"breakEven", number(outcome.cutOffs->breakEven)}};
  for (const ShellRow& row : outcome.shells.rows)
    json["shells"].push_back({{"factor", row.factor},
                              {"blocks", row.blocks},
                              {"ore", row.ore},
                              {"waste", row.waste},
                              {"stripRatio", number(row.stripRatio())},
                              {"grade", numbers(row.grade)},
                              {"value", row.value},
                              {"bestCase", number(row.bestCase)},
                              {"worstCase", number(row.worstCase)},
                              {"periods", number(row.periods)}});
  for (const planning::Pushback& phase : outcome.pushbacks.phases)
    json["phases"].push_back({{"factor", phase.factor},
                              {"rock", phase.rock},
                              {"ore", phase.ore},
                              {"value", phase.value},
                              {"narrow", phase.narrow}});
  if (outcome.design)
    json["design"] = {{"benches", outcome.design->benches.size()},
                      {"volume", outcome.design->designVolume},
                      {"shellVolume", outcome.design->shellVolume},
                      {"shellInside", outcome.design->shellInside}};
  if (outcome.schedule) json["schedule"] = jsonOf(*outcome.schedule);
  for (const geology::Diagnostic& d : outcome.diagnostics)
    json["findings"].push_back({{"severity", geology::severityName(d.severity)},
                                {"code", d.code},
                                {"message", d.message},
                                {"count", d.count}});
  return json.dump(2) + "\n";
}

}  // namespace adit::viewer
