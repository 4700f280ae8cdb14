// Legend files for columns of what is open: from a path to a command, and from a view to a path.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"
#include "viewer/state/command.h"

namespace adit::viewer {

/// The command `legend set COLUMN JSON` that a file means, and what there is to say about the file.
struct LegendOrder {
  Command command;
  geology::Diagnostics notes;
};
/// `column` is a name or an address, as in the legend commands. Errors name file, line and remedy.
OrError<LegendOrder> importLegend(const geology::Deposit& deposit, const std::string& column,
                                  const std::string& path);

/// FMT-LEGEND for a file that is a legend, found among those of a deposit; nothing for others.
std::optional<geology::Diagnostic> describeLegend(const formats::Source& source);

/// "COLUMN=FILE" of the command line.
struct LegendArgument {
  std::string column, path;
};
/// Throws CLI::ValidationError for a text without "=".
std::vector<LegendArgument> legendArguments(const std::vector<std::string>& texts);

/// Writes the legend of a column as the view shows it; the ending of the path chooses the form. Empty, or why
/// it could not be written.
std::string exportLegend(const geology::Deposit& deposit, const ViewState& state, const std::string& column,
                         const std::string& path);

}  // namespace adit::viewer
