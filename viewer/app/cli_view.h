// What every verb that shows something has in common: a deposit, and the view that scripts and commands make
// of it.
#pragma once
#include <string>
#include <vector>

#include "viewer/app/cli_open.h"
#include "viewer/state/command.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct ViewArguments {
  OpenArguments open;
  std::vector<std::string> scripts, commands, legends;
};

/// Thrown with a message for standard error; the exit code is 1 or 2.
struct VerbFailure {
  std::string message;
  int exitCode;
};

template <typename T>
T orThrow(OrError<T> result, int exitCode) {
  if (const auto* fault = std::get_if<CommandError>(&result)) throw VerbFailure{fault->message, exitCode};
  return std::move(std::get<T>(result));
}

/// Adds PATH... and its options, --legend, --script and -c.
void addViewOptions(CLI::App& verb, ViewArguments& arguments);

struct OpenedView {
  project::OpenResult opened;
  ViewState state;
};
/// Opens, and applies scripts and commands in the order in which they stand on the command line to the view
/// that a project file brings, else to that which the window would start with. `aspect`: width by height.
/// Errors of the files go to standard error; an empty deposit throws with the exit code 1.
OpenedView openView(const CLI::App& verb, const ViewArguments& arguments, double aspect);

}  // namespace adit::viewer
