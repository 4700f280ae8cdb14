// The window: GLFW, the panels drawn over the scene, the event loop. The command line starts it and waits.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "geology/project/open.h"
#include "viewer/app/legend_access.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct WindowOptions {
  /// What to open; without paths the window starts empty (or restores the last session).
  project::OpenRequest request;
  /// Text form of the commands to apply once the deposit is open (viewer/state/command.h).
  std::vector<std::string> commands;
  std::vector<LegendArgument> legends;  ///< to read before the commands
  /// The tour of what is opened, when it brings none of its own; may be empty.
  std::function<OrError<std::vector<TourStop>>(const geology::Deposit&)> tour;
  int width = 0, height = 0;  ///< in screen units; 0: what fits the monitor
  /// A PNG to write once everything is open and drawn, after which the window closes: for tests and manuals.
  std::string screenshot;
  int present = 0;  ///< not 0: begin with this stop of the tour on the whole screen, counted from 1
  bool restoreSession = false;  ///< without paths: open what was open last
  /// How large everything is drawn; 0: the environment variable ADIT_SCALE, else the scale of the monitor.
  float scale = 0;
};

/// True when there is a display that a window can be opened on.
bool displayAvailable();

/// Returns when the window is closed; the value is the exit code of the program (0, or 1 with a message on
/// standard error when no window could be opened).
int runWindow(const WindowOptions& options);

}  // namespace adit::viewer
