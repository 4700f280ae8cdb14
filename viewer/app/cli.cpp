#include "viewer/app/cli.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "viewer/app/cli_open.h"
#include "viewer/app/cli_text.h"
#include "viewer/app/window.h"

namespace adit::viewer {

namespace {

constexpr const char* kFooter =
    "Try:  adit demo                          a synthetic porphyry, to look around\n"
    "      adit check FOLDER                  what is in these files, and what is wrong with them\n"
    "      adit FOLDER                        open everything in it in the window\n"
    "      adit render FOLDER -o out.png      a picture without a window\n"
    "Exit: 0 all is well, 1 something could not be used or done, 2 wrong usage";

/// Without a verb: the window.
struct WindowArguments {
  OpenArguments open;
  std::vector<std::string> commands, legends;
  std::string screenshot, size;
  int present = 0;
  float scale = 0;
};

int openWindow(const WindowArguments& arguments) {
  if (!displayAvailable()) {
    std::cerr << "adit: there is no display to open a window on.\n"
                 "Without one: adit check PATH..., adit render PATH... -o out.png, adit demo\n";
    return kExitErrors;
  }
  WindowOptions options;
  options.request = requestOf(arguments.open);
  options.commands = arguments.commands;
  options.legends = legendArguments(arguments.legends);
  options.screenshot = arguments.screenshot;
  options.scale = arguments.scale;
  options.present = arguments.present;
  if (!arguments.size.empty()) {
    const auto [width, height] = sizeOf(arguments.size);
    options.width = width;
    options.height = height;
  }
  options.restoreSession = arguments.open.paths.empty();
  return runWindow(options);
}

void describeProgram(CLI::App& app, WindowArguments& arguments) {
  app.name("adit");
  app.description("Adit: walk into an ore deposit. Opens drillholes, block models, surfaces and terrain.");
  app.footer(kFooter);
  app.set_version_flag("-V,--version", std::string("adit ") + ADIT_VERSION);
  app.set_help_all_flag("--help-all", "Help of every verb");
  app.require_subcommand(0, 1);
  addOpenOptions(app, arguments.open, false);
  app.add_option("-c,--command", arguments.commands, "A command to begin with; may be repeated")
      ->allow_extra_args(false);
  addLegendOption(app, arguments.legends);
  app.add_option("--size", arguments.size, "Size of the window")->type_name("WxH");
  app.add_option("--scale", arguments.scale, "How large text and controls are; 0: as the monitor says");
  app.add_option("--present", arguments.present,
                 "Begin with a stop of the tour on the whole screen; 1: the first")
      ->type_name("STOP");
  app.add_option("--screenshot", arguments.screenshot, "Draw, write this PNG and leave")->type_name("FILE");
}

}  // namespace

int runCommandLine(int argc, char** argv) {
  CLI::App app;
  WindowArguments window;
  int exitCode = kExitOk;
  describeProgram(app, window);
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
  addDemoVerb(app, exitCode);
  addCommandsVerb(app, exitCode);
  addFormatsVerb(app, exitCode);
  try {
    app.parse(argc, argv);
    return app.get_subcommands().empty() ? openWindow(window) : exitCode;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitOk : kExitUsage;
  } catch (const std::exception& error) {
    std::cerr << "adit: " << error.what() << "\n";
    return kExitErrors;
  }
}

}  // namespace adit::viewer
