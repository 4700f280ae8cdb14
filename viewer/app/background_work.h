// Long work off the main thread: opening and saving, one at a time, with progress and cancel.
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "geology/estimation/plan_defaults.h"
#include "geology/estimation/run_plan.h"
#include "geology/model/progress.h"
#include "geology/project/open.h"
#include "viewer/app/saved_estimates.h"
#include "viewer/publish/picture_export.h"

namespace adit::viewer {

struct Opened {
  project::OpenRequest request;
  project::OpenResult result;
};
struct Saved {
  std::string path;
  geology::Diagnostics faults;           ///< empty: saved
  std::vector<SavedEstimate> estimates;  ///< that have become files
};
struct PictureSaved {
  std::string path;
  std::string fault;  ///< empty: saved
};
struct WorkCancelled {};
/// Something that no reader foresaw (no memory left, say), in words.
struct WorkFailed {
  std::string message;
};
struct CachesWritten {
  std::size_t count = 0;
};
struct PlanProposed {
  estimation::PlanProposal proposal;
};
struct Estimated {
  std::shared_ptr<const geology::Deposit> of;  ///< that the plan was carried out on
  estimation::PlanOutcome outcome;
  std::string record;  ///< estimateRecord()
};
/// Another file than a project or a picture.
struct FileWritten {
  std::string path;
};
using WorkOutcome = std::variant<Opened, Saved, PictureSaved, CachesWritten, FileWritten, PlanProposed,
                                 Estimated, WorkCancelled, WorkFailed>;

class BackgroundWork {
 public:
  using Task = std::function<WorkOutcome(geology::Progress&)>;

  BackgroundWork() = default;
  ~BackgroundWork();  ///< cancels and waits
  BackgroundWork(const BackgroundWork&) = delete;
  BackgroundWork& operator=(const BackgroundWork&) = delete;

  /// What is under way is cancelled and waited for first. `whenDone` is called on the working thread.
  void start(Task task, std::function<void()> whenDone);
  void cancel();
  bool busy() const { return outcome_.valid(); }
  /// What came of the work, once, as soon as it is finished; nothing before. Never waits.
  std::optional<WorkOutcome> takeOutcome();
  /// The outcome of the work that is under way; waits for it.
  std::optional<WorkOutcome> waitForOutcome();
  std::string what() const { return busy() ? progress_->what() : std::string(); }
  double fraction() const { return busy() ? progress_->fraction() : 0; }

 private:
  std::shared_ptr<geology::Progress> progress_;
  std::future<WorkOutcome> outcome_;
};

// `asOf`: ViewState::asOf; then from the holes that were drilled by that date.

BackgroundWork::Task openTask(project::OpenRequest request);
BackgroundWork::Task cacheTask(project::OpenResult opened);
BackgroundWork::Task proposeTask(std::shared_ptr<const geology::Deposit> deposit,
                                 estimation::PlanWishes wishes, std::string asOf = {});
BackgroundWork::Task estimateTask(std::shared_ptr<const geology::Deposit> deposit,
                                  estimation::EstimationPlan plan, std::string asOf = {});
/// The estimates first, then the project that names their files; it is saved even where one of them was not.
BackgroundWork::Task saveTask(std::string path, project::OpenResult opened, std::string viewJson,
                              EstimateRecords estimates = {});
/// Stamps and writes what the window has drawn; `scale` is that of its text.
BackgroundWork::Task pictureTask(PictureExport job, Image image, double scale);

}  // namespace adit::viewer
