#include "viewer/app/script.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "geology/evidence/support.h"
#include "viewer/app/asked_plans.h"
#include "viewer/app/pit_work.h"
#include "viewer/app/support_work.h"
#include "viewer/state/evidence.h"

namespace adit::viewer {

OrError<std::vector<ScriptLine>> readScript(const std::string& path) {
  constexpr std::uintmax_t kLargest = 16U << 20U;
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return CommandError{path + ": " + error.message()};
  if (size > kLargest) return CommandError{path + ": no script is that large (16 MiB at most)"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return CommandError{path + ": cannot be read"};
  std::vector<ScriptLine> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back({std::move(line), path + ":" + std::to_string(lines.size() + 1)});
  }
  return lines;
}

OrError<ViewState> applyScript(ViewState state, const std::vector<ScriptLine>& lines,
                               const geology::Deposit& deposit) {
  for (const ScriptLine& line : lines) {
    const OrError<Command> parsed = parseCommand(line.text);
    if (const auto* fault = std::get_if<CommandError>(&parsed))
      return CommandError{line.place + ": " + fault->message};
    const Command& command = std::get<Command>(parsed);
    if (command.name.empty()) continue;
    OrError<ViewState> next = apply(state, command, deposit);
    if (const auto* fault = std::get_if<CommandError>(&next))
      return CommandError{line.place + ": " + fault->message};
    state = std::move(std::get<ViewState>(next));
  }
  return state;
}

namespace {

/// Applies line after line to a deposit that learns the plans they ask for before a line speaks of them.
class Reader {
 public:
  Reader(std::shared_ptr<const geology::Deposit> deposit, const ViewState& start)
      : deposit_(withAskedPlan(std::move(deposit), start)), start_(start) {}

  void ask(const std::vector<ScriptLine>& lines) {
    for (const ScriptLine& line : lines)
      if (const OrError<Command> parsed = parseCommand(line.text); std::holds_alternative<Command>(parsed))
        deposit_ = withAskedPlan(std::move(deposit_), std::get<Command>(parsed));
  }
  OrError<ViewState> apply(const std::vector<ScriptLine>& lines) {
    ViewState state = start_;
    for (const ScriptLine& line : lines) {
      if (line.text.starts_with("plan")) knowPit(state);
      OrError<ViewState> next = applyScript(state, {line}, *deposit_);
      if (std::holds_alternative<CommandError>(next)) return next;
      state = std::get<ViewState>(std::move(next));
    }
    knowPit(state);
    return state;
  }
  void learn(std::shared_ptr<const geology::Deposit> deposit) { deposit_ = std::move(deposit); }
  const std::shared_ptr<const geology::Deposit>& deposit() const { return deposit_; }

 private:
  void knowPit(const ViewState& state) {
    geology::Progress progress;
    deposit_ = withAskedPit(std::move(deposit_), state, pit_, progress);
  }

  std::shared_ptr<const geology::Deposit> deposit_;
  const ViewState& start_;
  std::shared_ptr<const PitAnswer> pit_;
};

}  // namespace

OrError<Viewed> viewAfter(std::shared_ptr<const geology::Deposit> deposit, const ViewState& start,
                          const std::vector<ScriptLine>& lines) {
  Reader reader(std::move(deposit), start);
  reader.ask(lines);
  OrError<ViewState> state = reader.apply(lines);
  const bool named =
      std::any_of(lines.begin(), lines.end(), [](const ScriptLine& line) { return namesSupport(line.text); });
  const auto* view = std::get_if<ViewState>(&state);
  if (canHaveSupport(*reader.deposit()) && (named || (view != nullptr && asksForSupport(*view)))) {
    geology::Progress progress;
    const auto supported = [&](const std::string& date) {
      reader.learn(evidence::withSupport(reader.deposit(), {0, evidence::drilledBy(*reader.deposit(), date)},
                                         progress));
    };
    const std::string date = view != nullptr ? view->asOf : std::string();
    supported(date);
    state = reader.apply(lines);  // columns are known now that were not before
    // A script that failed on them has not told its date before.
    view = std::get_if<ViewState>(&state);
    if (view != nullptr && view->asOf != date) supported(view->asOf);
  }
  if (const auto* fault = std::get_if<CommandError>(&state)) return *fault;
  return Viewed{reader.deposit(), std::get<ViewState>(std::move(state))};
}

}  // namespace adit::viewer
