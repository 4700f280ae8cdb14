// Two truths: which view stands beside this one, and what differs.
#include <cmath>
#include <limits>

#include "viewer/panels/actions.h"
#include "viewer/panels/panels.h"
#include "viewer/state/compare.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;
constexpr const char* kNothing = "nothing";

void drawOther(const PanelInput& input, PanelOutput& output) {
  rowLabel("Beside it", kLabelColumn);
  std::vector<std::string> options{kNothing};
  for (const auto& [name, json] : input.state.savedViews) options.push_back(name);
  const auto chosen = choice({"##compared",
                              input.state.compare.on ? input.state.compare.view : options[0],
                              options,
                              roomLeft(),
                              {"A saved view, through the camera of this one.", ""}});
  if (chosen) issue(output, *chosen == 0 ? command("compare", "off") : command("compare", options[*chosen]));
}

/// The same view at another cut-off of the column that the threshold panel works on.
void drawOtherCutOff(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto target = thresholdTarget(input.deposit, input.state, memory);
  if (!target || findObject(input.deposit, target->layer)->kind != geology::ObjectKind::BlockModel) return;
  const auto& ranges = filterOf(input.state, target->layer).ranges;
  const auto range = ranges.find(target->column.name);
  const double now = range != ranges.end() ? range->second.lo : 0;
  const double hi = range != ranges.end() ? range->second.hi : std::numeric_limits<double>::infinity();
  rowLabel("Cut-off", kLabelColumn);
  const auto cutOff =
      numberField({.id = "##othercutoff",
                   .value = std::isfinite(now) ? now : 0,
                   .unit = target->column.column->unit,
                   .hint = {"Type another cut-off: the same view with it stands beside this one.", ""}},
                  memory.edit);
  if (!cutOff || *cutOff == now) return;
  const Command other = command("range", target->layer, target->column.name, *cutOff, hi);
  issue(output, command("compare", "same", formatCommand(other)));
}

void drawWhatDiffers(const PanelInput& input, PanelOutput& output) {
  const CompareState& compare = input.state.compare;
  if (checkRow("Difference", compare.difference,
               {"In place of the other view: its grade less that of this one, block by block.", ""}))
    issue(output, command("compare", "difference", !compare.difference));
  if (textButton("Swap##compare", {"The two views change places", ""}))
    issue(output, command("compare", "swap"));
  const auto other = comparedView(input.state);
  if (!other) return paragraph("The other view is gone or cannot be read.", Role::Caution);
  const ViewWords words = differingWords(input.deposit, input.state, *other);
  if (words.a.empty()) return paragraph("Both ask the same.", Role::Caution);
  for (std::size_t i = 0; i < words.a.size(); ++i) {
    factRow("A", words.a[i]);
    factRow("B", words.b[i]);
  }
}

}  // namespace

void drawCompare(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.empty()) return;
  if (!sectionHeader("COMPARE", memory.folded,
                     {"Two truths side by side: another model, cut-off, date, or any saved view.", ""}))
    return;
  drawOther(input, output);
  drawOtherCutOff(input, memory, output);
  if (input.state.compare.on) drawWhatDiffers(input, output);
}

}  // namespace adit::viewer
