// Threads that are kept. Starting one costs 0.2 ms on a virtual machine, as much as a whole loop over a
// million blocks.
#pragma once
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace adit::geology {

/// Helpers for whoever has work that several threads can do at once. Any thread may ask, several at a time,
/// and a helper may ask in its turn: who asks always works itself and waits only for helpers that have begun,
/// so that nobody waits for a thread that never comes.
class WorkerPool {
 public:
  /// At most this many threads; they are started when they are first needed.
  explicit WorkerPool(unsigned mostThreads) : mostThreads_(mostThreads) {}
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Calls `work` on this thread and at the same time on up to `helpers` others; returns when all calls have
  /// returned. `work` ends by itself when nothing is left to do, and does not throw.
  void run(unsigned helpers, const std::function<void()>& work);

 private:
  struct Task {
    const std::function<void()>* work;
    unsigned wanted;       ///< helpers that may still join
    unsigned running = 0;  ///< helpers that have joined and not returned
    std::condition_variable allReturned{};
  };
  void startThreads(unsigned wanted);
  void help();

  const unsigned mostThreads_;
  std::mutex mutex_;  ///< of everything below, and of every Task
  std::condition_variable taskThere_;
  std::list<Task*> tasks_;  ///< those that still want helpers, oldest first
  std::vector<std::thread> threads_;
  unsigned idle_ = 0;
  bool ending_ = false;
};

}  // namespace adit::geology
