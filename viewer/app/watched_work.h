// Long work of a verb: progress on standard error, and Ctrl+C cancels it.
#pragma once
#include <csignal>
#include <functional>

#include "geology/model/progress.h"

namespace adit::viewer {

/// While it lives Ctrl+C does not end the program, but cancels watched work. Threads that are started later
/// inherit that; so it is made before any.
class InterruptHold {
 public:
  InterruptHold();
  ~InterruptHold();
  InterruptHold(const InterruptHold&) = delete;
  InterruptHold& operator=(const InterruptHold&) = delete;

 private:
  sigset_t before_{};
};

/// Runs the work on a thread of its own. Meanwhile a terminal shows one line that is written over; elsewhere
/// a line for each new task and each tenth of it, when the work takes more than a moment. False: Ctrl+C was
/// pressed and the work gave up. Other exceptions of the work are thrown on.
bool runWatched(const std::function<void(geology::Progress&)>& work);

}  // namespace adit::viewer
