// Commands on the whole view: what is drawn around the deposit, saved views, starting over.
#include "viewer/state/command_table.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

void switchMember(CommandContext& context, bool ViewState::*member) {
  context.state.*member = switched(context.arguments.onOff(), context.state.*member);
}

std::string takeSavedView(CommandContext& context) {
  const std::string name = context.arguments.text("NAME");
  std::vector<std::string> names;
  for (const auto& [saved, json] : context.state.savedViews) names.push_back(saved);
  if (!context.state.savedViews.contains(name))
    context.arguments.fail("there is no saved view '" + name + "'" + suggestion(name, names));
  return name;
}

void saveView(CommandContext& context) {
  const std::string name = context.arguments.text("NAME");
  if (name.empty()) context.arguments.fail("NAME is empty");
  if (context.state.savedViews.size() >= kMostSavedViews) context.arguments.fail("there are too many views");
  ViewState saved = context.state;
  saved.savedViews.clear();
  context.state.savedViews[name] = toJson(saved);
}

void restoreView(CommandContext& context) {
  const std::string name = takeSavedView(context);
  if (!context.arguments.error().empty()) return;
  auto read = stateFromJson(context.state.savedViews.at(name));
  if (const auto* error = std::get_if<CommandError>(&read)) {
    context.arguments.fail(error->message);
    return;
  }
  ViewState restored = std::get<ViewState>(std::move(read));
  restored.savedViews = std::move(context.state.savedViews);
  context.state = std::move(restored);
}

void reset(CommandContext& context) {
  ViewState fresh;
  fresh.savedViews = std::move(context.state.savedViews);
  context.state = std::move(fresh);
}

}  // namespace

std::vector<CommandEntry> viewCommands() {
  return {
      {{"grid", "grid on|off", "The grid with real coordinates."},
       [](CommandContext& c) { switchMember(c, &ViewState::grid); }},
      {{"north", "north on|off", "The north arrow."},
       [](CommandContext& c) { switchMember(c, &ViewState::northArrow); }},
      {{"scale", "scale on|off", "The scale bar."},
       [](CommandContext& c) { switchMember(c, &ViewState::scaleBar); }},
      {{"ao", "ao on|off", "Ambient occlusion: the soft shadow in corners."},
       [](CommandContext& c) { switchMember(c, &ViewState::ambientOcclusion); }},
      {{"theme", "theme dark|light", "Colours of the program and the background."},
       [](CommandContext& c) { c.state.theme = c.arguments.word<Theme>("theme"); }},
      {{"view save", "view save NAME", "Keeps this view under a name."}, saveView},
      {{"view restore", "view restore NAME", "Returns to a saved view."}, restoreView},
      {{"view delete", "view delete NAME", "Forgets a saved view."},
       [](CommandContext& c) {
         const std::string name = takeSavedView(c);
         if (c.state.compare.view == name) c.state.compare = {};
         c.state.savedViews.erase(name);
       }},
      {{"reset", "reset", "Everything as it was at first, but for the saved views."}, reset},
  };
}

}  // namespace adit::viewer
