// The tour: its stops in order, and what is said about each. The camera path: how it is made, and its length.
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/camera_path.h"
#include "viewer/state/path_making.h"
#include "viewer/state/tour.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 76;

struct TourPanel {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;

  const std::vector<TourStop>& tour() const { return input.state.tour; }
};

std::string timeText(double seconds) {
  const auto whole = static_cast<int>(std::lround(seconds));
  const int rest = whole % 60;
  return std::to_string(whole / 60) + ":" + (rest < 10 ? "0" : "") + std::to_string(rest);
}

double lengthOf(const std::vector<TourStop>& tour) {
  double seconds = 0;
  for (std::size_t i = 0; i < tour.size(); ++i) seconds += tour[i].seconds + (i > 0 ? tour[i].transition : 0);
  return seconds;
}

bool flies(const TourStop& stop) {
  const auto view = viewOfStop(stop);
  const auto* read = std::get_if<ViewState>(&view);
  return read != nullptr && isFlight(*read);
}

/// The fields of the open stop.
void drawFields(const TourPanel& panel, std::size_t index) {
  const TourStop& stop = panel.tour()[index];
  const auto number = static_cast<int>(index + 1);
  rowLabel("Title", kLabelColumn);
  if (const auto title = textField(
          {"##title", stop.title, "a few words", 0, {"What the stop is called.", ""}}, panel.memory.edit))
    issue(panel.output, command("tour title", number, *title));
  rowLabel("Text", kLabelColumn);
  if (const auto text = textField(
          {"##text", stop.text, "what is said", 0, {"What is said about it, a sentence or two.", ""}},
          panel.memory.edit))
    issue(panel.output, command("tour text", number, *text));
  if (!stop.text.empty()) paragraph(stop.text);
  rowLabel("Stays", kLabelColumn);
  const float half = (roomLeft() - px(8)) / 2;
  if (const auto seconds = numberField(
          {"##seconds", stop.seconds, "s", 1, half, {"Seconds that it stays while the tour plays.", ""}},
          panel.memory.edit))
    issue(panel.output, command("tour seconds", number, *seconds));
  ImGui::SameLine(0, px(8));
  if (const auto seconds = numberField({"##transition",
                                        stop.transition,
                                        "s way",
                                        1,
                                        half,
                                        {"Seconds of the way from the stop before; 0 is a cut.", ""}},
                                       panel.memory.edit))
    issue(panel.output, command("tour transition", number, *seconds));
  if (textButton("Update", {"Give the stop the view that is shown now", ""}))
    issue(panel.output, command("tour update", number));
  const bool flight = flies(stop);
  const bool path = panel.input.state.path.keys.size() > 1;
  besideIfRoom(textButtonWidth("Fly path"));
  if (textButton("Fly path",
                 {flight ? "Let it stand instead of flying" : "Fly along the camera path as it is now", ""},
                 {.active = flight, .enabled = flight || path}))
    issue(panel.output, command("tour fly", number, !flight));
}

void moveButton(const TourPanel& panel, std::size_t index, bool up) {
  const bool possible = up ? index > 0 : index + 1 < panel.tour().size();
  const auto number = static_cast<int>(index + 1);
  if (!iconButton(up ? "##up" : "##down", up ? icons::kEarlier : icons::kExpanded, up ? "^" : "v",
                  {up ? "Make it come earlier" : "Make it come later", ""},
                  {.enabled = possible, .compact = true}))
    return;
  issue(panel.output, command("tour move", number, up ? number - 1 : number + 1));
  if (panel.memory.tourStop == index) panel.memory.tourStop = up ? index - 1 : index + 1;
}

/// A click goes there; the row takes a stop that is dropped on it.
void drawTitleRow(const TourPanel& panel, std::size_t index) {
  const TourStop& stop = panel.tour()[index];
  const bool open = panel.memory.tourStop == index;
  const std::string label =
      std::to_string(index + 1) + "   " + (stop.title.empty() ? "untitled" : stop.title);
  const std::string id = label + "##go";
  if (textButton(id.c_str(), {"Go to this stop; drag to move it. " + stop.text, ""},
                 {false, true, open ? Role::Accent : Role::Text}, roomLeft() - px(4 * 28 + 4))) {
    issue(panel.output, command("tour go", static_cast<int>(index + 1)));
    panel.memory.tourStop = index;
  }
  if (ImGui::BeginDragDropSource()) {
    ImGui::SetDragDropPayload("stop", &index, sizeof index);
    ImGui::TextUnformatted(label.c_str());
    ImGui::EndDragDropSource();
  }
  if (ImGui::BeginDragDropTarget()) {
    if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload("stop")) {
      const auto from = *static_cast<const std::size_t*>(payload->Data);
      issue(panel.output, command("tour move", static_cast<int>(from + 1), static_cast<int>(index + 1)));
      panel.memory.tourStop = index;
    }
    ImGui::EndDragDropTarget();
  }
}

void drawStop(const TourPanel& panel, std::size_t index) {
  ImGui::PushID(static_cast<int>(index));
  drawTitleRow(panel, index);
  ImGui::SameLine(0, px(1));
  moveButton(panel, index, true);
  ImGui::SameLine(0, px(1));
  moveButton(panel, index, false);
  ImGui::SameLine(0, px(1));
  const bool open = panel.memory.tourStop == index;
  if (iconButton("##open", icons::kMore, "...", {open ? "Close its fields" : "Title, text and times", ""},
                 {.active = open, .compact = true}))
    panel.memory.tourStop = open ? std::nullopt : std::optional(index);
  ImGui::SameLine(0, px(1));
  if (iconButton("##remove", icons::kRemove, "x", {"Take it out of the tour", ""}, {.compact = true})) {
    issue(panel.output, command("tour remove", static_cast<int>(index + 1)));
    panel.memory.tourStop.reset();
  }
  if (open) drawFields(panel, index);
  ImGui::PopID();
}

void drawFiles(const TourPanel& panel) {
  const bool any = !panel.tour().empty();
  if (textButton("Import", {"A tour from a file, in place of this one", ""}))
    request(panel.output, AppRequest::Kind::TourDialog, "import");
  besideIfRoom(textButtonWidth("Export"));
  if (textButton("Export", {"Write the tour to a file", ""}, {.enabled = any}))
    request(panel.output, AppRequest::Kind::TourDialog, "export");
}

void drawNotes(const TourPanel& panel) {
  for (std::size_t i = 0; i < panel.input.state.notes.size(); ++i) {
    ImGui::PushID(static_cast<int>(i + 1000));
    const float right = ImGui::GetCursorScreenPos().x + roomLeft() - px(32);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    clippedText({at.x, at.y + px(5)}, right, panel.input.state.notes[i].text, ink(Role::Text));
    ImGui::Dummy({roomLeft() - px(32), frameHeight()});
    ImGui::SameLine(0, px(4));
    if (iconButton("##removenote", icons::kRemove, "x", {"Take this note away", ""}, {.compact = true}))
      issue(panel.output, command("note remove", static_cast<int>(i + 1)));
    ImGui::PopID();
  }
  const bool picked = panel.input.state.pick.has_value();
  const auto text = textField({"##note",
                               "",
                               picked ? "Note at the picked place ..." : "Pick a place to tie a note to it",
                               0,
                               {"A text that stands at the picked place; stops keep their notes.", ""}},
                              panel.memory.edit);
  if (text && !text->empty() && picked) issue(panel.output, command("note add", "pick", *text));
}

// ---- the camera path

/// Objects that one can move along: strings and lines of plans.
std::vector<std::string> waysOf(const geology::Deposit& deposit) {
  std::vector<std::string> ways;
  for (const auto& mesh : deposit.meshes)
    if (!mesh->lines.empty()) ways.push_back(mesh->name);
  for (const auto& plan : deposit.plans)
    for (const geology::PlanLine& line : plan->lines) ways.push_back(line.name);
  return ways;
}

void drawMaking(const TourPanel& panel) {
  if (textButton("Add moment", {"A moment of the path from the camera as it is", ""}))
    issue(panel.output, command("path add"));
  besideIfRoom(textButtonWidth("Around"));
  if (textButton("Around", {"Once around what is looked at, in 20 seconds", ""}))
    issue(panel.output, command("path around", 20));
  const auto& pick = panel.input.state.pick;
  const auto object = pick ? findObject(panel.input.deposit, pick->object) : std::nullopt;
  if (object && object->kind == geology::ObjectKind::DrillHoles) {
    const geology::DrillHoles& holes = *panel.input.deposit.drillholes[object->index];
    const geology::IntervalTable* table = holes.table(pick->table);
    const std::size_t hole =
        table != nullptr && pick->row < table->size() ? table->hole[pick->row] : pick->row;
    besideIfRoom(textButtonWidth("Down the hole"));
    if (hole < holes.holes.size() &&
        textButton("Down the hole", {"Beside the picked hole, from collar to end", ""}))
      issue(panel.output, command("path along", holes.name, holes.holes[hole].id));
  }
  const std::vector<std::string> ways = waysOf(panel.input.deposit);
  if (ways.empty()) return;
  rowLabel("Along", kLabelColumn);
  const auto chosen =
      choice({"##along", "a ramp or string ...", ways, 0, {"Walk along it from its higher end.", ""}});
  if (chosen) issue(panel.output, command("path along", ways[*chosen]));
}

void drawPathFields(const TourPanel& panel) {
  const CameraPathState& path = panel.input.state.path;
  factRow("Moments", std::to_string(path.keys.size()));
  if (path.keys.size() > 1) {
    rowLabel("Length", kLabelColumn);
    if (const auto seconds = numberField(
            {"##length", durationOf(path), "s", 1, 0, {"Of the whole path.", ""}}, panel.memory.edit))
      issue(panel.output, command("path length", *seconds));
    if (const auto at = slider({"##scrub",
                                std::clamp(panel.memory.pathSeconds, 0.0, durationOf(path)),
                                0,
                                durationOf(path),
                                timeText(panel.memory.pathSeconds),
                                false,
                                {"Move along the path.", ""}})) {
      panel.memory.pathSeconds = *at;
      issue(panel.output, command("path go", path.keys.front().seconds + *at),
            dragLabel(panel.memory, "path"));
    }
  }
  if (checkRow("Line in the view", path.shown, {"The way of the eye, with a mark at every moment.", ""}))
    issue(panel.output, command("path show", !path.shown));
  const bool picked = panel.input.state.pick.has_value();
  if (checkRow("Looks at the picked place", path.lookAt.has_value(),
               {"Every moment looks at one place.", ""})) {
    if (path.lookAt)
      issue(panel.output, command("path lookat", "off"));
    else if (picked)
      issue(panel.output, command("path lookat", "pick"));
  }
  if (textButton("Take back", {"Without the last moment", ""})) issue(panel.output, command("path undo"));
  besideIfRoom(textButtonWidth("Reverse"));
  if (textButton("Reverse", {"From its end to its beginning", ""}))
    issue(panel.output, command("path reverse"));
  besideIfRoom(textButtonWidth("Clear##path"));
  if (textButton("Clear##path", {"Remove the path", ""})) issue(panel.output, command("path clear"));
}

}  // namespace

void drawTour(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!sectionHeader("TOUR", memory.folded, {"Views in an order, each with what is said about it.", ""}))
    return;
  const TourPanel panel{input, memory, output};
  if (memory.tourStop && *memory.tourStop >= input.state.tour.size()) memory.tourStop.reset();
  for (std::size_t i = 0; i < input.state.tour.size(); ++i) drawStop(panel, i);
  if (textButton("Add this view", hintOf(Action::TourAdd), {.enabled = !input.deposit.empty()})) {
    perform(Action::TourAdd, input, memory, output);
    memory.tourStop = input.state.tour.size();
  }
  besideIfRoom(textButtonWidth("Present"));
  if (textButton("Present", hintOf(Action::Present), {.active = false, .enabled = !input.state.tour.empty()}))
    perform(Action::Present, input, memory, output);
  drawFiles(panel);
  if (!input.state.tour.empty()) factRow("Plays for", timeText(lengthOf(input.state.tour)) + " min");
  drawNotes(panel);
}

void drawCameraPath(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.empty()) return;
  if (!sectionHeader(kPathTitle, memory.folded, {"A smooth way of the camera through its moments.", ""}))
    return;
  const TourPanel panel{input, memory, output};
  drawMaking(panel);
  if (!input.state.path.keys.empty()) drawPathFields(panel);
}

}  // namespace adit::viewer
