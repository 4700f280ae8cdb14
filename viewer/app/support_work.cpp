#include "viewer/app/support_work.h"

#include <algorithm>
#include <chrono>
#include <exception>

#include "geology/evidence/support.h"

namespace adit::viewer {
namespace {

/// Five numbers a block: beyond this they would take more room than most machines have to give.
constexpr std::size_t kMostBlocks = 20'000'000;

/// The boundary of the work: nothing is thrown past it. Without room or time for it the support stays
/// unknown.
std::shared_ptr<const geology::Deposit> found(const std::shared_ptr<const geology::Deposit>& deposit,
                                              const std::string& asOf, geology::Progress& progress) {
  try {
    return evidence::withSupport(deposit, {0, evidence::drilledBy(*deposit, asOf)}, progress);
  } catch (const geology::Cancelled&) {
  } catch (const std::exception&) {  // no memory left
  }
  return nullptr;
}

}  // namespace

bool canHaveSupport(const geology::Deposit& deposit) {
  std::size_t blocks = 0;
  for (const auto& model : deposit.blockModels) blocks += model->blockCount();
  return !deposit.drillholes.empty() && blocks > 0 && blocks <= kMostBlocks;
}

SupportWork::SupportWork(std::function<void()> whenDone) : whenDone_(std::move(whenDone)) {}

SupportWork::~SupportWork() {
  cancel();
}

void SupportWork::cancel() {
  if (!busy()) return;
  progress_->cancel();
  found_.wait();
  found_ = {};
}

void SupportWork::follow(const std::shared_ptr<const geology::Deposit>& deposit, const std::string& asOf) {
  if (asOf != asOf_ && !busy()) start(deposit, asOf);
}

void SupportWork::start(std::shared_ptr<const geology::Deposit> deposit, const std::string& asOf) {
  cancel();
  asOf_ = asOf;
  if (!canHaveSupport(*deposit)) return;
  progress_ = std::make_shared<geology::Progress>();
  found_ = std::async(std::launch::async, [this, deposit, asOf, progress = progress_] {
    auto result = found(deposit, asOf, *progress);
    whenDone_();
    return result;
  });
}

std::shared_ptr<const geology::Deposit> SupportWork::take() {
  if (!busy() || found_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return nullptr;
  return found_.get();
}

}  // namespace adit::viewer
