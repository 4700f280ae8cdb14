#include "geology/model/worker_pool.h"

#include <system_error>

namespace adit::geology {

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  taskThere_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::run(unsigned helpers, const std::function<void()>& work) {
  Task task{&work, helpers};
  if (helpers > 0) {
    const std::scoped_lock lock(mutex_);
    tasks_.push_back(&task);
    startThreads(helpers);
  }
  for (unsigned i = 0; i < helpers; ++i) taskThere_.notify_one();
  work();
  std::unique_lock lock(mutex_);
  tasks_.remove(&task);  // whoever has not come by now is not needed any more
  task.allReturned.wait(lock, [&] { return task.running == 0; });
}

void WorkerPool::startThreads(unsigned wanted) {
  try {
    for (unsigned free = idle_; free < wanted && threads_.size() < mostThreads_; ++free)
      threads_.emplace_back([this] { help(); });
  } catch (const std::system_error&) {
    // The system has no more threads: the work is done by those that there are.
  }
}

void WorkerPool::help() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    taskThere_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
    --idle_;
    if (ending_) return;
    Task& task = *tasks_.front();
    if (--task.wanted == 0) tasks_.pop_front();
    ++task.running;
    lock.unlock();
    (*task.work)();
    lock.lock();
    // Told while the lock is held: the task is gone as soon as who waits for it has seen 0.
    if (--task.running == 0) task.allReturned.notify_one();
  }
}

}  // namespace adit::geology
