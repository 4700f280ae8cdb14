#include "viewer/app/tonnage_work.h"

#include <chrono>
#include <exception>

namespace adit::viewer {
namespace {

/// The boundary of the work: nothing is thrown past it.
TonnageFacts answered(const TonnageQuestion& question, SelectionCache& cache,
                      const geology::Progress& progress) {
  TonnageFacts facts = unansweredTonnage(question);
  try {
    facts = shownTonnage(question, cache, progress);
  } catch (const geology::Cancelled&) {
    facts.doubt = "Cancelled.";
  } catch (const std::exception& fault) {  // no memory left, say
    facts.doubt = fault.what();
  }
  return facts;
}

}  // namespace

TonnageWork::TonnageWork(std::function<void()> whenDone) : whenDone_(std::move(whenDone)) {}

TonnageWork::~TonnageWork() {
  progress_.cancel();
  if (answer_.valid()) answer_.wait();
}

void TonnageWork::follow(std::optional<TonnageQuestion> question) {
  wanted_ = std::move(question);
  takeAnswer();
  if (!wanted_) facts_ = {};
  if (busy() || wanted_ == asked_) return;
  if (wanted_)
    start(*wanted_);
  else
    forget();
}

/// A deposit that is closed is not held in memory for the sake of its last question.
void TonnageWork::forget() {
  asked_.reset();
  cache_ = {};
}

void TonnageWork::takeAnswer() {
  if (!busy() || answer_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
  facts_ = answer_.get();
}

void TonnageWork::start(const TonnageQuestion& question) {
  const bool sameBlocks = asked_ && asked_->deposit == question.deposit && asked_->object == question.object;
  if (!sameBlocks) cache_ = {};
  if (!sameBlocks || asked_->column != question.column) facts_ = unansweredTonnage(question);
  facts_.known = false;
  asked_ = question;
  answer_ = std::async(std::launch::async, [this, question] {
    TonnageFacts facts = answered(question, cache_, progress_);
    whenDone_();
    return facts;
  });
}

}  // namespace adit::viewer
