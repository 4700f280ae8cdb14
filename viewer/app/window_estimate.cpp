// The estimate in the window: proposing a plan, carrying it out, and files of plans.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "geology/estimation/plan_edit.h"
#include "geology/estimation/plan_json.h"
#include "viewer/app/estimated_deposit.h"
#include "viewer/app/window_session.h"

namespace adit::viewer {

EstimateFacts WindowSession::estimateFacts() const {
  EstimateFacts facts = estimate_.facts();
  facts.choices = planChoices_;
  return facts;
}

/// Only while somebody looks at it: pairs of samples take a moment to count.
void WindowSession::followEstimate() {
  const bool planned = !document_.state().estimate.plan.empty();
  if (planned && !planned_) memory_.folded.erase(kEstimateTitle);
  planned_ = planned;
  const bool seen = memory_.sidesShown && !memory_.folded.contains(kEstimateTitle);
  estimate_.follow(
      seen ? estimateQuestion(document_.opened().deposit, document_.state().estimate, document_.state().asOf)
           : std::nullopt);
}

/// For the holes and the grade of the plan that there is.
void WindowSession::proposePlan() {
  if (document_.deposit().empty()) return;
  estimation::PlanWishes wishes;
  if (const auto plan = estimation::planFromJson(document_.state().estimate.plan).plan)
    wishes = {plan->holes, plan->column};
  else if (const auto& sets = document_.deposit().drillholes; sets.size() > 1)
    wishes.holes = sets.front()->name;
  work_.start(proposeTask(document_.opened().deposit, wishes, document_.state().asOf), GlfwWindow::wake);
}

void WindowSession::showProposal(const PlanProposed& proposed) {
  const auto& diagnostics = proposed.proposal.diagnostics;
  const auto fault = std::find_if(diagnostics.begin(), diagnostics.end(),
                                  [](const auto& d) { return d.severity == geology::Severity::Error; });
  if (!proposed.proposal.usable)
    return say(fault != diagnostics.end() ? fault->message : "No plan could be found.");
  planChoices_ = diagnostics;
  const std::string wrong =
      document_.run({{command("estimate plan", estimation::planToLine(proposed.proposal.plan)), {}}});
  say(wrong.empty() ? "A plan is proposed: look at every choice before it is run." : wrong);
}

void WindowSession::runPlan() {
  const estimation::PlanReading reading = estimation::planFromJson(document_.state().estimate.plan);
  if (!reading.plan) return say(reading.fault);
  work_.start(estimateTask(document_.opened().deposit, *reading.plan, document_.state().asOf),
              GlfwWindow::wake);
}

/// The model joins what is open; it is coloured by its new column, and its data support is worked out.
void WindowSession::showEstimate(Estimated estimated) {
  const EstimateNews news = estimateNews(estimated.outcome);
  if (estimated.of != document_.opened().deposit && !sameHoles(*estimated.of, document_.deposit()))
    return say("The estimate was of another deposit, and is dropped.");
  if (!news.usable) return say(news.text);
  unsavedEstimates_[news.model] = std::move(estimated.record);
  document_.learn(withEstimate(document_.deposit(), std::move(estimated.outcome)));
  memory_.columns.clear();
  scene_.setDeposit(document_.opened().deposit);
  support_.start(document_.opened().deposit, document_.state().asOf);
  drawn_.reset();
  const std::string wrong = document_.run({{command("show", news.model), {}},
                                           {command("active", news.model), {}},
                                           {command("colorby", news.model, news.column), {}}});
  say(wrong.empty() ? news.text : wrong);
}

void WindowSession::takePlan(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return say(path + " cannot be read.");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::string wrong = document_.run({{command("estimate plan", text), {}}});
  if (!wrong.empty()) return say(path + ": " + wrong);
  planChoices_.clear();
  memory_.browser.reset();
  say("Plan read from " + path);
}

void WindowSession::givePlan(const std::string& path) {
  const estimation::PlanReading reading = estimation::planFromJson(document_.state().estimate.plan);
  if (!reading.plan) return say("There is no plan to export.");
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!(file << estimation::planToJson(*reading.plan)).flush())
    return say(path + " cannot be written; choose a folder that you may write to.");
  memory_.browser.reset();
  say("Plan written to " + path);
}

}  // namespace adit::viewer
