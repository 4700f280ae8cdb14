#include "viewer/panels/actions.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/state/columns.h"
#include "viewer/state/enum_names.h"
#include "viewer/state/placement.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;

constexpr double kTurn = 5;    ///< degrees of one arrow key
constexpr double kZoom = 0.8;  ///< factor of one + key
constexpr std::array<double, 8> kExaggerations{1, 1.5, 2, 3, 5, 10, 20, 50};

struct Doing {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;

  template <typename... A>
  void issue(const char* name, const A&... arguments) {
    viewer::issue(output, command(name, arguments...));
  }
  void tool(ToolKind kind) { issue("tool", enumName(kind)); }
  bool hasSection() const { return input.state.activeSection < input.state.sections.size(); }
};

/// A vertical section through what is looked at, square to the view; the ground before it is cut away.
void addSection(Doing& doing) {
  const Vec3 middle =
      doing.input.state.pick ? doing.input.state.pick->position : knownBounds(doing.input.deposit).center();
  const double strike = std::fmod(doing.input.state.camera.bearing + 90, 360);
  if (!doing.input.deposit.empty())
    doing.issue("section add", std::round(strike), 90.0, middle.x, middle.y, middle.z);
}

void sectionAction(Action action, Doing& doing) {
  if (action == Action::SectionAdd) return addSection(doing);
  if (action == Action::BoxToggle) return doing.issue("box", "toggle");
  if (!doing.hasSection()) return;
  switch (action) {
    case Action::SectionBack:
      return doing.issue("section step", -1);
    case Action::SectionForward:
      return doing.issue("section step", 1);
    case Action::SectionFlip:
      return doing.issue("section flip");
    case Action::SectionRemove:
      return doing.issue("section remove");
    case Action::SectionToggle:
      return doing.issue(doing.input.state.sections[doing.input.state.activeSection].on ? "section off"
                                                                                        : "section on");
    case Action::LookSection:
      return doing.issue("look", "section");
    default:
      return;
  }
}

void stepLayer(Doing& doing, int by) {
  const auto entries = geology::objects(doing.input.deposit);
  const auto active = activeLayer(doing.input.deposit, doing.input.state);
  if (!active) return;
  const auto count = static_cast<int>(entries.size());
  const auto at =
      std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.name == active->name; });
  const int next = (static_cast<int>(at - entries.begin()) + by + count) % count;
  doing.issue("active", entries[static_cast<std::size_t>(next)].name);
}

void toggleActiveLayer(Doing& doing) {
  const auto active = activeLayer(doing.input.deposit, doing.input.state);
  if (!active) return;
  doing.issue(layerOf(doing.input.state, active->name).visible ? "hide" : "show", active->name);
}

/// The nearest thing first: an open sheet, what is revealed, the measurement, the picked
/// thing, the tool, the comparison.
void cancel(Doing& doing) {
  PanelMemory& memory = doing.memory;
  if (memory.leaveAsked) return void(memory.leaveAsked = false);
  if (memory.browser) return memory.browser.reset();
  if (memory.helpShown) return void(memory.helpShown = false);
  if (memory.diagnosticsShown) return void(memory.diagnosticsShown = false);
  if (!doing.input.workText.empty()) return request(doing.output, AppRequest::Kind::CancelWork);
  if (doing.input.state.reveal) return doing.issue("reveal", "off");
  if (!doing.input.state.measure.empty()) return doing.issue("measure clear");
  if (doing.input.state.pick) return doing.issue("unpick");
  if (doing.input.state.tool != ToolKind::Orbit) return doing.tool(ToolKind::Orbit);
  if (doing.input.state.compare.on) doing.issue("compare", "off");
}

void fileAction(Action action, Doing& doing) {
  using Kind = AppRequest::Kind;
  switch (action) {
    case Action::Open:
      return request(doing.output, Kind::OpenDialog);
    case Action::Save:
      return request(doing.output, Kind::SaveProject);
    case Action::SavePicture:
      return request(doing.output, Kind::SavePicture);
    case Action::Undo:
      return request(doing.output, Kind::Undo);
    case Action::Redo:
      return request(doing.output, Kind::Redo);
    case Action::Quit:
      return request(doing.output, Kind::Quit);
    case Action::Help:
      return request(doing.output, Kind::ShowHelp);
    case Action::Diagnostics:
      return request(doing.output, Kind::ShowDiagnostics);
    default:
      return;
  }
}

/// The first "View n" that is not taken.
std::string freeViewName(const ViewState& state) {
  for (std::size_t n = state.savedViews.size() + 1;; ++n)
    if (std::string name = "View " + std::to_string(n); !state.savedViews.contains(name)) return name;
}

void viewAction(Action action, Doing& doing) {
  switch (action) {
    case Action::LookNorth:
      return doing.issue("look", "N");
    case Action::LookEast:
      return doing.issue("look", "E");
    case Action::LookSouth:
      return doing.issue("look", "S");
    case Action::LookWest:
      return doing.issue("look", "W");
    case Action::LookPlan:
      return doing.issue("look", "plan");
    case Action::FrameAll:
      return doing.issue("frame");
    case Action::FocusPicked:
      if (doing.input.state.pick) doing.issue("camera focus", "pick");
      return;
    case Action::ToggleProjection:
      return doing.issue("projection", "toggle");
    case Action::TurnLeft:
      return doing.issue("orbit", -kTurn, 0);
    case Action::TurnRight:
      return doing.issue("orbit", kTurn, 0);
    case Action::TurnUp:
      return doing.issue("orbit", 0, -kTurn);
    case Action::TurnDown:
      return doing.issue("orbit", 0, kTurn);
    case Action::ZoomIn:
      return doing.issue("zoom", kZoom);
    case Action::ZoomOut:
      return doing.issue("zoom", 1 / kZoom);
    case Action::ViewWhole:
      return doing.issue("sectionview", "off");
    case Action::ViewSection:
      if (!doing.hasSection()) addSection(doing);
      return doing.issue("sectionview", "on");
    case Action::SaveView:
      return doing.issue("view save", freeViewName(doing.input.state));
    case Action::TourAdd:
      if (!doing.input.deposit.empty())
        doing.issue("tour add", "Stop " + std::to_string(doing.input.state.tour.size() + 1));
      return;
    case Action::Present:
      return request(doing.output, AppRequest::Kind::Present);
    default:
      return;
  }
}

void toolAction(Action action, Doing& doing) {
  switch (action) {
    case Action::ToolSelect:
      return doing.tool(ToolKind::Orbit);
    case Action::ToolDistance:
      return doing.tool(ToolKind::MeasureDistance);
    case Action::ToolArea:
      return doing.tool(ToolKind::MeasureArea);
    case Action::ToolPlane:
      return doing.tool(ToolKind::MeasurePlane);
    case Action::ToolCut:
      if (!doing.hasSection()) addSection(doing);
      return doing.tool(ToolKind::CutPlane);
    case Action::ToolWalk:
      return doing.tool(ToolKind::Walk);
    case Action::WalkGround:
      return doing.issue("walk ground", "toggle");
    case Action::WalkLamp:
      return doing.issue("walk lamp", "toggle");
    case Action::ToolPlace:
      if (!doing.input.deposit.assets.empty()) doing.tool(ToolKind::PlaceAsset);
      return;
    case Action::MeasureUndo:
      if (!doing.input.state.measure.empty()) doing.issue("measure undo");
      return;
    default:
      return;
  }
}

void displayAction(Action action, Doing& doing) {
  const ViewState& state = doing.input.state;
  switch (action) {
    case Action::ExaggerationMore:
      return doing.issue("exaggeration", nextExaggeration(state.exaggeration, true));
    case Action::ExaggerationLess:
      return doing.issue("exaggeration", nextExaggeration(state.exaggeration, false));
    case Action::ToggleGrid:
      return doing.issue("grid", "toggle");
    case Action::ToggleOcclusion:
      return doing.issue("ao", "toggle");
    case Action::ToggleHonest:
      return doing.issue("honest", "toggle");
    case Action::ToggleLens:
      return doing.issue("lens", "toggle");
    case Action::ToggleLegend:
      return doing.issue("legend", "toggle");
    case Action::ToggleTheme:
      return doing.issue("theme", enumName(state.theme == Theme::Dark ? Theme::Light : Theme::Dark));
    case Action::ToggleLayer:
      return toggleActiveLayer(doing);
    case Action::NextLayer:
      return stepLayer(doing, 1);
    case Action::PreviousLayer:
      return stepLayer(doing, -1);
    default:
      return;
  }
}

void playPlan(Doing& doing) {
  PanelMemory& memory = doing.memory;
  const geology::MinePlan* plan = planOf(doing.input.deposit, doing.input.state.plan);
  if (plan == nullptr) return;
  memory.playing = !memory.playing;
  ++memory.drag;  // one playing, one step of undo
  if (!doing.input.state.plan.on) doing.issue("plan", "on");
  const bool over = planTime(*plan, doing.input.state.plan) >= static_cast<double>(plan->periods.size());
  if (memory.playing && over) doing.issue("plan time", "start");
}

/// True when it is an action of the mine plan.
bool planAction(Action action, Doing& doing) {
  switch (action) {
    case Action::PlanToggle:
      doing.memory.playing = false;
      if (doing.input.state.plan.on || planOf(doing.input.deposit, doing.input.state.plan) != nullptr)
        doing.issue("plan", !doing.input.state.plan.on);
      return true;
    case Action::PlanPlay:
      playPlan(doing);
      return true;
    case Action::PlanForward:
    case Action::PlanBack:
      doing.memory.playing = false;
      if (planOf(doing.input.deposit, doing.input.state.plan) != nullptr)
        doing.issue("plan step", action == Action::PlanForward ? 1 : -1);
      return true;
    default:
      return false;
  }
}

void toggleCharts(Doing& doing) {
  const bool shown = doing.input.state.chart.shown && !doing.memory.diagnosticsShown;
  doing.memory.diagnosticsShown = false;  // one drawer, one thing in it
  doing.issue("chart", shown ? "off" : "on");
}

}  // namespace

void issue(PanelOutput& output, Command command, std::string mergeLabel) {
  output.commands.push_back({std::move(command), std::move(mergeLabel)});
}

void request(PanelOutput& output, AppRequest::Kind kind, std::string text) {
  output.requests.push_back({kind, std::move(text)});
}

std::string dragLabel(PanelMemory& memory, const std::string& what) {
  if (ImGui::IsItemActivated()) ++memory.drag;
  return what + "#" + std::to_string(memory.drag);
}

double nextExaggeration(double current, bool more) {
  if (more) {
    const auto next = std::upper_bound(kExaggerations.begin(), kExaggerations.end(), current);
    return next == kExaggerations.end() ? kExaggerations.back() : *next;
  }
  const auto here = std::lower_bound(kExaggerations.begin(), kExaggerations.end(), current);
  return here == kExaggerations.begin() ? kExaggerations.front() : *(here - 1);
}

std::optional<geology::ObjectEntry> activeLayer(const geology::Deposit& deposit, const ViewState& state) {
  if (auto chosen = findObject(deposit, state.activeLayer)) return chosen;
  const auto entries = geology::objects(deposit);
  for (const ObjectKind kind : {ObjectKind::BlockModel, ObjectKind::DrillHoles})
    for (const auto& entry : entries)
      if (entry.kind == kind) return entry;
  if (entries.empty()) return std::nullopt;
  return entries.front();
}

void perform(Action action, const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  Doing doing{input, memory, output};
  if (action == Action::Cancel) return cancel(doing);
  if (action == Action::TogglePanels) return void(memory.sidesShown = !memory.sidesShown);
  if (action == Action::ToggleCharts) return toggleCharts(doing);
  if (planAction(action, doing)) return;
  fileAction(action, doing);
  viewAction(action, doing);
  toolAction(action, doing);
  sectionAction(action, doing);
  displayAction(action, doing);
}

}  // namespace adit::viewer
