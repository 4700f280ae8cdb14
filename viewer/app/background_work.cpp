#include "viewer/app/background_work.h"

#include <chrono>
#include <exception>

#include "geology/project/save_project.h"
#include "geology/project/write_caches.h"
#include "viewer/app/estimate_records.h"

namespace adit::viewer {
namespace {

/// The boundary of the long work: nothing is thrown past it.
WorkOutcome guarded(const BackgroundWork::Task& task, geology::Progress& progress) {
  try {
    return task(progress);
  } catch (const geology::Cancelled&) {
    return WorkCancelled{};
  } catch (const std::exception& fault) {
    return WorkFailed{fault.what()};
  }
}

}  // namespace

BackgroundWork::~BackgroundWork() {
  cancel();
  if (outcome_.valid()) outcome_.wait();
}

void BackgroundWork::start(Task task, std::function<void()> whenDone) {
  cancel();
  if (outcome_.valid()) outcome_.wait();
  progress_ = std::make_shared<geology::Progress>();
  outcome_ = std::async(std::launch::async,
                        [task = std::move(task), done = std::move(whenDone), shared = progress_] {
                          WorkOutcome outcome = guarded(task, *shared);
                          done();
                          return outcome;
                        });
}

void BackgroundWork::cancel() {
  if (busy()) progress_->cancel();
}

std::optional<WorkOutcome> BackgroundWork::takeOutcome() {
  if (!busy() || outcome_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return std::nullopt;
  return outcome_.get();
}

std::optional<WorkOutcome> BackgroundWork::waitForOutcome() {
  if (!busy()) return std::nullopt;
  return outcome_.get();
}

BackgroundWork::Task openTask(project::OpenRequest request) {
  return [request = std::move(request)](geology::Progress& progress) -> WorkOutcome {
    Opened opened{request, project::open(request, progress)};
    adoptEstimateRecords(opened.result);
    return opened;
  };
}

BackgroundWork::Task cacheTask(project::OpenResult opened) {
  return [opened = std::move(opened)](geology::Progress& progress) -> WorkOutcome {
    return CachesWritten{project::writeCaches(opened, progress)};
  };
}

BackgroundWork::Task proposeTask(std::shared_ptr<const geology::Deposit> deposit,
                                 estimation::PlanWishes wishes) {
  return
      [deposit = std::move(deposit), wishes = std::move(wishes)](geology::Progress& progress) -> WorkOutcome {
        progress.report(0, "looking for a plan");
        return PlanProposed{estimation::proposePlan(*deposit, wishes, progress)};
      };
}

BackgroundWork::Task estimateTask(std::shared_ptr<const geology::Deposit> deposit,
                                  estimation::EstimationPlan plan) {
  return [deposit = std::move(deposit), plan = std::move(plan)](geology::Progress& progress) -> WorkOutcome {
    progress.report(0, "compositing");
    return Estimated{deposit, estimation::runPlan(*deposit, plan, progress)};
  };
}

BackgroundWork::Task saveTask(std::string path, project::OpenResult opened, std::string viewJson) {
  return [path = std::move(path), opened = std::move(opened),
          viewJson = std::move(viewJson)](geology::Progress& progress) -> WorkOutcome {
    return Saved{path, project::saveProject(path, opened, viewJson, progress)};
  };
}

BackgroundWork::Task pictureTask(PictureExport job, Image image, double scale) {
  return [job = std::move(job), image = std::move(image), scale](geology::Progress& progress) -> WorkOutcome {
    return PictureSaved{job.path, exportImage(job, image, scale, progress)};
  };
}

}  // namespace adit::viewer
