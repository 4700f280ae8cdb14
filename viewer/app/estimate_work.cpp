#include "viewer/app/estimate_work.h"

#include "geology/estimation/plan_json.h"
#include "viewer/app/estimate_as_of.h"

namespace adit::viewer {
namespace {

EstimateFacts unanswered(const EstimateQuestion& /*question*/) {
  return {};
}

EstimateFacts reviewed(const EstimateQuestion& question, SelectionCache& /*cache*/,
                       const geology::Progress& progress) {
  geology::Progress own;  // that of the question is only asked whether to go on
  progress.throwIfCancelled();
  EstimateFacts facts;
  const DepositAsOf asOf = depositAsOf(question.deposit, question.asOf);
  facts.fault = asOf.fault;
  if (asOf.deposit == nullptr) return facts;
  facts.holes = asOf.holes;
  facts.review = estimation::reviewPlan(*asOf.deposit, question.plan, own);
  facts.known = true;
  if (facts.review.samples == 0 && !facts.review.diagnostics.empty())
    facts.fault = facts.review.diagnostics.front().message + "; " + facts.review.diagnostics.front().remedy;
  return facts;
}

void sayFault(EstimateFacts& facts, const std::string& fault) {
  facts.fault = fault;
}

}  // namespace

std::optional<EstimateQuestion> estimateQuestion(std::shared_ptr<const geology::Deposit> deposit,
                                                 const EstimateState& state, const std::string& asOf) {
  if (state.plan.empty()) return std::nullopt;
  const estimation::PlanReading reading = estimation::planFromJson(state.plan);
  if (!reading.plan) return std::nullopt;
  return EstimateQuestion{std::move(deposit), reading.plan->holes, reading.plan->column,
                          estimation::reviewedPart(*reading.plan), asOf};
}

EstimateWork::EstimateWork(std::function<void()> whenDone)
    : FollowedWork({unanswered, reviewed, sayFault}, std::move(whenDone)) {}

}  // namespace adit::viewer
