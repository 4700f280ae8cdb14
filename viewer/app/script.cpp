#include "viewer/app/script.h"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

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

}  // namespace adit::viewer
