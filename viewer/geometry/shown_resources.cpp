#include "viewer/geometry/shown_resources.h"

#include <cmath>

#include "geology/model/unit_scale.h"
#include "geology/reporting/cautions.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

const geology::Column* numericColumn(const geology::BlockModel& model, const std::string& name) {
  const geology::Column* column = geology::findColumn(model.columns, name);
  return column != nullptr && column->isNumeric() ? column : nullptr;
}

std::vector<float> cutoffsOf(const ViewState& view, const std::string& column) {
  std::vector<float> cutoffs;
  if (const auto stated = view.cutoffs.find(column); stated != view.cutoffs.end())
    for (const double cutoff : stated->second) cutoffs.push_back(static_cast<float>(cutoff));
  return cutoffs;
}

/// The classes of the blocks, as the view maps them; nothing chosen: no classes.
struct StatedClasses {
  bool chosen = false;
  std::vector<std::uint8_t> ofBlock;
  reporting::CategoryCounts counts;
  std::string text;
};

StatedClasses statedClasses(const geology::BlockModel& model, const ResourceQuestion& question) {
  const auto stated = question.view.categories.find(question.object);
  if (stated == question.view.categories.end()) return {};
  const geology::Column* column = geology::findColumn(model.columns, stated->second.column);
  if (column == nullptr) return {};
  const reporting::CategoryMapping& mapping = stated->second.classes;
  StatedClasses classes{true, reporting::categoryOfBlocks(*column, mapping),
                        reporting::categoryCounts(reporting::codesOf(*column), mapping),
                        "class by column " + column->name};
  for (const auto& [code, meaning] : mapping)
    classes.text +=
        (code == mapping.begin()->first ? ": " : ", ") + code + " = " + std::string(wordOf(meaning));
  return classes;
}

/// A range that hides part of what is at or above the lowest cut-off.
std::string rangeDoubt(const ResourceQuestion& question, const std::vector<float>& cutoffs) {
  const auto& ranges = filterOf(question.view, question.object).ranges;
  const auto range = ranges.find(question.column);
  if (range == ranges.end() || cutoffs.empty()) return {};
  if (range->second.lo <= static_cast<double>(cutoffs.front()) && std::isinf(range->second.hi)) return {};
  return "The range on " + question.column +
         " hides blocks at or above the lowest cut-off: they are in no sum.";
}

}  // namespace

std::optional<ResourceQuestion> resourceQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                                 const ViewState& state, const std::string& object,
                                                 const std::string& column) {
  const geology::BlockModel* model = blockModelNamed(*deposit, object);
  if (model == nullptr || numericColumn(*model, column) == nullptr) return std::nullopt;
  ViewState view = weighedView(state, object);
  if (const auto stated = state.cutoffs.find(column); stated != state.cutoffs.end())
    view.cutoffs.insert(*stated);
  return ResourceQuestion{std::move(deposit), object, column, {}, {}, std::move(view)};
}

ResourceFacts unansweredResources(const ResourceQuestion& question) {
  ResourceFacts facts;
  facts.object = question.object;
  facts.group = question.group;
  const geology::BlockModel& model = *blockModelNamed(*question.deposit, question.object);
  facts.grades.push_back({question.column, numericColumn(model, question.column)->unit});
  for (const std::string& name : question.otherColumns)
    if (const geology::Column* column = numericColumn(model, name))
      facts.grades.push_back({name, column->unit});
  return facts;
}

ResourceFacts shownResources(const ResourceQuestion& question, SelectionCache& cache,
                             const geology::Progress& progress) {
  const geology::BlockModel& model = *blockModelNamed(*question.deposit, question.object);
  ResourceFacts facts = unansweredResources(question);
  const StatedWeights weights = statedWeights(*question.deposit, question.view, question.object);
  const StatedClasses classes = statedClasses(model, question);
  const Selection selection = selectBlocks(model, question.view, *question.deposit, &cache);
  reporting::ResourceQuestion asked{.model = model,
                                    .grade = *numericColumn(model, question.column),
                                    .density = weights.density,
                                    .proportion = weights.proportion,
                                    .cubicMetres = weights.cubicMetres,
                                    .classes = classes.ofBlock,
                                    .group = geology::findColumn(model.columns, question.group),
                                    .shown = selection.shown.get(),
                                    .cutoffs = cutoffsOf(question.view, question.column)};
  for (std::size_t g = 1; g < facts.grades.size(); ++g)
    asked.otherGrades.push_back(numericColumn(model, facts.grades[g].name));
  facts.table = reporting::resourceTable(asked, progress);
  facts.cutoffStated = !asked.cutoffs.empty();
  facts.densityStated = weights.density.stated();
  facts.classed = classes.chosen;
  facts.density = weights.densityText;
  facts.proportion = weights.proportionText;
  facts.classes = classes.text;
  reporting::TableBasis basis{facts.densityStated, facts.cutoffStated,
                              facts.classed,       geology::metalShare(facts.grades.front().unit).has_value(),
                              question.column,     classes.counts,
                              weights.doubts};
  double tonnes = 0, volume = 0;
  for (const reporting::ResourceLine& line : facts.table.lines) {
    tonnes += line.sum.tonnes;
    volume += line.sum.volume;
  }
  for (const std::string& doubt : {heavinessDoubt(tonnes, volume), rangeDoubt(question, asked.cutoffs)})
    if (!doubt.empty()) basis.doubts.push_back(doubt);
  facts.cautions = reporting::cautionsOf(facts.table, basis);
  facts.known = true;
  return facts;
}

}  // namespace adit::viewer
