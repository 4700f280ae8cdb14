#include "viewer/geometry/evidence_lens.h"

#include <algorithm>

#include "geology/evidence/support.h"
#include "geology/model/plain_text.h"
#include "viewer/state/columns.h"
#include "viewer/state/number_text.h"
#include "viewer/state/pick_facts.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Deposit;

constexpr double kStep = 2;  // between the points of a sample, deposit units

evidence::SampleSet samplesFor(const Deposit& deposit, const std::string& column, const std::string& asOf) {
  evidence::SampleRequest request{{}, kStep, evidence::drilledBy(deposit, asOf)};
  if (!column.empty()) request.columns = {column};
  return evidence::samplesOf(deposit, request);
}

const BlockModel* pickedModel(const Deposit& deposit, const PickState& pick) {
  for (const auto& model : deposit.blockModels)
    if (model->name == pick.object && pick.row < model->blockCount()) return model.get();
  return nullptr;
}

/// The value of a sample in the asked column, else in the first that has one.
const Column* toldColumn(const geology::IntervalTable& table, std::size_t row, const std::string& wanted) {
  const Column* any = nullptr;
  for (const Column& column : table.columns) {
    if (!column.isNumeric() || !column.hasValue(row)) continue;
    if (column.name == wanted) return &column;
    if (any == nullptr) any = &column;
  }
  return any;
}

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() ? b : b.empty() ? a : a + "; " + b;
}

/// What the author's own columns say of the estimate of a block: "12 samples of 4 holes, pass 1".
std::string statedBasis(const BlockModel& model, std::size_t block) {
  struct Habit {
    std::array<const char*, 4> names;
    const char* word;
  };
  constexpr std::array<Habit, 3> kHabits{{{{"n_samples", "nsamp", "num_samples", "samples"}, "samples"},
                                          {{"n_holes", "nholes", "num_holes", "holes"}, "holes"},
                                          {{"pass", "estpass", "search_pass", "est_pass"}, "pass"}}};
  std::string text;
  for (const Habit& habit : kHabits)
    for (const char* name : habit.names) {
      const Column* column = geology::findColumn(model.columns, name);
      if (column == nullptr || !column->isNumeric() || !column->hasValue(block)) continue;
      const std::string number = fixedText(static_cast<double>(column->values[block]), 0);
      const bool isPass = std::string_view(habit.word) == "pass";
      text += (text.empty() ? "" : ", ") + (isPass ? "pass " + number : number + " " + habit.word);
      break;
    }
  return text;
}

}  // namespace

EvidenceLens::EvidenceLens(std::shared_ptr<const Deposit> deposit, const std::string& column,
                           const std::string& asOf)
    : deposit_(std::move(deposit)),
      column_(column),
      samples_(samplesFor(*deposit_, column, asOf)),
      index_(samples_),
      spacing_(evidence::drillSpacing(asOf.empty() ? samples_ : samplesFor(*deposit_, column, {}))) {
  for (const auto& holes : deposit_->drillholes) dates_.push_back(geology::holeDates(*holes));
}

Vec3 EvidenceLens::nearestPoint(std::uint32_t sample, const Vec3& place) const {
  // The points of a sample follow one another.
  const auto [first, last] =
      std::equal_range(samples_.sampleOfPoint.begin(), samples_.sampleOfPoint.end(), sample);
  const auto point = [&](auto it) {
    return samples_.points[static_cast<std::size_t>(it - samples_.sampleOfPoint.begin())];
  };
  Vec3 best = point(first);
  for (auto it = first; it != last; ++it)
    if (length(point(it) - place) < length(best - place)) best = point(it);
  return best;
}

LensSample EvidenceLens::told(const evidence::NearSample& near, const Vec3& place) const {
  const evidence::Sample& sample = samples_.samples[near.sample];
  const geology::DrillHoles& holes = *deposit_->drillholes[sample.set];
  const geology::IntervalTable& table = holes.tables[sample.table];
  const std::uint32_t number = table.hole[sample.row];
  const geology::DrillHole& hole = holes.holes[number];
  LensSample told{nearestPoint(near.sample, place), near.distance, hole.id, {}, {}, {}, {}};
  told.interval = fixedText(table.from[sample.row], 1) + " to " + fixedText(table.to[sample.row], 1) + " " +
                  unitSymbol(deposit_->unit);
  if (const Column* column = toldColumn(table, sample.row, column_)) {
    const Fact fact = valueFact(*column, sample.row);
    told.value = fact.label + " " + fact.value;
    if (fact.doubtful) told.doubt = "below detection";
  }
  if (const auto& date = dates_[sample.set].date[number]) told.date = geology::dateText(*date);
  if (hole.trace.empty() || hole.basis != geology::TraceBasis::Surveyed)
    told.doubt = joined(told.doubt, traceDoubt(hole.basis));
  return told;
}

std::string EvidenceLens::sentence(const ViewState& state, const Vec3& place, LensFacts& facts) const {
  const std::string unit = unitSymbol(deposit_->unit);
  std::string text;
  if (const BlockModel* model = pickedModel(*deposit_, *state.pick)) {
    const std::string stated = statedBasis(*model, state.pick->row);
    text = stated.empty() ? "The model does not say what this block was estimated from. "
                          : "Estimated from " + stated + ", the model says. ";
  }
  const LensSample& nearest = facts.samples.front();
  text +=
      "The nearest sample is " + fixedText(nearest.distance, 0) + " " + unit + " away, in " + nearest.hole;
  if (!nearest.value.empty()) text += " (" + nearest.value + ")";
  if (spacing_ <= 0) return text + "; there is only one hole.";
  const evidence::SamplesWithin within = index_.within(place, spacing_);
  facts.doubtful = within.holes < 2;
  text += "; " + geology::counted(within.holes, "hole lies", "holes lie") + " within " +
          fixedText(spacing_, 0) + " " + unit + ", the spacing of the drilling.";
  if (within.holes == 0) text += " What is shown here is extrapolated.";
  return text;
}

std::optional<LensFacts> EvidenceLens::at(const ViewState& state) const {
  if (!state.pick || samples_.samples.empty()) return std::nullopt;
  LensFacts facts;
  const BlockModel* model = pickedModel(*deposit_, *state.pick);
  facts.place = model != nullptr ? model->blockCenter(state.pick->row) : state.pick->position;
  facts.unit = unitSymbol(deposit_->unit);
  for (const evidence::NearSample& near : index_.nearestOfHoles(facts.place, state.lens.samples))
    facts.samples.push_back(told(near, facts.place));
  facts.sentence = sentence(state, facts.place, facts);
  return facts;
}

std::string lensColumn(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> objects;
  if (state.pick) objects.push_back(state.pick->object);
  objects.push_back(state.activeLayer);
  for (const std::string& object : objects) {
    const std::string& address = layerOf(state, object).colorBy;
    for (const auto& holes : deposit.drillholes)
      for (const geology::IntervalTable& table : holes->tables)
        for (const Column& column : table.columns)
          if (column.isNumeric() && evidence::sameMeasure(column.name, address)) return column.name;
  }
  return {};
}

}  // namespace adit::viewer
