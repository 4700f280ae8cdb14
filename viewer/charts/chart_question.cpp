#include "viewer/charts/chart_question.h"

#include "geology/model/unit_scale.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/geometry/plan_figures.h"
#include "viewer/geometry/stated_weights.h"
#include "viewer/state/columns.h"
#include "viewer/state/filter_text.h"

namespace adit::viewer {
namespace {

bool isOfHoles(ChartKind kind) {
  return kind == ChartKind::StripLog || kind == ChartKind::Stereonet || kind == ChartKind::Intercepts;
}

/// The object that the numbers are of, and its file.
std::string sourceText(const ChartQuestion& question) {
  const auto named = [&](const std::string& object, const std::string& file) {
    return question.deposit->name + ", " + object + (file.empty() ? "" : " (" + file + ")");
  };
  const geology::BlockModel* model = blockModelNamed(*question.deposit, question.object);
  if (model != nullptr && !isOfHoles(question.choice.kind)) return named(model->name, model->source.path);
  const geology::DrillHoles* holes = holesOf(question);
  if (holes == nullptr) return named(question.object, "");
  const auto ref = gradeInHoles(question, *holes);
  if (ref.table != nullptr) return named(holes->name, ref.table->source.path);
  return named(holes->name, holes->sources.empty() ? "" : holes->sources.front().path);
}

/// What stands under every chart.
void addFooter(const ChartQuestion& question, ChartPage& page) {
  const std::string filter = filterText(question.view, question.object);
  std::vector<std::string> lines{"Source: " + sourceText(question)};
  if (!isOfHoles(question.choice.kind) && !isOfPlan(question.choice.kind))
    lines.push_back("Shown: " + (filter.empty() ? "everything" : filter));
  page.footer.insert(page.footer.begin(), lines.begin(), lines.end());
  if (question.deposit->synthetic)
    page.synthetic = question.deposit->syntheticNote.empty() ? "SYNTHETIC" : question.deposit->syntheticNote;
}

/// The model and the grade are those of the plan. Without a plan the page says so.
ChartQuestion planChartQuestion(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state,
                                const ChartChoice& choice) {
  auto figures = planFiguresQuestion(deposit, state);
  if (!figures) return {std::move(deposit), {}, {}, choice, {}};
  figures->view.plan.time = state.plan.time;  // the line that says now
  return {std::move(deposit), std::move(figures->object), std::move(figures->column), choice,
          std::move(figures->view)};
}

}  // namespace

std::optional<ChartQuestion> chartQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                           const ViewState& state, const std::string& object,
                                           const std::string& column, const ChartChoice& choice) {
  if (isOfPlan(choice.kind)) return planChartQuestion(std::move(deposit), state, choice);
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
  constexpr std::array<Maker, kChartKinds.size()> kMakers{
      gradeTonnagePage, histogramPage, probabilityPage, swathPage,     stripLogPage, stereonetPage,
      interceptsPage,   chainPage,     planTonnesPage,  planStripPage, planRiskPage, planValuePage};
  ChartPage page = kMakers[static_cast<std::size_t>(question.choice.kind)](work);
  if (page.title.empty()) page.title = kChartKinds[static_cast<std::size_t>(question.choice.kind)].title;
  addFooter(question, page);
  return page;
}

}  // namespace adit::viewer
