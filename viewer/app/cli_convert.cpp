#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/conversion.h"
#include "viewer/app/ground_at.h"

namespace adit::viewer {

namespace {

struct ConvertArguments {
  OpenArguments open;
  std::string output, object, at;
};

int runConvert(const ConvertArguments& arguments) {
  const std::string ending = std::filesystem::path(arguments.output).extension().string();
  if (!canConvertTo(ending)) {
    std::cerr << "adit convert: nothing can be written as \"" << ending << "\"; " << conversionHelp() << "\n";
    return kExitUsage;
  }
  const project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  printDiagnostics(opened.deposit->diagnostics, geology::Severity::Error);
  if (opened.deposit->empty()) return kExitErrors;
  std::shared_ptr<const geology::Deposit> deposit = opened.deposit;
  if (!arguments.at.empty()) {
    auto ground = groundAt(*deposit, arguments.at);
    if (const auto* fault = std::get_if<CommandError>(&ground)) {
      std::cerr << "adit convert: " << fault->message << "\n";
      return kExitErrors;
    }
    deposit = std::get<0>(std::move(ground));
  }
  const ConversionResult result = convert({deposit, arguments.object, arguments.output});
  if (!result.usageError.empty()) {
    std::cerr << "adit convert: " << result.usageError << "\n";
    return kExitUsage;
  }
  printDiagnostics(result.diagnostics, geology::Severity::Note);
  if (geology::countSeverity(result.diagnostics, geology::Severity::Error) > 0) return kExitErrors;
  std::cout << result.converted << " -> " << arguments.output << "\n";
  return kExitOk;
}

}  // namespace

void addConvertVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<ConvertArguments>();
  CLI::App* verb = app.add_subcommand("convert", "Write one object as a file for another program");
  addOpenOptions(*verb, arguments->open);
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
  verb->callback([arguments, &exitCode] { exitCode = runConvert(*arguments); });
}

}  // namespace adit::viewer
