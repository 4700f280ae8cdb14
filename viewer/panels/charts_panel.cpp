// The drawer with a chart of what is shown: which one, and the picture of it.
#include <algorithm>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"

namespace adit::viewer {
namespace {

void drawKind(const PanelInput& input, PanelMemory& memory) {
  std::vector<std::string> titles;
  std::string current;
  for (const ChartShown::Kind& kind : input.chart.kinds) {
    titles.push_back(kind.title);
    if (kind.word == memory.chartKind) current = kind.title;
  }
  const auto chosen =
      choice({"##chartkind", current, titles, px(220), {"Which chart of what is shown.", ""}});
  if (chosen) memory.chartKind = input.chart.kinds[*chosen].word;
}

void drawOptions(PanelMemory& memory) {
  if (memory.chartKind == "swath") {
    ImGui::SameLine(0, px(8));
    const std::vector<std::string> axes{"east", "north", "up"};
    if (const auto chosen =
            choice({"##chartaxis", memory.chartAxis, axes, px(100), {"Along which axis.", ""}}))
      memory.chartAxis = axes[*chosen];
  }
  if (memory.chartKind == "histogram") {
    ImGui::SameLine(0, px(8));
    if (textButton("Logarithmic", {"Bins of equal ratio in place of equal width.", ""},
                   {memory.chartLogarithmic}))
      memory.chartLogarithmic = !memory.chartLogarithmic;
  }
}

}  // namespace

void drawCharts(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const float top = ImGui::GetCursorPosY();
  drawKind(input, memory);
  drawOptions(memory);
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
}

}  // namespace adit::viewer
