#include "viewer/app/background_work.h"

#include <chrono>
#include <exception>

#include "geology/project/save_project.h"
#include "geology/project/write_caches.h"
#include "viewer/app/estimate_as_of.h"
#include "viewer/app/estimate_records.h"
#include "viewer/app/estimate_report.h"

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
                                 estimation::PlanWishes wishes, std::string asOf) {
  return [deposit = std::move(deposit), wishes = std::move(wishes),
          asOf = std::move(asOf)](geology::Progress& progress) -> WorkOutcome {
    progress.report(0, "looking for a plan");
    const DepositAsOf known = depositAsOf(deposit, asOf);
    if (known.deposit == nullptr) return WorkFailed{known.fault};
    return PlanProposed{estimation::proposePlan(*known.deposit, wishes, progress)};
  };
}

BackgroundWork::Task estimateTask(std::shared_ptr<const geology::Deposit> deposit,
                                  estimation::EstimationPlan plan, std::string asOf) {
  return [deposit = std::move(deposit), plan = std::move(plan),
          asOf = std::move(asOf)](geology::Progress& progress) -> WorkOutcome {
    progress.report(0, "compositing");
    const DepositAsOf known = depositAsOf(deposit, asOf);
    if (known.deposit == nullptr) return WorkFailed{known.fault};
    Estimated estimated{deposit, estimation::runPlan(*known.deposit, plan, progress), {}};
    if (geology::countSeverity(estimated.outcome.diagnostics, geology::Severity::Error) > 0) return estimated;
    nameByDate(estimated.outcome, *deposit, asOf);
    estimated.record = estimateRecord(estimated.outcome);
    return estimated;
  };
}

BackgroundWork::Task saveTask(std::string path, project::OpenResult opened, std::string viewJson,
                              EstimateRecords estimates) {
  return [path = std::move(path), opened = std::move(opened), viewJson = std::move(viewJson),
          estimates = std::move(estimates)](geology::Progress& progress) -> WorkOutcome {
    SavedEstimates saved = saveEstimates(*opened.deposit, estimates, path, progress);
    project::OpenResult all = opened;
    adoptSaved(all, saved.models);
    geology::Diagnostics faults = project::saveProject(path, all, viewJson, progress);
    faults.insert(faults.end(), saved.faults.begin(), saved.faults.end());
    return Saved{path, std::move(faults), std::move(saved.models)};
  };
}

BackgroundWork::Task pictureTask(PictureExport job, Image image, double scale) {
  return [job = std::move(job), image = std::move(image), scale](geology::Progress& progress) -> WorkOutcome {
    return PictureSaved{job.path, exportImage(job, image, scale, progress)};
  };
}

}  // namespace adit::viewer
