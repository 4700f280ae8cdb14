#include "viewer/state/command_table.h"

#include <algorithm>

namespace adit::viewer {
namespace {

const CommandEntry* entryNamed(std::string_view name) {
  const auto& table = commandTable();
  const auto it = std::find_if(table.begin(), table.end(),
                               [&](const CommandEntry& entry) { return entry.spec.name == name; });
  return it == table.end() ? nullptr : &*it;
}

/// An entry with the number of arguments that belong to its name.
struct FoundEntry {
  const CommandEntry* entry = nullptr;
  std::size_t words = 0;
};
FoundEntry findEntry(const Command& command) {
  if (!command.arguments.empty())
    if (const CommandEntry* entry = entryNamed(command.name + " " + command.arguments[0])) return {entry, 1};
  return {entryNamed(command.name), 0};
}

CommandError unknownCommand(const Command& command) {
  std::vector<std::string> names, second;
  for (const CommandSpec& spec : commandSpecs()) {
    const std::size_t blank = spec.name.find(' ');
    names.push_back(spec.name.substr(0, blank));
    if (blank != std::string::npos && names.back() == command.name)
      second.push_back(spec.name.substr(blank + 1));
  }
  if (second.empty())
    return {"there is no command '" + command.name + "'" + suggestion(command.name, names) +
            " ('adit commands' lists them all)"};
  const std::string word = command.arguments.empty() ? "" : command.arguments[0];
  return {command.name + ": " + (word.empty() ? "what to do is missing" : "'" + word + "' is not known") +
          suggestion(word, second)};
}

template <typename Map>
void eraseDefaults(Map& map) {
  std::erase_if(map, [](const auto& entry) { return entry.second == typename Map::mapped_type{}; });
}

/// States that look the same are equal: nothing is kept that says only what is so anyway.
void normalize(ViewState& state) {
  for (auto& [object, filter] : state.filters)
    std::erase_if(filter.hiddenCategories, [](const auto& entry) { return entry.second.empty(); });
  eraseDefaults(state.layers);
  eraseDefaults(state.legends);
  eraseDefaults(state.filters);
}

std::string_view takeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

}  // namespace

const std::vector<CommandEntry>& commandTable() {
  static const std::vector<CommandEntry> kTable = [] {
    std::vector<CommandEntry> table;
    for (const auto& group :
         {layerCommands(),      filterCommands(),   tonnageCommands(), resourceCommands(), evidenceCommands(),
          chartCommands(),      estimateCommands(), planCommands(),    pitCommands(),      sectionCommands(),
          cameraCommands(),     walkCommands(),     legendCommands(),  assetCommands(),    measureCommands(),
          disclosureCommands(), viewCommands(),     compareCommands(), tourCommands(),     pathCommands()})
      table.insert(table.end(), group.begin(), group.end());
    return table;
  }();
  return kTable;
}

const std::vector<CommandSpec>& commandSpecs() {
  static const std::vector<CommandSpec> kSpecs = [] {
    std::vector<CommandSpec> specs;
    for (const CommandEntry& entry : commandTable()) specs.push_back(entry.spec);
    return specs;
  }();
  return kSpecs;
}

OrError<ViewState> apply(const ViewState& state, const Command& command, const geology::Deposit& deposit) {
  if (command.name.empty()) return state;
  const FoundEntry found = findEntry(command);
  if (found.entry == nullptr) return unknownCommand(command);
  ViewState changed = state;
  Arguments arguments(std::span(command.arguments).subspan(found.words));
  CommandContext context{changed, deposit, arguments};
  found.entry->apply(context);
  arguments.expectEnd();
  if (!arguments.error().empty())
    return CommandError{found.entry->spec.name + ": " + arguments.error() +
                        " (usage: " + found.entry->spec.usage + ")"};
  normalize(changed);
  return changed;
}

OrError<ViewState> applyScript(const ViewState& state, std::string_view script,
                               const geology::Deposit& deposit) {
  ViewState current = state;
  for (std::size_t number = 1; !script.empty(); ++number) {
    const OrError<Command> command = parseCommand(takeLine(script));
    const auto* fault = std::get_if<CommandError>(&command);
    OrError<ViewState> next =
        fault != nullptr ? OrError<ViewState>(*fault) : apply(current, std::get<Command>(command), deposit);
    if (const auto* error = std::get_if<CommandError>(&next))
      return CommandError{"line " + std::to_string(number) + ": " + error->message};
    current = std::get<ViewState>(std::move(next));
  }
  return current;
}

}  // namespace adit::viewer
