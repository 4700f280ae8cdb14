#include "viewer/geometry/shown_tonnage.h"

#include <array>
#include <limits>

#include "geology/analysis/grade_tonnage.h"
#include "geology/model/plain_text.h"
#include "geology/model/unit_scale.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

void addDoubt(TonnageFacts& facts, const std::string& doubt) {
  facts.doubt += (facts.doubt.empty() || doubt.empty() ? "" : " ") + doubt;
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

/// About the blocks of the sum that have a grade and no usable proportion.
std::string proportionDoubt(const analysis::GradedBlocks& blocks, const geology::BitMask& shown) {
  std::size_t count = 0;
  for (std::size_t block = 0; block < shown.size(); ++block)
    count += shown.test(block) && blocks.hasGrade(block) && !blocks.proportion(block) ? 1 : 0;
  if (count == 0) return {};
  return "In no volume: " + geology::counted(count, "block") + " without a proportion from 0 to 1.";
}

}  // namespace

std::optional<TonnageQuestion> tonnageQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                               const ViewState& state, const std::string& object,
                                               const std::string& column) {
  const geology::BlockModel* model = blockModelNamed(*deposit, object);
  const geology::Column* grade = model != nullptr ? geology::findColumn(model->columns, column) : nullptr;
  if (grade == nullptr || !grade->isNumeric()) return std::nullopt;
  return TonnageQuestion{std::move(deposit), object, column, weighedView(state, object)};
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
  const geology::BlockModel& model = *blockModelNamed(*question.deposit, question.object);
  const geology::Column& grade = *geology::findColumn(model.columns, question.column);
  TonnageFacts facts = unansweredTonnage(question);
  const StatedWeights weights = statedWeights(*question.deposit, question.view, question.object);
  const Selection selection = selectBlocks(model, question.view, *question.deposit, &cache);
  // The selection has the range in it: of the blocks it shows, all that have a grade count.
  constexpr std::array<float, 1> kEvery{-std::numeric_limits<float>::infinity()};
  const auto blocks =
      analysis::GradedBlocks(model, grade, weights.density, weights.cubicMetres).with(weights.proportion);
  const auto table = analysis::gradeTonnage(blocks, selection.shown.get(), kEvery, progress);
  facts.withoutGrade = table.withoutGrade;
  setSums(table.above.front(), weights.density.stated(), facts);
  facts.density = weights.densityText + (weights.proportionText.empty() ? "" : "; " + weights.proportionText);
  for (const std::string& doubt : weights.doubts) addDoubt(facts, doubt);
  if (weights.proportion.column != nullptr) addDoubt(facts, proportionDoubt(blocks, *selection.shown));
  addDoubt(facts, heavinessDoubt(facts.tonnes.value_or(0), facts.volume));
  facts.known = true;
  return facts;
}

}  // namespace adit::viewer
