// The grade threshold: two ends on the histogram of a column, with the counts of what is shown.
#include <algorithm>
#include <cmath>
#include <limits>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kBins = 64;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr FilterState::Range kWholeRange{-kInfinity, kInfinity};

struct Threshold {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  std::string layer;
  NamedColumn column;
  FilterState::Range range;

  void set(const FilterState::Range& wanted, const std::string& label = {}) const {
    if (wanted == kWholeRange)
      issue(output, command("norange", layer, column.name), label);
    else
      issue(output, command("range", layer, column.name, wanted.lo, wanted.hi), label);
  }
};

std::vector<NamedColumn> numericColumns(const geology::Deposit& deposit, const std::string& layer) {
  std::vector<NamedColumn> columns = columnsOf(deposit, layer);
  std::erase_if(columns, [](const NamedColumn& c) { return !c.column->isNumeric(); });
  return columns;
}

int decimalsFor(const ValueAxis& axis) {
  const double span = axis.hi - axis.lo;
  return std::clamp(static_cast<int>(std::ceil(2 - std::log10(span > 0 ? span : 1))), 0, 6);
}

void drawEnds(const Threshold& t, const Histogram& histogram) {
  const int decimals = decimalsFor(histogram.axis);
  const float half = (roomLeft() - px(8)) / 2;
  const auto lo = numberField({"##lo",
                               t.range.lo,
                               t.column.column->unit,
                               decimals,
                               half,
                               {"The lower end; emptied, it is open.", ""},
                               -kInfinity},
                              t.memory.edit);
  ImGui::SameLine(0, px(8));
  const auto hi = numberField({"##hi",
                               t.range.hi,
                               t.column.column->unit,
                               decimals,
                               half,
                               {"The upper end; emptied, it is open.", ""},
                               kInfinity},
                              t.memory.edit);
  // Ends the wrong way round are left to the command, which says so: the end that was not typed stays.
  if (lo) t.set({*lo, t.range.hi});
  if (hi) t.set({t.range.lo, *hi});
}

void drawAxisLabels(const Histogram& histogram) {
  const FaceScope small(Face::Small);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string hi = shortNumber(histogram.axis.hi) + (histogram.beyond > 0 ? " and above" : "");
  const float right = at.x + roomLeft();
  clippedText(at, right, shortNumber(histogram.axis.lo), ink(Role::Quiet));
  clippedText({right - ImGui::CalcTextSize(hi.c_str()).x, at.y}, right + 1, hi, ink(Role::Quiet));
  ImGui::Dummy({0, ImGui::GetFontSize()});
}

void drawHistogram(const Threshold& t) {
  const ResolvedLegend& legend =
      t.memory.columns.legend(legendOf(t.input.state, t.column.column->name), *t.column.column);
  const Histogram& histogram = t.memory.columns.histogram(*t.column.column, kBins, legend.logarithmic);
  drawEnds(t, histogram);
  const auto dragged =
      histogramControl("##histogram", {histogram, legend, t.range, t.column.column->unit}, t.memory.grip);
  const std::string label = dragLabel(t.memory, "range " + t.layer + " " + t.column.name);
  if (dragged) t.set(*dragged, label);
  drawAxisLabels(histogram);
  if (histogram.missing == 0) return;
  const bool shown = filterOf(t.input.state, t.layer).showMissing;
  if (checkRow("Show what has no value", shown,
               {withThousands(histogram.missing) + " without a value in " + t.column.name +
                    ". They are drawn grey, and hidden by a range unless this is on.",
                ""}))
    issue(t.output, command("missing", t.layer, !shown));
}

void drawCounts(const Threshold& t) {
  for (const LayerCount& count : t.input.facts) {
    if (count.object != t.layer) continue;
    factRow("Shown", withThousands(count.shown) + " of " + withThousands(count.total) + " " + count.what);
    if (count.outsideLegend > 0)
      factRow("Outside the legend", withThousands(count.outsideLegend), Role::Caution);
    for (const std::string& condition : count.notApplied)
      paragraph("Hides nothing: " + condition, Role::Caution);
  }
}

/// Ranges on other columns hold too; each is one line that can be removed.
void drawOtherRanges(const Threshold& t) {
  for (const auto& [name, range] : filterOf(t.input.state, t.layer).ranges) {
    if (name == t.column.name) continue;
    ImGui::PushID(name.c_str());
    const float left = ImGui::GetCursorPosX();
    rowLabel(name.c_str(), 110);
    const std::string text = fixedNumber(range.lo, 2) + " to " + fixedNumber(range.hi, 2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    clippedText({at.x, at.y + px(4)}, at.x + roomLeft() - px(32), text, ink(Role::Text));
    ImGui::SetCursorPosX(left + roomLeft() - px(28) + (ImGui::GetCursorPosX() - left));
    if (iconButton("##remove", icons::kRemove, "x", {"Remove this range", ""}, {.compact = true}))
      issue(t.output, command("norange", t.layer, name));
    ImGui::PopID();
  }
}

}  // namespace

std::optional<ThresholdTarget> thresholdTarget(const geology::Deposit& deposit, const ViewState& state,
                                               const PanelMemory& memory) {
  const auto active = activeLayer(deposit, state);
  if (!active) return std::nullopt;
  const std::string& layer = active->name;
  const std::vector<NamedColumn> columns = numericColumns(deposit, layer);
  if (columns.empty()) return std::nullopt;
  std::vector<std::string> wishes;
  if (const auto it = memory.thresholdColumn.find(layer); it != memory.thresholdColumn.end())
    wishes.push_back(it->second);
  wishes.push_back(layerOf(state, layer).colorBy);
  for (const auto& [name, range] : filterOf(state, layer).ranges) wishes.push_back(name);
  for (const std::string& wish : wishes)
    if (const NamedColumn* found = findNamed(columns, wish)) return ThresholdTarget{layer, *found};
  return ThresholdTarget{layer, columns.front()};
}

void drawThreshold(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto active = activeLayer(input.deposit, input.state);
  if (!active) return;
  if (!sectionHeader("THRESHOLD", memory.folded, {"Shows only what lies between two values.", ""})) return;
  const auto target = thresholdTarget(input.deposit, input.state, memory);
  if (!target)
    return paragraph(active->name + " has no column of numbers. Choose another layer at the left.");
  const NamedColumn& column = target->column;
  std::vector<std::string> names;
  for (const NamedColumn& c : numericColumns(input.deposit, active->name)) names.push_back(c.name);
  const float reset = px(64);
  const auto chosen = choice({"##column",
                              active->name + " · " + column.name,
                              names,
                              roomLeft() - reset - px(8),
                              {"The column that the range is on.", ""}});
  if (chosen) memory.thresholdColumn[active->name] = names[*chosen];
  const auto& ranges = filterOf(input.state, active->name).ranges;
  const auto range = ranges.find(column.name);
  const Threshold threshold{input,        memory, output,
                            active->name, column, range == ranges.end() ? kWholeRange : range->second};
  ImGui::SameLine(0, px(8));
  if (textButton("All##norange", {"Remove the range: show all values", ""}, {false, range != ranges.end()},
                 reset))
    threshold.set(kWholeRange);
  drawHistogram(threshold);
  drawCounts(threshold);
  drawTonnage(input, memory, output, *target);
  drawOtherRanges(threshold);
}

}  // namespace adit::viewer
