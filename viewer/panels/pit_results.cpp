#include "viewer/panels/pit_results.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/panels/widgets.h"
#include "viewer/state/number_text.h"

namespace adit::viewer {
namespace {

constexpr double kMillion = 1e6;
/// Factor, ore, waste, value, best and worst case: where their columns end, as shares of the width.
constexpr std::array<float, 6> kColumnEnds{0.11F, 0.27F, 0.45F, 0.64F, 0.82F, 1.0F};

void drawCells(const std::array<std::string, kColumnEnds.size()>& cells, Role role) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = roomLeft();
  float left = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const float end = std::round(width * kColumnEnds[c]), room = end - left - px(2);
    const float text = std::min(ImGui::CalcTextSize(cells[c].c_str()).x, room);
    clippedText({at.x + end - text, at.y}, at.x + end + 1, cells[c], ink(role));
    left = end;
  }
  ImGui::Dummy({0, ImGui::GetFontSize() + px(2)});
}

std::string millions(double value) {
  return shortNumber(value / kMillion, 3);
}
std::string maybeMillions(const std::optional<double>& value) {
  return value ? millions(*value) : "-";
}

void drawShells(const PitFacts& facts) {
  if (facts.shells.size() < 2) return;
  const FaceScope small(Face::Small);
  const bool valued = std::any_of(facts.shells.begin(), facts.shells.end(),
                                  [](const PitShellFacts& shell) { return shell.best.has_value(); });
  paragraph("Shells by revenue factor: Mt, M " + facts.currency +
            (valued ? ", present values at " + facts.convention
                    : "; without capacities there are no present values"));
  drawCells({"factor", "ore", "waste", "value", "best", "worst"}, Role::Quiet);
  for (const PitShellFacts& shell : facts.shells)
    drawCells({shortNumber(shell.factor, 3), millions(shell.ore), millions(shell.waste),
               millions(shell.value), maybeMillions(shell.best), maybeMillions(shell.worst)},
              shell.factor == 1 ? Role::Accent : Role::Text);
  hintOfLastItem({"Best: shell after shell. Worst: the whole shell bench by bench.", ""});
}

void drawLimit(const PitFacts& facts) {
  const Role role = facts.known ? Role::Text : Role::Quiet;
  factRow("Value", moneyText(facts.limit->value, facts.currency) + ", undiscounted", role);
  factRow("Ore", massText(facts.limit->ore), role);
  for (const std::string& grade : facts.grades) factRow("", "at " + grade, role);
  factRow("Waste", massText(facts.limit->waste), role);
  factRow("Strip ratio", facts.stripRatio ? shortNumber(*facts.stripRatio, 3) + " t waste / t ore" : "no ore",
          role);
  const auto share = [](double part) { return fixedText(100 * part, 0) + " % of the ore"; };
  if (facts.doubtfulClass)
    factRow("Inferred or no class", share(*facts.doubtfulClass),
            *facts.doubtfulClass > 0 ? Role::Caution : role);
  else
    factRow("Inferred or no class", "nobody said", Role::Caution);
  if (facts.beyondDrilling)
    factRow("Beyond the drilling", share(*facts.beyondDrilling),
            *facts.beyondDrilling > 0 ? Role::Caution : role);
}

void drawPlanFacts(const PitFacts& facts) {
  if (facts.phases == 0 || !facts.whole) return;
  const std::string phases = std::to_string(facts.phases) + (facts.phases == 1 ? " phase" : " phases");
  factRow("Plan", facts.periods > 0 ? phases + " in " + std::to_string(facts.periods) + " periods"
                                    : phases + ", no schedule");
  if (facts.presentValue) factRow("Present value", moneyText(*facts.presentValue, facts.currency));
  if (facts.presentValue) paragraph(facts.convention + "; schedule, not a reserve");
}

void drawWorking(const PitFacts& facts, PanelOutput& output) {
  const std::string text = facts.working + " (" + fixedText(100 * facts.fraction, 0) + " %)";
  const float button = textButtonWidth("Cancel");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + roomLeft() - button - px(8);
  clippedText({at.x, at.y + px(4)}, right, text, ink(Role::Accent));
  const float share = std::clamp(static_cast<float>(facts.fraction), 0.0F, 1.0F);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float bottom = at.y + frameHeight();
  list->AddRectFilled({at.x, bottom - px(2)}, {right, bottom}, ink(Role::Line));
  list->AddRectFilled({at.x, bottom - px(2)}, {at.x + (right - at.x) * share, bottom}, ink(Role::Accent));
  alignRight(button);
  if (textButton("Cancel", {"Stops the work on shells, phases and schedule.", ""}))
    request(output, AppRequest::Kind::CancelPit);
}

}  // namespace

std::string moneyText(double value, const std::string& currency) {
  return shortNumber(value / kMillion, 4) + " M " + currency;
}

void drawPitResults(const PitFacts& facts, PanelOutput& output) {
  if (!facts.working.empty()) drawWorking(facts, output);
  if (!facts.fault.empty()) paragraph(facts.fault, Role::Error);
  if (facts.limit) {
    paragraph("A " + facts.basis + (facts.known ? "" : "; figures of what was stated before"), Role::Caution);
    drawLimit(facts);
    drawPlanFacts(facts);
    drawShells(facts);
  }
  if (!facts.design.empty()) paragraph(facts.design, Role::Caution);
  for (const std::string& doubt : facts.doubts) paragraph(doubt, Role::Caution);
}

}  // namespace adit::viewer
