// Finds the pit of a view without the window waiting for it: the limit at once, then all the rest.
#pragma once
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>

#include "geology/model/progress.h"
#include "viewer/geometry/pit_answer.h"

namespace adit::viewer {

/// One question at a time, and the latest one wins: a newer question stops the work on shells and schedule of
/// the one before, but not that on its limit, so that a slider that is drawn shows one limit after the other.
class PitWork {
 public:
  /// `whenDone` is called on the working thread, once for each answer and at the end.
  explicit PitWork(std::function<void()> whenDone) : whenDone_(std::move(whenDone)) {}
  ~PitWork();  ///< cancels and waits
  PitWork(const PitWork&) = delete;
  PitWork& operator=(const PitWork&) = delete;

  /// Once a frame. Nothing asked: what is under way is stopped, and what was asked is forgotten.
  void follow(std::optional<PitAsk> ask);
  /// Answers in their order, each once; nullptr when there is none. Never waits.
  std::shared_ptr<const PitAnswer> take();
  /// Gives up the question, until it is another one.
  void cancel();
  bool busy() const { return work_.valid(); }
  bool wasCancelled() const { return givenUp_; }
  /// The latest question; nothing: none.
  const std::optional<PitAsk>& asked() const { return asked_; }
  double fraction() const;
  std::string what() const;

 private:
  /// Of one question.
  struct Job {
    geology::Progress limit, whole;
    std::mutex mutex;
    std::deque<std::shared_ptr<const PitAnswer>> answers;  ///< not taken yet
  };
  static void work(const PitAsk& ask, Job& job, const std::function<void()>& whenDone);
  void start(PitAsk ask);

  std::function<void()> whenDone_;
  std::optional<PitAsk> asked_;
  bool givenUp_ = false;
  std::shared_ptr<Job> job_;
  std::future<void> work_;
};

/// The same without a window: waits for the whole answer. The same deposit when the view asks for no pit, or
/// the last answer is that to its question. `last` keeps the answer between two views.
std::shared_ptr<const geology::Deposit> withAskedPit(std::shared_ptr<const geology::Deposit> deposit,
                                                     const ViewState& state,
                                                     std::shared_ptr<const PitAnswer>& last,
                                                     geology::Progress& progress);

}  // namespace adit::viewer
