// Charts of the mine plan that is shown: what each period takes out, how well that is known, what it is
// worth. The moment of the view is a line on them.
#include <algorithm>
#include <cmath>

#include "geology/reporting/figures.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/geometry/plan_figures.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;

struct Unit {
  double size;
  std::string name;
};
Unit unitOf(double most, bool tonnes) {
  const std::string base = tonnes ? "t" : "m³";
  if (!tonnes) return most >= 1e6 ? Unit{1e6, "million m³"} : Unit{1, base};
  if (most >= 1e9) return {1e9, "Gt"};
  if (most >= 1e6) return {1e6, "Mt"};
  return most >= 1e3 ? Unit{1e3, "kt"} : Unit{1, base};
}

PlanFacts factsOf(const ChartWork& work) {
  const auto question = planFiguresQuestion(work.question.deposit, work.question.view);
  if (!question) return {};
  PlanFiguresQuestion asked = *question;
  asked.column = work.question.column;
  return planFigures(asked, work.cache, work.progress);
}

ChartPage noPlan() {
  return noChart("The view shows no mine plan whose blocks are known: switch one on with plan on.");
}

/// Period p stands at p + 0.5, so that the axis is that of the time line.
double placeOf(std::size_t period) {
  return static_cast<double>(period) + 0.5;
}

ChartAxis periodAxis(const PlanFacts& facts) {
  ChartAxis axis{"period", 0, static_cast<double>(facts.periods.size()), false, {}};
  const std::size_t step = std::max<std::size_t>(1, (facts.periods.size() + 11) / 12);
  for (std::size_t p = 0; p < facts.periods.size(); p += step)
    axis.ticks.emplace_back(placeOf(p), facts.periods[p].label);
  return axis;
}

template <typename ValueOf>
ChartSeries seriesOf(const PlanFacts& facts, std::string name, Mark mark, ChartInk ink,
                     const ValueOf& valueOf) {
  ChartSeries series{std::move(name), mark, ink, false, {}, {}};
  for (std::size_t p = 0; p < facts.periods.size(); ++p) {
    series.x.push_back(placeOf(p));
    series.y.push_back(valueOf(p));
  }
  return series;
}

/// The moment of the view, from the foot to the top of the chart.
ChartSeries cursor(const ChartWork& work, const PlanFacts& facts, const ChartAxis& left) {
  const double time =
      std::clamp(work.question.view.plan.time, 0.0, static_cast<double>(facts.periods.size()));
  return {"now", Mark::Dashed, ChartInk::Accent, false, {time, time}, {left.lo, left.hi}};
}

ChartSeries capacityLine(const PlanFacts& facts, const char* name, double capacity) {
  return {name,
          Mark::Dashed,
          ChartInk::Text,
          false,
          {0, static_cast<double>(facts.periods.size())},
          {capacity, capacity}};
}

ChartPage pageOf(const PlanFacts& facts, std::string title) {
  ChartPage page;
  page.title = std::move(title);
  page.subtitle = facts.plan + ": " + facts.basis;
  for (const std::string& doubt : facts.doubts) page.footer.push_back(doubt);
  return page;
}

double most(const PlanFacts& facts) {
  double largest = 0;
  for (const PlanPeriodFacts& period : facts.periods)
    largest = std::max({largest, facts.amount(period), period.planned.value_or(0)});
  return std::max({largest, facts.hasTonnes ? facts.mineCapacity.value_or(0) : 0, 1e-9});
}

void addGrade(const PlanFacts& facts, XyBody& body) {
  double highest = 0;
  for (const PlanPeriodFacts& period : facts.periods) highest = std::max(highest, period.grade.value_or(0));
  if (highest <= 0) return;
  body.right =
      ChartAxis{"line: head grade, " + axisTitle(facts.column, facts.unit), 0, roundEnd(highest), false, {}};
  ChartSeries grade = seriesOf(facts, "head grade (right)", Mark::Line, ChartInk::Caution,
                               [&](std::size_t p) { return facts.periods[p].grade.value_or(std::nan("")); });
  grade.rightAxis = true;
  body.series.push_back(std::move(grade));
}

/// Planned tonnes as points over the bars of the blocks, and how far apart they are.
void addPlanned(const PlanFacts& facts, const Unit& unit, XyBody& body, ChartPage& page) {
  double planned = 0, blocks = 0, worst = 0;
  std::string where;
  for (const PlanPeriodFacts& period : facts.periods) {
    if (!period.planned) continue;
    planned += *period.planned;
    blocks += period.tonnes;
    const double apart = *period.planned - period.tonnes;
    if (where.empty() || std::abs(apart) > std::abs(worst)) {
      worst = apart;
      where = period.label;
    }
  }
  if (where.empty()) return;
  body.series.push_back(seriesOf(facts, "planned", Mark::Points, ChartInk::Accent, [&](std::size_t p) {
    return facts.periods[p].planned ? *facts.periods[p].planned / unit.size : std::nan("");
  }));
  const auto apart = [&](double tonnes) {
    return (tonnes < 0 ? "-" : "+") + reporting::figuresText(std::abs(tonnes) / unit.size, 3) + " " +
           unit.name;
  };
  page.footer.push_back(
      "Planned less what the blocks hold: " + apart(planned - blocks) +
      (blocks > 0 ? " (" + reporting::figuresText(100 * (planned - blocks) / blocks, 2) + " %)" : "") +
      " in all, at most " + apart(worst) + " in " + where);
}

}  // namespace

ChartPage planTonnesPage(const ChartWork& work) {
  const PlanFacts facts = factsOf(work);
  if (!facts.known) return noPlan();
  ChartPage page = pageOf(facts, "Mine plan: tonnes and grade");
  const Unit unit = unitOf(most(facts), facts.hasTonnes);
  XyBody body{periodAxis(facts),
              {"mined in a period, " + unit.name, 0, roundEnd(most(facts) / unit.size), false, {}},
              {},
              {}};
  const auto stack = [&](const char* name, ChartInk ink, const auto& amount) {
    body.series.push_back(seriesOf(facts, name, Mark::Stacked, ink,
                                   [&](std::size_t p) { return amount(facts.periods[p]) / unit.size; }));
  };
  if (facts.cutoff) {
    stack("ore", ChartInk::Evidence, [&](const PlanPeriodFacts& p) { return facts.ore(p); });
    stack("waste", ChartInk::Quiet, [&](const PlanPeriodFacts& p) { return facts.amount(p) - facts.ore(p); });
  } else {
    stack("rock", ChartInk::Quiet, [&](const PlanPeriodFacts& p) { return facts.amount(p); });
  }
  if (facts.hasTonnes && facts.mineCapacity)
    body.series.push_back(capacityLine(facts, "mine capacity", *facts.mineCapacity / unit.size));
  if (facts.hasTonnes && facts.millCapacity)
    body.series.push_back(capacityLine(facts, "mill capacity", *facts.millCapacity / unit.size));
  if (facts.hasTonnes) addPlanned(facts, unit, body, page);
  addGrade(facts, body);
  body.series.push_back(cursor(work, facts, body.left));
  if (facts.cutoff)
    page.footer.push_back("Ore: " + facts.column + " >= " + reporting::figuresText(*facts.cutoff, 3) + " " +
                          facts.unit);
  page.body = std::move(body);
  return page;
}

ChartPage planStripPage(const ChartWork& work) {
  const PlanFacts facts = factsOf(work);
  if (!facts.known) return noPlan();
  if (!facts.cutoff) return noChart("Without a cut-off there is no ore, and no strip ratio.");
  ChartPage page = pageOf(facts, "Mine plan: strip ratio");
  double highest = 0;
  for (const PlanPeriodFacts& period : facts.periods)
    highest = std::max(highest, period.stripRatio.value_or(0));
  XyBody body{periodAxis(facts),
              {facts.hasTonnes ? "waste to ore, t/t" : "waste to ore, m³/m³",
               0,
               roundEnd(std::max(1e-9, highest)),
               false,
               {}},
              {},
              {}};
  body.series.push_back(seriesOf(facts, "strip ratio", Mark::Bars, ChartInk::Quiet, [&](std::size_t p) {
    return facts.periods[p].stripRatio.value_or(std::nan(""));
  }));
  body.series.push_back(cursor(work, facts, body.left));
  page.body = std::move(body);
  return page;
}

ChartPage planRiskPage(const ChartWork& work) {
  const PlanFacts facts = factsOf(work);
  if (!facts.known) return noPlan();
  if (!facts.cutoff) return noChart("Without a cut-off there is no ore whose evidence could be told.");
  if (!facts.classed && !facts.supported)
    return noChart("Neither classes nor data support are known for the blocks of this plan.");
  ChartPage page = pageOf(facts, "Mine plan: how well its ore is known");
  XyBody body{periodAxis(facts), {"share of a period's ore, %", 0, 100, false, {}}, {}, {}};
  const auto stack = [&](const char* name, ChartInk ink, const auto& share) {
    body.series.push_back(seriesOf(facts, name, Mark::Stacked, ink,
                                   [&](std::size_t p) { return 100 * share(facts.periods[p]); }));
  };
  if (facts.classed) {
    using enum ResourceClass;
    const auto of = [](const PlanPeriodFacts& period, std::initializer_list<ResourceClass> classes) {
      double share = 0;
      for (const ResourceClass one : classes) share += period.oreByClass[static_cast<std::size_t>(one)];
      return share;
    };
    stack("measured or proved", ChartInk::Evidence, [&](const PlanPeriodFacts& p) {
      return of(p, {Measured, Proved, Mined});
    });
    stack("indicated or probable", ChartInk::Quiet, [&](const PlanPeriodFacts& p) {
      return of(p, {Indicated, Probable});
    });
    stack("inferred, or no class", ChartInk::Caution,
          [&](const PlanPeriodFacts& p) { return p.inferredShare(); });
  } else {
    stack("within half the reach of a sample", ChartInk::Evidence,
          [](const PlanPeriodFacts& p) { return p.oreBySupport[0]; });
    stack("within the reach", ChartInk::Quiet, [](const PlanPeriodFacts& p) { return p.oreBySupport[1]; });
    stack("farther", ChartInk::Caution,
          [](const PlanPeriodFacts& p) { return p.oreBySupport[2] + p.oreBySupport[3] + p.oreBySupport[4]; });
    page.footer.emplace_back("Data support: distance to the nearest sample. Not a classification.");
  }
  body.series.push_back(cursor(work, facts, body.left));
  page.body = std::move(body);
  return page;
}

ChartPage planValuePage(const ChartWork& work) {
  const PlanFacts facts = factsOf(work);
  if (!facts.known) return noPlan();
  if (!facts.presentValue) return noChart("The plan states no cash flow, or no discount rate.");
  ChartPage page = pageOf(facts, "Mine plan: cash flow and present value");
  double lo = 0, hi = 0;
  for (std::size_t p = 0; p < facts.cumulativeValue.size(); ++p)
    for (const double value : {facts.cumulativeValue[p], facts.periods[p].cashFlow.value_or(0)})
      lo = std::min(lo, value), hi = std::max(hi, value);
  XyBody body{periodAxis(facts),
              {"million " + facts.valueText.substr(0, facts.valueText.find(',')),
               lo < 0 ? -roundEnd(-lo / 1e6) : 0,
               hi > 0 ? roundEnd(hi / 1e6) : 1,
               false,
               {}},
              {},
              {}};
  body.series.push_back(seriesOf(facts, "cash flow of the period", Mark::Bars, ChartInk::Quiet,
                                 [&](std::size_t p) { return facts.periods[p].cashFlow.value_or(0) / 1e6; }));
  body.series.push_back(
      seriesOf(facts, "present value so far", Mark::Line, ChartInk::Evidence, [&](std::size_t p) {
        return p < facts.cumulativeValue.size() ? facts.cumulativeValue[p] / 1e6 : std::nan("");
      }));
  body.series.push_back(cursor(work, facts, body.left));
  page.footer.push_back("Present value: " + facts.valueText);
  page.body = std::move(body);
  return page;
}

}  // namespace adit::viewer
