// Every panel of the window. A panel reads the input and appends commands and requests to the output.
#pragma once
#include "viewer/panels/panel.h"
#include "viewer/panels/panel_memory.h"
#include "viewer/state/columns.h"

namespace adit::viewer {

// The bars.
void drawToolbar(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawStatusBar(const PanelInput& input, PanelOutput& output);

// The left side.
void drawLayers(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawInspector(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawEvidence(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawMeasurement(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawSavedViews(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawTour(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawCameraPath(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawCompare(const PanelInput& input, PanelMemory& memory, PanelOutput& output);

// The right side.
void drawThreshold(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawClaim(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
/// What the threshold panel works on: the active layer, and of its columns of numbers the one that was chosen
/// there, else the one that colours the layer, else one with a range, else the first.
struct ThresholdTarget {
  std::string layer;
  NamedColumn column;
};
std::optional<ThresholdTarget> thresholdTarget(const geology::Deposit& deposit, const ViewState& state,
                                               const PanelMemory& memory);
/// The rows about tonnes, for block models; part of the threshold panel.
void drawTonnage(const PanelInput& input, PanelMemory& memory, PanelOutput& output,
                 const ThresholdTarget& target);
void drawResources(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawPit(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawEstimate(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawCategories(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawFilter(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawSections(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawRegion(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawLegendEditor(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawDisplay(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawAssetPlace(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawLayerDisplay(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawGuard(const PanelInput& input, PanelMemory& memory, PanelOutput& output);

// In place of the view, or over it.
void drawStartPage(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawDiagnostics(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawTimeline(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawCharts(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
/// Over the view, where what was asked for would lose an estimate that is in no file.
void drawLeaveQuestion(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawHelpSheet(const PanelInput& input, PanelMemory& memory, PanelOutput& output);
void drawFileDialog(const PanelInput& input, PanelMemory& memory, PanelOutput& output);

}  // namespace adit::viewer
