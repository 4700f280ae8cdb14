// The legend of the column that colours the active layer.
#include <algorithm>
#include <cmath>
#include <limits>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/colormap.h"
#include "viewer/state/columns.h"
#include "viewer/state/enum_names.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 60;
constexpr int kNewClasses = 6;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kAutomatic = std::numeric_limits<double>::quiet_NaN();  ///< an end of the range

struct LegendPanel {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  const geology::Column& column;
  const Legend& legend;
  const ResolvedLegend& resolved;

  void change(const Legend& changed, const std::string& label = {}) const {
    issue(output, command("legend set", column.name, toJson(changed)), label);
  }
};

ImU32 inkOf(const Color& c) {
  return ImGui::ColorConvertFloat4ToU32({c[0], c[1], c[2], 1});
}

/// The colours from left to right with their end values.
void drawRamp(const LegendPanel& panel) {
  const ResolvedLegend& legend = panel.resolved;
  const ItemBox box = item("##ramp", {roomLeft(), px(14)});
  ImDrawList* list = ImGui::GetWindowDrawList();
  constexpr int kSteps = 64;
  for (int i = 0; i < kSteps && !legend.ramp.empty(); ++i) {
    const auto index = static_cast<std::size_t>(i) * (legend.ramp.size() - 1) / (kSteps - 1);
    const float left = box.min.x + box.width() * static_cast<float>(i) / kSteps;
    const float right = box.min.x + box.width() * static_cast<float>(i + 1) / kSteps;
    list->AddRectFilled({std::floor(left), box.min.y}, {std::ceil(right), box.max.y},
                        inkOf(legend.ramp[index]));
  }
  hintOfLastItem({legend.title + ": from " + shortNumber(legend.lo) + " to " + shortNumber(legend.hi) +
                      (legend.logarithmic ? ", logarithmic" : ""),
                  ""});
  const FaceScope small(Face::Small);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ValueAxis axis{legend.lo, legend.hi, legend.logarithmic};
  for (int i = 0; i <= 4; ++i) {
    const std::string text = shortNumber(axis.valueAt(i / 4.0));
    const float width = ImGui::CalcTextSize(text.c_str()).x;
    const float x = box.min.x + box.width() * static_cast<float>(i) / 4 - width * static_cast<float>(i) / 4;
    clippedText({std::round(x), at.y}, box.max.x + 1, text, ink(Role::Quiet));
  }
  ImGui::Dummy({0, ImGui::GetFontSize()});
}

void drawKind(const LegendPanel& panel) {
  if (!panel.column.isNumeric()) return;
  rowLabel("Kind", kLabelColumn);
  const float half = (roomLeft() - px(4)) / 2;
  const auto button = [&](LegendKind kind, const char* label, const char* help) {
    if (textButton(label, {help, ""}, {panel.resolved.kind == kind}, half) && panel.resolved.kind != kind)
      issue(panel.output, command("legend kind", panel.column.name, enumName(kind)));
  };
  button(LegendKind::Continuous, "Continuous", "Colours run through the map without steps.");
  ImGui::SameLine(0, px(4));
  button(LegendKind::Classed, "Classes", "One colour for each class of values.");
}

void drawMap(const LegendPanel& panel) {
  rowLabel("Map", kLabelColumn);
  const float reverse = px(72);
  const auto chosen =
      choice({"##map",
              panel.legend.stops.empty() ? panel.legend.map : "its own colours",
              colorMapNames(),
              roomLeft() - reverse - px(4),
              {"All but rainbow keep equal steps equal, and are safe for the colour-blind.", ""}});
  if (chosen) issue(panel.output, command("legend map", panel.column.name, colorMapNames()[*chosen]));
  ImGui::SameLine(0, px(4));
  if (textButton("Reverse", {"Run the colour map backwards", ""}, {panel.legend.reversed}, reverse))
    issue(panel.output, command("legend reverse", panel.column.name, !panel.legend.reversed));
}

struct RangeEnd {
  const char* id;
  const char* which;
  double value;
  float width;
};

/// The number that was typed; NaN when the field was emptied.
std::optional<double> rangeEnd(const LegendPanel& panel, const RangeEnd& end) {
  const Hint hint{std::string("The value of the ") + end.which + " colour; emptied, it is automatic.", ""};
  return numberField({end.id, end.value, "", 3, end.width, hint, kAutomatic}, panel.memory.edit);
}

/// One end is set and the other stays as it is, chosen or automatic. Ends the wrong way round are left to the
/// command, which says so.
void setRange(const LegendPanel& panel, std::optional<double> lo, std::optional<double> hi) {
  const double newLo = lo.value_or(panel.legend.lo.value_or(kAutomatic));
  const double newHi = hi.value_or(panel.legend.hi.value_or(kAutomatic));
  const bool crossed = lo.value_or(panel.resolved.lo) >= hi.value_or(panel.resolved.hi);
  const auto written = [&](double end, double shown) {
    return std::isnan(end) && !crossed ? std::string("*") : commandNumber(std::isnan(end) ? shown : end);
  };
  if (std::isnan(newLo) && std::isnan(newHi))
    issue(panel.output, command("legend range", panel.column.name, "auto"));
  else
    issue(panel.output, command("legend range", panel.column.name, written(newLo, panel.resolved.lo),
                                written(newHi, panel.resolved.hi)));
}

void drawContinuous(const LegendPanel& panel) {
  rowLabel("Range", kLabelColumn);
  const float autoWidth = px(52), width = (roomLeft() - autoWidth - px(8)) / 2;
  const auto lo = rangeEnd(panel, {"##legendlo", "first", panel.resolved.lo, width});
  ImGui::SameLine(0, px(4));
  const auto hi = rangeEnd(panel, {"##legendhi", "last", panel.resolved.hi, width});
  ImGui::SameLine(0, px(4));
  const bool chosen = panel.legend.lo || panel.legend.hi;
  if (textButton("Auto", {"From the 2 % to the 98 % quantile of the column", ""}, {!chosen}, autoWidth) &&
      chosen)
    issue(panel.output, command("legend range", panel.column.name, "auto"));
  if (lo || hi) setRange(panel, lo, hi);
  if (checkRow("Logarithmic", panel.legend.logarithmic, {"For grades that span decades.", ""}))
    issue(panel.output, command("legend log", panel.column.name, !panel.legend.logarithmic));
}

void drawClass(const LegendPanel& panel, std::size_t index) {
  Legend changed = panel.legend;
  LegendClass& c = changed.classes[index];
  ImGui::PushID(static_cast<int>(index));
  const auto color = swatch("##color", c.color, true, {"The colour of this class.", ""});
  const std::string label = dragLabel(panel.memory, "class color " + panel.column.name);
  ImGui::SameLine(0, px(4));
  const float remove = px(28), width = (roomLeft() - remove - px(12)) / 3;
  const auto lo = numberField(
      {"##lo", c.lo, "", 3, width, {"From this value on; emptied, from the lowest.", ""}, -kInfinity},
      panel.memory.edit);
  ImGui::SameLine(0, px(4));
  const auto hi = numberField({"##hi",
                               c.hi,
                               "",
                               3,
                               width,
                               {"Up to, but not with, this value; emptied, to the highest.", ""},
                               kInfinity},
                              panel.memory.edit);
  ImGui::SameLine(0, px(4));
  const auto name = textField(
      {"##label", c.label, "label", width, {"What the legend says of this class.", ""}}, panel.memory.edit);
  ImGui::SameLine(0, px(4));
  const bool removed =
      iconButton("##remove", icons::kRemove, "x",
                 {"Remove this class; its values are drawn in the warning colour.", ""}, {.compact = true});
  ImGui::PopID();
  if (color) c.color = *color;
  c.lo = lo.value_or(c.lo);
  c.hi = hi.value_or(c.hi);
  if (name) c.label = *name;
  if (removed) changed.classes.erase(changed.classes.begin() + static_cast<std::ptrdiff_t>(index));
  if (changed != panel.legend) panel.change(changed, color ? label : std::string());
}

void drawClasses(const LegendPanel& panel) {
  for (std::size_t i = 0; i < panel.legend.classes.size(); ++i) drawClass(panel, i);
  const std::string make = panel.legend.classes.empty() ? "Make classes" : "Make them anew";
  if (textButton(make.c_str(), {"Six classes of equal width over the legend's range", ""})) {
    const ValueAxis axis{panel.resolved.lo, panel.resolved.hi,
                         panel.legend.logarithmic && panel.resolved.lo > 0};
    Command edges{"legend classes", {panel.column.name}};
    for (int i = 0; i <= kNewClasses; ++i)
      edges.arguments.push_back(commandNumber(axis.valueAt(i / double{kNewClasses})));
    issue(panel.output, edges);
  }
  if (panel.legend.classes.empty()) return;
  ImGui::SameLine(0, px(4));
  if (textButton("Add", {"One more class above the last one", ""})) {
    const LegendClass& last = panel.legend.classes.back();
    issue(panel.output, command("legend class", panel.column.name, last.hi,
                                last.hi + std::max(last.hi - last.lo, 1e-6), "#808080"));
  }
}

/// Forget, bring in, take out.
void drawFiles(const LegendPanel& panel) {
  const auto dialog = [&](const char* way) {
    panel.output.requests.push_back({AppRequest::Kind::LegendDialog, way, panel.column.name});
  };
  if (textButton("Import", {"A legend from a file: JSON of Adit, a table of classes or categories, a GMT "
                            "palette",
                            ""}))
    dialog("import");
  besideIfRoom(textButtonWidth("Export"));
  if (textButton("Export", {"This legend as a file: .json, .csv or .cpt", ""})) dialog("export");
  if (panel.legend == Legend{}) return;
  besideIfRoom(textButtonWidth("Default legend"));
  if (textButton("Default legend", {"Forget all changes to this legend", ""}))
    issue(panel.output, command("legend reset", panel.column.name));
}

}  // namespace

void drawLegendEditor(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto active = activeLayer(input.deposit, input.state);
  if (!active) return;
  const geology::Column* column =
      columnOf(input.deposit, active->name, layerOf(input.state, active->name).colorBy);
  if (column == nullptr) return;
  if (!sectionHeader("LEGEND", memory.folded, {"How the values of a column become colours.", ""})) return;
  const Legend& legend = legendOf(input.state, column->name);
  const LegendPanel panel{input, memory, output, *column, legend, memory.columns.legend(legend, *column)};
  factRow("Column", panel.resolved.title);
  drawKind(panel);
  if (column->isNumeric()) {
    drawMap(panel);
    if (panel.resolved.kind == LegendKind::Classed) {
      drawClasses(panel);
    } else {
      drawContinuous(panel);
      drawRamp(panel);
    }
  } else {
    paragraph("The colours of its categories are set in the list above.");
  }
  drawFiles(panel);
}

}  // namespace adit::viewer
