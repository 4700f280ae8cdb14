// The filter expression, with its fault in the same place.
#include "geology/analysis/expression.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/panels.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

/// Why the expression cannot be used on the layer; empty when it can.
std::string faultOf(const std::string& text, const geology::Deposit& deposit, const std::string& layer) {
  const auto parsed = analysis::Expression::parse(text, columnsOf(deposit, layer));
  const auto* error = std::get_if<analysis::ExpressionFault>(&parsed);
  return error != nullptr ? error->message : std::string();
}

void accept(const std::string& text, const PanelInput& input, PanelMemory& memory, PanelOutput& output,
            const std::string& layer) {
  memory.filterLayer = layer;
  memory.filterTyped = text;
  memory.filterFault = text.empty() ? std::string() : faultOf(text, input.deposit, layer);
  if (!memory.filterFault.empty()) return;
  memory.filterTyped.clear();
  issue(output, text.empty() ? command("filter", layer, "none") : command("filter", layer, text));
}

}  // namespace

void drawFilter(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto active = activeLayer(input.deposit, input.state);
  if (!active || columnsOf(input.deposit, active->name).empty()) return;
  if (!sectionHeader("FILTER", memory.folded,
                     {"Shows only rows that fulfil an expression over the columns.", ""}))
    return;
  const bool faulty = memory.filterLayer == active->name && !memory.filterFault.empty();
  const std::string& set = filterOf(input.state, active->name).expression;
  const std::string& shown = faulty ? memory.filterTyped : set;
  const bool clearable = !shown.empty();
  const auto typed =
      textField({"##expression",
                 shown,
                 "cu_pct > 0.4 and rock == \"POR\"",
                 clearable ? roomLeft() - px(72) : 0,
                 {"and, or, not, ( ), == != < <= > >=, in (\"a\", \"b\"), has column, + - * /. "
                  "Names with blanks stand in [brackets]. Enter applies it.",
                  ""}},
                memory.edit);
  if (typed) accept(*typed, input, memory, output, active->name);
  if (clearable) {
    ImGui::SameLine(0, px(8));
    if (textButton("Clear##filter", {"Remove the expression", ""}, {}, px(64)))
      accept("", input, memory, output, active->name);
  }
  if (faulty) paragraph(memory.filterFault, Role::Error);
}

}  // namespace adit::viewer
