// Commands that put two views side by side.
#include "viewer/state/command_table.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr const char* kSwapped = "the other view";

std::string jsonOf(const ViewState& state) {
  ViewState saved = state;
  saved.savedViews.clear();
  saved.compare = {};
  return toJson(saved);
}

/// The flat section gives its half of the picture to the other view.
void compareWith(ViewState& state, const std::string& name) {
  state.compare.on = true;
  state.compare.view = name;
  state.sectionView.on = false;
}

/// False, and said, where no more views can be kept.
bool keep(CommandContext& context, const std::string& name, std::string json) {
  auto& saved = context.state.savedViews;
  if (!saved.contains(name) && saved.size() >= kMostSavedViews) {
    context.arguments.fail("there are too many saved views");
    return false;
  }
  saved[name] = std::move(json);
  return true;
}

void compare(CommandContext& context) {
  const std::string name = context.arguments.text("VIEW");
  std::vector<std::string> names;
  for (const auto& [saved, json] : context.state.savedViews) names.push_back(saved);
  if (!context.state.savedViews.contains(name))
    context.arguments.fail("there is no saved view '" + name + "'" + suggestion(name, names));
  compareWith(context.state, name);
}

void compareSame(CommandContext& context) {
  const std::string line = context.arguments.text("COMMAND");
  const OrError<Command> parsed = parseCommand(line);
  if (const auto* error = std::get_if<CommandError>(&parsed)) return context.arguments.fail(error->message);
  const Command& command = std::get<Command>(parsed);
  if (command.name.empty()) return context.arguments.fail("COMMAND is empty");
  if (command.name == "compare") return context.arguments.fail("a comparison cannot be compared");
  const OrError<ViewState> changed = apply(context.state, command, context.deposit);
  if (const auto* error = std::get_if<CommandError>(&changed)) return context.arguments.fail(error->message);
  if (keep(context, line, jsonOf(std::get<ViewState>(changed)))) compareWith(context.state, line);
}

void swapViews(CommandContext& context) {
  context.arguments.expectEnd();
  if (!context.arguments.error().empty()) return;
  const ViewState& now = context.state;
  const auto saved = now.savedViews.find(now.compare.view);
  if (!now.compare.on || saved == now.savedViews.end())
    return context.arguments.fail("nothing is compared: compare VIEW");
  OrError<ViewState> read = stateFromJson(saved->second);
  if (const auto* error = std::get_if<CommandError>(&read)) return context.arguments.fail(error->message);
  ViewState other = std::get<ViewState>(std::move(read));
  if (!keep(context, kSwapped, jsonOf(now))) return;
  other.camera = now.camera;
  other.exaggeration = now.exaggeration;
  other.mode = now.mode;  // a swap neither opens the door of public mode nor takes back what was stated
  other.disclosure = now.disclosure;
  other.compare = now.compare;
  other.savedViews = now.savedViews;
  compareWith(other, kSwapped);
  context.state = std::move(other);
}

void setDifference(CommandContext& context) {
  CompareState& compare = context.state.compare;
  compare.difference = switched(context.arguments.onOff(), compare.difference);
  if (compare.difference && !compare.on) context.arguments.fail("nothing is compared: compare VIEW");
}

}  // namespace

std::vector<CommandEntry> compareCommands() {
  return {
      {{"compare off", "compare off", "One view again."}, [](CommandContext& c) { c.state.compare = {}; }},
      {{"compare difference", "compare difference on|off",
        "Blocks coloured by the grade of the other view less that of this one, in its place."},
       setDifference},
      {{"compare same", "compare same COMMAND",
        "Compares with this view after a command: compare same 'asof 2012'. Kept under that name."},
       compareSame},
      {{"compare swap", "compare swap", "The two views change places."}, swapViews},
      {{"compare", "compare VIEW", "A saved view beside this one, through the same camera."}, compare},
  };
}

}  // namespace adit::viewer
