#include "geology/project/parallel_work.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <numeric>
#include <thread>

namespace adit::project {

namespace {

/// The shared state of one run. Pieces are taken largest first, so that a long one does not start last.
class Run {
 public:
  explicit Run(const std::vector<Piece>& pieces)
      : pieces_(pieces), progress_(pieces.size()), order_(pieces.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return pieces[a].size > pieces[b].size; });
    for (const Piece& piece : pieces) total_ += static_cast<double>(piece.size);
  }

  /// A worker's life.
  void work() {
    for (std::size_t turn = next_++; turn < order_.size(); turn = next_++) {
      const std::size_t i = order_[turn];
      try {
        progress_[i].report(0, pieces_[i].what);
        pieces_[i].work(progress_[i]);
        progress_[i].report(1, "");
      } catch (...) {
        fail(std::current_exception());
      }
    }
    const std::scoped_lock lock(mutex_);
    ++idle_;
    ended_.notify_one();
  }

  /// The watcher's life: until all workers are done.
  void watch(std::size_t workers, geology::Progress& outer) {
    std::unique_lock lock(mutex_);
    while (!ended_.wait_for(lock, std::chrono::milliseconds(20), [&] { return idle_ == workers; })) {
      if (outer.cancelled()) stop();
      report(outer);
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void fail(std::exception_ptr failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    stop();
  }

  void stop() {
    next_ = order_.size();
    for (geology::Progress& progress : progress_) progress.cancel();
  }

  void report(geology::Progress& outer) {
    double done = 0;
    std::string what;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const double fraction = progress_[i].fraction();
      done += fraction * static_cast<double>(pieces_[i].size);
      if (fraction < 1 && what.empty()) what = progress_[i].what();
    }
    outer.report(total_ > 0 ? done / total_ : 0, std::move(what));
  }

  const std::vector<Piece>& pieces_;
  std::deque<geology::Progress> progress_;  // a deque: Progress can be neither copied nor moved
  std::vector<std::size_t> order_;
  double total_ = 0;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t idle_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void runPieces(const std::vector<Piece>& pieces, geology::Progress& progress) {
  progress.throwIfCancelled();
  if (pieces.empty()) return;
  const std::size_t workers =
      std::min<std::size_t>(pieces.size(), std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
  Run run(pieces);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < workers; ++i) threads.emplace_back([&run] { run.work(); });
    run.watch(workers, progress);
  }
  progress.throwIfCancelled();
}

}  // namespace adit::project
