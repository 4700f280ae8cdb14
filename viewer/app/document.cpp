#include "viewer/app/document.h"

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
  return fault;
}

std::string Document::run(const std::vector<PanelOutput::Issued>& commands) {
  for (const PanelOutput::Issued& issued : commands) {
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
