// The one table of keys: the help sheet shows it, tooltips name it, the window obeys it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "viewer/panels/widgets.h"

namespace adit::viewer {

/// What a key or a button of the tool bar does.
enum class Action {
  Open,
  Save,
  SavePicture,
  Undo,
  Redo,
  Quit,
  Help,
  Diagnostics,
  TogglePanels,
  Cancel,
  LookNorth,
  LookEast,
  LookSouth,
  LookWest,
  LookPlan,
  LookSection,
  FrameAll,
  FocusPicked,
  ToggleProjection,
  TurnLeft,
  TurnRight,
  TurnUp,
  TurnDown,
  ZoomIn,
  ZoomOut,
  ViewWhole,
  ViewSection,
  ToggleCharts,
  SaveView,
  PlanToggle,
  PlanPlay,
  PlanForward,
  PlanBack,
  ToolSelect,
  ToolDistance,
  ToolArea,
  ToolPlane,
  ToolCut,
  ToolWalk,
  ToolPlace,
  MeasureUndo,
  SectionAdd,
  SectionBack,
  SectionForward,
  SectionFlip,
  SectionRemove,
  SectionToggle,
  BoxToggle,
  ExaggerationMore,
  ExaggerationLess,
  ToggleGrid,
  ToggleOcclusion,
  ToggleHonest,
  ToggleLens,
  ToggleLegend,
  ToggleTheme,
  Present,
  TourAdd,
  ToggleLayer,
  NextLayer,
  PreviousLayer,
  WalkGround,
  WalkLamp
};

/// Keys without a printed character; printed ones are their upper-case character.
enum NamedKey : int {
  kKeyEscape = 256,
  kKeyTab,
  kKeyBackspace,
  kKeyDelete,
  kKeySpace,
  kKeyLeft,
  kKeyRight,
  kKeyUp,
  kKeyDown,
  kKeyPageUp,
  kKeyPageDown,
  kKeyF1,
  kKeyF5,
  kKeyHome,
  kKeyEnd,
  kKeyEnter
};

struct KeyChord {
  int key = 0;  ///< 'A', '[', or a NamedKey
  bool ctrl = false, shift = false;
  friend bool operator==(const KeyChord&, const KeyChord&) = default;
};

struct Shortcut {
  Action action;
  KeyChord chord;
  const char* group;  ///< "File", "View", ... in the order of the help sheet
  const char* title;  ///< a sentence without its full stop
};

/// An action may have several keys; the first one is the one that tooltips name.
const std::vector<Shortcut>& shortcuts();
std::optional<Action> actionOf(const KeyChord& chord);
/// "Ctrl+O", "[", "Page down".
std::string chordText(const KeyChord& chord);
/// The title and the first key of an action.
Hint hintOf(Action action);

struct MouseHelp {
  const char* gesture;
  const char* title;
};
/// What the mouse does in the view, for the help sheet.
const std::vector<MouseHelp>& mouseHelp();

}  // namespace adit::viewer
