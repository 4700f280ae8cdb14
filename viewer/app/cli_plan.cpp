// adit plan: the mine plans of a deposit, period by period.
#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>

#include "geology/model/length_scale.h"
#include "geology/model/unit_scale.h"
#include "geology/planning/pit_stages.h"
#include "geology/planning/plan_totals.h"
#include "geology/planning/present_value.h"
#include "geology/planning/reconciliation.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/cli_text.h"
#include "viewer/state/plan.h"

namespace adit::viewer {

namespace {

using geology::BlockModel;
using geology::Deposit;
using geology::MinePlan;
using Json = nlohmann::ordered_json;

struct PlanArguments {
  OpenArguments open;
  std::vector<std::string> grades;
  std::string densityColumn;
  double density = 0;
  bool json = false;
};

/// What is added up for the blocks of a plan.
struct BlockSums {
  const BlockModel* model = nullptr;
  std::vector<const geology::Column*> grades;
  bool tonnes = false;
  std::vector<planning::PeriodTotals> periods;
};

class PlanLister {
 public:
  PlanLister(const Deposit& deposit, const PlanArguments& arguments)
      : deposit_(deposit), arguments_(arguments) {}

  void print(const Printer& printer) const {
    for (const auto& plan : deposit_.plans) printPlan(*plan, printer);
  }

  Json json() const {
    Json plans = Json::array();
    for (const auto& plan : deposit_.plans) plans.push_back(jsonOf(*plan));
    return {{"plans", plans}};
  }

 private:
  const BlockModel* modelOf(const std::string& name) const {
    for (const auto& model : deposit_.blockModels)
      if (model->name == name) return model.get();
    return nullptr;
  }

  std::vector<BlockSums> sumsOf(const MinePlan& plan) const {
    std::vector<BlockSums> all;
    for (const geology::PlanBlocks& blocks : plan.blocks) {
      BlockSums sums;
      sums.model = modelOf(blocks.model);
      if (sums.model == nullptr) continue;
      for (const std::string& name : arguments_.grades)
        if (const auto* column = geology::findColumn(sums.model->columns, name);
            column != nullptr && column->isNumeric())
          sums.grades.push_back(column);
      analysis::Density density;
      density.column = geology::findColumn(sums.model->columns, arguments_.densityColumn);
      if (density.column != nullptr)
        density.columnScale = geology::densityScale(density.column->unit).value_or(1);
      if (arguments_.density > 0) density.value = arguments_.density;
      sums.tonnes = density.stated();
      planning::PlanQuestion question{*sums.model, blocks, plan.periods.size()};
      question.density = density;
      question.means = sums.grades;
      question.cubicMetres = geology::cubicMetresIn(deposit_.unit);
      sums.periods = planning::planTotals(question, {});
      all.push_back(std::move(sums));
    }
    return all;
  }

  void printPlan(const MinePlan& plan, const Printer& printer) const {
    printer.heading("Plan", plan.name);
    printer.field("what it is", geology::planBasisText(plan.basis));
    printer.field("periods", std::to_string(plan.periods.size()) +
                                 (plan.periods.empty() ? ""
                                                       : ", " + plan.periods.front().label + " to " +
                                                             plan.periods.back().label));
    if (!plan.solids.empty()) printer.field("surfaces", formatCount(plan.solids.size(), "surface"));
    if (!plan.lines.empty()) printer.field("lines", formatCount(plan.lines.size(), "line"));
    for (const BlockSums& sums : sumsOf(plan)) printBlocks(plan, sums, printer);
    printSolids(plan);
    printRock(plan);
    printFigures(plan);
    printReconciled(plan, printer);
    printMoney(plan, printer);
  }

  /// Tonnes of each period in all blocks; empty where no density is stated.
  std::vector<double> tonnesOf(const MinePlan& plan) const {
    std::vector<double> tonnes(plan.periods.size());
    for (const BlockSums& sums : sumsOf(plan)) {
      if (!sums.tonnes) return {};
      for (std::size_t p = 0; p < tonnes.size(); ++p) tonnes[p] += sums.periods[p].tonnes;
    }
    return plan.blocks.empty() ? std::vector<double>() : tonnes;
  }

  void printReconciled(const MinePlan& plan, const Printer& printer) const {
    const std::vector<double> tonnes = tonnesOf(plan);
    const auto periods =
        tonnes.empty() ? std::vector<planning::ReconciledPeriod>() : planning::reconciled(plan, tonnes);
    if (periods.empty()) return;
    printer.heading("Planned and in the blocks", "rock, t; the difference is planned less blocks");
    TextTable table({false, true, true, true, true});
    table.add({"period", "planned", "blocks", "difference", "%"});
    planning::ReconciledPeriod all;
    const auto add = [&](const std::string& label, const planning::ReconciledPeriod& period) {
      const bool stated = std::isfinite(period.planned);
      table.add({label, stated ? formatNumber(period.planned, 0) : "-", formatNumber(period.blocks, 0),
                 stated ? formatNumber(period.difference(), 0) : "-",
                 std::isfinite(period.relative()) ? formatNumber(100 * period.relative(), 1) : "-"});
    };
    for (std::size_t p = 0; p < periods.size(); ++p) {
      add(plan.periods[p].label, periods[p]);
      if (!std::isfinite(periods[p].planned)) continue;
      all.planned += periods[p].planned;
      all.blocks += periods[p].blocks;
    }
    add("all that is stated", all);
    table.print("  ");
  }

  static void printMoney(const MinePlan& plan, const Printer& printer) {
    const geology::PlanEconomics& money = plan.economics;
    if (money.cashFlow.empty()) return;
    printer.heading(
        "Money", (money.currency.empty() ? "no currency is stated" : money.currency) +
                     std::string(money.firstPeriodUndiscounted ? ", the first period is not discounted"
                                                               : ", cash comes at the end of each period"));
    std::vector<double> years;
    for (const auto& period : plan.periods) years.push_back(period.years);
    TextTable table({false, true, true});
    table.add({"period", "cash flow",
               money.discountRate ? "value so far at " + formatShort(100 * *money.discountRate) + " %" : ""});
    for (std::size_t p = 0; p < money.cashFlow.size(); ++p)
      table.add({plan.periods[p].label, formatNumber(money.cashFlow[p], 0),
                 money.discountRate ? formatNumber(planning::netPresentValue(
                                                       std::span(money.cashFlow).first(p + 1), years,
                                                       *money.discountRate, money.firstPeriodUndiscounted),
                                                   0)
                                    : ""});
    table.print("  ");
  }

  static void printBlocks(const MinePlan& plan, const BlockSums& sums, const Printer& printer) {
    printer.field("blocks of",
                  sums.model->name + (sums.tonnes ? "" : "; no density is stated, so no tonnes"));
    std::vector<std::string> head{"period", "blocks", "m3"};
    if (sums.tonnes) head.emplace_back("t");
    for (const auto* grade : sums.grades)
      head.push_back(grade->name + (grade->unit.empty() ? "" : " " + grade->unit));
    TextTable table(std::vector<bool>(head.size(), true));
    table.add(head);
    for (std::size_t p = 0; p < sums.periods.size(); ++p) {
      const planning::PeriodTotals& sum = sums.periods[p];
      std::vector<std::string> cells{plan.periods[p].label, formatNumber(static_cast<double>(sum.blocks), 0),
                                     formatNumber(sum.volume, 0)};
      if (sums.tonnes) cells.push_back(formatNumber(sum.tonnes, 0));
      for (const planning::MeanSum& grade : sum.means)
        cells.push_back(std::isfinite(grade.mean()) ? formatShort(grade.mean()) : "-");
      table.add(cells);
    }
    table.print("  ");
    printLacks(sums, printer);
  }

  /// What is in no mean or has no mass is said.
  static void printLacks(const BlockSums& sums, const Printer& printer) {
    planning::PeriodTotals whole;
    whole.means.resize(sums.grades.size());
    for (const planning::PeriodTotals& period : sums.periods) whole += period;
    for (std::size_t g = 0; g < sums.grades.size(); ++g)
      if (whole.means[g].without > 0)
        printer.field("without " + sums.grades[g]->name,
                      formatCount(whole.means[g].without, "block") + ", in no mean");
    if (whole.withoutDensity > 0)
      printer.field("without density", formatCount(whole.withoutDensity, "block") + ", in the volume only");
  }

  static void printSolids(const MinePlan& plan) {
    if (plan.solids.empty()) return;
    TextTable table({false, false, false});
    for (const geology::PlanSolid& solid : plan.solids)
      table.add({plan.periods[solid.first].label, geology::planActivityName(solid.activity), solid.mesh});
    table.print("  ");
  }

  /// What the pits that come as surfaces take in each period, in m3; empty where none does.
  std::vector<double> rockOf(const MinePlan& plan) const {
    if (!digsSurfaces(plan)) return {};
    const planning::PitStages pits(deposit_, plan);
    if (pits.empty() || !pits.natural()) return {};
    const double cubicMetres = geology::cubicMetresIn(deposit_.unit);
    std::vector<double> rock;
    for (std::size_t p = 0; p < plan.periods.size(); ++p) {
      const auto begin = static_cast<double>(p);
      rock.push_back((pits.minedVolume(begin + 1) - pits.minedVolume(begin)) * cubicMetres);
    }
    return rock;
  }

  void printRock(const MinePlan& plan) const {
    const std::vector<double> rock = rockOf(plan);
    if (rock.empty()) return;
    TextTable table({true, true});
    table.add({"period", "m3 between the surfaces"});
    for (std::size_t p = 0; p < rock.size(); ++p)
      table.add({plan.periods[p].label, formatNumber(rock[p], 0)});
    table.print("  ");
  }

  static void printFigures(const MinePlan& plan) {
    if (plan.figures.empty()) return;
    TextTable table({false, false, true, false, true});
    table.add({"period", "activity", "t", "grade", ""});
    for (const geology::PlanFigure& f : plan.figures)
      table.add({plan.periods[f.period].label, f.activity, formatNumber(f.tonnes, 0), f.grade,
                 f.grade.empty() ? "" : formatShort(f.value)});
    table.print("  ");
  }

  Json jsonOf(const MinePlan& plan) const {
    Json json{{"name", plan.name}, {"basis", geology::planBasisText(plan.basis)}, {"periods", Json::array()}};
    for (const auto& period : plan.periods)
      json["periods"].push_back({{"label", period.label}, {"begin", period.begin}, {"years", period.years}});
    for (const BlockSums& sums : sumsOf(plan)) {
      Json list = Json::array();
      for (const planning::PeriodTotals& sum : sums.periods) {
        Json grades, without;
        for (std::size_t g = 0; g < sums.grades.size(); ++g) {
          without[sums.grades[g]->name] = sum.means[g].without;
          grades[sums.grades[g]->name] =
              std::isfinite(sum.means[g].mean()) ? Json(sum.means[g].mean()) : Json();
        }
        list.push_back({{"blocks", sum.blocks},
                        {"volume", sum.volume},
                        {"tonnes", sums.tonnes ? Json(sum.tonnes) : Json()},
                        {"grades", grades},
                        {"withoutGrade", without},
                        {"withoutDensity", sum.withoutDensity}});
      }
      json["blocks"].push_back({{"model", sums.model->name}, {"periods", list}});
    }
    for (const auto& solid : plan.solids)
      json["solids"].push_back({{"mesh", solid.mesh},
                                {"activity", geology::planActivityName(solid.activity)},
                                {"first", solid.first},
                                {"last", solid.last}});
    for (const double volume : rockOf(plan)) json["rock"].push_back(volume);
    const std::vector<double> tonnes = tonnesOf(plan);
    if (!tonnes.empty())
      for (const planning::ReconciledPeriod& period : planning::reconciled(plan, tonnes))
        json["reconciled"].push_back(
            {{"planned", std::isfinite(period.planned) ? Json(period.planned) : Json()},
             {"blocks", period.blocks},
             {"difference", std::isfinite(period.planned) ? Json(period.difference()) : Json()}});
    if (!plan.economics.cashFlow.empty())
      json["money"] = {
          {"currency", plan.economics.currency},
          {"cashFlow", plan.economics.cashFlow},
          {"discountRate", plan.economics.discountRate ? Json(*plan.economics.discountRate) : Json()},
          {"firstPeriodUndiscounted", plan.economics.firstPeriodUndiscounted}};
    for (const auto& f : plan.figures)
      json["figures"].push_back({{"period", f.period},
                                 {"activity", f.activity},
                                 {"tonnes", f.tonnes},
                                 {"grade", f.grade},
                                 {"value", f.value}});
    return json;
  }

  const Deposit& deposit_;
  const PlanArguments& arguments_;
};

int runPlan(const PlanArguments& arguments) {
  const project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  geology::Diagnostics ofPlans;
  for (const geology::Diagnostic& d : opened.deposit->diagnostics)
    if (d.severity == geology::Severity::Error || d.code.starts_with("PL-")) ofPlans.push_back(d);
  printDiagnostics(ofPlans, geology::Severity::Note);
  if (opened.deposit->plans.empty()) {
    std::cerr
        << "adit plan: no plan is in these files; a numeric block column named period, phase, year, month or "
           "mined is one, and so are surfaces named by their period\n";
    return kExitErrors;
  }
  const PlanLister lister(*opened.deposit, arguments);
  if (arguments.json)
    std::cout << lister.json().dump(2) << "\n";
  else
    lister.print(Printer());
  return kExitOk;
}

}  // namespace

void addPlanVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<PlanArguments>();
  CLI::App* verb = app.add_subcommand("plan", "The mine plans in these files: what is mined when");
  addOpenOptions(*verb, arguments->open);
  verb->add_option("--grade", arguments->grades, "Mean grade of this column in each period; may be repeated")
      ->type_name("COLUMN")
      ->allow_extra_args(false);
  verb->add_option("--density-column", arguments->densityColumn, "Density of the blocks, for tonnes")
      ->type_name("COLUMN");
  verb->add_option("--density", arguments->density, "Density in t/m3, where there is no column")
      ->type_name("T/M3")
      ->check(CLI::Range(.001, 30.0));
  verb->add_flag("--json", arguments->json, "Everything as JSON on standard output");
  verb->callback([arguments, &exitCode] { exitCode = runPlan(*arguments); });
}

}  // namespace adit::viewer
