// What every verb that opens something has in common.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "geology/project/open.h"

namespace CLI {
class App;
}

namespace adit::viewer {

struct OpenArguments {
  std::vector<std::string> paths;
  std::vector<std::string> choices;  ///< "KEY=VALUE"
  std::string crs;
  bool noCache = false;
};

/// Adds PATH..., --choice, --crs and --no-cache.
void addOpenOptions(CLI::App& app, OpenArguments& arguments, bool pathsRequired = true);

/// Adds --legend COLUMN=FILE.
void addLegendOption(CLI::App& app, std::vector<std::string>& legends);

/// Throws CLI::ValidationError for a choice without "=".
project::OpenRequest requestOf(const OpenArguments& arguments);

/// "1600x1000" as {width, height}. Throws CLI::ValidationError for anything else and for sizes out of bounds.
std::array<int, 2> sizeOf(const std::string& text);

/// Opens, with progress on standard error when that is a terminal, and writes the caches that are worth it.
project::OpenResult openForTerminal(const project::OpenRequest& request);

/// Those of at least that severity on standard error, one line each.
void printDiagnostics(const geology::Diagnostics& diagnostics, geology::Severity atLeast);

/// Which sources are not what the project or the picture was saved with, on standard error.
void printChanges(const geology::Diagnostics& diagnostics);

}  // namespace adit::viewer
