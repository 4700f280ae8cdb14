// Progress and cancel of long work, shared between the thread that works and the one that watches.
#pragma once
#include <atomic>
#include <mutex>
#include <string>

namespace adit::geology {

/// Thrown by throwIfCancelled; the boundary of the long work turns it into an empty result.
struct Cancelled {};

class Progress {
 public:
  /// Worker: how far (0..1) and with what, e.g. "reading assay.csv".
  void report(double fraction, std::string what) {
    fraction_ = fraction;
    const std::scoped_lock lock(mutex_);
    what_ = std::move(what);
  }
  void throwIfCancelled() const {
    if (cancelled_) throw Cancelled{};
  }
  bool cancelled() const { return cancelled_; }
  /// Watcher.
  void cancel() { cancelled_ = true; }
  double fraction() const { return fraction_; }
  std::string what() const {
    const std::scoped_lock lock(mutex_);
    return what_;
  }

 private:
  std::atomic<double> fraction_{0};
  std::atomic<bool> cancelled_{false};
  mutable std::mutex mutex_;
  std::string what_;
};

}  // namespace adit::geology
