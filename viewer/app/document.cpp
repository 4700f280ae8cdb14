#include "viewer/app/document.h"

#include "viewer/app/asked_plans.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {

Document::Document(std::function<void(const Command&)> record) : record_(std::move(record)) {
  opened_.deposit = std::make_shared<const geology::Deposit>();
}

std::string Document::open(project::OpenResult opened, const std::string& wantedJson, const Look& look) {
  opened_ = std::move(opened);
  ViewState start = initialState(*opened_.deposit, look.aspect);
  start.theme = look.theme;
  const std::string& stored = opened_.savedStateJson.empty() ? wantedJson : opened_.savedStateJson;
  std::string fault;
  if (!stored.empty()) {
    OrError<ViewState> read = stateFromJson(stored);
    if (const auto* error = std::get_if<CommandError>(&read))
      fault = "The stored view cannot be used: " + error->message;
    else
      start = std::get<ViewState>(std::move(read));
  }
  history_ = History(std::move(start));
  pit_.reset();
  knowPlan();
  return fault;
}

void Document::learn(std::shared_ptr<const geology::Deposit> deposit) {
  opened_.deposit = std::move(deposit);
  knowPlan();
}

void Document::learnPit(std::shared_ptr<const PitAnswer> answer) {
  pit_ = std::move(answer);
  knowPlan();
}

void Document::undo() {
  history_.undo();
  knowPlan();
}

void Document::redo() {
  history_.redo();
  knowPlan();
}

void Document::knowPlan() {
  opened_.deposit = withPit(withAskedPlan(opened_.deposit, state()), pit_.get());
}

std::string Document::run(const std::vector<PanelOutput::Issued>& commands) {
  for (const PanelOutput::Issued& issued : commands) {
    opened_.deposit = withAskedPlan(opened_.deposit, issued.command);
    OrError<ViewState> next = apply(state(), issued.command, deposit());
    if (const auto* error = std::get_if<CommandError>(&next)) return error->message;
    if (record_ && !issued.command.name.empty()) record_(issued.command);
    if (std::get<ViewState>(next) != state())
      history_.push(std::get<ViewState>(std::move(next)), issued.mergeLabel);
  }
  return {};
}

std::string Document::runText(const std::string& line) {
  OrError<Command> parsed = parseCommand(line);
  if (const auto* error = std::get_if<CommandError>(&parsed)) return error->message;
  return run({{std::get<Command>(std::move(parsed)), {}}});
}

}  // namespace adit::viewer
