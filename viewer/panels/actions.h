// What every action does: the tool bar and the keys go the same way.
#pragma once
#include "viewer/panels/panel.h"
#include "viewer/panels/panel_memory.h"
#include "viewer/panels/shortcuts.h"

namespace adit::viewer {

void perform(Action action, const PanelInput& input, PanelMemory& memory, PanelOutput& output);

/// Appends a command; `mergeLabel` makes a whole drag one step of undo.
void issue(PanelOutput& output, Command command, std::string mergeLabel = {});
void request(PanelOutput& output, AppRequest::Kind kind, std::string text = {});
/// The label of the drag of the last item, e.g. "opacity blocks#12": equal through one drag, new for the next
/// one.
std::string dragLabel(PanelMemory& memory, const std::string& what);

/// The layer that the threshold panel works on: the chosen one, else the first block model, else the first
/// drillholes, else the first object; nothing in an empty deposit.
std::optional<geology::ObjectEntry> activeLayer(const geology::Deposit& deposit, const ViewState& state);
/// The next round vertical exaggeration above or below `current`.
double nextExaggeration(double current, bool more);

}  // namespace adit::viewer
