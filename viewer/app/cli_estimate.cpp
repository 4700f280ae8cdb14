// adit estimate: from drillholes to a block model, by a plan.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include "geology/estimation/plan_defaults.h"
#include "geology/estimation/plan_edit.h"
#include "geology/estimation/plan_json.h"
#include "geology/estimation/run_plan.h"
#include "geology/project/write_caches.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/conversion.h"
#include "viewer/app/estimate_as_of.h"
#include "viewer/app/estimate_report.h"
#include "viewer/app/watched_work.h"
#include "viewer/app/whole_files.h"

namespace adit::viewer {

namespace {

struct EstimateArguments {
  OpenArguments open;
  std::string plan, output, column, holes, variogram, asOf, filter;
  std::vector<std::string> changes;  ///< "MEMBER=VALUE"
  std::size_t blocks = 1'000'000;
  bool writeTemplate = false;
};

/// False, and said, when the file cannot be written.
bool written(const std::string& path, const std::string& text) {
  if (writeText(path, text)) return true;
  std::cerr << "adit estimate: " << path << " cannot be written; choose a folder that you may write to\n";
  return false;
}

/// The plan with what --set says; nothing, and said, where that is no plan.
std::optional<estimation::EstimationPlan> changed(estimation::EstimationPlan plan,
                                                  const std::vector<std::string>& changes) {
  for (const std::string& change : changes) {
    const std::size_t equals = std::min(change.find('='), change.size());
    const std::string value = equals < change.size() ? change.substr(equals + 1) : std::string();
    estimation::PlanReading reading = estimation::planWith(plan, change.substr(0, equals), value);
    if (!reading.plan) {
      std::cerr << "adit estimate: --set " << change << ": " << reading.fault << "\n";
      return std::nullopt;
    }
    plan = std::move(*reading.plan);
  }
  return plan;
}

int sayCancelled() {
  std::cerr << "adit estimate: cancelled; nothing was written\n";
  return kExitCancelled;
}

int runTemplate(const geology::Deposit& deposit, const EstimateArguments& arguments) {
  estimation::PlanProposal proposal;
  const bool finished = runWatched([&](geology::Progress& progress) {
    progress.report(0, "looking for a plan");
    proposal =
        estimation::proposePlan(deposit, {arguments.holes, arguments.column, arguments.blocks}, progress);
  });
  if (!finished) return sayCancelled();
  printDiagnostics(proposal.diagnostics, geology::Severity::Note);
  if (!proposal.usable) return kExitErrors;
  if (!arguments.variogram.empty() &&
      !written(arguments.variogram, variogramCsv(proposal.variograms, proposal.plan)))
    return kExitErrors;
  const auto plan = changed(proposal.plan, arguments.changes);
  if (!plan) return kExitUsage;
  const std::string json = estimation::planToJson(*plan);
  if (arguments.output.empty()) {
    std::cout << json;
    return kExitOk;
  }
  return written(arguments.output, json) ? kExitOk : kExitErrors;
}

std::optional<estimation::EstimationPlan> readPlan(const EstimateArguments& arguments) {
  const std::string& path = arguments.plan;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "adit estimate: " << path
              << " cannot be read; adit estimate PATH --template -o plan.json writes one\n";
    return std::nullopt;
  }
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  estimation::PlanReading reading = estimation::planFromJson(text);
  if (reading.plan) return changed(*reading.plan, arguments.changes);
  std::cerr << "adit estimate: " << path << ": " << reading.fault << "\n";
  return std::nullopt;
}

int writeModel(const geology::Deposit& deposit, estimation::PlanOutcome outcome,
               const EstimateArguments& arguments) {
  auto result = std::make_shared<geology::Deposit>();
  result->crs = deposit.crs;
  result->synthetic = outcome.model.source.synthetic;
  result->syntheticNote = outcome.model.source.note;
  const std::string record = estimateRecord(outcome);
  result->blockModels.push_back(std::make_shared<const geology::BlockModel>(std::move(outcome.model)));
  const WholeFiles files(arguments.output);
  ConversionResult converted;
  const bool finished = runWatched([&](geology::Progress& progress) {
    progress.report(0, "writing " + arguments.output);
    converted = convert({result, "", files.model()});
    progress.throwIfCancelled();
  });
  if (!finished) return sayCancelled();
  printDiagnostics(converted.diagnostics, geology::Severity::Note);
  if (geology::countSeverity(converted.diagnostics, geology::Severity::Error) > 0) return kExitErrors;
  if (!written(files.record(), record)) return kExitErrors;
  const std::string fault = files.keep();
  if (!fault.empty()) std::cerr << "adit estimate: " << fault << "\n";
  return fault.empty() ? kExitOk : kExitErrors;
}

int runEstimate(const EstimateArguments& arguments) {
  const std::string ending = std::filesystem::path(arguments.output).extension().string();
  if (!arguments.writeTemplate && (arguments.plan.empty() || arguments.output.empty())) {
    std::cerr
        << "adit estimate: --plan FILE and -o FILE are needed; or --template, to get a plan to begin with\n";
    return kExitUsage;
  }
  if (!arguments.writeTemplate && ending != ".csv" && ending != ".vti" && ending != ".vtu") {
    std::cerr << "adit estimate: a model is written as .csv, .vti or .vtu, not as \"" << ending << "\"\n";
    return kExitUsage;
  }
  const InterruptHold hold;
  project::OpenResult opened;
  if (!runWatched([&, request = requestOf(arguments.open)](geology::Progress& progress) {
        opened = project::open(request, progress);
        project::writeCaches(opened, progress);
      }))
    return sayCancelled();
  printDiagnostics(opened.deposit->diagnostics, geology::Severity::Error);
  if (opened.deposit->empty()) return kExitErrors;
  std::shared_ptr<const geology::Deposit> deposit = opened.deposit;
  if (!arguments.asOf.empty()) {
    DepositAsOf known = depositAsOf(deposit, arguments.asOf);
    std::cerr << (known.deposit == nullptr ? "adit estimate: " + known.fault : known.holes.text()) << "\n";
    if (known.deposit == nullptr) return kExitUsage;
    deposit = std::move(known.deposit);
  }
  if (arguments.writeTemplate) return runTemplate(*deposit, arguments);
  const auto plan = readPlan(arguments);
  if (!plan) return kExitUsage;
  estimation::PlanOutcome outcome;
  if (!runWatched([&](geology::Progress& progress) {
        progress.report(0, "compositing");
        outcome = estimation::runPlan(*deposit, *plan, progress);
      }))
    return sayCancelled();
  printDiagnostics(outcome.diagnostics, geology::Severity::Note);
  if (geology::countSeverity(outcome.diagnostics, geology::Severity::Error) > 0) return kExitErrors;
  printEstimate(outcome);
  nameByDate(outcome, *deposit, arguments.asOf);
  return writeModel(*deposit, std::move(outcome), arguments);
}

}  // namespace

void addEstimateVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<EstimateArguments>();
  CLI::App* verb = app.add_subcommand("estimate", "Estimate a block model from drillholes, by a plan");
  addOpenOptions(*verb, arguments->open);
  verb->add_option("--plan", arguments->plan, "The plan (JSON); docs/estimation.md says what is in it")
      ->type_name("FILE");
  verb->add_flag("--template", arguments->writeTemplate,
                 "Write a first plan, found from the data, to -o or standard output; every choice is said");
  verb->add_option("--set", arguments->changes,
                   "Change a member of the plan, e.g. passes[0].maxSamples=16; none takes it away; may be "
                   "repeated")
      ->type_name("MEMBER=VALUE")
      ->allow_extra_args(false);
  verb->add_option(
          "--filter", arguments->filter,
          "Only samples that fulfil it, in place of the plan's: drill_type == \"DD\" and Au_gpt < 50")
      ->type_name("EXPRESSION");
  verb->add_option("-o,--output", arguments->output,
                   "The model (.csv, .vti, .vtu); beside it NAME.estimate.json with plan, sources and counts")
      ->type_name("FILE");
  verb->add_option("--column", arguments->column, "With --template: the column to estimate")
      ->type_name("NAME");
  verb->add_option("--holes", arguments->holes, "With --template: the drillholes, where there are several")
      ->type_name("NAME");
  verb->add_option("--blocks", arguments->blocks, "With --template: at most so many blocks")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1}, std::size_t{500'000'000}));
  verb->add_option("--asof", arguments->asOf,
                   "As known by a date (2012, 2012-07-31): only from holes that were drilled by then")
      ->type_name("DATE");
  verb->add_option("--variogram", arguments->variogram,
                   "With --template: the experimental variograms and the fitted one, as CSV")
      ->type_name("FILE");
  verb->footer("An estimate is no classification: categories come from a Competent or Qualified Person.");
  verb->callback([arguments, &exitCode] {
    if (!arguments->filter.empty()) arguments->changes.push_back("filter=" + arguments->filter);
    exitCode = runEstimate(*arguments);
  });
}

}  // namespace adit::viewer
