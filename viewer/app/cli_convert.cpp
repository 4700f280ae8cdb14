#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_view.h"
#include "viewer/app/conversion.h"
#include "viewer/app/ground_at.h"

namespace adit::viewer {

namespace {

struct ConvertArguments {
  ViewArguments view;
  std::string output, object, at;
};

int convertOrThrow(const CLI::App& verb, const ConvertArguments& arguments) {
  const std::string ending = std::filesystem::path(arguments.output).extension().string();
  if (!canConvertTo(ending)) {
    std::cerr << "adit convert: nothing can be written as \"" << ending << "\"; " << conversionHelp() << "\n";
    return kExitUsage;
  }
  const OpenedView shown = openView(verb, arguments.view, 1);
  std::shared_ptr<const geology::Deposit> deposit = shown.opened.deposit;
  if (!arguments.at.empty()) deposit = orThrow(groundAt(deposit, arguments.at), kExitErrors);
  const ConversionResult result = convert({deposit, arguments.object, arguments.output, shown.state});
  if (!result.usageError.empty()) {
    std::cerr << "adit convert: " << result.usageError << "\n";
    return kExitUsage;
  }
  if (!result.refused.empty()) {
    std::cerr << "adit convert: " << result.refused << "\n";
    return kExitErrors;
  }
  printDiagnostics(result.diagnostics, geology::Severity::Note);
  if (geology::countSeverity(result.diagnostics, geology::Severity::Error) > 0) return kExitErrors;
  std::cout << result.converted << " -> " << arguments.output << "\n";
  return kExitOk;
}

int runConvert(const CLI::App& verb, const ConvertArguments& arguments) {
  try {
    return convertOrThrow(verb, arguments);
  } catch (const VerbFailure& failure) {
    std::cerr << "adit convert: " << failure.message << "\n";
    return failure.exitCode;
  }
}

}  // namespace

void addConvertVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<ConvertArguments>();
  CLI::App* verb = app.add_subcommand("convert", "Write one object as a file for another program");
  addViewOptions(*verb, arguments->view);
  verb->add_option("-o,--output", arguments->output, "The file to write; its ending says as what")
      ->required()
      ->type_name("FILE");
  verb->add_option("--object", arguments->object,
                   "The object or interval table, where several could be written; adit check lists them")
      ->type_name("NAME");
  verb->add_option(
          "--at", arguments->at,
          "The ground as the mine plan leaves it at that moment: a period's label, a number of periods, "
          "start or end")
      ->type_name("PERIOD");
  verb->footer(conversionHelp());
  verb->callback([verb, arguments, &exitCode] { exitCode = runConvert(*verb, *arguments); });
}

}  // namespace adit::viewer
