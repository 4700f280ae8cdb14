#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_view.h"
#include "viewer/app/tour_access.h"
#include "viewer/publish/picture_export.h"

namespace adit::viewer {

namespace {

struct RenderArguments {
  ViewArguments view;
  std::string size = "1600x1000", output, at;
  double scale = 1;
};

int renderOrThrow(const CLI::App& verb, const RenderArguments& arguments) {
  const auto [width, height] = sizeOf(arguments.size);
  OpenedView view = openView(verb, arguments.view, static_cast<double>(width) / height);
  if (!arguments.at.empty()) {
    view.state.plan.on = true;
    view.state.plan.time = orThrow(planTimeOf(*view.opened.deposit, arguments.at), kExitUsage);
  }
  geology::Progress progress;
  const std::string fault = exportPicture({std::move(view.opened), std::move(view.state), arguments.output},
                                          {width, height, arguments.scale}, progress);
  if (!fault.empty()) throw VerbFailure{fault, kExitErrors};
  std::cout << arguments.output << "\n";
  return kExitOk;
}

int runRender(const CLI::App& verb, const RenderArguments& arguments) {
  try {
    return renderOrThrow(verb, arguments);
  } catch (const VerbFailure& failure) {
    std::cerr << "adit render: " << failure.message << "\n";
    return failure.exitCode;
  }
}

}  // namespace

void addRenderVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<RenderArguments>();
  CLI::App* verb = app.add_subcommand("render", "A picture of any view that the window can show");
  addViewOptions(*verb, arguments->view);
  verb->add_option("--size", arguments->size, "Pixels of the picture")
      ->type_name("WxH")
      ->capture_default_str();
  verb->add_option("--scale", arguments->scale, "Text and lines grow with it")
      ->check(CLI::Range(0.25, 8.0))
      ->capture_default_str();
  verb->add_option("--at", arguments->at, "The mine plan at the end of a period, or so many periods on")
      ->type_name("PERIOD");
  verb->add_option("-o,--output", arguments->output, "The PNG to write")->required()->type_name("FILE");
  verb->footer("Example: adit render data -c 'look 30 25' -c 'range blocks cu_pct 0.4 inf' -o ore.png");
  verb->callback([arguments, verb, &exitCode] { exitCode = runRender(*verb, *arguments); });
}

}  // namespace adit::viewer
