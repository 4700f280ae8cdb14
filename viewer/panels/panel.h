// What every panel gets and gives: it reads the state and returns commands. No VTK, no GLFW, no GL.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/estimate_facts.h"
#include "viewer/state/facts.h"
#include "viewer/state/guard_facts.h"
#include "viewer/state/lens_facts.h"
#include "viewer/state/pit_facts.h"
#include "viewer/state/plan_facts.h"
#include "viewer/state/resource_facts.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Things a panel asks of the program that are not part of the view.
struct AppRequest {
  enum class Kind {
    OpenDialog,
    OpenPath,
    SaveProject,
    SavePicture,
    LegendDialog,  ///< column: whose legend; text: "import" or "export"
    ImportLegend,
    ExportLegend,
    TourDialog,  ///< text: "import" or "export"
    ImportTour,
    ExportTour,
    PitDialog,  ///< text: "import", "export" or "columns"
    ImportPit,
    ExportPit,
    WritePitColumns,
    CancelPit,
    Present,      ///< text: the number of the stop to begin with, counted from 1; empty: the first
    ProposePlan,  ///< an estimate of state.estimate's holes and column, else of the usual ones
    RunPlan,
    PlanDialog,  ///< text: "import" or "export"
    ImportPlan,
    ExportPlan,
    Undo,
    Redo,
    Quit,          ///< as Open...: asks first where an estimate is in no file
    LeaveUnsaved,  ///< answers: goes on with what was asked, or saves first
    SaveAndLeave,
    CancelWork,
    ShowHelp,
    ShowDiagnostics
  };
  Kind kind;
  std::string text = {};    ///< a path
  std::string column = {};  ///< whose legend
};

/// The chart in the drawer, drawn elsewhere.
struct ChartShown {
  struct Kind {
    std::string word, title;
  };
  std::vector<Kind> kinds;     ///< that there are
  std::uintptr_t texture = 0;  ///< ImGui's; 0: not drawn yet. Rows from the top
  bool known = false;          ///< false: a newer one is being worked out
  /// Places of the picture that can be picked: shares of its width and height, from its top left.
  struct Spot {
    float left = 0, top = 0, right = 0, bottom = 0;
    PickState pick;
    std::string hint;
  };
  std::vector<Spot> spots;
};

struct PanelInput {
  const geology::Deposit& deposit;
  const ViewState& state;
  const SceneFacts& facts;
  std::vector<Fact> picked;     ///< of state.pick
  std::optional<Vec3> pointer;  ///< deposit coordinates under the mouse
  std::string workText;         ///< what is being done in the background; empty: nothing
  double workFraction = 0;
  std::string message;  ///< the last error or news, one line
  bool canUndo = false, canRedo = false;
  float scale = 1;                  ///< of the monitor
  std::vector<std::string> recent;  ///< paths that were opened before, latest first
  TonnageFacts tonnage{};           ///< of what the threshold panel works on
  std::optional<LensFacts> lens{};  ///< of the picked thing, where the evidence lens is on
  GuardReport guard{};              ///< of the view
  ResourceFacts resources{};        ///< likewise
  ChartShown chart{};
  PlanFacts plan{};                 ///< of the mine plan that is shown
  ClaimFacts claim{};               ///< of what the threshold panel works on
  EstimateFacts estimate{};         ///< of state.estimate
  PitFacts pit{};                   ///< of the pit that the view asks for
  std::set<std::string> unsaved{};  ///< block models that were estimated here and are in no file
};

struct PanelOutput {
  struct Issued {
    Command command;
    std::string mergeLabel;  ///< non-empty while dragging: the whole drag is one step of undo
  };
  std::vector<Issued> commands;
  std::vector<AppRequest> requests;
};

}  // namespace adit::viewer
