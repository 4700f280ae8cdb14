#include "viewer/app/pit_work.h"

#include <chrono>
#include <exception>

namespace adit::viewer {

PitWork::~PitWork() {
  if (!busy()) return;
  job_->limit.cancel();
  job_->whole.cancel();
  work_.wait();
}

void PitWork::follow(std::optional<PitAsk> ask) {
  if (busy() && work_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) work_.get();
  if (!ask) {
    if (busy()) cancel();
    asked_.reset();
    return;
  }
  if (asked_ == ask) return;
  if (busy()) {
    job_->whole.cancel();
    return;  // the next frame finds it done, or working on the limit
  }
  start(std::move(*ask));
}

void PitWork::cancel() {
  if (!busy()) return;
  job_->limit.cancel();
  job_->whole.cancel();
  givenUp_ = true;
}

std::shared_ptr<const PitAnswer> PitWork::take() {
  if (job_ == nullptr) return nullptr;
  const std::scoped_lock lock(job_->mutex);
  if (job_->answers.empty()) return nullptr;
  auto answer = std::move(job_->answers.front());
  job_->answers.pop_front();
  return answer;
}

double PitWork::fraction() const {
  return busy() ? job_->whole.fraction() : 0;
}

std::string PitWork::what() const {
  if (!busy()) return {};
  const std::string what = job_->whole.what();
  return what.empty() ? "finding the pit limit" : what;
}

/// The boundary of the work: nothing is thrown past it.
void PitWork::work(const PitAsk& ask, Job& job, const std::function<void()>& whenDone) {
  const auto give = [&](PitAnswer answer) {
    {
      const std::scoped_lock lock(job.mutex);
      job.answers.push_back(std::make_shared<const PitAnswer>(std::move(answer)));
    }
    whenDone();
  };
  try {
    give(answerPit(ask, PitDetail::Limit, job.limit));
    job.whole.throwIfCancelled();
    give(answerPit(ask, PitDetail::Whole, job.whole));
  } catch (const geology::Cancelled&) {
    whenDone();
  } catch (const std::exception& fault) {  // no memory left, say
    give(
        {ask, PitDetail::Whole, std::make_shared<planning::PitOutcome>(), nullptr, nullptr, fault.what(), 0});
  }
}

void PitWork::start(PitAsk ask) {
  givenUp_ = false;
  asked_ = ask;
  job_ = std::make_shared<Job>();
  work_ = std::async(std::launch::async,
                     [ask = std::move(ask), job = job_, whenDone = whenDone_] { work(ask, *job, whenDone); });
}

std::shared_ptr<const geology::Deposit> withAskedPit(std::shared_ptr<const geology::Deposit> deposit,
                                                     const ViewState& state,
                                                     std::shared_ptr<const PitAnswer>& last,
                                                     geology::Progress& progress) {
  const auto ask = pitAsk(deposit, state);
  if (!ask) return withPit(std::move(deposit), nullptr);
  if (last == nullptr || !(last->ask == *ask))
    last = std::make_shared<const PitAnswer>(answerPit(*ask, PitDetail::Whole, progress));
  return withPit(std::move(deposit), last.get());
}

}  // namespace adit::viewer
