// The drawer with a chart of what is shown: which one, and the picture of it, whose parts can be picked.
#include <algorithm>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/chart_kinds.h"

namespace adit::viewer {
namespace {

std::string kindOf(const ChartState& chart) {
  return chart.kind.empty() ? std::string(kChartKinds.front().word) : chart.kind;
}

void drawKind(const PanelInput& input, PanelOutput& output) {
  std::vector<std::string> titles;
  std::string current;
  for (const ChartShown::Kind& kind : input.chart.kinds) {
    titles.push_back(kind.title);
    if (kind.word == kindOf(input.state.chart)) current = kind.title;
  }
  const auto chosen =
      choice({"##chartkind", current, titles, px(220), {"Which chart of what is shown.", ""}});
  if (chosen) issue(output, command("chart", input.chart.kinds[*chosen].word));
}

void drawOptions(const PanelInput& input, PanelOutput& output) {
  const ChartState& chart = input.state.chart;
  if (chart.kind == "swath") {
    ImGui::SameLine(0, px(8));
    const std::vector<std::string> axes(kSwathAxes.begin(), kSwathAxes.end());
    if (const auto chosen = choice({"##chartaxis", chart.axis, axes, px(100), {"Along which axis.", ""}}))
      issue(output, command("chart axis", axes[*chosen]));
  }
  if (chart.kind == "histogram") {
    ImGui::SameLine(0, px(8));
    if (textButton("Logarithmic", {"Bins of equal ratio in place of equal width.", ""}, {chart.logarithmic}))
      issue(output, command("chart log", !chart.logarithmic));
  }
}

const ChartShown::Spot* spotAt(const std::vector<ChartShown::Spot>& spots, float x, float y) {
  for (const ChartShown::Spot& spot : spots)
    if (x >= spot.left && x < spot.right && y >= spot.top && y < spot.bottom) return &spot;
  return nullptr;
}

/// The picture under the mouse: an interval says what it is, and a click picks it.
void drawSpots(const PanelInput& input, const ItemBox& box, PanelOutput& output) {
  if (!box.hovered || input.chart.spots.empty()) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ChartShown::Spot* spot =
      spotAt(input.chart.spots, (mouse.x - box.min.x) / box.width(), (mouse.y - box.min.y) / box.height());
  if (spot == nullptr) return;
  const ImVec2 from{box.min.x + spot->left * box.width(), box.min.y + spot->top * box.height()};
  const ImVec2 to{box.min.x + spot->right * box.width(), box.min.y + spot->bottom * box.height()};
  ImGui::GetWindowDrawList()->AddRect(from, to, ink(Role::Text), 0, 0, px(1));
  ImGui::SetTooltip("%s", spot->hint.c_str());
  const PickState& pick = spot->pick;
  if (box.clicked)
    issue(output, command("pick", pick.object, pick.table.empty() ? "-" : pick.table,
                          std::to_string(pick.row), pick.position.x, pick.position.y, pick.position.z));
}

}  // namespace

void drawCharts(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const float top = ImGui::GetCursorPosY();
  drawKind(input, output);
  drawOptions(input, output);
  ImGui::SameLine(0, 0);
  alignRight(px(kControlHeight));
  if (iconButton("##close", icons::kRemove, "x", {"Close", hintOf(Action::ToggleCharts).key},
                 {.compact = true}))
    perform(Action::ToggleCharts, input, memory, output);
  ImGui::SetCursorPosY(top + px(kRowHeight) + px(4));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  memory.chartRoom = {std::max(0.0F, room.x), std::max(0.0F, room.y)};
  if (input.chart.texture == 0) return paragraph("Being drawn ...");
  ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(input.chart.texture), at,
                                       {at.x + room.x, at.y + room.y});
  if (room.x >= 1 && room.y >= 1) drawSpots(input, item("##chart", room), output);
}

}  // namespace adit::viewer
