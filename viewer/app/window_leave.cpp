// Estimates that were made in the window and are in no file: saved with the project, asked about before they
// would be gone.
#include <utility>

#include "viewer/app/window_session.h"

namespace adit::viewer {

void WindowSession::leaveFor(std::function<void()> next) {
  if (unsavedEstimates_.empty()) return next();
  nextAfterLeaving_ = std::move(next);
  memory_.browser.reset();
  memory_.leaveAsked = true;
  quietFrames_ = 0;
}

void WindowSession::leaveUnsaved() {
  unsavedEstimates_.clear();
  memory_.leaveAsked = false;
  if (const auto next = std::exchange(nextAfterLeaving_, nullptr)) next();
}

bool WindowSession::staysOpen() {
  if (unsavedEstimates_.empty() || !options_.screenshot.empty()) return false;
  window_.keepOpen();
  leaveFor([this] { window_.close(); });
  return true;
}

void WindowSession::showProjectSaved(const Saved& saved) {
  document_.learnSaved(saved.estimates);
  for (const SavedEstimate& one : saved.estimates) unsavedEstimates_.erase(one.saved->name);
  if (!saved.estimates.empty()) learnedMore();
  const bool leaves = std::exchange(leaveWhenSaved_, false) && memory_.leaveAsked;
  if (!saved.faults.empty()) return say(saved.faults.front().message);
  document_.setProjectPath(saved.path);
  std::string with;
  for (const SavedEstimate& one : saved.estimates) with += (with.empty() ? " with " : ", ") + one.source.path;
  say("Saved as " + saved.path + with);
  if (leaves) leaveUnsaved();
}

}  // namespace adit::viewer
