// The pit limit: what is stated about prices, costs and slopes, and what a pit at that is.
#include <algorithm>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/pit_results.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/pit_state.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 96;
constexpr double kMillion = 1e6;
constexpr double kSliderReach = 4;  ///< a price slider goes from a quarter of the price to four times it

struct PitPanel {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;

  const planning::PitInputs& inputs() const { return input.state.pit.inputs; }
  std::string money(const std::string& per) const { return inputs().currency + "/" + per; }
  void set(const std::string& member, double value, const std::string& merge = {}) const {
    issue(output, command("pit set", member, value), merge);
  }
  void set(const std::string& member, const std::string& value) const {
    issue(output, command("pit set", member, value));
  }
};

/// A label and a number; what is not stated is empty, and says so.
struct StatedNumber {
  const char* label;
  std::string member, unit;
  double value = 0;
  double scale = 1;  ///< of the number that is shown
  int decimals = 2;
  const char* hint = "";
};

void drawNumber(const PitPanel& panel, const StatedNumber& n, float width = 0) {
  rowLabel(n.label, kLabelColumn);
  const std::string id = "##" + n.member;
  const auto typed = numberField({id.c_str(),
                                  n.value / n.scale,
                                  n.value == 0 ? n.unit + ", not stated" : n.unit,
                                  n.decimals,
                                  width,
                                  {n.hint, ""},
                                  0.0},
                                 panel.memory.edit);
  if (!typed || *typed == n.value / n.scale) return;
  if (*typed == 0)
    panel.set(n.member, std::string("none"));
  else
    panel.set(n.member, *typed * n.scale);
}

double sliderMiddle(const PitPanel& panel, const std::string& member, double price) {
  auto& anchor = panel.memory.pitAnchors[member];
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || !(anchor > 0)) anchor = price;
  return anchor;
}

/// Three digits: nobody reads a price off a slider more exactly.
double rounded(double value) {
  const double step = std::pow(10, std::floor(std::log10(value)) - 2);
  return std::round(value / step) * step;
}

void drawPrice(const PitPanel& panel, const std::string& place, const planning::MetalTerms& metal) {
  const float unitWidth = px(64);
  drawNumber(panel,
             {"Price", place + ".price", panel.inputs().currency, metal.price, 1, 2,
              "What the metal brings. Adit knows no price: it has to be stated."},
             roomLeft() - px(kLabelColumn) - unitWidth - px(6));
  ImGui::SameLine(0, px(6));
  static const std::vector<std::string> kUnits{"t", "kg", "g", "lb", "oz", "grade"};
  const auto unit =
      choice({"##per",
              "/ " + metal.per,
              kUnits,
              unitWidth,
              {"The amount of metal that the price is for; grade: a tonne of rock at a grade of 1.", ""}});
  if (unit) panel.set(place + ".per", kUnits[*unit]);
  if (!(metal.price > 0)) return;
  const double middle = sliderMiddle(panel, place, metal.price);
  rowLabel("", kLabelColumn);
  const auto drawn = slider({"##priceslider",
                             metal.price,
                             middle / kSliderReach,
                             middle * kSliderReach,
                             "",
                             true,
                             {"Draw it, and the pit follows.", ""}});
  const std::string label = dragLabel(panel.memory, "pit price " + metal.grade);
  if (drawn && rounded(*drawn) != metal.price && rounded(*drawn) > metal.sellingCost)
    panel.set(place + ".price", rounded(*drawn), label);
}

void drawMetal(const PitPanel& panel, std::size_t index) {
  const planning::MetalTerms& metal = panel.inputs().metals[index];
  ImGui::PushID(static_cast<int>(index));
  const std::string place = "metals[" + std::to_string(index) + "]";
  const ImVec2 at = ImGui::GetCursorScreenPos();
  clippedText({at.x, at.y + px(4)}, at.x + roomLeft() - px(36), metal.grade, ink(Role::Evidence));
  alignRight(frameHeight());
  if (iconButton("##remove", icons::kRemove, "x", {"This metal is not sold.", ""}, {.compact = true}))
    issue(panel.output, command("pit metal", metal.grade, false));
  drawPrice(panel, place, metal);
  drawNumber(panel, {"Selling cost", place + ".sellingCost", panel.money(metal.per), metal.sellingCost, 1, 2,
                     "Smelting, refining, freight and royalty, for the same amount of metal."});
  rowLabel("Recovery", kLabelColumn);
  const auto recovery = slider({"##recovery",
                                metal.recovery,
                                0.01,
                                1,
                                fixedNumber(100 * metal.recovery, 0) + " %",
                                false,
                                {"The part of the metal in the ore that is sold.", ""}});
  const std::string label = dragLabel(panel.memory, "pit recovery " + metal.grade);
  if (recovery) panel.set(place + ".recovery", std::round(*recovery * 100) / 100, label);
  ImGui::PopID();
}

/// Columns of numbers with a unit that are not sold yet.
std::vector<std::string> otherGrades(const PitPanel& panel) {
  std::vector<std::string> names;
  for (const auto& model : panel.input.deposit.blockModels) {
    if (model->name != panel.inputs().model) continue;
    for (const geology::Column& column : model->columns) {
      const auto& metals = panel.inputs().metals;
      const bool sold = std::any_of(metals.begin(), metals.end(),
                                    [&](const auto& metal) { return metal.grade == column.name; });
      if (column.isNumeric() && !column.unit.empty() && !sold) names.push_back(column.name);
    }
  }
  return names;
}

void drawMetals(const PitPanel& panel) {
  for (std::size_t i = 0; i < panel.inputs().metals.size(); ++i) drawMetal(panel, i);
  const std::vector<std::string> names = otherGrades(panel);
  if (names.empty()) return;
  const auto chosen =
      choice({"##addmetal", "another metal", names, 0, {"Sells the metal of another grade too.", ""}});
  if (chosen) issue(panel.output, command("pit metal", names[*chosen], true));
}

std::string sectorsText(const std::vector<planning::SlopeSector>& sectors) {
  if (sectors.size() == 1 && sectors[0].azimuth == 0) return commandNumber(sectors[0].angle);
  std::string text;
  for (const planning::SlopeSector& sector : sectors)
    text += (text.empty() ? "[" : ",") + ("{\"azimuth\":" + commandNumber(sector.azimuth)) +
            ",\"angle\":" + commandNumber(sector.angle) + "}";
  return text + "]";
}

/// Sectors of the rock that no other region names; nothing where no slope is stated.
std::vector<planning::SlopeSector> generalSectors(const planning::PitInputs& inputs) {
  for (const planning::SlopeRegion& region : inputs.slopes.regions)
    if (region.code.empty()) return region.sectors;
  return {};
}

void drawSector(const PitPanel& panel, std::vector<planning::SlopeSector> sectors, std::size_t i) {
  ImGui::PushID(static_cast<int>(i));
  const bool several = sectors.size() > 1;
  rowLabel(i == 0 ? "Slope" : "", kLabelColumn);
  const float room = roomLeft();
  const float width = several ? (room - frameHeight() - px(12)) / 2 : room - px(96) - px(6);
  const auto angle = numberField({"##angle",
                                  sectors[i].angle,
                                  "°",
                                  1,
                                  width,
                                  {"Overall slope of the wall from the horizontal, ramps included.", ""}},
                                 panel.memory.edit);
  if (angle) sectors[i].angle = *angle;
  std::optional<double> azimuth;
  bool changed = angle.has_value();
  ImGui::SameLine(0, px(6));
  if (several) {
    azimuth = numberField({"##azimuth",
                           sectors[i].azimuth,
                           "° on",
                           0,
                           width,
                           {"From this azimuth clockwise to the next one, seen from the floor.", ""}},
                          panel.memory.edit);
    if (azimuth) sectors[i].azimuth = *azimuth;
    ImGui::SameLine(0, px(6));
    if (iconButton("##dropsector", icons::kRemove, "x", {"Without this sector.", ""}, {.compact = true})) {
      sectors.erase(sectors.begin() + static_cast<std::ptrdiff_t>(i));
      if (sectors.size() == 1) sectors[0].azimuth = 0;
      changed = true;
    }
  } else if (textButton("Two walls", {"Another slope for the other half of the compass; more with each.", ""},
                        {}, px(96))) {
    sectors.push_back({180, sectors[0].angle});
    changed = true;
  }
  if (changed || azimuth) panel.set("slopes.angle", sectorsText(sectors));
  ImGui::PopID();
}

void drawSlopes(const PitPanel& panel) {
  const auto sectors = generalSectors(panel.inputs());
  if (sectors.empty())
    drawNumber(panel, {"Slope", "slopes.angle", "°", 0, 1, 1,
                       "Overall slope of the walls from the horizontal, ramps included."});
  for (std::size_t i = 0; i < sectors.size(); ++i) drawSector(panel, sectors, i);
  if (sectors.size() < 2 || sectors.size() >= 36) return;
  rowLabel("", kLabelColumn);
  if (textButton("Another sector", {"Splits the last sector in two.", ""})) {
    auto more = sectors;
    more.push_back({std::floor((more.back().azimuth + 360) / 2), more.back().angle});
    panel.set("slopes.angle", sectorsText(more));
  }
}

void drawCosts(const PitPanel& panel) {
  const planning::PitInputs& in = panel.inputs();
  drawNumber(panel, {"Mining", "miningCost.perTonne", panel.money("t"), in.mining.perTonne, 1, 2,
                     "Of a tonne of rock, ore or waste, at the reference level."});
  drawNumber(panel,
             {"and deeper", "miningCost.perTonneAndMetre", panel.money("t/m"), in.mining.perTonneAndMetre, 1,
              4, "Added for each metre below the reference level: the top of the model."});
  drawNumber(panel, {"Processing", "processingCost", panel.money("t"), in.processingCost, 1, 2,
                     "Of a tonne of ore, with what is spent for each tonne anyway."});
  if (!in.densityColumn.empty())
    factRow("Density", "column " + in.densityColumn);
  else
    drawNumber(panel, {"Density", "density", "t/m³", in.density.value_or(0), 1, 2, "Of all rock."});
}

void drawRates(const PitPanel& panel) {
  const planning::PitInputs& in = panel.inputs();
  drawNumber(panel, {"Mine", "schedule.mineCapacity", "Mt/year", in.schedule.mineCapacity, kMillion, 2,
                     "Rock of every kind that can be moved. With mine and mill there is a schedule."});
  drawNumber(panel, {"Mill", "schedule.millCapacity", "Mt/year", in.schedule.millCapacity, kMillion, 2,
                     "Ore that can be processed."});
  drawNumber(panel,
             {"Sink rate", "schedule.sinkRate", "m/year", in.schedule.sinkRate.value_or(0), 1, 1,
              "How far one phase may go down. Not stated: 8 benches of the model a period, or what the "
              "file says as benchesPerPeriod."});
  rowLabel("Discount", kLabelColumn);
  const auto rate = numberField(
      {"##discountRate", 100 * in.discounting.rate, "% a year", 1, 0, {"Rate of the present values.", ""}},
      panel.memory.edit);
  if (rate) panel.set("discountRate", *rate / 100);
}

void drawSwitches(const PitPanel& panel) {
  const planning::PitInputs& in = panel.inputs();
  const bool known = !in.ore.column.empty();
  if (checkRow("Ore is measured and indicated only", known,
               {"Inferred ground is mined as waste, by the classes of the model's author.", ""}))
    issue(panel.output, command("pit ore", known ? "all" : "known"));
  if (checkRow("Benches, berms and ramp", in.design.has_value(),
               {"A pit design around the last shell, as a surface. Neither a reserve.", ""}))
    issue(panel.output, command("pit design", !in.design.has_value()));
}

void drawFiles(const PitPanel& panel) {
  const bool stated = !(panel.inputs() == planning::PitInputs{});
  const auto dialog = [&](const char* what) { request(panel.output, AppRequest::Kind::PitDialog, what); };
  if (textButton("Propose",
                 {"Begins anew with what the model says: grade, unit, density. Never a price.", ""}))
    issue(panel.output, command("pit propose"));
  besideIfRoom(textButtonWidth("Import"));
  if (textButton("Import", {"Statements from a file, as adit pit reads them.", ""})) dialog("import");
  besideIfRoom(textButtonWidth("Export"));
  if (textButton("Export", {"These statements as a file for adit pit.", ""}, {.enabled = stated}))
    dialog("export");
  besideIfRoom(textButtonWidth("Write columns"));
  if (textButton(
          "Write columns",
          {"The block model with pit value, shell, phase and period, as a file that opens as a plan.", ""},
          {.enabled = panel.input.pit.whole && panel.input.pit.known && panel.input.pit.fault.empty()}))
    dialog("columns");
}

}  // namespace

void drawPit(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.blockModels.empty()) return;
  if (!sectionHeader(
          kPitTitle, memory.folded,
          {"What a pit would take out at stated prices, costs and slopes. A shell, not a design.", ""}))
    return;
  const PitPanel panel{input, memory, output};
  drawFiles(panel);
  const planning::PitInputs& inputs = panel.inputs();
  if (inputs == planning::PitInputs{}) {
    paragraph("Nothing is stated yet. Adit proposes what the model says and asks for the rest.");
    return;
  }
  if (!inputs.values.empty()) factRow("Values", "column " + inputs.values);
  drawMetals(panel);
  drawSlopes(panel);
  if (!inputs.metals.empty()) drawCosts(panel);
  drawRates(panel);
  drawSwitches(panel);
  std::string missing;
  for (const std::string& one : input.pit.missing) missing += (missing.empty() ? "" : ", ") + one;
  if (!missing.empty()) return paragraph("Still to be stated: " + missing + ".", Role::Caution);
  if (checkRow("Find the pit", input.state.pit.on,
               {"Finds the pit limit and keeps it up with what is stated; the time line plays it.", ""}))
    issue(output, command("pit", !input.state.pit.on));
  drawPitResults(input.pit, output);
}

}  // namespace adit::viewer
