#include "viewer/app/legend_access.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "viewer/legends/legend_file.h"
#include "viewer/state/command_targets.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr std::uintmax_t kMostBytes = 16U << 20U;  ///< the reader of legends says what is too large for it

OrError<NamedColumn> columnNamed(const geology::Deposit& deposit, const std::string& column) {
  ViewState unused;
  Arguments arguments(std::span(&column, 1));
  CommandContext context{unused, deposit, arguments};
  NamedColumn named = takeLegendColumn(context);
  if (!arguments.error().empty()) return CommandError{arguments.error()};
  return named;
}

OrError<std::string> textOfFile(const std::string& path) {
  std::error_code fault;
  const std::uintmax_t size = std::filesystem::file_size(path, fault);
  if (fault) return CommandError{path + ": " + fault.message()};
  if (size > kMostBytes) return CommandError{path + ": no legend is that large (16 MiB at most)"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return CommandError{path + ": cannot be read"};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

std::optional<geology::Diagnostic> describeLegend(const formats::Source& source) {
  const LegendImport read = readLegend(source.path, source.bytes);
  if (!read.legend) return std::nullopt;
  return geology::Diagnostic{
      .severity = geology::Severity::Note,
      .code = "FMT-LEGEND",
      .file = source.path,
      .message = "this is a legend: it colours a column and is no part of a deposit",
      .remedy = "bring it in with --legend COLUMN=" + std::filesystem::path(source.path).filename().string() +
                ", or with Import below the legend of a column"};
}

OrError<LegendOrder> importLegend(const geology::Deposit& deposit, const std::string& column,
                                  const std::string& path) {
  const OrError<NamedColumn> named = columnNamed(deposit, column);
  if (const auto* fault = std::get_if<CommandError>(&named)) return *fault;
  const OrError<std::string> text = textOfFile(path);
  if (const auto* fault = std::get_if<CommandError>(&text)) return *fault;
  const auto& [name, values] = std::get<NamedColumn>(named);
  LegendImport read = readLegendFor(*values, path, std::get<std::string>(text));
  if (!read.legend) return CommandError{geology::formatDiagnostic(read.diagnostics.back())};
  return LegendOrder{command("legend set", name, toJson(*read.legend)), std::move(read.diagnostics)};
}

std::vector<LegendArgument> legendArguments(const std::vector<std::string>& texts) {
  std::vector<LegendArgument> arguments;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
      throw CLI::ValidationError("--legend", "\"" + text + "\" is not of the form COLUMN=FILE");
    arguments.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return arguments;
}

std::string exportLegend(const geology::Deposit& deposit, const ViewState& state, const std::string& column,
                         const std::string& path) {
  const auto format = legendFormatOf(path);
  if (!format) return path + ": its ending must be .json, .csv or .cpt";
  const OrError<NamedColumn> named = columnNamed(deposit, column);
  if (const auto* fault = std::get_if<CommandError>(&named)) return fault->message;
  const auto& [name, values] = std::get<NamedColumn>(named);
  const auto text = legendText(legendOf(state, name), *values, *format);
  if (!text) return path + ": this form cannot hold this legend; .json can hold every one";
  std::ofstream file(path, std::ios::binary);
  file << *text;
  file.close();
  return file ? std::string() : path + ": cannot be written";
}

}  // namespace adit::viewer
