// Under the threshold: the tonnes and the grade of what is shown, and the density that they rest on.
#include <cmath>

#include "geology/model/unit_scale.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;
constexpr float kValueWidth = 84;

std::string withUnit(double value, const std::string& unit) {
  return shortNumber(value, 3) + (unit.empty() ? "" : " " + unit);
}

/// "Above 0.3 %": the cut-off that the sums are for, whatever the handles have moved to since.
std::string questionText(const TonnageFacts& facts) {
  if (std::isfinite(facts.lo) && std::isfinite(facts.hi))
    return shortNumber(facts.lo) + " to " + withUnit(facts.hi, facts.unit);
  if (std::isfinite(facts.lo)) return "Above " + withUnit(facts.lo, facts.unit);
  if (std::isfinite(facts.hi)) return "Below " + withUnit(facts.hi, facts.unit);
  return "All shown";
}

std::string answerText(const TonnageFacts& facts) {
  if (!facts.tonnes) return volumeText(facts.volume);
  return massText(*facts.tonnes) + (facts.grade ? " at " + withUnit(*facts.grade, facts.unit) : "");
}

void drawSums(const TonnageFacts& facts) {
  const bool empty = !facts.known && facts.blocks == 0;
  const Role role = facts.known ? Role::Text : Role::Quiet;
  factRow(questionText(facts), empty ? "..." : answerText(facts), role);
  if (facts.metal) factRow("Metal", metalText(*facts.metal, facts.unit), role);
  if (empty) return;
  paragraph(withThousands(facts.blocks) + " blocks" + (facts.tonnes ? ", " + volumeText(facts.volume) : "") +
                "; " + facts.density,
            facts.tonnes ? Role::Quiet : Role::Caution);
  if (facts.withoutGrade > 0)
    paragraph("In no sum: " + counted(facts.withoutGrade, "shown block", "shown blocks") +
                  " without a value in " + facts.column + ".",
              Role::Caution);
  if (facts.withoutDensity > 0)
    paragraph(
        "In no tonnes: " + counted(facts.withoutDensity, "block", "blocks") + " without a density above 0.",
        Role::Caution);
  if (!facts.doubt.empty()) paragraph(facts.doubt, Role::Caution);
  // Whatever was measured, indicated or only inferred is in this one sum.
  if (facts.tonnes) paragraph("All categories in one sum: no resource statement.", Role::Caution);
}

std::vector<std::string> densityColumns(const geology::Deposit& deposit, const std::string& model) {
  std::vector<std::string> names;
  for (const NamedColumn& c : columnsOf(deposit, model))
    if (c.column->isNumeric() && (c.column->unit.empty() || geology::densityScale(c.column->unit)))
      names.push_back(c.name);
  return names;
}

void drawDensity(const PanelInput& input, PanelMemory& memory, PanelOutput& output,
                 const std::string& model) {
  const auto found = input.state.densities.find(model);
  const DensityState* stated = found != input.state.densities.end() ? &found->second : nullptr;
  const bool byValue = stated != nullptr && stated->column.empty();
  std::vector<std::string> options{"not stated"};
  for (std::string& name : densityColumns(input.deposit, model)) options.push_back(std::move(name));
  rowLabel("Density", kLabelColumn);
  const auto chosen = choice({"##density",
                              stated == nullptr ? options[0]
                              : byValue         ? "one value"
                                                : stated->column,
                              options,
                              roomLeft() - px(kValueWidth) - px(8),
                              {"The column that says how heavy the blocks are.", ""}});
  if (chosen) issue(output, command("density", model, *chosen == 0 ? "none" : options[*chosen]));
  ImGui::SameLine(0, px(8));
  const auto value =
      numberField({"##densityvalue",
                   byValue ? stated->value : std::nan(""),
                   "t/m3",
                   2,
                   px(kValueWidth),
                   {"One density for every block. Adit assumes none: without it there are no tonnes.", ""}},
                  memory.edit);
  if (value) issue(output, command("density", model, *value));
}

}  // namespace

void drawTonnage(const PanelInput& input, PanelMemory& memory, PanelOutput& output,
                 const ThresholdTarget& target) {
  const auto object = findObject(input.deposit, target.layer);
  if (!object || object->kind != geology::ObjectKind::BlockModel) return;
  ImGui::Dummy({0, px(2)});
  if (input.tonnage.object == target.layer && input.tonnage.column == target.column.name)
    drawSums(input.tonnage);
  drawDensity(input, memory, output, target.layer);
}

}  // namespace adit::viewer
