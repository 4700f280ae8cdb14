// Charts of the shown blocks of a model: grade and tonnage, distributions. Of drillholes: distributions of
// the shown intervals.
#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/analysis/grade_tonnage.h"
#include "geology/reporting/distribution.h"
#include "geology/reporting/figures.h"
#include "geology/reporting/table_cells.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/colormap.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kCurvePoints = 61;
constexpr std::size_t kBins = 40;
constexpr std::size_t kMostPoints = 400;

struct Unit {
  double size;
  const char* name;
};
Unit massUnit(double most) {
  if (most >= 1e9) return {1e9, "Gt"};
  if (most >= 1e6) return {1e6, "Mt"};
  return most >= 1e3 ? Unit{1e3, "kt"} : Unit{1, "t"};
}

/// Blocks or intervals of the question that are shown, by weight: tonnes where a density is stated, else
/// volume; down-hole length of intervals.
struct ShownValues {
  reporting::WeightedValues data;
  std::string weightText;
  std::string unit;
};

ShownValues blockValues(const ChartWork& work, const geology::BlockModel& model) {
  const ChartQuestion& q = work.question;
  const geology::Column& grade = *geology::findColumn(model.columns, q.column);
  const StatedWeights weights = statedWeights(work.deposit(), q.view, q.object);
  const Selection selection = selectBlocks(model, q.view, work.deposit(), &work.cache);
  const auto blocks =
      analysis::GradedBlocks(model, grade, weights.density, weights.cubicMetres).with(weights.proportion);
  const bool tonnes = weights.density.stated();
  ShownValues shown{
      {},
      tonnes ? "weighted by tonnes; " + weights.densityText : "weighted by volume; density not stated",
      grade.unit};
  for (std::size_t b = 0; b < blocks.count(); ++b)
    if (selection.shown->test(b))
      shown.data.add(static_cast<double>(grade.values[b]),
                     blocks.volume(b) * (tonnes ? blocks.density(b) : 1));
  return shown;
}

ShownValues intervalValues(const ChartWork& work, const geology::DrillHoles& holes) {
  const auto ref = gradeInHoles(work.question, holes);
  ShownValues shown{{}, "weighted by down-hole length", ref.column != nullptr ? ref.column->unit : ""};
  if (ref.column == nullptr) return shown;
  const Selection selection =
      selectIntervals(holes, *ref.table, work.question.view, work.deposit(), &work.cache);
  for (std::size_t row = 0; row < ref.table->size(); ++row)
    if (selection.shown->test(row))
      shown.data.add(static_cast<double>(ref.column->values[row]), ref.table->to[row] - ref.table->from[row]);
  return shown;
}

ShownValues shownValues(const ChartWork& work) {
  if (const geology::BlockModel* model = blockModelNamed(work.deposit(), work.question.object))
    return blockValues(work, *model);
  const geology::DrillHoles* holes = holesOf(work.question);
  return holes != nullptr ? intervalValues(work, *holes) : ShownValues{};
}

std::string summaryText(const reporting::Summary& s) {
  const auto text = [](double value) { return reporting::figuresText(value, 3); };
  return "n " + reporting::exactText(static_cast<double>(s.count), 0) + ", mean " + text(s.mean) +
         ", median " + text(s.median) + ", standard deviation " + text(s.deviation) + ", variation " +
         text(s.variation()) + ", least " + text(s.lo) + ", most " + text(s.hi);
}

/// Cut-offs from 0 (or the least grade) to where a thousandth of the blocks is left, in round steps.
std::vector<float> curveCutoffs(const geology::Column& grade) {
  const double top = quantile(grade, 0.999);
  const double hi = roundEnd(std::isfinite(top) && top > 0 ? top : 1);
  std::vector<float> cutoffs;
  for (std::size_t i = 0; i < kCurvePoints; ++i)
    cutoffs.push_back(static_cast<float>(hi * static_cast<double>(i) / (kCurvePoints - 1)));
  return cutoffs;
}

}  // namespace

ChartPage gradeTonnagePage(const ChartWork& work) {
  const ChartQuestion& q = work.question;
  const geology::BlockModel* model = blockModelNamed(work.deposit(), q.object);
  if (model == nullptr) return noChart("A grade and tonnage chart needs a block model.");
  const StatedWeights weights = statedWeights(work.deposit(), q.view, q.object);
  if (!weights.density.stated())
    return noChart("State a density first (density " + q.object +
                   " COLUMN|VALUE): without it there are no tonnes.");
  const geology::Column& grade = *geology::findColumn(model->columns, q.column);
  const Selection selection = selectBlocks(*model, q.view, work.deposit(), &work.cache);
  const auto blocks =
      analysis::GradedBlocks(*model, grade, weights.density, weights.cubicMetres).with(weights.proportion);
  const std::vector<float> cutoffs = curveCutoffs(grade);
  const auto table = analysis::gradeTonnage(blocks, selection.shown.get(), cutoffs, work.progress);
  if (table.above.front().tonnes <= 0) return noChart("No block that is shown has tonnes and a grade.");
  const Unit unit = massUnit(table.above.front().tonnes);
  ChartSeries tonnes{"tonnes (left)", Mark::Line, ChartInk::Evidence, false, {}, {}};
  ChartSeries mean{"mean grade (right)", Mark::Dashed, ChartInk::Accent, true, {}, {}};
  double highest = 0;
  for (std::size_t i = 0; i < cutoffs.size() && table.above[i].tonnes > 0; ++i) {
    tonnes.x.push_back(static_cast<double>(cutoffs[i]));
    tonnes.y.push_back(table.above[i].tonnes / unit.size);
    mean.x.push_back(static_cast<double>(cutoffs[i]));
    mean.y.push_back(table.above[i].meanGrade());
    highest = std::max(highest, table.above[i].meanGrade());
  }
  ChartPage page;
  page.subtitle = "Tonnes and mean grade at or above a cut-off on " + q.column;
  XyBody body;
  body.x = {"cut-off on " + axisTitle(q.column, grade.unit), 0, static_cast<double>(cutoffs.back())};
  body.left = {std::string("tonnes, ") + unit.name, 0, roundEnd(tonnes.y.front())};
  body.right = ChartAxis{"mean " + axisTitle(q.column, grade.unit), 0, roundEnd(highest)};
  body.series = {tonnes, mean};
  page.body = std::move(body);
  page.footer = {
      "All categories in one curve: no resource statement. Two axes: where the curves cross means nothing.",
      weights.densityText + (weights.proportionText.empty() ? "" : "; " + weights.proportionText) +
          "; support " + commandNumber(model->lattice.size[0]) + " x " +
          commandNumber(model->lattice.size[1]) + " x " + commandNumber(model->lattice.size[2]) + " " +
          geology::unitSymbol(work.deposit().unit)};
  return page;
}

ChartPage histogramPage(const ChartWork& work) {
  const ShownValues shown = shownValues(work);
  if (shown.data.size() == 0)
    return noChart("Nothing that is shown has a value in " + work.question.column + ".");
  const bool logarithmic = work.question.choice.logarithmic;
  const reporting::HistogramBins bins = reporting::histogramOf(shown.data, kBins, logarithmic);
  if (bins.shares.empty()) return noChart("No value is above 0: there is no logarithm of them.");
  ChartSeries bars{"share of the weight", Mark::Bars, ChartInk::Evidence, false, {}, {}};
  double most = 0;
  const auto place = [&](double value) { return logarithmic ? std::log10(value) : value; };
  for (std::size_t b = 0; b < bins.shares.size(); ++b) {
    bars.x.push_back((place(bins.edges[b]) + place(bins.edges[b + 1])) / 2);
    bars.y.push_back(100 * bins.shares[b]);
    most = std::max(most, bars.y.back());
  }
  ChartPage page;
  page.subtitle = summaryText(reporting::summaryOf(shown.data));
  XyBody body;
  body.x = {axisTitle(work.question.column, shown.unit), place(bins.edges.front()), place(bins.edges.back())};
  if (logarithmic)
    for (double power = std::floor(body.x.lo); power <= body.x.hi; ++power)
      if (power >= body.x.lo)
        body.x.ticks.emplace_back(power, reporting::figuresText(std::pow(10, power), 1));
  body.left = {"share, %", 0, roundEnd(most)};
  body.series = {bars};
  page.body = std::move(body);
  page.footer = {
      shown.weightText +
      (bins.leftOut > 0 ? "; " + std::to_string(bins.leftOut) + " values not above 0 left out" : "")};
  return page;
}

ChartPage probabilityPage(const ChartWork& work) {
  const ShownValues shown = shownValues(work);
  const auto points = reporting::probabilityPoints(shown.data, kMostPoints);
  if (points.empty())
    return noChart("Nothing that is shown has a value above 0 in " + work.question.column + ".");
  ChartSeries series{work.question.column, Mark::Points, ChartInk::Evidence, false, {}, {}};
  for (const reporting::ProbabilityPoint& p : points) {
    series.x.push_back(p.score);
    series.y.push_back(std::log10(p.value));
  }
  ChartPage page;
  page.subtitle = summaryText(reporting::summaryOf(shown.data));
  XyBody body;
  body.x = {"share at or below, % (normal scores)", -3.5, 3.5};
  for (const double share : {0.1, 1.0, 5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.9})
    body.x.ticks.emplace_back(reporting::normalScore(share / 100),
                              share < 1 || share > 99 ? reporting::figuresText(share, share < 1 ? 1 : 3)
                                                      : std::to_string(static_cast<int>(share)));
  body.left = {axisTitle(work.question.column, shown.unit) + " (logarithmic)", std::floor(series.y.front()),
               std::ceil(series.y.back())};
  for (double power = body.left.lo; power <= body.left.hi; ++power)
    body.left.ticks.emplace_back(power, reporting::figuresText(std::pow(10, power), 1));
  body.series = {series};
  page.body = std::move(body);
  page.footer = {shown.weightText + "; a straight line is a lognormal law, a break in it two populations"};
  return page;
}

}  // namespace adit::viewer
