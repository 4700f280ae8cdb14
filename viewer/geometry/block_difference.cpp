#include "viewer/geometry/block_difference.h"

#include <atomic>
#include <cmath>
#include <limits>

#include "geology/model/parallel_for.h"
#include "geology/model/unit_scale.h"
#include "viewer/geometry/selection.h"
#include "viewer/state/colormap.h"
#include "viewer/state/facts.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Deposit;

constexpr const char* kSides = "in A or B";
constexpr std::size_t kAtOnce = 16'384;
enum Side : std::uint8_t { InNone = 0, InA = 1, InB = 2, InBoth = 3 };

/// A model with the column of numbers that colours it.
struct Graded {
  const BlockModel* model = nullptr;
  const Column* column = nullptr;
};

Graded gradedIn(const BlockModel& model, const ViewState& view) {
  const LayerState& layer = layerOf(view, model.name);
  const Column* column = geology::findColumn(model.columns, layer.colorBy);
  if (!layer.visible || layer.colorBy.empty() || column == nullptr || !column->isNumeric()) return {};
  return {&model, column};
}

/// Of the wanted name where that one is coloured by numbers, else the first that is.
Graded gradedModel(const Deposit& deposit, const ViewState& view, const std::string& wanted) {
  Graded first;
  for (const auto& model : deposit.blockModels) {
    const Graded graded = gradedIn(*model, view);
    if (graded.model == nullptr) continue;
    if (model->name == wanted) return graded;
    if (first.model == nullptr) first = graded;
  }
  return first;
}

/// What values of B are multiplied with to be in the unit of A; nothing where nobody can say.
std::optional<double> scaleOf(const Column& a, const Column& b) {
  if (a.unit == b.unit) return 1;
  const auto shareA = geology::metalShare(a.unit), shareB = geology::metalShare(b.unit);
  if (!shareA || !shareB) return std::nullopt;
  return *shareB / *shareA;
}

bool sameBlocks(const BlockModel& a, const BlockModel& b) {
  return &a == &b || (a.full() && b.full() && a.lattice == b.lattice);
}

/// One side of the comparison, ready to be asked.
struct Shown {
  Graded graded;
  Selection selection;
  bool has(std::size_t block) const { return selection.shown->test(block) && graded.column->hasValue(block); }
  double value(std::size_t block) const { return static_cast<double>(graded.column->values[block]); }
};

struct Differences {
  std::vector<float> difference, side;
  std::atomic<std::size_t> both{0}, onlyA{0}, onlyB{0}, beyond{0};
};

void compareBlocks(const Shown& a, const Shown& b, double scale, Differences& found) {
  const BlockModel& model = *a.graded.model;
  const bool same = sameBlocks(model, *b.graded.model);
  const geology::Progress neverCancelled;
  geology::parallelFor(
      {.count = model.blockCount(), .grain = kAtOnce}, neverCancelled, [&](geology::ParallelRange range) {
        std::array<std::size_t, 4> counts{};
        for (std::size_t block = range.begin; block < range.end; ++block) {
          const auto other = same ? std::optional(block) : b.graded.model->blockAt(model.blockCenter(block));
          const unsigned side = (a.has(block) ? InA : InNone) | (other && b.has(*other) ? InB : InNone);
          ++counts[side];
          found.side[block] = static_cast<float>(side);
          if (side == InBoth)
            found.difference[block] = static_cast<float>(b.value(*other) * scale - a.value(block));
        }
        found.both += counts[InBoth];
        found.onlyA += counts[InA];
        found.onlyB += counts[InB];
      });
}

/// Blocks of B where A has none.
void countBeyond(const Shown& a, const Shown& b, Differences& found) {
  const BlockModel& model = *b.graded.model;
  if (sameBlocks(*a.graded.model, model)) return;
  const geology::Progress neverCancelled;
  geology::parallelFor(
      {.count = model.blockCount(), .grain = kAtOnce}, neverCancelled, [&](geology::ParallelRange range) {
        std::size_t beyond = 0;
        for (std::size_t block = range.begin; block < range.end; ++block)
          beyond += b.has(block) && !a.graded.model->blockAt(model.blockCenter(block)) ? 1 : 0;
        found.beyond += beyond;
      });
}

/// The support of A's model with the two columns; of its own columns only the one that Honest View asks for.
std::shared_ptr<const Deposit> withColumns(const Deposit& deposit, const BlockModel& model,
                                           std::vector<Column> columns) {
  auto support = std::make_shared<geology::DataSupport>();
  if (const geology::DataSupport* known = geology::supportOf(deposit, model)) {
    support->spacing = known->spacing;
    support->range = known->range;
    support->samples = known->samples;
    support->holes = known->holes;
    support->basis = known->basis;
    if (const Column* nearest = geology::findColumn(known->columns, geology::kSupportNearest))
      support->columns.push_back(*nearest);
  }
  for (Column& column : columns) support->columns.push_back(std::move(column));
  auto derived = std::make_shared<Deposit>(deposit);
  derived->support.resize(derived->blockModels.size());
  for (std::size_t i = 0; i < derived->blockModels.size(); ++i)
    if (derived->blockModels[i].get() == &model) derived->support[i] = support;
  return derived;
}

/// A diverging legend as wide on both sides of 0 as all but the largest fiftieth of the differences.
Legend legendAroundZero(const Column& difference) {
  std::vector<float> sizes;
  sizes.reserve(difference.values.size());
  for (const float value : difference.values) sizes.push_back(std::abs(value));
  double reach = quantile(geology::numericColumn("", std::move(sizes)), 0.98);
  if (!(reach > 0)) reach = 1;
  Legend legend;
  legend.map = "vik";
  legend.lo = -reach;
  legend.hi = reach;
  return legend;
}

/// The answer drawn: the blocks that are in either view, cut as A is cut.
ViewState drawnAs(const ViewState& a, const std::string& model, const std::string& column,
                  const Legend& legend) {
  ViewState view = a;
  view.layers.try_emplace(model, layerOf(a, model));
  LayerState& layer = view.layers[model];
  layer.colorBy = column;
  layer.shells.clear();
  FilterState filter;
  filter.ranges[kSides] = {1, std::numeric_limits<double>::infinity()};
  view.filters[model] = filter;
  view.legends[column] = legend;
  view.claim = ClaimLevel::Everything;  // the marks of A and B are in the filter
  view.region = {};
  view.reveal.reset();
  return view;
}

}  // namespace

std::string BlockDifference::text() const {
  if (!fault.empty()) return fault;
  std::string words = "B - A: " + withThousands(both) + " blocks in both";
  if (onlyA + onlyB > 0)
    words += "; only in A " + withThousands(onlyA) + ", only in B " + withThousands(onlyB) + " (grey)";
  if (beyond > 0) words += "; " + withThousands(beyond) + " of B where A has no block, not drawn";
  return words;
}

DifferenceQuestion differenceQuestion(std::shared_ptr<const Deposit> deposit, const ViewState& a,
                                      const ViewState& b) {
  DifferenceQuestion question{std::move(deposit), a, b};
  for (ViewState* view : {&question.a, &question.b}) {
    view->camera = {};
    view->pick.reset();
    view->measure.clear();
    view->tool = {};
    view->lens = {};
    view->compare = {};
    view->savedViews.clear();
    view->reveal.reset();
  }
  return question;
}

BlockDifference blockDifference(const DifferenceQuestion& question) {
  const Deposit& deposit = *question.deposit;
  BlockDifference answer;
  answer.deposit = question.deposit;
  answer.view = question.a;
  const Graded a = gradedModel(deposit, question.a, question.a.activeLayer);
  const Graded b =
      gradedModel(deposit, question.b, a.model != nullptr ? a.model->name : question.b.activeLayer);
  if (a.model == nullptr || b.model == nullptr) {
    answer.fault = "No difference: no block model is coloured by a column of numbers in ";
    answer.fault += a.model == nullptr ? 'A' : 'B';
    return answer;
  }
  const auto scale = scaleOf(*a.column, *b.column);
  if (!scale) {
    answer.fault = "No difference: " + a.column->name + " is in '" + a.column->unit + "', " + b.column->name +
                   " in '" + b.column->unit + "'";
    return answer;
  }
  const Shown shownA{a, selectBlocks(*a.model, question.a, deposit)};
  const Shown shownB{b, selectBlocks(*b.model, question.b, deposit)};
  Differences found;
  found.difference.assign(a.model->blockCount(), geology::kMissing);
  found.side.assign(a.model->blockCount(), 0);
  compareBlocks(shownA, shownB, *scale, found);
  countBeyond(shownA, shownB, found);
  answer.model = a.model->name;
  answer.unit = a.column->unit;
  answer.column = "B - A: " + (a.column->name == b.column->name ? a.column->name
                                                                : b.column->name + " - " + a.column->name);
  answer.both = found.both;
  answer.onlyA = found.onlyA;
  answer.onlyB = found.onlyB;
  answer.beyond = found.beyond;
  Column difference = geology::numericColumn(answer.column, std::move(found.difference), answer.unit);
  const Legend legend = legendAroundZero(difference);
  answer.deposit = withColumns(
      deposit, *a.model, {std::move(difference), geology::numericColumn(kSides, std::move(found.side))});
  answer.view = drawnAs(question.a, answer.model, answer.column, legend);
  return answer;
}

}  // namespace adit::viewer
