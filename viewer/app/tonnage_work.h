// Keeps the tonnes of the shown blocks up with the view, without the frame waiting for them.
#pragma once
#include <functional>
#include <future>
#include <optional>

#include "geology/model/progress.h"
#include "viewer/geometry/shown_tonnage.h"

namespace adit::viewer {

/// One question at a time is worked on, off the main thread; when it is answered, the latest one follows. So
/// a drag shows answers as fast as they can be had, and the last of them is that of where it ended.
class TonnageWork {
 public:
  /// `whenDone` is called on the working thread.
  explicit TonnageWork(std::function<void()> whenDone);
  ~TonnageWork();  ///< cancels and waits
  TonnageWork(const TonnageWork&) = delete;
  TonnageWork& operator=(const TonnageWork&) = delete;

  /// Once a frame: takes what is finished, and begins on the question when it is another. Never waits.
  void follow(std::optional<TonnageQuestion> question);
  /// The latest answer; not `known` while that to the latest question is being worked out.
  const TonnageFacts& facts() const { return facts_; }
  bool busy() const { return answer_.valid(); }

 private:
  void takeAnswer();
  void start(const TonnageQuestion& question);
  void forget();

  std::function<void()> whenDone_;
  std::optional<TonnageQuestion> asked_;   ///< what `answer_` or `facts_` is about
  std::optional<TonnageQuestion> wanted_;  ///< of the last frame
  TonnageFacts facts_;
  SelectionCache cache_;  ///< of asked_->object; the working thread's while busy
  geology::Progress progress_;
  std::future<TonnageFacts> answer_;
};

}  // namespace adit::viewer
