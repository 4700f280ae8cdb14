// Charts that hold drillholes: swath against blocks, down-hole log, intercepts.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "geology/estimation/compositing.h"
#include "geology/reporting/figures.h"
#include "geology/reporting/intercepts.h"
#include "geology/reporting/swath.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/colormap.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using geology::DrillHoles;
using geology::IntervalTable;
using reporting::SwathSample;
using reporting::SwathSlice;

constexpr std::size_t kMostRows = 24;
constexpr std::size_t kMostTracks = 3;

// ---- swath

std::vector<SwathSample> blockSamples(const ChartWork& work, const geology::BlockModel& model) {
  const ChartQuestion& q = work.question;
  const StatedWeights weights = statedWeights(work.deposit(), q.view, q.object);
  const geology::Column& grade = *geology::findColumn(model.columns, q.column);
  const auto blocks =
      analysis::GradedBlocks(model, grade, weights.density, weights.cubicMetres).with(weights.proportion);
  const Selection selection = selectBlocks(model, q.view, work.deposit(), &work.cache);
  std::vector<SwathSample> samples;
  for (std::size_t b = 0; b < blocks.count(); ++b)
    if (selection.shown->test(b) && blocks.hasGrade(b))
      samples.push_back({model.blockCenter(b), static_cast<double>(grade.values[b]),
                         blocks.volume(b) * (weights.density.stated() ? blocks.density(b) : 1)});
  return samples;
}

std::vector<SwathSample> compositeSamples(const ChartWork& work, double length) {
  std::vector<SwathSample> samples;
  const DrillHoles* holes = holesOf(work.question);
  const auto ref = holes != nullptr ? gradeInHoles(work.question, *holes) : geology::IntervalColumnRef{};
  if (ref.column == nullptr) return samples;
  const auto composites =
      estimation::compositeTable(*holes, *ref.table, {.columns = {ref.column->name}, .length = length});
  for (std::size_t i = 0; i < composites.size(); ++i)
    samples.push_back(
        {composites.middle[i], static_cast<double>(composites.columns[0].values[i]),
         (composites.to[i] - composites.from[i]) * static_cast<double>(composites.coverage[0][i])});
  return samples;
}

reporting::SwathAxis swathAxis(const ChartChoice& choice, const geology::BlockModel& model,
                               const std::vector<SwathSample>& samples) {
  const double turn = choice.azimuth * std::acos(-1.0) / 180;
  reporting::SwathAxis axis;
  axis.direction = choice.vertical ? Vec3{0, 0, 1} : Vec3{std::sin(turn), std::cos(turn), 0};
  const auto& size = model.lattice.size;
  const double block = choice.vertical ? size[2] : std::min(size[0], size[1]);
  axis.width = choice.width > 0 ? choice.width : 2 * block;
  axis.from = axis.to = dot(samples.front().place, axis.direction);
  for (const SwathSample& s : samples) {
    const double at = dot(s.place, axis.direction);
    axis.from = std::min(axis.from, at);
    axis.to = std::max(axis.to, at);
  }
  axis.from = std::floor(axis.from / axis.width) * axis.width;  // slices at round places
  return axis;
}

std::string swathTitle(const ChartChoice& choice, const std::string& unit) {
  if (choice.vertical) return "height, " + unit;
  if (choice.azimuth == 90) return "easting, " + unit;
  if (choice.azimuth == 0) return "northing, " + unit;
  return "distance along azimuth " + commandNumber(choice.azimuth) + ", " + unit;
}

ChartSeries meansOf(const std::vector<SwathSlice>& swath, std::string name, Mark mark, ChartInk ink) {
  ChartSeries series{std::move(name), mark, ink, false, {}, {}};
  for (const SwathSlice& slice : swath) {
    series.x.push_back(slice.position);
    series.y.push_back(slice.mean);
  }
  return series;
}

double highestOf(const std::vector<ChartSeries>& all) {
  double highest = 0;
  for (const ChartSeries& series : all)
    for (const double y : series.y) highest = y > highest ? y : highest;
  return highest;
}

// ---- down-hole log

std::size_t rowsOf(const IntervalTable& table, std::uint32_t hole) {
  return static_cast<std::size_t>(std::count(table.hole.begin(), table.hole.end(), hole));
}

/// The hole that was asked for, else the picked one, else the one with most samples.
std::optional<std::uint32_t> chosenHole(const ChartQuestion& q, const DrillHoles& holes,
                                        const IntervalTable& table) {
  if (!q.choice.hole.empty()) return holes.holeIndex(q.choice.hole);
  if (q.view.pick && q.view.pick->object == holes.name)
    if (const IntervalTable* picked = holes.table(q.view.pick->table);
        picked != nullptr && q.view.pick->row < picked->size())
      return picked->hole[q.view.pick->row];
  std::vector<std::size_t> rows(holes.holes.size(), 0);
  for (const std::uint32_t hole : table.hole) ++rows[hole];
  return static_cast<std::uint32_t>(std::max_element(rows.begin(), rows.end()) - rows.begin());
}

std::string stateLabel(const geology::Column& column, std::size_t row) {
  switch (column.state(row)) {
    case geology::ValueState::BelowDetection:
      return "< " +
             reporting::figuresText(column.limits.empty() ? 0 : static_cast<double>(column.limits[row]), 2);
    case geology::ValueState::NotSampled:
      return "not sampled";
    case geology::ValueState::NotRepresentable:
      return "no number";
    case geology::ValueState::Measured:
      break;
  }
  return {};
}

bool isPicked(const ChartQuestion& q, const DrillHoles& holes, const IntervalTable& table, std::size_t row) {
  const auto& pick = q.view.pick;
  return pick && pick->object == holes.name && pick->table == table.name && pick->row == row;
}

/// One hole of a set, and the table that a track is of.
struct LoggedHole {
  const DrillHoles& holes;
  const IntervalTable& table;
  std::uint32_t hole;

  /// Half way down the interval, on the trace.
  Vec3 middle(std::size_t row) const {
    const geology::DrillHole& drilled = holes.holes[hole];
    const double depth = (table.from[row] + table.to[row]) / 2;
    return drilled.trace.empty() ? drilled.collar : drilled.trace.positionAt(depth);
  }
};

LogTrack barTrack(const ChartQuestion& q, const LoggedHole& logged, const geology::Column& column) {
  const auto& [holes, table, hole] = logged;
  LogTrack track{column.name, column.unit, true, 0, 1, {}, table.name, {}};
  const ResolvedLegend legend = resolveLegend(legendOf(q.view, column.name), column);
  double most = 0;
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.hole[row] != hole) continue;
    const float value = column.values[row];
    const bool known = std::isfinite(value);
    track.intervals.push_back({table.from[row], table.to[row], known ? static_cast<double>(value) : 0,
                               stateLabel(column, row), legend.colorOf(value), RockPattern::Blank, row,
                               logged.middle(row), isPicked(q, holes, table, row)});
    if (known) most = std::max(most, static_cast<double>(value));
  }
  track.hi = roundEnd(most);
  if (const auto cutoffs = q.view.cutoffs.find(column.name); cutoffs != q.view.cutoffs.end())
    track.cutoff = cutoffs->second.front();
  return track;
}

LogTrack rockTrack(const ChartQuestion& q, const LoggedHole& logged, const geology::Column& column) {
  const auto& [holes, table, hole] = logged;
  LogTrack track{column.name, "", false, 0, 1, {}, table.name, {}};
  const ResolvedLegend legend = resolveLegend(legendOf(q.view, column.name), column);
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.hole[row] != hole || !column.hasValue(row)) continue;
    const std::string name(column.category(row));
    if (!track.intervals.empty() && track.intervals.back().label == name &&
        track.intervals.back().to == table.from[row]) {
      track.intervals.back().to = table.to[row];  // one rock, logged in pieces
      track.intervals.back().picked |= isPicked(q, holes, table, row);
    } else {
      track.intervals.push_back({table.from[row], table.to[row], 0, name,
                                 legend.colorOfCode(column.codes[row]), rockPattern(name), row,
                                 logged.middle(row), isPicked(q, holes, table, row)});
    }
  }
  return track;
}

void addRocks(const ChartQuestion& q, const DrillHoles& holes, std::uint32_t hole, LogBody& body) {
  for (const IntervalTable& table : holes.tables)
    for (const geology::Column& column : table.columns) {
      if (column.isNumeric() || body.tracks.size() == 2) continue;
      LogTrack track = rockTrack(q, {holes, table, hole}, column);
      if (!track.intervals.empty()) body.tracks.push_back(std::move(track));
    }
}

std::string holeText(const geology::DrillHole& hole, const std::string& unit) {
  const auto text = [](double value) { return commandNumber(std::round(value * 10) / 10); };
  return "collar " + text(hole.collar.x) + " E, " + text(hole.collar.y) + " N, " + text(hole.collar.z) + " " +
         unit + "; length " + text(hole.length) + " " + unit;
}

// ---- intercepts

double defaultCutoff(const ChartQuestion& q, const geology::Column& column) {
  if (q.choice.cutoff > 0) return q.choice.cutoff;
  if (const auto stated = q.view.cutoffs.find(q.column); stated != q.view.cutoffs.end())
    return stated->second.front();
  return reporting::roundedTo(quantile(column, 0.9), 1);
}

/// The intercepts with most metal, in the order of the holes; a richer part goes with the one that it is in.
std::vector<reporting::Intercept> mostTelling(const std::vector<reporting::Intercept>& all) {
  if (all.size() <= kMostRows) return all;
  std::vector<double> metals;
  for (const auto& one : all) metals.push_back(one.including ? 0 : one.grade * one.length());
  std::vector<double> sorted = metals;
  std::nth_element(sorted.begin(), sorted.begin() + kMostRows, sorted.end(), std::greater<>());
  std::vector<reporting::Intercept> kept;
  bool parentKept = false;
  for (std::size_t i = 0; i < all.size() && kept.size() < kMostRows; ++i) {
    if (!all[i].including) parentKept = metals[i] > sorted[kMostRows];
    if (parentKept) kept.push_back(all[i]);
  }
  return kept;
}

}  // namespace

ChartPage swathPage(const ChartWork& work) {
  const ChartQuestion& q = work.question;
  const geology::BlockModel* model = blockModelNamed(work.deposit(), q.object);
  if (model == nullptr)
    return noChart("A swath compares a block model with drillholes: choose a block model.");
  const std::vector<SwathSample> blocks = blockSamples(work, *model);
  if (blocks.empty()) return noChart("No block that is shown has a value in " + q.column + ".");
  const double length = model->lattice.size[2];
  const std::vector<SwathSample> composites = compositeSamples(work, length);
  const reporting::SwathAxis axis = swathAxis(q.choice, *model, blocks);
  const auto ofBlocks = reporting::swathOf(blocks, axis);
  if (ofBlocks.empty()) return noChart("Slices of this width would be more than can be drawn.");
  const auto ofComposites = reporting::swathOf(composites, axis);
  const std::string unit = geology::unitSymbol(work.deposit().unit);
  ChartPage page;
  page.subtitle =
      q.column + " of blocks and composites in slices of " + commandNumber(axis.width) + " " + unit;
  XyBody body;
  body.x = {swathTitle(q.choice, unit), axis.from,
            axis.from + axis.width * static_cast<double>(ofBlocks.size())};
  ChartSeries counts{"composites in a slice (right)", Mark::Bars, ChartInk::Line, true, {}, {}};
  for (const SwathSlice& slice : ofComposites) {
    counts.x.push_back(slice.position);
    counts.y.push_back(static_cast<double>(slice.count));
  }
  const std::string names = geology::findColumn(model->columns, q.column)->unit;
  body.series = {counts, meansOf(ofBlocks, "blocks", Mark::Line, ChartInk::Evidence),
                 meansOf(ofComposites, "composites", Mark::Dashed, ChartInk::Accent)};
  body.left = {"mean " + axisTitle(q.column, names), 0,
               roundEnd(highestOf({body.series[1], body.series[2]}))};
  body.right = ChartAxis{"composites", 0, roundEnd(3 * highestOf({counts}))};
  page.body = std::move(body);
  page.footer = {
      composites.empty()
          ? "There are no drillholes with this grade: blocks alone."
          : "Composites of " + commandNumber(length) + " " + unit +
                " over all holes, weighted by sampled length, not declustered; the filter is on the blocks."};
  return page;
}

ChartPage stripLogPage(const ChartWork& work) {
  const ChartQuestion& q = work.question;
  const DrillHoles* holes = holesOf(q);
  if (holes == nullptr || holes->tables.empty()) return noChart("There are no drillholes with intervals.");
  const auto ref = gradeInHoles(q, *holes);
  const IntervalTable& table = ref.table != nullptr ? *ref.table : holes->tables.front();
  const auto chosen = chosenHole(q, *holes, table);
  if (!chosen) return noChart("There is no hole '" + q.choice.hole + "' in " + holes->name + ".");
  const geology::DrillHole& hole = holes->holes[*chosen];
  const std::string unit = geology::unitSymbol(work.deposit().unit);
  LogBody body{holes->name, "depth down the hole, " + unit, 0, hole.length, {}};
  addRocks(q, *holes, *chosen, body);
  std::vector<const geology::Column*> columns;
  if (ref.column != nullptr) columns.push_back(ref.column);
  for (const geology::Column& column : table.columns)
    if (column.isNumeric() && &column != ref.column && columns.size() < kMostTracks)
      columns.push_back(&column);
  if (rowsOf(table, *chosen) > 0)
    for (const geology::Column* column : columns)
      body.tracks.push_back(barTrack(q, {*holes, table, *chosen}, *column));
  if (body.tracks.empty()) return noChart("Hole " + hole.id + " has no intervals.");
  for (const LogTrack& track : body.tracks)
    for (const LogInterval& interval : track.intervals) body.to = std::max(body.to, interval.to);
  ChartPage page;
  page.title = "Down-hole log of " + hole.id;
  page.subtitle = holeText(hole, unit);
  page.body = std::move(body);
  page.footer = {"Depths are down the hole; true widths are not known. Values as assayed, not cut."};
  return page;
}

ChartPage interceptsPage(const ChartWork& work) {
  const ChartQuestion& q = work.question;
  const DrillHoles* holes = holesOf(q);
  const auto ref = holes != nullptr ? gradeInHoles(q, *holes) : geology::IntervalColumnRef{};
  if (ref.column == nullptr) return noChart("No drillholes have a column of numbers like " + q.column + ".");
  const reporting::InterceptRule rule{defaultCutoff(q, *ref.column), q.choice.shortest, q.choice.mostDilution,
                                      q.choice.richCutoff};
  const auto all = reporting::significantIntercepts(*ref.table, *ref.column, rule);
  if (all.empty()) return noChart("No hole has an intercept at or above " + commandNumber(rule.cutoff) + ".");
  const std::string unit = geology::unitSymbol(work.deposit().unit);
  const auto kept = mostTelling(all);
  TableBody body{{"hole", "from, " + unit, "to, " + unit, "length, " + unit,
                  axisTitle(ref.column->name, ref.column->unit)},
                 {false, true, true, true, true},
                 {},
                 all.size() - kept.size()};
  const auto text = [](double value) { return commandNumber(std::round(value * 100) / 100); };
  for (const reporting::Intercept& one : kept)
    body.rows.push_back({one.including ? "  including" : holes->holes[one.hole].id, text(one.from),
                         text(one.to), text(one.length()), reporting::figuresText(one.grade, 3)});
  ChartPage page;
  page.subtitle = ref.column->name + " in " + holes->name;
  const std::size_t total = all.size();
  const bool stated = q.choice.cutoff > 0 || q.view.cutoffs.contains(q.column);
  page.footer = {"Rule: " + reporting::ruleText(rule, ref.column->unit, unit) +
                 (stated ? "." : ". Nobody stated the cut-off: nine of ten samples are below it.")};
  if (body.rowsLeftOut > 0)
    page.footer.push_back("The " + std::to_string(kept.size()) + " of " + std::to_string(total) +
                          " intercepts with most grade x length: they are not typical of the deposit.");
  page.body = std::move(body);
  return page;
}

}  // namespace adit::viewer
