#include "viewer/charts/chart_question.h"

#include "geology/model/unit_scale.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/columns.h"
#include "viewer/state/filter_text.h"

namespace adit::viewer {
namespace {

std::string sourceText(const ChartQuestion& question) {
  if (const geology::BlockModel* model = blockModelNamed(*question.deposit, question.object))
    return model->source.path;
  for (const auto& holes : question.deposit->drillholes)
    if (holes->name == question.object && !holes->sources.empty()) return holes->sources.front().path;
  return {};
}

/// What stands under every chart.
void addFooter(const ChartQuestion& question, ChartPage& page) {
  const std::string source = sourceText(question);
  std::string line = "Source: " + question.deposit->name + ", " + question.object;
  if (!source.empty()) line += " (" + source + ")";
  const std::string filter = filterText(question.view, question.object);
  page.footer.insert(page.footer.begin(), {line, "Shown: " + (filter.empty() ? "everything" : filter)});
  if (question.deposit->synthetic)
    page.synthetic = question.deposit->syntheticNote.empty() ? "SYNTHETIC" : question.deposit->syntheticNote;
}

}  // namespace

std::optional<ChartKind> chartKindFromWord(std::string_view word) {
  for (const ChartKindName& name : kChartKinds)
    if (name.word == word) return name.kind;
  return std::nullopt;
}

std::optional<ChartQuestion> chartQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                           const ViewState& state, const std::string& object,
                                           const std::string& column, const ChartChoice& choice) {
  const geology::Column* grade = columnOf(*deposit, object, column);
  if (grade == nullptr || !grade->isNumeric()) return std::nullopt;
  ViewState view = weighedView(state, object);
  if (const auto cutoffs = state.cutoffs.find(grade->name); cutoffs != state.cutoffs.end())
    view.cutoffs.insert(*cutoffs);
  if (choice.kind == ChartKind::StripLog) {
    view.pick = state.pick;
    view.legends = state.legends;
    view.cutoffs = state.cutoffs;  // columns of holes have names of their own
  }
  return ChartQuestion{std::move(deposit), object, column, choice, std::move(view)};
}

ChartPage chartOf(const ChartQuestion& question, SelectionCache& cache, const geology::Progress& progress) {
  const ChartWork work{question, cache, progress};
  using Maker = ChartPage (*)(const ChartWork&);
  constexpr std::array<Maker, kChartKinds.size()> kMakers{gradeTonnagePage, histogramPage, probabilityPage,
                                                          swathPage,        stripLogPage,  stereonetPage,
                                                          interceptsPage};
  ChartPage page = kMakers[static_cast<std::size_t>(question.choice.kind)](work);
  if (page.title.empty()) page.title = kChartKinds[static_cast<std::size_t>(question.choice.kind)].title;
  addFooter(question, page);
  return page;
}

}  // namespace adit::viewer
