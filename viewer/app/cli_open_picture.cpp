#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/window.h"

namespace adit::viewer {

namespace {

/// What was asked for is a view, so a file without one is an error here, and a plain image elsewhere.
geology::Diagnostic noViewIn(const std::string& path) {
  return {.severity = geology::Severity::Error,
          .code = "PIC-NO-VIEW",
          .file = path,
          .message = "there is no view of Adit in this file",
          .remedy = "take the PNG as Adit wrote it: other programs may lose what is written in it"};
}

/// A picture that cannot be opened says why without a window.
int openView(const OpenArguments& arguments) {
  const project::OpenRequest request = requestOf(arguments);
  const project::OpenResult opened = openForTerminal(request);
  geology::Diagnostics said = opened.deposit->diagnostics;
  const bool there = std::filesystem::is_regular_file(arguments.paths.front());
  const bool broken = geology::countSeverity(said, geology::Severity::Error) > 0;
  if (opened.savedStateJson.empty() && there && !broken) said = {noViewIn(arguments.paths.front())};
  printDiagnostics(said, geology::Severity::Error);
  printChanges(said);
  if (opened.savedStateJson.empty() || opened.deposit->empty()) return kExitErrors;
  if (!displayAvailable()) {
    std::cerr << "adit open: there is no display to open a window on.\n"
                 "Without one: adit render PICTURE -o again.png draws the view again\n";
    return kExitErrors;
  }
  WindowOptions options;
  options.request = request;
  return runWindow(options);
}

}  // namespace

void addOpenVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<OpenArguments>();
  CLI::App* verb = app.add_subcommand("open", "Return to the view of a picture, and say what changed since");
  addOpenOptions(*verb, *arguments);
  verb->footer(
      "A picture that Adit made knows its view and its sources. These are looked for among the paths\n"
      "named after the picture, then where they were when it was made, as seen from the picture.\n"
      "Example: adit open ore.png data");
  verb->callback([arguments, &exitCode] { exitCode = openView(*arguments); });
}

}  // namespace adit::viewer
