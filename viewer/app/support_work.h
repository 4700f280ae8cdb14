// Works out the data support of a deposit's block models, without the window waiting for it.
#pragma once
#include <functional>
#include <future>
#include <memory>

#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::viewer {

class SupportWork {
 public:
  /// `whenDone` is called on the working thread.
  explicit SupportWork(std::function<void()> whenDone);
  ~SupportWork();  ///< cancels and waits
  SupportWork(const SupportWork&) = delete;
  SupportWork& operator=(const SupportWork&) = delete;

  /// Begins on a deposit, when there is something to find; what was under way is cancelled. `asOf`: as
  /// ViewState::asOf.
  void start(std::shared_ptr<const geology::Deposit> deposit, const std::string& asOf = {});
  /// Once a frame: begins anew when the date is another and the last work is done. So a drag along the years
  /// shows answers as fast as they can be had.
  void follow(const std::shared_ptr<const geology::Deposit>& deposit, const std::string& asOf);
  bool busy() const { return found_.valid(); }
  double fraction() const { return busy() ? progress_->fraction() : 0; }
  /// Once, when it is finished: the same deposit with its support; else nullptr. Never waits.
  std::shared_ptr<const geology::Deposit> take();

 private:
  void cancel();
  std::string asOf_;  ///< of the last start
  std::function<void()> whenDone_;
  std::shared_ptr<geology::Progress> progress_;
  std::future<std::shared_ptr<const geology::Deposit>> found_;
};

/// Holes, and models of a size for which every block can be asked.
bool canHaveSupport(const geology::Deposit& deposit);

}  // namespace adit::viewer
