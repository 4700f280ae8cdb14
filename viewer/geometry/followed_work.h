// Keeps an answer up with a view, without the frame waiting for it.
#pragma once
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <future>
#include <optional>

#include "geology/model/progress.h"
#include "viewer/geometry/selection_cache.h"

namespace adit::viewer {

/// How questions of one kind are answered. `Question` has the members deposit, object and column.
template <typename Question, typename Facts>
struct AnswerWays {
  Facts (*unanswered)(const Question&) = nullptr;  ///< what is known at once; not `known`
  Facts (*answer)(const Question&, SelectionCache&, const geology::Progress&) = nullptr;
  void (*sayFault)(Facts&, const std::string& fault) = nullptr;
};

/// One question at a time is worked on, off the main thread; when it is answered, the latest one follows. So
/// a drag shows answers as fast as they can be had, and the last of them is that of where it ended.
template <typename Question, typename Facts>
class FollowedWork {
 public:
  /// `whenDone` is called on the working thread; may be empty.
  FollowedWork(AnswerWays<Question, Facts> ways, std::function<void()> whenDone)
      : ways_(ways), whenDone_(std::move(whenDone)) {}
  ~FollowedWork() {  ///< cancels and waits
    progress_.cancel();
    if (answer_.valid()) answer_.wait();
  }
  FollowedWork(const FollowedWork&) = delete;
  FollowedWork& operator=(const FollowedWork&) = delete;

  /// Once a frame: takes what is finished, and begins on the question when it is another. Never waits.
  void follow(std::optional<Question> question) {
    takeAnswer();
    if (!question) facts_ = {};
    if (busy() || question == asked_) return;
    if (question)
      start(std::move(*question));
    else
      forget();
  }
  /// As follow(), and waits until that very question is answered.
  void settle(const std::optional<Question>& question) {
    follow(question);
    while (busy()) {
      answer_.wait();
      follow(question);
    }
  }
  /// From the next question on.
  void setWhenDone(std::function<void()> whenDone) { whenDone_ = std::move(whenDone); }
  /// The latest answer; not `known` while that to the latest question is being worked out.
  const Facts& facts() const { return facts_; }
  bool busy() const { return answer_.valid(); }
  /// How many answers there have been: another number, another answer.
  std::uint64_t answers() const { return answers_; }

 private:
  void takeAnswer() {
    if (!busy() || answer_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    facts_ = answer_.get();
    ++answers_;
  }
  /// A deposit that is closed is not held in memory for the sake of its last question.
  void forget() {
    asked_.reset();
    cache_ = {};
  }
  void start(Question question) {
    const bool sameBlocks =
        asked_ && asked_->deposit == question.deposit && asked_->object == question.object;
    if (!sameBlocks) cache_ = {};
    if (!sameBlocks || asked_->column != question.column) facts_ = ways_.unanswered(question);
    facts_.known = false;
    asked_ = question;
    answer_ = std::async(std::launch::async, [this, asked = std::move(question), whenDone = whenDone_] {
      Facts facts = answered(asked);
      if (whenDone) whenDone();
      return facts;
    });
  }
  /// The boundary of the work: nothing is thrown past it.
  Facts answered(const Question& question) {
    Facts facts = ways_.unanswered(question);
    try {
      facts = ways_.answer(question, cache_, progress_);
    } catch (const geology::Cancelled&) {
      ways_.sayFault(facts, "Cancelled.");
    } catch (const std::exception& fault) {  // no memory left, say
      ways_.sayFault(facts, fault.what());
    }
    return facts;
  }

  AnswerWays<Question, Facts> ways_;
  std::function<void()> whenDone_;
  std::optional<Question> asked_;  ///< what `answer_` or `facts_` is about
  Facts facts_;
  std::uint64_t answers_ = 0;
  SelectionCache cache_;  ///< of asked_->object; the working thread's while busy
  geology::Progress progress_;
  std::future<Facts> answer_;
};

}  // namespace adit::viewer
