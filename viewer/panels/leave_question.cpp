// Before something is opened or the program is left: what is in no file would be gone.
#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/panels.h"

namespace adit::viewer {
namespace {

std::string listOf(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
  return text;
}

}  // namespace

void drawLeaveQuestion(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.unsaved.empty()) {
    memory.leaveAsked = false;
    return;
  }
  {
    const FaceScope face(Face::Title);
    ImGui::TextUnformatted("Not saved");
  }
  const bool one = input.unsaved.size() == 1;
  paragraph(listOf(input.unsaved) +
                (one ? " was estimated here and is in no file: it would be gone."
                     : " were estimated here and are in no file: they would be gone.") +
                " Saving writes " + (one ? "it" : "them") + " beside the project.",
            Role::Text);
  ImGui::Dummy({0, px(8)});
  const bool idle = input.workText.empty();
  if (textButton("Save, then go on", {"Writes the estimates and the project", ""},
                 {.active = true, .enabled = idle}))
    request(output, AppRequest::Kind::SaveAndLeave);
  besideIfRoom(textButtonWidth("Go on without"));
  if (textButton("Go on without", {"The estimates are gone; the plan stays in the view", ""}))
    request(output, AppRequest::Kind::LeaveUnsaved);
  besideIfRoom(textButtonWidth("Stay"));
  if (textButton("Stay", {"Back to the view", hintOf(Action::Cancel).key})) memory.leaveAsked = false;
}

}  // namespace adit::viewer
