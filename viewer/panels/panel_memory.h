// What the panels remember between two frames and nobody else needs to know: text being typed, folded groups,
// the widths of the side panels. The caller owns it; nothing in it changes the picture.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "geology/model/diagnostic.h"
#include "geology/model/hole_dates.h"
#include "viewer/panels/column_cache.h"
#include "viewer/panels/fields.h"
#include "viewer/panels/file_browser.h"
#include "viewer/panels/histogram_control.h"

namespace adit::viewer {

constexpr float kLeftWidth = 286, kRightWidth = 322;  ///< of the side panels, design pixels
constexpr float kNarrowestPanel = 248, kWidestPanel = 560;

/// Years in which holes were drilled, for the time machine.
struct DrillYears {
  std::vector<geology::DrillDate> dates;  ///< of the holes that have one, rising
  std::size_t holes = 0;                  ///< with and without
};
constexpr const char* kGuardTitle = "DISCLOSURE";
constexpr const char* kPathTitle = "CAMERA PATH";
constexpr const char* kPitTitle = "PIT LIMIT";
constexpr const char* kClaimTitle = "CLAIM AND PROOF";
constexpr const char* kEstimateTitle = "ESTIMATE";

struct PanelMemory {
  std::optional<DrillYears> drillYears;  ///< of the deposit; found when it is first needed
  EditMemory edit;
  std::set<std::string> folded{kGuardTitle, kPathTitle, kEstimateTitle,
                               kPitTitle};  ///< titles of the closed groups
  std::set<std::string> guardOpen;          ///< rules whose why is shown
  ColumnCache columns;
  HistogramGrip grip;
  std::map<std::string, std::string> thresholdColumn;  ///< by layer
  std::map<std::string, std::string> categoryColumn;   ///< by layer
  std::string filterFault;                             ///< of the expression that was typed last
  std::string filterTyped;                             ///< kept for correction while it has a fault
  std::string filterLayer;                             ///< the layer that the fault is about
  unsigned drag = 0;                                   ///< rises with each drag; part of its merge label

  std::array<float, 2> chartRoom{0, 0};  ///< width and height that the picture of the chart has

  std::map<std::string, double> pitAnchors;  ///< middles of the price sliders while they are drawn

  bool playing = false;                 ///< the mine plan
  bool timelineShown = false;           ///< below the view
  std::optional<std::size_t> tourStop;  ///< whose fields are open
  double pathSeconds = 0;               ///< where on the camera path one was last

  bool sidesShown = true;
  float leftWidth = kLeftWidth, rightWidth = kRightWidth;
  bool helpShown = false;
  bool leaveAsked = false;  ///< something is in no file, and would be gone
  bool diagnosticsShown = false;
  std::set<geology::Severity> severitiesHidden;
  std::optional<FileBrowser> browser;  ///< the open file dialog
  FileTask fileTask = FileTask::Open;  ///< what it is open for
  std::string fileColumn;              ///< whose legend it is about
  std::string fileName;                ///< of the file to write
};

}  // namespace adit::viewer
