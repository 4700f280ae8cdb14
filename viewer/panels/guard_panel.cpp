// Disclosure: what a person states about the estimate, and what still speaks against showing it to the
// public.
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;

struct StatedText {
  const char* label;
  const char* command;  ///< the second word of the command
  const char* ghost;
  const char* hint;
  std::string DisclosureState::*member;
};
constexpr StatedText kTexts[] = {
    {"Effective", "date", "2026-01-31", "The day for which the estimate holds.",
     &DisclosureState::effectiveDate},
    {"Person", "person", "name", "The Qualified or Competent Person who answers for the estimate.",
     &DisclosureState::person},
    {"Code", "code", "JORC 2012", "The reporting code under which the estimate was made.",
     &DisclosureState::code},
    {"Caution", "caution", "none", "Stands on every picture.", &DisclosureState::caution}};

void drawMode(const PanelInput& input, PanelOutput& output) {
  rowLabel("Mode", kLabelColumn);
  const float width = (roomLeft() - px(8)) / 2;
  const bool isPublic = input.state.mode == ReportMode::Public;
  if (textButton("Technical", {"Pictures leave with the number of their open points on them.", ""},
                 {!isPublic}, width))
    issue(output, command("mode", "technical"));
  ImGui::SameLine(0, px(8));
  if (textButton("Public", {"A picture that breaks a required rule does not leave the program.", ""},
                 {isPublic}, width))
    issue(output, command("mode", "public"));
}

void drawText(const StatedText& text, const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  rowLabel(text.label, kLabelColumn);
  const std::string id = std::string("##disclosure") + text.command;
  const auto typed = textField(
      {id.c_str(), input.state.disclosure.*text.member, text.ghost, 0, {text.hint, ""}}, memory.edit);
  if (typed) issue(output, command("disclosure", text.command, typed->empty() ? "none" : *typed));
}

void drawKind(const PanelInput& input, PanelOutput& output) {
  std::vector<std::string> options;
  for (const auto& entry : kEnumNames<EstimateKind>) {
    const std::string text = kindText(entry.value);
    options.push_back(text.empty() ? "not stated" : text);
  }
  const std::string current = kindText(input.state.disclosure.kind);
  rowLabel("Kind", kLabelColumn);
  const auto chosen = choice({"##disclosurekind",
                              current.empty() ? "not stated" : current,
                              options,
                              0,
                              {"What kind of estimate this is.", ""}});
  if (chosen) issue(output, command("disclosure", "kind", kEnumNames<EstimateKind>[*chosen].name));
}

void drawStudy(const PanelInput& input, PanelOutput& output) {
  std::vector<std::string> options;
  for (const auto& entry : kEnumNames<StudyLevel>) {
    const std::string text = studyText(entry.value);
    options.push_back(text.empty() ? "not stated" : text);
  }
  const std::string current = studyText(input.state.disclosure.study);
  rowLabel("Study", kLabelColumn);
  const auto chosen = choice({"##disclosurestudy",
                              current.empty() ? "not stated" : current,
                              options,
                              0,
                              {"How far a pit, a plan and their values have been studied.", ""}});
  if (chosen) issue(output, command("disclosure", "study", kEnumNames<StudyLevel>[*chosen].name));
}

void drawBasis(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const double basis = input.state.disclosure.basis;
  rowLabel("Share", kLabelColumn);
  const auto typed =
      numberField({"##disclosurebasis",
                   basis > 0 ? basis : std::nan(""),
                   "%",
                   0,
                   0,
                   {"What figures are for: 100 is the whole deposit, less an attributable share.", ""},
                   0.0},
                  memory.edit);
  if (typed && *typed > 0) issue(output, command("disclosure", "basis", *typed));
  if (typed && *typed <= 0) issue(output, command("disclosure", "basis", "none"));
}

void drawWhy(const GuardPoint& point) {
  ImGui::Indent(px(26));
  paragraph(point.found, point.outcome == GuardOutcome::Fails ? Role::Caution : Role::Text);
  if (!point.remedy.empty()) paragraph(point.remedy, Role::Text);
  paragraph(point.why);
  paragraph(point.source);
  ImGui::Unindent(px(26));
}

/// A row with its sign; a click shows why.
void drawPoint(const GuardPoint& point, PanelMemory& memory) {
  const bool fails = point.outcome == GuardOutcome::Fails;
  ImGui::PushID(point.rule.c_str());
  const ItemBox box = item("##point", {roomLeft(), frameHeight()});
  const Role role = fails ? Role::Caution : Role::Evidence;
  drawIcon({box.min, {box.min.x + px(20), box.max.y}},
           iconsAvailable() ? (fails ? icons::kWarning : icons::kCheck) : (fails ? "!" : "+"), Face::Body,
           ink(role));
  const float y = std::round(box.center().y - ImGui::GetFontSize() / 2);
  clippedText({box.min.x + px(26), y}, box.max.x, point.title, ink(fails ? Role::Text : Role::Quiet));
  hintOfLastItem({point.found + ". Click to see why it matters.", ""});
  const bool open = memory.guardOpen.contains(point.rule);
  if (box.clicked) {
    if (open)
      memory.guardOpen.erase(point.rule);
    else
      memory.guardOpen.insert(point.rule);
  }
  if (open) drawWhy(point);
  ImGui::PopID();
}

void drawPoints(const GuardReport& report, PanelMemory& memory) {
  const std::size_t open = openPoints(report);
  paragraph(open == 0 ? "No open point." : counted(open, "open point", "open points") + ":",
            open == 0 ? Role::Evidence : Role::Caution);
  std::size_t notApplicable = 0;
  for (const GuardOutcome outcome : {GuardOutcome::Fails, GuardOutcome::Passes})
    for (const GuardPoint& point : report)
      if (point.outcome == outcome) drawPoint(point, memory);
  for (const GuardPoint& point : report)
    if (point.outcome == GuardOutcome::NotApplicable) ++notApplicable;
  if (notApplicable > 0)
    paragraph(counted(notApplicable, "rule does", "rules do") + " not apply to this view.");
}

}  // namespace

void drawGuard(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.empty()) return;
  if (!sectionHeader(kGuardTitle, memory.folded,
                     {"What a public statement needs, and what this view lacks of it.", ""}))
    return;
  drawMode(input, output);
  drawKind(input, output);
  drawStudy(input, output);
  drawBasis(input, memory, output);
  for (const StatedText& text : kTexts) drawText(text, input, memory, output);
  const DisclosureState& stated = input.state.disclosure;
  if (needsCaution(stated.kind, stated.study) && stated.caution.empty() &&
      textButton("Take the standard caution", {standardCaution(stated.kind, stated.study), ""}))
    issue(output, command("disclosure", "caution", "standard"));
  ImGui::Dummy({0, px(4)});
  if (input.state.compare.on) paragraph("Both views side by side are looked at.");
  drawPoints(input.guard, memory);
  paragraph(kGuardAid);
}

}  // namespace adit::viewer
