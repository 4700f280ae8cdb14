// The only way in which a ViewState changes. Panel, key, mouse, script line and test all make commands.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// A name and its arguments. Text form: `name arg "arg with blanks" 0.3`; numbers in shortest round-trip
/// form.
struct Command {
  std::string name;
  std::vector<std::string> arguments;
  friend bool operator==(const Command&, const Command&) = default;
};

/// `command("range", "blocks", "cu_pct", 0.3, 2.0)`; numbers and text in any mix.
std::string commandNumber(double value);
inline std::string commandArgument(double value) {
  return commandNumber(value);
}
inline std::string commandArgument(int value) {
  return std::to_string(value);
}
inline std::string commandArgument(bool value) {
  return value ? "on" : "off";
}
inline std::string commandArgument(std::string_view value) {
  return std::string(value);
}
inline std::string commandArgument(const std::string& value) {
  return value;
}
inline std::string commandArgument(const char* value) {
  return value;
}
template <typename... Arguments>
Command command(std::string name, const Arguments&... arguments) {
  return {std::move(name), {commandArgument(arguments)...}};
}

/// What went wrong, for a person: "range: 'abc' is no number (usage: range LAYER COLUMN LO HI)".
struct CommandError {
  std::string message;
};
template <typename T>
using OrError = std::variant<T, CommandError>;

std::string formatCommand(const Command& command);
/// One line; an empty line or a comment (#) gives a Command with an empty name.
OrError<Command> parseCommand(std::string_view line);

/// A new state, or why not. The deposit is only looked at (does the layer exist, has it the column?).
/// Unknown commands, layers and columns are errors that name the nearest known ones.
OrError<ViewState> apply(const ViewState& state, const Command& command, const geology::Deposit& deposit);

/// Applies a script line by line; the error begins with "line 12: ". Nothing is changed on an error.
OrError<ViewState> applyScript(const ViewState& state, std::string_view script,
                               const geology::Deposit& deposit);

/// One row of `adit commands`.
struct CommandSpec {
  std::string name;   ///< one word, or two: "section add" is the command `section` with the argument `add`
  std::string usage;  ///< "range LAYER COLUMN LO HI"
  std::string help;   ///< one sentence
};
/// All commands in the order of the documentation.
const std::vector<CommandSpec>& commandSpecs();

}  // namespace adit::viewer
