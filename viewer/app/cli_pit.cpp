// adit pit: from a block model and prices to a pit, its phases and a schedule.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include "geology/formats/minelib.h"
#include "geology/planning/pit_json.h"
#include "geology/planning/pit_plan.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/pit_access.h"
#include "viewer/app/pit_report.h"
#include "viewer/app/terminal_progress.h"
#include "viewer/publish/refusal.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {

namespace {

struct PitArguments {
  OpenArguments open;
  std::string plan, output, design;
  bool json = false;
};

std::optional<std::string> readText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::optional<planning::PitInputs> readPlan(const std::string& path) {
  const auto text = readText(path);
  if (!text) {
    std::cerr << "adit pit: " << path << " cannot be read; docs/planning.md has one to begin with\n";
    return std::nullopt;
  }
  planning::PitReading reading = planning::pitFromJson(*text);
  if (!reading.inputs) std::cerr << "adit pit: " << path << ": " << reading.fault << "\n";
  return reading.inputs;
}

/// The precedence of a MineLib file, whose blocks are counted by their ids, for the rows of the model.
std::optional<planning::ListPrecedence> readPrecedence(const std::string& path,
                                                       const geology::BlockModel& model) {
  const auto text = readText(path);
  if (!text) {
    std::cerr << "adit pit: the precedence " << path << " cannot be read\n";
    return std::nullopt;
  }
  const geology::Column* id = geology::findColumn(model.columns, "id");
  std::vector<std::uint32_t> rowOfId(model.blockCount());
  for (std::size_t row = 0; row < rowOfId.size(); ++row) {
    const std::size_t of = id != nullptr && id->isNumeric() ? static_cast<std::size_t>(id->values[row]) : row;
    if (of < rowOfId.size()) rowOfId[of] = static_cast<std::uint32_t>(row);
  }
  geology::Progress progress;
  geology::Diagnostics diagnostics;
  formats::Findings findings(path);
  const formats::MinelibPrecedence read =
      formats::readMinelibPrecedence({path, *text}, rowOfId.size(), findings, progress);
  findings.appendTo(diagnostics);
  printDiagnostics(diagnostics, geology::Severity::Note);
  std::vector<std::vector<planning::NodeIndex>> of(model.blockCount());
  for (std::size_t b = 0; b < of.size(); ++b)
    for (std::size_t a = read.first[b]; a < read.first[b + 1]; ++a)
      of[rowOfId[b]].push_back(rowOfId[read.predecessor[a]]);
  return planning::ListPrecedence::of(of);
}

int written(const geology::Diagnostics& said) {
  printDiagnostics(said, geology::Severity::Note);
  return geology::countSeverity(said, geology::Severity::Error) > 0 ? kExitErrors : kExitOk;
}

int writeDesign(const geology::Deposit& deposit, const planning::PitOutcome& outcome,
                const std::string& path) {
  if (outcome.design) return written(writePitDesign(deposit, outcome, path));
  std::cerr << "adit pit: there is no design to write; state design in the plan\n";
  return kExitErrors;
}

const geology::BlockModel* modelNamed(const geology::Deposit& deposit, const std::string& name) {
  for (const auto& model : deposit.blockModels)
    if (model->name == name || (name.empty() && deposit.blockModels.size() == 1)) return model.get();
  return nullptr;
}

/// What public mode, where the project is in it, has against these figures; empty: nothing.
std::string refusedPit(const project::OpenResult& opened, const planning::PitInputs& inputs) {
  if (opened.savedStateJson.empty()) return {};
  OrError<ViewState> saved = stateFromJson(opened.savedStateJson);
  auto* state = std::get_if<ViewState>(&saved);
  if (state == nullptr) return std::get<CommandError>(saved).message;
  state->pit = {true, inputs};
  return refusal(*opened.deposit, *state, "pit");
}

int runPit(const PitArguments& arguments) {
  const auto inputs = readPlan(arguments.plan);
  if (!inputs) return kExitUsage;
  Interrupts interrupts;
  const project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  printDiagnostics(opened.deposit->diagnostics, geology::Severity::Error);
  if (opened.deposit->empty()) return kExitErrors;
  if (const std::string refused = refusedPit(opened, *inputs); !refused.empty()) {
    std::cerr << "adit pit: " << refused << "\n";
    return kExitErrors;
  }
  std::optional<planning::ListPrecedence> precedence;
  const geology::BlockModel* model = modelNamed(*opened.deposit, inputs->model);
  if (!inputs->slopes.precedenceFile.empty() && model != nullptr) {
    const auto beside = std::filesystem::path(arguments.plan).parent_path() / inputs->slopes.precedenceFile;
    precedence = readPrecedence(beside.string(), *model);
    if (!precedence) return kExitErrors;
  }
  std::optional<planning::PitOutcome> found;
  try {
    workInTerminal("adit pit", interrupts, [&](geology::Progress& progress) {
      found = planning::planPit({*opened.deposit, *inputs, precedence ? &*precedence : nullptr}, progress);
    });
  } catch (const geology::Cancelled&) {
    std::cerr << "adit pit: cancelled; nothing was written\n";
    return kExitErrors;
  }
  const planning::PitOutcome& outcome = *found;
  printDiagnostics(outcome.diagnostics, geology::Severity::Note);
  if (arguments.json)
    std::cout << pitRecord(*inputs, outcome);
  else
    printPit(*inputs, outcome, Printer());
  if (geology::countSeverity(outcome.diagnostics, geology::Severity::Error) > 0) return kExitErrors;
  if (!arguments.design.empty() && writeDesign(*opened.deposit, outcome, arguments.design) != kExitOk)
    return kExitErrors;
  return arguments.output.empty() ? kExitOk
                                  : written(writePitModel(*opened.deposit, outcome, arguments.output));
}

}  // namespace

void addPitVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<PitArguments>();
  CLI::App* verb = app.add_subcommand("pit", "Pit limit, nested shells, phases and a schedule, by a plan");
  addOpenOptions(*verb, arguments->open);
  verb->add_option("--plan", arguments->plan,
                   "Prices, costs, slopes and capacities (JSON); docs/planning.md says what is in it")
      ->type_name("FILE")
      ->required();
  verb->add_option("--write", arguments->output,
                   "The block model with the columns pit value, shell, phase and period (.csv, .vti, .vtu)")
      ->type_name("FILE");
  verb->add_option(
          "--design", arguments->design,
          "The pit with benches, berms and ramp around the last shell, as a surface (.obj, .stl, .vtp)")
      ->type_name("FILE");
  verb->add_flag("--json", arguments->json, "Everything as JSON on standard output");
  verb->footer(
      "A pit shell is no design, and neither is a reserve: reserves come from a Competent or Qualified "
      "Person.");
  verb->callback([arguments, &exitCode] { exitCode = runPit(*arguments); });
}

}  // namespace adit::viewer
