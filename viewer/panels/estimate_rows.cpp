#include "viewer/panels/estimate_rows.h"

#include <algorithm>
#include <cmath>

#include "geology/estimation/plan_edit.h"
#include "geology/estimation/plan_review.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/variogram_plot.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

using estimation::EstimationPass;
using estimation::Variogram;

constexpr float kLabelColumn = 84;
constexpr float kPlotHeight = 132;
constexpr std::size_t kMostStructures = 4, kMostPasses = 6;

std::string item(const std::string& list, std::size_t i) {
  return list + "[" + std::to_string(i) + "]";
}

void drawStructure(const PlanEditor& editor, const Variogram& variogram, std::size_t i) {
  const estimation::VariogramStructure& structure = variogram.structures[i];
  const std::string member = item("estimator.variogram.structures", i);
  ImGui::PushID(member.c_str());
  const std::vector<std::string> models{"spherical", "exponential", "gaussian", "linear"};
  rowLabel(("Structure " + std::to_string(i + 1)).c_str(), kLabelColumn);
  const float remove = variogram.structures.size() > 1 ? px(kControlHeight) + px(6) : 0;
  if (const auto chosen = choice({"##model",
                                  std::string(estimation::variogramModelName(structure.model)),
                                  models,
                                  roomLeft() - remove,
                                  {"The law by which difference grows with distance.", ""}}))
    editor.set(member + ".model", models[*chosen]);
  if (remove > 0) {
    ImGui::SameLine(0, px(6));
    if (iconButton("##less", icons::kRemove, "x", {"Without this structure", ""}, {.compact = true}))
      editor.set(member, "none");
  }
  drawPlanNumber(
      editor, {"Sill", member + ".sill", structure.sill, "", 4, "What this structure adds to the variance."});
  drawPlanShape(editor, member, structure.shape);
  ImGui::PopID();
}

/// One more, from what there is: twice as far.
void addStructure(const PlanEditor& editor, const Variogram& variogram) {
  Variogram wider = variogram;
  estimation::VariogramStructure next = wider.structures.back();
  for (double& range : next.shape.range) range *= 2;
  wider.structures.back().sill /= 2;
  next.sill = wider.structures.back().sill;
  wider.structures.push_back(next);
  estimation::Estimator estimator = editor.plan.estimator;
  if (auto* simple = std::get_if<estimation::SimpleKriging>(&estimator)) simple->variogram = wider;
  if (auto* ordinary = std::get_if<estimation::OrdinaryKriging>(&estimator)) ordinary->variogram = wider;
  editor.set("estimator", estimation::estimatorToLine(estimator));
}

/// Axes and their opposites are the same, and a plan that was read has those of its angles.
bool sameAsWritten(const Variogram& a, const Variogram& b) {
  return estimation::estimatorToLine(estimation::OrdinaryKriging{a}) ==
         estimation::estimatorToLine(estimation::OrdinaryKriging{b});
}

void takeFitted(const PlanEditor& editor, const Variogram& fitted) {
  estimation::Estimator estimator = editor.plan.estimator;
  if (auto* simple = std::get_if<estimation::SimpleKriging>(&estimator)) simple->variogram = fitted;
  if (auto* ordinary = std::get_if<estimation::OrdinaryKriging>(&estimator)) ordinary->variogram = fitted;
  editor.set("estimator", estimation::estimatorToLine(estimator));
}

struct PassColumn {
  const char* head;
  const char* member;
  int decimals;
  const char* hint;
  double (*value)(const EstimationPass&);
};
constexpr std::array kPassColumns{
    PassColumn{"reach", "reach", 1, "Times the ellipsoid.",
               [](const EstimationPass& p) { return p.limits.reach; }},
    PassColumn{"least", "minSamples", 0, "Samples that a block needs.",
               [](const EstimationPass& p) { return static_cast<double>(p.minSamples); }},
    PassColumn{"most", "maxSamples", 0, "Samples that a block takes at most.",
               [](const EstimationPass& p) { return static_cast<double>(p.limits.maxSamples); }},
    PassColumn{"a hole", "maxPerHole", 0, "Samples of one hole at most; 0: no limit.",
               [](const EstimationPass& p) { return static_cast<double>(p.limits.maxPerHole); }},
    PassColumn{"octant", "maxPerOctant", 0, "Samples of one octant of the ellipsoid at most; 0: no limit.",
               [](const EstimationPass& p) { return static_cast<double>(p.limits.maxPerOctant); }},
    PassColumn{"holes", "minHoles", 0, "Holes that a block needs.",
               [](const EstimationPass& p) { return static_cast<double>(p.minHoles); }}};
constexpr float kPassGap = 3;

float passColumnWidth(float room) {
  const auto columns = static_cast<float>(kPassColumns.size());
  return std::floor((room - px(kControlHeight) - columns * px(kPassGap)) / columns);
}

void drawPassHeads() {
  const FaceScope small(Face::Small);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = passColumnWidth(roomLeft());
  for (std::size_t c = 0; c < kPassColumns.size(); ++c) {
    const float left = at.x + static_cast<float>(c) * (width + px(kPassGap));
    clippedText({left, at.y}, left + width, kPassColumns[c].head, ink(Role::Quiet));
  }
  ImGui::Dummy({0, ImGui::GetFontSize() + px(1)});
}

void drawPass(const PlanEditor& editor, std::size_t i) {
  const EstimationPass& pass = editor.plan.passes[i];
  const std::string member = item("passes", i);
  ImGui::PushID(member.c_str());
  const float width = passColumnWidth(roomLeft());
  for (const PassColumn& column : kPassColumns) {
    const std::string id = std::string("##") + column.member;
    if (const auto typed =
            numberField({id.c_str(), column.value(pass), "", column.decimals, width, {column.hint, ""}},
                        editor.memory.edit))
      editor.set(member + "." + column.member, commandNumber(*typed));
    ImGui::SameLine(0, px(kPassGap));
  }
  if (iconButton("##less", icons::kRemove, "x", {"Without this pass", ""},
                 {.enabled = editor.plan.passes.size() > 1, .compact = true}))
    editor.set(member, "none");
  ImGui::PopID();
}

/// One more, twice as wide as the last.
void addPass(const PlanEditor& editor) {
  const EstimationPass& last = editor.plan.passes.back();
  const auto number = [](std::size_t n) { return std::to_string(n); };
  editor.set(item("passes", editor.plan.passes.size()),
             "{\"reach\":" + commandNumber(2 * last.limits.reach) + ",\"minSamples\":" +
                 number(last.minSamples) + ",\"maxSamples\":" + number(last.limits.maxSamples) +
                 ",\"maxPerHole\":" + number(last.limits.maxPerHole) + ",\"maxPerOctant\":" +
                 number(last.limits.maxPerOctant) + ",\"minHoles\":" + number(last.minHoles) + "}");
}

}  // namespace

void PlanEditor::set(const std::string& member, const std::string& value) const {
  issue(output, command("estimate set", member, value));
}

std::string jsonList(const std::array<double, 3>& values) {
  return "[" + commandNumber(values[0]) + "," + commandNumber(values[1]) + "," + commandNumber(values[2]) +
         "]";
}

void drawPlanNumber(const PlanEditor& editor, const PlanNumber& number) {
  rowLabel(number.label, kLabelColumn);
  const std::string id = "##" + number.member;
  const auto typed = numberField(
      {id.c_str(), number.value, number.unit, number.decimals, 0, {number.hint, ""}}, editor.memory.edit);
  if (typed) editor.set(number.member, commandNumber(*typed));
}

void drawPlanTriple(const PlanEditor& editor, const PlanTriple& triple) {
  rowLabel(triple.label, kLabelColumn);
  const float gap = px(4), width = std::floor((roomLeft() - 2 * gap) / 3);
  for (std::size_t a = 0; a < 3; ++a) {
    if (a > 0) ImGui::SameLine(0, gap);
    const std::string id = "##" + triple.members[a];
    const auto typed = numberField(
        {id.c_str(), triple.values[a], "", triple.decimals, width, {triple.hint, ""}}, editor.memory.edit);
    if (typed) editor.set(triple.members[a], commandNumber(*typed));
  }
}

void drawPlanShape(const PlanEditor& editor, const std::string& member, const estimation::Anisotropy& shape) {
  drawPlanTriple(editor, {"Ranges",
                          {member + ".ranges[0]", member + ".ranges[1]", member + ".ranges[2]"},
                          shape.range,
                          0,
                          "Along the long, the middle and the short axis."});
  const estimation::PlaneAngles plane = estimation::planeAnglesOf(shape.axis);
  drawPlanTriple(editor,
                 {"Dip, az, pitch",
                  {member + ".plane.dip", member + ".plane.dipAzimuth", member + ".plane.pitch"},
                  {plane.dip, plane.dipAzimuth, plane.pitch},
                  0,
                  "Degrees: the dip and the dip azimuth of the plane of the long and the middle axis; "
                  "the pitch of the long axis in it, from the strike."});
}

void drawPlanVariogram(const PlanEditor& editor) {
  const Variogram* variogram = estimation::variogramOf(editor.plan.estimator);
  if (variogram == nullptr) return;
  const EstimateFacts& facts = editor.input.estimate;
  drawVariogramPlot(facts.review.variograms, *variogram, px(kPlotHeight));
  if (!facts.known && facts.fault.empty()) paragraph("Pairs are being counted ...");
  drawPlanNumber(editor, {"Nugget", "estimator.variogram.nugget", variogram->nugget, "", 4,
                          "The difference of two samples side by side."});
  for (std::size_t i = 0; i < variogram->structures.size(); ++i) drawStructure(editor, *variogram, i);
  if (textButton(
          "Add structure", {"One more, nested in the last", ""},
          {.enabled = !variogram->structures.empty() && variogram->structures.size() < kMostStructures}))
    addStructure(editor, *variogram);
  const auto& fitted = facts.review.fitted;
  besideIfRoom(textButtonWidth("Take the fit"));
  if (textButton(
          "Take the fit##fit",
          {"Nugget from the down-hole correlogram, two spherical structures by least squares, the same "
           "in every direction. No geologist has looked at it.",
           ""},
          {.enabled = facts.known && fitted && !sameAsWritten(*fitted, *variogram)}) &&
      fitted)
    takeFitted(editor, *fitted);
}

void drawPlanSearch(const PlanEditor& editor) {
  drawPlanShape(editor, "search", editor.plan.search);
  drawPassHeads();
  for (std::size_t i = 0; i < editor.plan.passes.size(); ++i) drawPass(editor, i);
  if (textButton("Add pass", {"One more for the blocks that are left, twice as wide", ""},
                 {.enabled = editor.plan.passes.size() < kMostPasses}))
    addPass(editor);
  const bool shown = editor.input.state.estimate.ellipsoid;
  if (checkRow("Ellipsoid in the view", shown,
               {"The search ellipsoid of the first pass, around the picked place.", ""}))
    issue(editor.output, command("estimate ellipsoid", !shown));
}

}  // namespace adit::viewer
