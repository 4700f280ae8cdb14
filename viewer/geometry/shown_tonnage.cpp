#include "viewer/geometry/shown_tonnage.h"

#include <array>
#include <limits>

#include "geology/analysis/grade_tonnage.h"
#include "geology/model/unit_scale.h"
#include "viewer/geometry/selection.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"
#include "viewer/state/limits.h"

namespace adit::viewer {
namespace {

constexpr double kCubicMetresPerCubicFoot = 0.3048 * 0.3048 * 0.3048;

const geology::BlockModel* blockModel(const geology::Deposit& deposit, const std::string& name) {
  const auto object = findObject(deposit, name);
  const bool isModel = object && object->kind == geology::ObjectKind::BlockModel;
  return isModel ? deposit.blockModels[object->index].get() : nullptr;
}

template <typename T>
void keepOne(const std::map<std::string, T>& from, const std::string& name, std::map<std::string, T>& to) {
  if (const auto found = from.find(name); found != from.end()) to.insert(*found);
}

void addDoubt(TonnageFacts& facts, const std::string& doubt) {
  facts.doubt += (facts.doubt.empty() ? "" : " ") + doubt;
}

/// What the model weighs, and in `facts` what that rests on.
analysis::Density densityOf(const TonnageQuestion& question, const geology::BlockModel& model,
                            TonnageFacts& facts) {
  facts.density = "density not stated";
  const auto stated = question.view.densities.find(question.object);
  if (stated == question.view.densities.end()) return {};
  if (stated->second.column.empty()) {
    facts.density = "density " + commandNumber(stated->second.value) + " t/m3 stated";
    return {.value = stated->second.value};
  }
  const geology::Column* column = geology::findColumn(model.columns, stated->second.column);
  if (column == nullptr || !column->isNumeric()) {
    addDoubt(facts, "There is no column of numbers '" + stated->second.column + "' for the density.");
    return {};
  }
  facts.density = "density by column " + column->name;
  const auto scale = geology::densityScale(column->unit);
  if (!scale) addDoubt(facts, "The unit of " + column->name + " is not stated: it is taken as t/m3.");
  return {.column = column, .columnScale = scale.value_or(1)};
}

void setSums(const analysis::GradeTonnage& sum, bool densityStated, TonnageFacts& facts) {
  facts.blocks = sum.blocks;
  facts.volume = sum.volume;
  if (!densityStated) return;
  facts.withoutDensity = sum.withoutDensity;
  facts.tonnes = sum.tonnes;
  if (sum.tonnes <= 0) return;
  facts.grade = sum.meanGrade();
  if (const auto share = geology::metalShare(facts.unit)) facts.metal = sum.metal * *share;
}

}  // namespace

std::optional<TonnageQuestion> tonnageQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                               const ViewState& state, const std::string& object,
                                               const std::string& column) {
  const geology::BlockModel* model = blockModel(*deposit, object);
  const geology::Column* grade = model != nullptr ? geology::findColumn(model->columns, column) : nullptr;
  if (grade == nullptr || !grade->isNumeric()) return std::nullopt;
  TonnageQuestion question{std::move(deposit), object, column, {}};
  keepOne(state.filters, object, question.view.filters);
  keepOne(state.densities, object, question.view.densities);
  keepOne(state.categories, object, question.view.categories);
  question.view.claim = state.claim;
  question.view.layers[object].visible = layerOf(state, object).visible;
  question.view.sections = state.sections;
  question.view.box = state.box;
  question.view.region = state.region;
  return question;
}

TonnageFacts unansweredTonnage(const TonnageQuestion& question) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  TonnageFacts facts;
  facts.object = question.object;
  facts.column = question.column;
  facts.unit = columnOf(*question.deposit, question.object, question.column)->unit;
  const auto& ranges = filterOf(question.view, question.object).ranges;
  const auto range = ranges.find(question.column);
  facts.lo = range != ranges.end() ? range->second.lo : -kInfinity;
  facts.hi = range != ranges.end() ? range->second.hi : kInfinity;
  return facts;
}

TonnageFacts shownTonnage(const TonnageQuestion& question, SelectionCache& cache,
                          const geology::Progress& progress) {
  const geology::BlockModel& model = *blockModel(*question.deposit, question.object);
  const geology::Column& grade = *geology::findColumn(model.columns, question.column);
  TonnageFacts facts = unansweredTonnage(question);
  const analysis::Density density = densityOf(question, model, facts);
  const bool feet = question.deposit->unit == geology::LengthUnit::Foot;
  if (!question.deposit->unitStated)
    addDoubt(facts, std::string("The unit of lengths is not stated: it is taken as ") +
                        (feet ? "feet." : "metres."));
  const Selection selection = selectBlocks(model, question.view, *question.deposit, &cache);
  // The selection has the range in it: of the blocks it shows, all that have a grade count.
  constexpr std::array<float, 1> kEvery{-std::numeric_limits<float>::infinity()};
  const analysis::GradedBlocks blocks(model, grade, density, feet ? kCubicMetresPerCubicFoot : 1);
  const auto table = analysis::gradeTonnage(blocks, selection.shown.get(), kEvery, progress);
  facts.withoutGrade = table.withoutGrade;
  setSums(table.above.front(), density.stated(), facts);
  if (facts.tonnes && facts.volume > 0 && *facts.tonnes > facts.volume * kDensityBounds.hi)
    addDoubt(facts, "No ground is this heavy: is the density in kg/m3?");
  facts.known = true;
  return facts;
}

}  // namespace adit::viewer
