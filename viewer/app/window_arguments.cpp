#include "viewer/app/window_arguments.h"

#include <CLI/CLI.hpp>

namespace adit::viewer {

void addWindowOptions(CLI::App& app, WindowArguments& arguments) {
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

WindowOptions windowOptions(const WindowArguments& arguments) {
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
  return options;
}

}  // namespace adit::viewer
