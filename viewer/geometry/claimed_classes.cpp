#include "viewer/geometry/claimed_classes.h"

#include <algorithm>
#include <limits>

#include "geology/reporting/category.h"
#include "viewer/geometry/row_masks.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

using reporting::ResourceLine;
using reporting::ResourceTable;

const geology::Column* numericColumn(const geology::BlockModel& model, const std::string& name) {
  const geology::Column* column = geology::findColumn(model.columns, name);
  return column != nullptr && column->isNumeric() ? column : nullptr;
}

/// Blocks within half the spacing of the drilling of a sample; nothing where that is not known.
std::optional<geology::BitMask> drilledBlocks(const geology::Deposit& deposit,
                                              const geology::BlockModel& model, double& reach) {
  const geology::DataSupport* support = geology::supportOf(deposit, model);
  const geology::Column* nearest =
      support != nullptr ? geology::findColumn(support->columns, geology::kSupportNearest) : nullptr;
  if (nearest == nullptr || !(support->spacing > 0)) return std::nullopt;
  reach = support->spacing / 2;
  geology::BitMask drilled(model.blockCount(), true);
  return drilled.subtract(rowsAbove(*nearest, reach)).subtract(rowsWithoutValue(*nearest));
}

double amountOf(const ResourceLine& line, bool byTonnes) {
  return byTonnes ? line.sum.tonnes : line.sum.volume;
}

/// The share of each line of `all` that the line of the same class in `part` holds.
std::vector<double> sharesOf(const ResourceTable& all, const ResourceTable& part, bool byTonnes) {
  std::vector<double> shares;
  for (const ResourceLine& line : all.lines) {
    const auto same = std::find_if(part.lines.begin(), part.lines.end(), [&](const ResourceLine& other) {
      return other.kind == line.kind && other.resourceClass == line.resourceClass;
    });
    const double whole = amountOf(line, byTonnes);
    const double drilled = same != part.lines.end() ? amountOf(*same, byTonnes) : 0;
    shares.push_back(whole > 0 ? drilled / whole : std::numeric_limits<double>::quiet_NaN());
  }
  return shares;
}

std::vector<std::uint8_t> classesOf(const geology::BlockModel& model, const ViewState& view) {
  const auto stated = view.categories.find(model.name);
  if (stated == view.categories.end()) return {};
  const geology::Column* column = geology::findColumn(model.columns, stated->second.column);
  if (column == nullptr) return {};
  return reporting::categoryOfBlocks(*column, stated->second.classes);
}

}  // namespace

std::optional<ClaimQuestion> claimQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                           const ViewState& state, const std::string& object,
                                           const std::string& column) {
  const geology::BlockModel* model = blockModelNamed(*deposit, object);
  if (model == nullptr || numericColumn(*model, column) == nullptr) return std::nullopt;
  ViewState view = weighedView(state, object);
  view.claim = ClaimLevel::Everything;
  return ClaimQuestion{std::move(deposit), object, column, std::move(view)};
}

ClaimFacts unansweredClaim(const ClaimQuestion& question) {
  ClaimFacts facts;
  facts.object = question.object;
  const geology::BlockModel& model = *blockModelNamed(*question.deposit, question.object);
  facts.grades = {{question.column, numericColumn(model, question.column)->unit}};
  return facts;
}

ClaimFacts claimedClasses(const ClaimQuestion& question, SelectionCache& cache,
                          const geology::Progress& progress) {
  const geology::Deposit& deposit = *question.deposit;
  const geology::BlockModel& model = *blockModelNamed(deposit, question.object);
  ClaimFacts facts = unansweredClaim(question);
  const StatedWeights weights = statedWeights(deposit, question.view, question.object);
  const std::vector<std::uint8_t> classes = classesOf(model, question.view);
  const Selection selection = selectBlocks(model, question.view, deposit, &cache);
  reporting::ResourceQuestion asked{.model = model,
                                    .grade = *numericColumn(model, question.column),
                                    .density = weights.density,
                                    .proportion = weights.proportion,
                                    .cubicMetres = weights.cubicMetres,
                                    .classes = classes,
                                    .shown = selection.shown.get()};
  facts.table = reporting::resourceTable(asked, progress);
  facts.classed = !classes.empty();
  facts.densityStated = weights.density.stated();
  facts.drilled.assign(facts.table.lines.size(), std::numeric_limits<double>::quiet_NaN());
  if (auto drilled = drilledBlocks(deposit, model, facts.reach)) {
    *drilled &= *selection.shown;
    asked.shown = &*drilled;
    facts.drilled = sharesOf(facts.table, reporting::resourceTable(asked, progress), facts.densityStated);
  }
  facts.known = true;
  return facts;
}

}  // namespace adit::viewer
