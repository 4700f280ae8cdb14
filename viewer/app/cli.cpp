#include "viewer/app/cli.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <memory>

#include "viewer/app/cli_text.h"
#include "viewer/app/window_arguments.h"

namespace adit::viewer {

namespace {

constexpr const char* kFooter =
    "Try:  adit demo                          a synthetic porphyry, to look around\n"
    "      adit check FOLDER                  what is in these files, and what is wrong with them\n"
    "      adit FOLDER                        open everything in it in the window\n"
    "      adit render FOLDER -o out.png      a picture without a window\n"
    "Exit: 0 all is well, 1 something could not be used or done, 2 wrong usage";

int openWindow(const WindowArguments& arguments) {
  if (!displayAvailable()) {
    std::cerr << "adit: there is no display to open a window on.\n"
                 "Without one: adit check PATH..., adit render PATH... -o out.png, adit demo\n";
    return kExitErrors;
  }
  return runWindow(windowOptions(arguments));
}

void describeProgram(CLI::App& app) {
  app.name("adit");
  app.description("Adit: walk into an ore deposit. Opens drillholes, block models, surfaces and terrain.");
  app.footer(kFooter);
  app.set_version_flag("-V,--version", std::string("adit ") + ADIT_VERSION);
  app.set_help_all_flag("--help-all", "Help of every verb");
  app.require_subcommand(0, 1);
}

/// Options of the window before a verb that opens none would be lost without a word.
void refuseLostOptions(const CLI::App& app) {
  if (app.get_subcommands().empty() || app.got_subcommand("demo")) return;
  for (const CLI::Option* option : app.get_options())
    if (option->count() > 0)
      throw CLI::ValidationError(option->get_name(), "is of the window, and adit " +
                                                         app.get_subcommands().front()->get_name() +
                                                         " opens none; what it takes: --help after it");
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App app;
  const auto window = std::make_shared<WindowArguments>();
  int exitCode = kExitOk;
  describeProgram(app);
  addWindowOptions(app, *window);
  addCheckVerb(app, exitCode);
  addOpenVerb(app, exitCode);
  addRenderVerb(app, exitCode);
  addFilmVerb(app, exitCode);
  addConvertVerb(app, exitCode);
  addReportVerb(app, exitCode);
  addChartVerb(app, exitCode);
  addGuardVerb(app, exitCode);
  addEstimateVerb(app, exitCode);
  addPitVerb(app, exitCode);
  addStopesVerb(app, exitCode);
  addPlanVerb(app, exitCode);
  addDemoVerb(app, window, exitCode);
  addCommandsVerb(app, exitCode);
  addFormatsVerb(app, exitCode);
  app.parse_complete_callback([&app] { refuseLostOptions(app); });
  try {
    app.parse(argc, argv);
    return app.get_subcommands().empty() ? openWindow(*window) : exitCode;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  } catch (const std::exception& error) {
    std::cerr << "adit: " << error.what() << "\n";
    return kExitErrors;
  }
}

}  // namespace adit::viewer
