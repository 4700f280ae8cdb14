#include "viewer/app/cli_view.h"

#include <CLI/CLI.hpp>

#include "viewer/app/cli.h"
#include "viewer/app/legend_access.h"
#include "viewer/app/script.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

/// Scripts and -c in the order in which they stand on the command line.
std::vector<ScriptLine> scriptLines(const CLI::App& verb, const ViewArguments& arguments) {
  std::vector<ScriptLine> lines;
  std::size_t script = 0, command = 0;
  for (const CLI::Option* option : verb.parse_order()) {
    if (option->check_lname("script")) {
      std::vector<ScriptLine> more = orThrow(readScript(arguments.scripts.at(script++)), kExitUsage);
      lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    } else if (option->check_lname("command")) {
      lines.push_back({arguments.commands.at(command), "-c " + std::to_string(command + 1)});
      ++command;
    }
  }
  return lines;
}

ViewState startingState(const project::OpenResult& opened, double aspect) {
  if (opened.savedStateJson.empty()) return initialState(*opened.deposit, aspect);
  return orThrow(stateFromJson(opened.savedStateJson), kExitErrors);
}

/// Each legend file as its command; notes go to standard error.
ViewState withLegends(ViewState state, const std::vector<LegendArgument>& legends,
                      const geology::Deposit& deposit) {
  for (const auto& [column, path] : legends) {
    const LegendOrder order = orThrow(importLegend(deposit, column, path), kExitErrors);
    printDiagnostics(order.notes, geology::Severity::Note);
    state = orThrow(apply(state, order.command, deposit), kExitErrors);
  }
  return state;
}

}  // namespace

void addViewOptions(CLI::App& verb, ViewArguments& arguments) {
  addOpenOptions(verb, arguments.open);
  addLegendOption(verb, arguments.legends);
  verb.add_option("--script", arguments.scripts, "A file of commands, one a line; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  verb.add_option("-c,--command", arguments.commands, "A command; may be repeated. adit commands lists them")
      ->type_name("COMMAND")
      ->allow_extra_args(false);
}

OpenedView openView(const CLI::App& verb, const ViewArguments& arguments, double aspect) {
  const std::vector<ScriptLine> lines = scriptLines(verb, arguments);
  const std::vector<LegendArgument> legends = legendArguments(arguments.legends);
  OpenedView view{openForTerminal(requestOf(arguments.open)), {}};
  const geology::Deposit& deposit = *view.opened.deposit;
  printDiagnostics(deposit.diagnostics, geology::Severity::Error);
  printChanges(deposit.diagnostics);
  if (deposit.empty()) throw VerbFailure{"there is nothing to show", kExitErrors};
  const ViewState start = withLegends(startingState(view.opened, aspect), legends, deposit);
  Viewed viewed = orThrow(viewAfter(view.opened.deposit, start, lines), kExitUsage);
  view.opened.deposit = std::move(viewed.deposit);
  view.state = std::move(viewed.state);
  return view;
}

}  // namespace adit::viewer
