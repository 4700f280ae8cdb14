#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/legend_access.h"
#include "viewer/app/script.h"
#include "viewer/publish/picture_export.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {

namespace {

struct RenderArguments {
  OpenArguments open;
  std::vector<std::string> scripts, commands, legends;
  std::string size = "1600x1000", output;
  double scale = 1;
};

/// Thrown with a message for standard error; the exit code is 1 or 2.
struct RenderFailure {
  std::string message;
  int exitCode;
};

template <typename T>
T orThrow(OrError<T> result, int exitCode) {
  if (const auto* fault = std::get_if<CommandError>(&result)) throw RenderFailure{fault->message, exitCode};
  return std::move(std::get<T>(result));
}

PictureRequest pictureRequest(const RenderArguments& arguments) {
  const auto [width, height] = sizeOf(arguments.size);
  return {width, height, arguments.scale};
}

/// Scripts and -c in the order in which they stand on the command line.
std::vector<ScriptLine> scriptLines(const CLI::App& verb, const RenderArguments& arguments) {
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

/// The view that a project file brings, else the one that the window would start with.
ViewState startingState(const project::OpenResult& opened, const PictureRequest& request) {
  const double aspect = static_cast<double>(request.width) / request.height;
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

int renderOrThrow(const CLI::App& verb, const RenderArguments& arguments) {
  const PictureRequest request = pictureRequest(arguments);
  const std::vector<ScriptLine> lines = scriptLines(verb, arguments);
  const std::vector<LegendArgument> legends = legendArguments(arguments.legends);
  project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  printDiagnostics(opened.deposit->diagnostics, geology::Severity::Error);
  printChanges(opened.deposit->diagnostics);
  if (opened.deposit->empty()) return kExitErrors;
  const ViewState start = withLegends(startingState(opened, request), legends, *opened.deposit);
  Viewed viewed = orThrow(viewAfter(opened.deposit, start, lines), kExitUsage);
  opened.deposit = std::move(viewed.deposit);
  geology::Progress progress;
  const std::string fault =
      exportPicture({std::move(opened), std::move(viewed.state), arguments.output}, request, progress);
  if (!fault.empty()) throw RenderFailure{fault, kExitErrors};
  std::cout << arguments.output << "\n";
  return kExitOk;
}

int runRender(const CLI::App& verb, const RenderArguments& arguments) {
  try {
    return renderOrThrow(verb, arguments);
  } catch (const RenderFailure& failure) {
    std::cerr << "adit render: " << failure.message << "\n";
    return failure.exitCode;
  }
}

}  // namespace

void addRenderVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<RenderArguments>();
  CLI::App* verb = app.add_subcommand("render", "A picture of any view that the window can show");
  addOpenOptions(*verb, arguments->open);
  addLegendOption(*verb, arguments->legends);
  verb->add_option("--script", arguments->scripts, "A file of commands, one a line; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  verb->add_option("-c,--command", arguments->commands,
                   "A command; may be repeated. adit commands lists them")
      ->type_name("COMMAND")
      ->allow_extra_args(false);
  verb->add_option("--size", arguments->size, "Pixels of the picture")
      ->type_name("WxH")
      ->capture_default_str();
  verb->add_option("--scale", arguments->scale, "Text and lines grow with it")
      ->check(CLI::Range(0.25, 8.0))
      ->capture_default_str();
  verb->add_option("-o,--output", arguments->output, "The PNG to write")->required()->type_name("FILE");
  verb->footer("Example: adit render data -c 'look 30 25' -c 'range blocks cu_pct 0.4 inf' -o ore.png");
  verb->callback([arguments, verb, &exitCode] { exitCode = runRender(*verb, *arguments); });
}

}  // namespace adit::viewer
