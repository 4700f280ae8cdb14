// The whole chain of a synthetic deposit: the truth, the holes that sampled it, the estimate from the holes.
#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/analysis/graded_blocks.h"
#include "geology/estimation/compositing.h"
#include "geology/model/plain_text.h"
#include "geology/reporting/distribution.h"
#include "geology/reporting/figures.h"
#include "geology/synthetic/porphyry_deposit.h"
#include "geology/synthetic/true_blocks.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using reporting::WeightedValues;

constexpr std::size_t kCurvePoints = 41, kBins = 30;

/// One link of the chain.
struct Link {
  const char* name;
  Mark mark;
  ChartInk ink;
  WeightedValues data;
};

std::optional<synthetic::Analyte> analyteOf(const std::string& column) {
  using enum synthetic::Analyte;
  for (const synthetic::Analyte analyte : {Copper, Gold, Molybdenum})
    if (geology::equalIgnoringCase(column, synthetic::methodOf(analyte).column)) return analyte;
  return std::nullopt;
}

WeightedValues truthOf(const ChartWork& work, const geology::BlockModel& model, const Selection& selection,
                       synthetic::Analyte analyte) {
  const auto options = synthetic::porphyryOptionsOf(work.deposit().syntheticNote);
  const synthetic::PorphyryWorld world(*options, work.progress);
  const auto blocks = synthetic::trueBlocks(world.truth(), model, {.analyte = analyte}, work.progress);
  WeightedValues data;
  for (std::size_t b = 0; b < blocks.grade.size(); ++b)
    if (selection.shown->test(b)) data.add(blocks.grade[b], blocks.tonnes[b]);
  return data;
}

WeightedValues estimateOf(const ChartWork& work, const geology::BlockModel& model,
                          const Selection& selection) {
  const ChartQuestion& q = work.question;
  const geology::Column& grade = *geology::findColumn(model.columns, q.column);
  const StatedWeights weights = statedWeights(work.deposit(), q.view, q.object);
  const auto blocks =
      analysis::GradedBlocks(model, grade, weights.density, weights.cubicMetres).with(weights.proportion);
  WeightedValues data;
  for (std::size_t b = 0; b < blocks.count(); ++b)
    if (selection.shown->test(b))
      data.add(static_cast<double>(grade.values[b]),
               blocks.volume(b) * (weights.density.stated() ? blocks.density(b) : 1));
  return data;
}

/// Composites as long as a block is high, by their assayed length.
WeightedValues holesOf(const ChartWork& work, const geology::BlockModel& model) {
  WeightedValues data;
  const geology::DrillHoles* holes = viewer::holesOf(work.question);
  const auto ref = holes != nullptr ? gradeInHoles(work.question, *holes) : geology::IntervalColumnRef{};
  if (ref.column == nullptr) return data;
  const auto composites = estimation::compositeTable(
      *holes, *ref.table, {.columns = {ref.column->name}, .length = model.lattice.size[2]});
  for (std::size_t i = 0; i < composites.size(); ++i)
    data.add(static_cast<double>(composites.columns[0].values[i]),
             (composites.to[i] - composites.from[i]) * static_cast<double>(composites.coverage[0][i]));
  return data;
}

/// The weight at or above each cut-off as a share of all, in per cent, and the mean of what is there.
struct Curve {
  std::vector<double> share, mean;  ///< NaN in mean where nothing is left
};
Curve curveOf(const WeightedValues& data, const std::vector<double>& cutoffs) {
  Curve curve;
  double all = 0;
  for (const double weight : data.weights) all += weight;
  for (const double cutoff : cutoffs) {
    double weight = 0, metal = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (data.values[i] < cutoff) continue;
      weight += data.weights[i];
      metal += data.weights[i] * data.values[i];
    }
    curve.share.push_back(all > 0 ? 100 * weight / all : 0);
    curve.mean.push_back(weight > 0 ? metal / weight : std::numeric_limits<double>::quiet_NaN());
  }
  return curve;
}

/// The value below which 99 % of the weight lies.
double topOf(const WeightedValues& data) {
  std::vector<std::size_t> order(data.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return data.values[a] < data.values[b]; });
  double all = 0, sum = 0;
  for (const double weight : data.weights) all += weight;
  for (const std::size_t i : order)
    if ((sum += data.weights[i]) >= 0.99 * all) return data.values[i];
  return 1;
}

std::vector<double> evenly(double hi, std::size_t count) {
  std::vector<double> places;
  for (std::size_t i = 0; i < count; ++i)
    places.push_back(hi * static_cast<double>(i) / static_cast<double>(count - 1));
  return places;
}

XyBody curvesOf(const std::vector<Link>& links, double hi, const std::string& grade) {
  const std::vector<double> cutoffs = evenly(hi, kCurvePoints);
  XyBody body;
  double highest = 0;
  for (const Link& link : links) {
    const Curve curve = curveOf(link.data, cutoffs);
    body.series.push_back(
        {std::string(link.name) + ", share (left)", link.mark, link.ink, false, cutoffs, curve.share});
    body.series.push_back(
        {std::string(link.name) + ", mean (right)", link.mark, ChartInk::Quiet, true, cutoffs, curve.mean});
    for (const double mean : curve.mean) highest = std::max(highest, std::isnan(mean) ? 0 : mean);
  }
  body.x = {"cut-off on " + grade, 0, hi};
  body.left = {"at or above, % of the weight", 0, 100};
  // The legend stands above the curves of the means.
  body.right = ChartAxis{"mean " + grade, 0, roundEnd(1.5 * highest)};
  return body;
}

XyBody distributionOf(const std::vector<Link>& links, double hi, const std::string& grade) {
  XyBody body;
  double most = 0;
  const double width = hi / kBins;
  for (const Link& link : links) {
    ChartSeries series{link.name, link.mark, link.ink, false, {}, std::vector<double>(kBins, 0.0)};
    double all = 0;
    for (std::size_t i = 0; i < link.data.size(); ++i) {
      all += link.data.weights[i];
      const double bin = std::floor(link.data.values[i] / width);
      if (bin >= 0 && bin < kBins) series.y[static_cast<std::size_t>(bin)] += link.data.weights[i];
    }
    for (std::size_t b = 0; b < kBins; ++b) {
      series.x.push_back((static_cast<double>(b) + 0.5) * width);
      series.y[b] = all > 0 ? 100 * series.y[b] / all : 0;
      most = std::max(most, series.y[b]);
    }
    body.series.push_back(std::move(series));
  }
  body.x = {grade, 0, hi};
  body.left = {"share of the weight in a class, %", 0, roundEnd(most)};
  return body;
}

std::string momentsText(const std::vector<Link>& links, const std::string& unit) {
  std::string text;
  for (const Link& link : links) {
    const reporting::Summary s = reporting::summaryOf(link.data);
    text += (text.empty() ? "" : "; ") + std::string(link.name) + ": mean " +
            reporting::figuresText(s.mean, 3) + " " + unit + ", variation " +
            reporting::figuresText(s.variation(), 2);
  }
  return text + ".";
}

}  // namespace

ChartPage chainPage(const ChartWork& work) {
  const ChartQuestion& q = work.question;
  const geology::BlockModel* model = blockModelNamed(work.deposit(), q.object);
  if (!work.deposit().synthetic || !synthetic::porphyryOptionsOf(work.deposit().syntheticNote))
    return noChart("The truth is known of synthetic deposits alone: adit demo makes one.");
  if (model == nullptr) return noChart("The chain of truth, holes and estimate needs a block model.");
  const auto analyte = analyteOf(q.column);
  if (!analyte) return noChart("The truth has no " + q.column + ": choose cu_pct, au_gpt or mo_ppm.");
  const Selection selection = selectBlocks(*model, q.view, work.deposit(), &work.cache);
  std::vector<Link> links{
      {"truth", Mark::Line, ChartInk::Evidence, truthOf(work, *model, selection, *analyte)},
      {"holes", Mark::Points, ChartInk::Caution, holesOf(work, *model)},
      {"estimate", Mark::Dashed, ChartInk::Accent, estimateOf(work, *model, selection)}};
  if (links[2].data.size() == 0) return noChart("No block that is shown has a value in " + q.column + ".");
  std::erase_if(links, [](const Link& link) { return link.data.size() == 0; });
  double hi = 0;
  for (const Link& link : links) hi = std::max(hi, topOf(link.data));
  hi = roundEnd(hi);
  const std::string unit = geology::findColumn(model->columns, q.column)->unit;
  const std::string grade = axisTitle(q.column, unit);
  ChartPage page;
  page.subtitle = momentsText(links, unit);
  page.body = PairBody{{"At or above a cut-off", "Distribution"},
                       {curvesOf(links, hi, grade), distributionOf(links, hi, grade)}};
  const std::string size =
      commandNumber(model->lattice.size[0]) + " x " + commandNumber(model->lattice.size[1]) + " x " +
      commandNumber(model->lattice.size[2]) + " " + geology::unitSymbol(work.deposit().unit);
  page.footer = {"Truth: the truth function at 2 x 2 x 2 points of each block of " + size +
                     " that is shown, by true tonnes. Estimate: the same blocks.",
                 "Holes: composites of " + commandNumber(model->lattice.size[2]) + " " +
                     geology::unitSymbol(work.deposit().unit) +
                     " over all holes, by length, not declustered: drilling seeks good ground."};
  return page;
}

}  // namespace adit::viewer
