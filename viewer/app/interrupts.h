// Ctrl+C during long work without a window.
#pragma once
#include <atomic>
#include <thread>

#include "geology/model/progress.h"

namespace adit::viewer {

/// While one lives, Ctrl+C (and a request to end) cancels the work that it follows; without any it ends the
/// program as usual. Make it before other threads are: they inherit what it blocks.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  /// nullptr: nothing is followed.
  void follow(geology::Progress* work) { work_ = work; }

 private:
  void watch() const;
  std::atomic<geology::Progress*> work_{nullptr};
  std::atomic<bool> done_{false};
  std::thread watcher_;
};

}  // namespace adit::viewer
