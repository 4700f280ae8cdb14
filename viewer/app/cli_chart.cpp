#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_view.h"
#include "viewer/charts/chart_canvas.h"
#include "viewer/charts/chart_question.h"
#include "viewer/publish/picture_export.h"
#include "viewer/publish/refusal.h"
#include "viewer/publish/stamp.h"
#include "viewer/scene/headless_context.h"
#include "viewer/state/columns.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

struct ChartArguments {
  ViewArguments view;
  std::string kind, layer, column, axis = "east", size = "1200x800", output;
  ChartChoice choice;
  double scale = 1;
};

/// The layer that is named, else the first block model, else the first drillholes.
std::string layerOfChart(const geology::Deposit& deposit, const ChartArguments& arguments) {
  if (!arguments.layer.empty()) return arguments.layer;
  if (!deposit.blockModels.empty()) return deposit.blockModels.front()->name;
  if (!deposit.drillholes.empty()) return deposit.drillholes.front()->name;
  throw VerbFailure{"charts are of block models and drillholes, and there are none in these files",
                    kExitErrors};
}

std::string columnOfChart(const geology::Deposit& deposit, const ViewState& state, const std::string& layer,
                          const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  const std::string& colored = layerOf(state, layer).colorBy;
  if (const auto* column = columnOf(deposit, layer, colored); column != nullptr && column->isNumeric())
    return colored;
  for (const NamedColumn& named : columnsOf(deposit, layer))
    if (named.column->isNumeric()) return named.name;
  throw VerbFailure{"'" + layer + "' has no column of numbers", kExitErrors};
}

void setAxis(const std::string& axis, ChartChoice& choice) {
  if (axis == "up") {
    choice.vertical = true;
  } else if (axis == "east" || axis == "north") {
    choice.azimuth = axis == "east" ? 90 : 0;
  } else if (!CLI::detail::lexical_cast(axis, choice.azimuth) ||
             !(choice.azimuth >= 0 && choice.azimuth < 360)) {
    throw VerbFailure{"--axis is east, north, up, or an azimuth from 0 to 360, not '" + axis + "'",
                      kExitUsage};
  }
}

/// As the chart below a view: the guard looks at it, and a picture of it opens with it. An azimuth between
/// the axes is for this verb alone.
ChartState shownChart(const ChartArguments& arguments, ChartState chart) {
  chart.shown = true;
  chart.kind = arguments.kind;
  if (std::find(kSwathAxes.begin(), kSwathAxes.end(), arguments.axis) != kSwathAxes.end())
    chart.axis = arguments.axis;
  chart.logarithmic = arguments.choice.logarithmic;
  return chart;
}

/// A picture has its stamp below it; drawings of lines have what is stated, and the caution, in their footer.
void addStatements(const OpenedView& view, ChartPage& page) {
  for (const StampFact& fact : stampOf(view.opened, view.state, pictureDate()).stated)
    page.footer.push_back(fact.label.empty() ? fact.value : fact.label + " " + fact.value);
}

int chartOrThrow(const CLI::App& verb, ChartArguments arguments) {
  const auto [width, height] = sizeOf(arguments.size);
  const bool png = arguments.output.ends_with(".png");
  if (!png && !arguments.output.ends_with(".svg") && !arguments.output.ends_with(".pdf"))
    throw VerbFailure{"a chart is written as .png, .svg or .pdf, not " + arguments.output, kExitUsage};
  arguments.choice.kind = *chartKindFromWord(arguments.kind);
  setAxis(arguments.axis, arguments.choice);
  OpenedView view = openView(verb, arguments.view, static_cast<double>(width) / height);
  view.state.chart = shownChart(arguments, view.state.chart);
  const geology::Deposit& deposit = *view.opened.deposit;
  if (const std::string refused = refusal(deposit, view.state, "chart"); !refused.empty())
    throw VerbFailure{refused, kExitErrors};
  const std::string layer = layerOfChart(deposit, arguments);
  const std::string column = columnOfChart(deposit, view.state, layer, arguments.column);
  const auto question = chartQuestion(view.opened.deposit, view.state, layer, column, arguments.choice);
  if (!question) throw VerbFailure{"'" + layer + "' has no column of numbers '" + column + "'", kExitUsage};
  SelectionCache cache;
  ChartPage page = chartOf(*question, cache, {});
  if (const auto* none = std::get_if<NoBody>(&page.body)) throw VerbFailure{none->reason, kExitErrors};
  if (!png) addStatements(view, page);
  HeadlessContext context;
  ChartCanvas canvas(context.host());
  const PageLook look{width, height, arguments.scale, view.state.theme, true};
  geology::Progress progress;
  const std::string fault = png ? exportImage({view.opened, view.state, arguments.output},
                                              canvas.draw(page, look), arguments.scale, progress)
                                : canvas.writeVector(page, look, arguments.output);
  if (!fault.empty()) throw VerbFailure{fault, kExitErrors};
  std::cout << arguments.output << "\n";
  return kExitOk;
}

int runChart(const CLI::App& verb, const ChartArguments& arguments) {
  try {
    return chartOrThrow(verb, arguments);
  } catch (const VerbFailure& failure) {
    std::cerr << "adit chart: " << failure.message << "\n";
    return failure.exitCode;
  }
}

void addOptions(CLI::App& verb, ChartArguments& a) {
  std::vector<std::string> kinds;
  for (const ChartKindName& name : kChartKinds) kinds.emplace_back(name.word);
  verb.add_option("KIND", a.kind, "Which chart")->required()->check(CLI::IsMember(kinds));
  addViewOptions(verb, a.view);
  verb.add_option("--layer", a.layer, "The block model or drillholes it is of")->type_name("LAYER");
  verb.add_option("--column", a.column, "The grade; else the one that colours the layer")
      ->type_name("COLUMN");
  verb.add_flag("--log", a.choice.logarithmic, "Histogram of logarithms");
  verb.add_option("--axis", a.axis, "Swath: east, north, up, or an azimuth")->capture_default_str();
  verb.add_option("--width", a.choice.width, "Swath: width of a slice; 0 is two blocks")
      ->check(CLI::NonNegativeNumber);
  verb.add_option("--hole", a.choice.hole,
                  "Log: which hole; else the picked one, else the one with most samples");
  verb.add_option("--holes", a.choice.holes, "Which drillholes, where there are several sets");
  verb.add_option("--cutoff", a.choice.cutoff, "Intercepts: the lowest grade")->check(CLI::NonNegativeNumber);
  verb.add_option("--including", a.choice.richCutoff, "Intercepts: richer parts are told apart")
      ->check(CLI::NonNegativeNumber);
  verb.add_option("--shortest", a.choice.shortest, "Intercepts: the shortest")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  verb.add_option("--dilution", a.choice.mostDilution,
                  "Intercepts: the longest run below the cut-off inside one")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  verb.add_option("--size", a.size, "Pixels")->type_name("WxH")->capture_default_str();
  verb.add_option("--scale", a.scale, "Text and lines grow with it")
      ->check(CLI::Range(0.25, 8.0))
      ->capture_default_str();
  verb.add_option("-o,--output", a.output, "The .png, .svg or .pdf to write")->required()->type_name("FILE");
}

}  // namespace

void addChartVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<ChartArguments>();
  CLI::App* verb =
      app.add_subcommand("chart", "Grade and tonnage, distributions, swaths, logs, stereonets, intercepts");
  addOptions(*verb, *arguments);
  verb->footer("Example: adit chart grade-tonnage mine -c 'density blocks sg' -o curve.svg");
  verb->callback([arguments, verb, &exitCode] { exitCode = runChart(*verb, *arguments); });
}

}  // namespace adit::viewer
