#include "viewer/panels/shortcuts.h"

#include <algorithm>

namespace adit::viewer {
namespace {

constexpr KeyChord key(int code) {
  return {code, false, false};
}
constexpr KeyChord ctrl(int code) {
  return {code, true, false};
}
constexpr KeyChord shift(int code) {
  return {code, false, true};
}

std::string keyName(int code) {
  switch (code) {
    case kKeyEscape:
      return "Esc";
    case kKeyTab:
      return "Tab";
    case kKeyBackspace:
      return "Backspace";
    case kKeyDelete:
      return "Delete";
    case kKeySpace:
      return "Space";
    case kKeyLeft:
      return "Left";
    case kKeyRight:
      return "Right";
    case kKeyUp:
      return "Up";
    case kKeyDown:
      return "Down";
    case kKeyPageUp:
      return "Page up";
    case kKeyPageDown:
      return "Page down";
    case kKeyF1:
      return "F1";
    case kKeyF5:
      return "F5";
    case kKeyHome:
      return "Home";
    case kKeyEnd:
      return "End";
    case kKeyEnter:
      return "Enter";
    default:
      return std::string(1, static_cast<char>(code));
  }
}

}  // namespace

const std::vector<Shortcut>& shortcuts() {
  using enum Action;
  static const std::vector<Shortcut> kTable{
      {Open, ctrl('O'), "File", "Open files or a folder"},
      {Save, ctrl('S'), "File", "Save the project"},
      {SavePicture, ctrl('P'), "File", "Save this view as a picture"},
      {Undo, ctrl('Z'), "File", "Undo"},
      {Redo, ctrl('Y'), "File", "Redo"},
      {Redo, {'Z', true, true}, "File", "Redo"},
      {Quit, ctrl('Q'), "File", "Quit"},
      {Help, key('H'), "File", "Help: all keys"},
      {Help, key(kKeyF1), "File", "Help: all keys"},
      {Diagnostics, key('I'), "File", "What was found while reading"},
      {TogglePanels, key(kKeyTab), "File", "Hide or show the side panels"},
      {Cancel, key(kKeyEscape), "File", "Close, show all again, drop what was measured"},

      {LookNorth, key('N'), "View", "Look north"},
      {LookEast, key('E'), "View", "Look east"},
      {LookSouth, key('S'), "View", "Look south"},
      {LookWest, key('W'), "View", "Look west"},
      {LookPlan, key('P'), "View", "Plan: look straight down"},
      {LookSection, key('Q'), "View", "Look squarely at the active section"},
      {FrameAll, key('F'), "View", "Frame the whole deposit"},
      {FocusPicked, key('C'), "View", "Centre on the picked thing"},
      {ToggleProjection, key('O'), "View", "Orthographic or perspective"},
      {TurnLeft, key(kKeyLeft), "View", "Turn left"},
      {TurnRight, key(kKeyRight), "View", "Turn right"},
      {TurnUp, key(kKeyUp), "View", "Look from lower"},
      {TurnDown, key(kKeyDown), "View", "Look from higher"},
      {ZoomIn, key('+'), "View", "Come closer"},
      {ZoomIn, key('='), "View", "Come closer"},
      {ZoomOut, key('-'), "View", "Step back"},
      {ViewWhole, key('1'), "View", "The 3D view alone"},
      {ViewSection, key('2'), "View", "The flat section beside the 3D view"},
      {ToggleCharts, key('3'), "View", "Charts below the view"},
      {SaveView, ctrl('B'), "View", "Keep this view under a name"},
      {TourAdd, ctrl('T'), "View", "Add this view to the tour"},
      {Present, key(kKeyF5), "View", "Present the tour on the whole screen"},
      {Present, shift('P'), "View", "Present the tour on the whole screen"},

      {PlanToggle, key('4'), "Mine plan", "The mine plan, or the ground before it"},
      {PlanPlay, shift(kKeySpace), "Mine plan", "Play the plan, or pause"},
      {PlanForward, key('.'), "Mine plan", "To the end of the next period"},
      {PlanBack, key(','), "Mine plan", "To the end of the period before"},

      {ToolSelect, key('V'), "Tools", "Select and turn"},
      {ToolDistance, key('M'), "Tools", "Measure distance, bearing and plunge"},
      {ToolArea, key('A'), "Tools", "Measure an area"},
      {ToolPlane, key('D'), "Tools", "Strike and dip through three points"},
      {ToolCut, key('K'), "Tools", "Drag the active section"},
      {ToolWalk, key('U'), "Tools", "On foot: W A S D, Shift runs, Space climbs"},
      {WalkGround, shift('U'), "Tools", "On foot, or flying: Q down, E up"},
      {WalkLamp, shift('L'), "Tools", "Lamp under ground"},
      {ToolPlace, key('J'), "Tools", "Place the active thing for scale"},
      {MeasureUndo, key(kKeyBackspace), "Tools", "Take back the last measured point"},

      {SectionAdd, key('B'), "Sections", "Add a section across the view"},
      {SectionBack, key('['), "Sections", "Step the section back"},
      {SectionForward, key(']'), "Sections", "Step the section forward"},
      {SectionFlip, key('/'), "Sections", "Cut away the other side"},
      {SectionToggle, key('\\'), "Sections", "Switch the active section on or off"},
      {SectionRemove, key(kKeyDelete), "Sections", "Remove the active section"},
      {BoxToggle, shift('B'), "Sections", "Switch the box on or off"},

      {ExaggerationMore, key('X'), "Display", "More vertical exaggeration"},
      {ExaggerationLess, shift('X'), "Display", "Less vertical exaggeration"},
      {ToggleGrid, key('G'), "Display", "Coordinate grid"},
      {ToggleOcclusion, shift('A'), "Display", "Ambient occlusion"},
      {ToggleHonest, key('Y'), "Display", "Honest View: how well it is known"},
      {ToggleLens, key('R'), "Display", "Evidence lens: the samples behind it"},
      {ToggleLegend, key('L'), "Display", "Legend in the view"},
      {ToggleTheme, key('T'), "Display", "Dark or light theme"},
      {ToggleLayer, key(kKeySpace), "Display", "Show or hide the active layer"},
      {NextLayer, key(kKeyPageDown), "Display", "Next layer"},
      {PreviousLayer, key(kKeyPageUp), "Display", "Previous layer"},
  };
  return kTable;
}

std::optional<Action> actionOf(const KeyChord& chord) {
  for (const Shortcut& shortcut : shortcuts())
    if (shortcut.chord == chord) return shortcut.action;
  return std::nullopt;
}

std::string chordText(const KeyChord& chord) {
  return std::string(chord.ctrl ? "Ctrl+" : "") + (chord.shift ? "Shift+" : "") + keyName(chord.key);
}

Hint hintOf(Action action) {
  const auto& table = shortcuts();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Shortcut& s) { return s.action == action; });
  return found == table.end() ? Hint{} : Hint{found->title, chordText(found->chord)};
}

const std::vector<MouseHelp>& mouseHelp() {
  static const std::vector<MouseHelp> kTable{
      {"Drag", "Turn around the focus"},
      {"Right drag", "Move sideways (Shift+drag too)"},
      {"Wheel", "Zoom to the pointer"},
      {"Click", "Pick, measure, or place a thing"},
      {"Double click", "Focus on the place; on foot: go there"},
      {"Drag, cut tool", "Move the section; with Shift turn it"},
      {"Drop files", "Open them; a folder too"},
  };
  return kTable;
}

}  // namespace adit::viewer
