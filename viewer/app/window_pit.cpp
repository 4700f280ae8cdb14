// The pit in the window: found beside the frame, learned by the document, and its files.
#include <algorithm>

#include "geology/planning/pit_proposal.h"
#include "viewer/app/pit_access.h"
#include "viewer/app/window_session.h"
#include "viewer/publish/refusal.h"
#include "viewer/state/plan.h"

namespace adit::viewer {

void WindowSession::finishPit() {
  while (auto answer = pit_.take()) takePit(std::move(answer));
  const ViewState& state = shownState();
  pit_.follow(pitAsk(document_.opened().deposit, state));
  if (state.pit.on || pitAnswer_ == nullptr) return;
  pitAnswer_.reset();
  document_.learnPit(nullptr);
  learnedMore();
}

/// The quick answer has no phases: it is shown only where the whole pit is seen, not to a view in the middle
/// of its plan.
void WindowSession::takePit(std::shared_ptr<const PitAnswer> answer) {
  const ViewState& state = shownState();
  if (!state.pit.on) return;
  const geology::MinePlan* plan = pitAnswer_ != nullptr ? shownPlan(document_.deposit(), state) : nullptr;
  const bool within =
      plan != nullptr && planTime(*plan, state.plan) < static_cast<double>(plan->periods.size());
  if (answer->detail == PitDetail::Limit && within) return;
  pitAnswer_ = std::move(answer);
  document_.learnPit(pitAnswer_);
  learnedMore();
  if (pitAnswer_->detail == PitDetail::Whole) runPending();
}

void WindowSession::learnedMore() {
  scene_.learn(document_.opened().deposit);
  drawnDeposit_ = document_.opened().deposit;
  drawn_.reset();
  quietFrames_ = 0;
}

PitFacts WindowSession::pitFactsNow() {
  const ViewState& state = document_.state();
  const geology::Deposit& deposit = document_.deposit();
  PitTold told{pitAnswer_, deposit.support, state.categories, state.honest.reach};
  if (!(told == pitToldFor_)) {
    pitFacts_ = pitAnswer_ != nullptr ? pitFacts(deposit, state, *pitAnswer_) : PitFacts{};
    pitToldFor_ = std::move(told);
  }
  PitFacts facts = pitFacts_;
  facts.asked = state.pit.on;
  facts.missing = planning::missingFrom(state.pit.inputs);
  facts.known = pitAnswer_ != nullptr && pit_.asked() && pitAnswer_->ask == *pit_.asked();
  facts.working = pit_.what();
  facts.fraction = pit_.fraction();
  if (pit_.wasCancelled() && !pit_.busy() && state.pit.on)
    facts.fault = "Cancelled: the figures are not complete. Change a statement to begin again.";
  if (deposit.synthetic && !state.pit.inputs.metals.empty())
    facts.doubts.emplace_back(
        "SYNTHETIC: the ground is made up, and prices, costs and slopes are assumptions of whoever stated "
        "them.");
  const auto doubts = planning::doubtsAbout(state.pit.inputs);
  facts.doubts.insert(facts.doubts.end(), doubts.begin(), doubts.end());
  return facts;
}

bool WindowSession::waitsForPit(const std::string& line) const {
  if (!document_.state().pit.on || !line.starts_with("plan") || pit_.wasCancelled()) return false;
  const auto asked = pitAsk(document_.opened().deposit, document_.state());
  const bool answered =
      pitAnswer_ != nullptr && asked && pitAnswer_->ask == *asked && pitAnswer_->detail == PitDetail::Whole;
  return asked && !answered;
}

void WindowSession::askForPit(const std::string& way) {
  openBrowser(way == "import"   ? FileTask::ImportPit
              : way == "export" ? FileTask::ExportPit
                                : FileTask::PitColumns);
  memory_.fileName = way == "import" ? std::string() : way == "export" ? "pit.json" : "pit blocks.csv";
}

/// The dialog stays when the file is none, so that another one can be chosen.
void WindowSession::takePitInputs(const std::string& path) {
  const OrError<Command> order = importPit(path);
  if (const auto* fault = std::get_if<CommandError>(&order)) return say(fault->message);
  memory_.browser.reset();
  const std::string fault = document_.run({{std::get<Command>(order), {}}});
  say(fault.empty() ? "Statements about a pit read from " + path : fault);
}

void WindowSession::givePitInputs(const std::string& path) {
  if (const std::string fault = exportPit(document_.state().pit.inputs, path); !fault.empty())
    return say(fault);
  memory_.browser.reset();
  say("Statements about a pit written to " + path);
}

void WindowSession::writePitColumns(const std::string& path) {
  if (pitAnswer_ == nullptr || pitAnswer_->plan == nullptr) return say("There is no pit to write.");
  memory_.browser.reset();
  const std::string refused = refusal(document_.deposit(), document_.state(), "pit");
  if (!refused.empty()) return sayRefused(refused);
  work_.start(pitColumnsTask(pitAnswer_, path), GlfwWindow::wake);
}

}  // namespace adit::viewer
