// Categories of a column, each with its colour, its count, and a switch.
#include <algorithm>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/color_text.h"
#include "viewer/state/colormap.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kMostRows = 9;  ///< more categories scroll

struct Categories {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  std::string layer;
  NamedColumn column;
};

std::vector<NamedColumn> categoryColumns(const geology::Deposit& deposit, const std::string& layer) {
  std::vector<NamedColumn> columns = columnsOf(deposit, layer);
  std::erase_if(columns, [](const NamedColumn& c) { return c.column->isNumeric(); });
  return columns;
}

/// The column that was chosen here, else the one that colours the layer, else the one with the fewest
/// categories: a classification rather than a list of names.
NamedColumn chosenColumn(const PanelInput& input, const PanelMemory& memory, const std::string& layer,
                         const std::vector<NamedColumn>& columns) {
  if (const auto it = memory.categoryColumn.find(layer); it != memory.categoryColumn.end())
    if (const NamedColumn* found = findNamed(columns, it->second)) return *found;
  if (const NamedColumn* found = findNamed(columns, layerOf(input.state, layer).colorBy)) return *found;
  return *std::min_element(columns.begin(), columns.end(), [](const NamedColumn& a, const NamedColumn& b) {
    return a.column->names.size() < b.column->names.size();
  });
}

bool isShown(const Categories& c, const std::string& name) {
  const auto& hidden = filterOf(c.input.state, c.layer).hiddenCategories;
  const auto it = hidden.find(c.column.name);
  return it == hidden.end() || !it->second.contains(name);
}

void drawEye(const Categories& c, const std::string& name, const std::string& label) {
  const bool shown = isShown(c, name);
  if (eyeToggle("##eye", shown, {(shown ? "Hide " : "Show ") + label, ""}))
    issue(c.output, command("category", c.layer, c.column.name, name, !shown));
  ImGui::SameLine(0, px(4));
}

/// The name and count of a row; a click shows only this category.
void drawName(const Categories& c, const std::string& name, const std::string& label, std::size_t count) {
  const ItemBox box = item("##name", {roomLeft(), frameHeight()});
  const std::string number = withThousands(count);
  const float numberWidth = ImGui::CalcTextSize(number.c_str()).x;
  const float y = std::round(box.center().y - ImGui::GetFontSize() / 2);
  const Role role = isShown(c, name) ? Role::Text : Role::Quiet;
  clippedText({box.min.x, y}, box.max.x - numberWidth - px(8), label, ink(role));
  clippedText({box.max.x - numberWidth, y}, box.max.x + 1, number, ink(Role::Quiet));
  hintOfLastItem({label + ": " + number + " rows. Click to show only these.", ""});
  if (!box.clicked) return;
  const std::string step = "only#" + std::to_string(++c.memory.drag);  // both commands are one step of undo
  issue(c.output, command("category", c.layer, c.column.name, "*", false), step);
  issue(c.output, command("category", c.layer, c.column.name, name, true), step);
}

void drawCategory(const Categories& c, const ResolvedLegend& legend, std::size_t code, std::size_t count) {
  const std::string& name = c.column.column->names[code];
  ImGui::PushID(static_cast<int>(code));
  drawEye(c, name, name);
  const bool known = code < legend.categoryKnown.size() && legend.categoryKnown[code];
  const auto picked =
      swatch("##color", legend.colorOfCode(static_cast<std::int32_t>(code)), true,
             {known ? "Its colour" : "No colour in the legend: drawn in the warning colour", ""});
  const std::string label = dragLabel(c.memory, "legend color " + c.column.name);
  if (picked) issue(c.output, command("legend color", c.column.name, name, hexOf(*picked)), label);
  ImGui::SameLine(0, px(4));
  drawName(c, name, name, count);
  ImGui::PopID();
}

/// The rows that have no category: their name in commands is the empty one.
void drawMissing(const Categories& c, std::size_t count) {
  ImGui::PushID("missing");
  drawEye(c, "", "rows without a category");
  swatch("##color", kMissingColor, false, {"The colour of missing values", ""});
  ImGui::SameLine(0, px(4));
  drawName(c, "", "no category", count);
  ImGui::PopID();
}

void drawList(const Categories& c) {
  const ResolvedLegend& legend =
      c.memory.columns.legend(legendOf(c.input.state, c.column.column->name), *c.column.column);
  const CategoryCounts& counts = c.memory.columns.categories(*c.column.column);
  const std::size_t all = counts.counts.size() + (counts.missing > 0 ? 1 : 0);
  const float row = frameHeight() + ImGui::GetStyle().ItemSpacing.y;
  ImGui::BeginChild("##categories", {0, static_cast<float>(std::min(all, kMostRows)) * row});
  for (std::size_t code = 0; code < counts.counts.size(); ++code)
    drawCategory(c, legend, code, counts.counts[code]);
  if (counts.missing > 0) drawMissing(c, counts.missing);
  ImGui::EndChild();
}

}  // namespace

void drawCategories(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto active = activeLayer(input.deposit, input.state);
  if (!active) return;
  const std::vector<NamedColumn> columns = categoryColumns(input.deposit, active->name);
  if (columns.empty()) return;
  if (!sectionHeader("CATEGORIES", memory.folded, {"Shows or hides each category of a column.", ""})) return;
  const Categories categories{input, memory, output, active->name,
                              chosenColumn(input, memory, active->name, columns)};
  std::vector<std::string> names;
  for (const NamedColumn& c : columns) names.push_back(c.name);
  const float all = px(64);
  const auto chosen = choice({"##categorycolumn",
                              categories.column.name,
                              names,
                              roomLeft() - all - px(8),
                              {"The column whose categories are listed.", ""}});
  if (chosen) memory.categoryColumn[active->name] = names[*chosen];
  ImGui::SameLine(0, px(8));
  const bool some = filterOf(input.state, active->name).hiddenCategories.contains(categories.column.name);
  if (textButton("All##categories", {"Show every category", ""}, {false, some}, all))
    issue(output, command("category", active->name, categories.column.name, "*", true));
  drawList(categories);
}

}  // namespace adit::viewer
