#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "geology/project/mapped_file.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/cli_text.h"
#include "viewer/app/script.h"
#include "viewer/guard/checks.h"
#include "viewer/guard/guarded_view.h"
#include "viewer/guard/rules.h"
#include "viewer/guard/table_facts.h"
#include "viewer/state/compare.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {

namespace {

constexpr int kSchema = 1;

struct GuardArguments {
  OpenArguments open;
  std::vector<std::string> commands;
  std::string view;
  bool json = false, why = false;
};

/// Thrown with a message for standard error; the exit code is 1 or 2.
struct GuardFailure {
  std::string message;
  int exitCode;
};

template <typename T>
T orThrow(OrError<T> result, int exitCode) {
  if (const auto* fault = std::get_if<CommandError>(&result)) throw GuardFailure{fault->message, exitCode};
  return std::move(std::get<T>(result));
}

/// A single file that is a table; nothing for what is to be opened as a deposit. A JSON that is no table is
/// nothing that could be opened either.
std::optional<DisclosureFacts> tableOf(const std::vector<std::string>& paths) {
  std::error_code error;
  const std::filesystem::path path = paths.front();
  const std::string ending = path.extension().string();
  const bool text = ending == ".json" || ending == ".csv" || ending == ".txt" || ending == ".tsv";
  if (paths.size() != 1 || !text || !std::filesystem::is_regular_file(path, error)) return std::nullopt;
  const project::MappedFile file(paths.front());
  auto read = factsOfTable(file.bytes(), paths.front());
  if (auto* facts = std::get_if<DisclosureFacts>(&read)) return std::move(*facts);
  if (ending != ".json") return std::nullopt;
  throw GuardFailure{geology::formatDiagnostic(std::get<geology::Diagnostic>(read)), kExitErrors};
}

ViewState savedView(const ViewState& state, const std::string& name) {
  const auto saved = state.savedViews.find(name);
  if (saved == state.savedViews.end())
    throw GuardFailure{"there is no saved view '" + name + "'", kExitUsage};
  return orThrow(stateFromJson(saved->second), kExitErrors);
}

/// What was looked at, and what the rules say of it.
struct Guarded {
  std::string subject;
  GuardReport report;
};

Guarded guardedView(const GuardArguments& arguments) {
  const project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  printDiagnostics(opened.deposit->diagnostics, geology::Severity::Error);
  printChanges(opened.deposit->diagnostics);
  if (opened.deposit->empty()) throw GuardFailure{"there is nothing to look at", kExitErrors};
  ViewState state = opened.savedStateJson.empty()
                        ? initialState(*opened.deposit)
                        : orThrow(stateFromJson(opened.savedStateJson), kExitErrors);
  if (!arguments.view.empty()) state = savedView(state, arguments.view);
  std::vector<ScriptLine> lines;
  for (const std::string& line : arguments.commands)
    lines.push_back({line, "-c " + std::to_string(lines.size() + 1)});
  const Viewed viewed = orThrow(viewAfter(opened.deposit, state, lines), kExitUsage);
  std::string what = arguments.view.empty() ? "the view" : "the saved view '" + arguments.view + "'";
  if (comparedView(viewed.state)) what += " and the one beside it";
  return {what + " of " + opened.deposit->name, guardView(*viewed.deposit, viewed.state)};
}

const char* outcomeWord(GuardOutcome outcome) {
  switch (outcome) {
    case GuardOutcome::Passes:
      return "pass";
    case GuardOutcome::Fails:
      return "fail";
    case GuardOutcome::NotApplicable:
      break;
  }
  return "n/a";
}

std::string guardJson(const std::string& subject, const GuardReport& report, bool passed) {
  using Json = nlohmann::ordered_json;
  Json root{{"adit", ADIT_VERSION},    {"schema", kSchema}, {"rules", ruleBook().version},
            {"subject", subject},      {"passes", passed},  {"open", openPoints(report)},
            {"points", Json::array()}, {"note", kGuardAid}};
  for (const GuardPoint& point : report)
    root["points"].push_back({{"rule", point.rule},
                              {"title", point.title},
                              {"outcome", outcomeWord(point.outcome)},
                              {"required", point.required},
                              {"found", point.found},
                              {"remedy", point.remedy},
                              {"why", point.why},
                              {"source", point.source}});
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void printPoint(const GuardPoint& point, bool why, const Printer& printer) {
  const bool fails = point.outcome == GuardOutcome::Fails;
  const Ink ink = !fails ? (point.outcome == GuardOutcome::Passes ? Ink::Green : Ink::Faint)
                         : (point.required ? Ink::Red : Ink::Yellow);
  const std::string word = fails && !point.required ? "advise" : outcomeWord(point.outcome);
  std::cout << "  " << printer.ink(ink, word) << std::string(8 - word.size(), ' ') << point.rule
            << std::string(19 - std::min<std::size_t>(18, point.rule.size()), ' ') << point.found << "\n";
  const auto more = [&](const std::string& text) {
    constexpr std::size_t kIndent = 10;
    for (const std::string& line : wrapped(text, terminalWidth() - kIndent))
      std::cout << std::string(kIndent, ' ') << line << "\n";
  };
  if (fails) more("-> " + point.remedy);
  if (!why) return;
  more(point.why);
  more(point.source);
}

void printGuard(const std::string& subject, const GuardReport& report, bool why) {
  const Printer printer;
  printer.heading("Disclosure of " + subject, "rules " + std::to_string(ruleBook().version));
  for (const GuardPoint& point : report) printPoint(point, why, printer);
  const std::size_t open = openPoints(report);
  std::cout << (open == 0 ? "No open point." : formatCount(open, "open point") + ".") << "\n"
            << kGuardAid << "\n";
}

int runGuard(const GuardArguments& arguments) {
  try {
    const std::optional<DisclosureFacts> table = tableOf(arguments.open.paths);
    const auto [subject, report] = table ? Guarded{table->subject, guard(*table)} : guardedView(arguments);
    const bool passed = std::none_of(report.begin(), report.end(), refuses);
    if (arguments.json)
      std::cout << guardJson(subject, report, passed);
    else
      printGuard(subject, report, arguments.why);
    return passed ? kExitOk : kExitErrors;
  } catch (const GuardFailure& failure) {
    std::cerr << "adit guard: " << failure.message << "\n";
    return failure.exitCode;
  }
}

}  // namespace

void addGuardVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<GuardArguments>();
  CLI::App* verb =
      app.add_subcommand("guard", "Check a view, a picture or a table against rules of disclosure");
  addOpenOptions(*verb, arguments->open);
  verb->add_option("-c,--command", arguments->commands, "A command before the check; may be repeated")
      ->type_name("COMMAND")
      ->allow_extra_args(false);
  verb->add_option("--view", arguments->view, "A saved view in place of the current one")->type_name("NAME");
  verb->add_flag("--why", arguments->why, "With the reason and the source of each rule");
  verb->add_flag("--json", arguments->json, "For programs; docs/publishing.md describes it");
  verb->footer(
      std::string("PATH is a picture of Adit, a table that adit report wrote, or anything that opens.\n") +
      "Exit: 0 no required rule is broken, 1 one is, 2 wrong usage\n" + kGuardAid);
  verb->callback([arguments, &exitCode] { exitCode = runGuard(*arguments); });
}

}  // namespace adit::viewer
