#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "geology/project/save_project.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_check_report.h"
#include "viewer/app/cli_open.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {

namespace {

struct CheckArguments {
  OpenArguments open;
  bool json = false;
};

int runCheck(const CheckArguments& arguments) {
  project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  if (arguments.json) {
    geology::Progress progress;
    project::hashSources(opened.sources, progress);
    std::cout << checkJson(opened);
  } else {
    printCheck(opened, Printer());
  }
  return geology::countSeverity(opened.deposit->diagnostics, geology::Severity::Error) > 0 ? kExitErrors
                                                                                           : kExitOk;
}

}  // namespace

ViewState storedViewOf(const project::OpenResult& opened) {
  if (opened.savedStateJson.empty()) return {};
  OrError<ViewState> read = stateFromJson(opened.savedStateJson);
  if (std::holds_alternative<CommandError>(read)) return {};
  return std::get<ViewState>(std::move(read));
}

void addCheckVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* verb =
      app.add_subcommand("check", "Say what files hold, how well it holds together, and what is wrong");
  addOpenOptions(*verb, arguments->open);
  verb->add_flag("--json", arguments->json, "For programs; docs/json.md describes it");
  verb->footer("Exit: 0 all is well or doubtful at most, 1 with errors, 2 wrong usage");
  verb->callback([arguments, &exitCode] { exitCode = runCheck(*arguments); });
}

}  // namespace adit::viewer
