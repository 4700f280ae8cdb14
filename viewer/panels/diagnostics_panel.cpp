// What was found while reading the files: grouped by severity, each with its place and what to do.
#include <algorithm>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

using geology::Diagnostic;
using geology::Severity;

struct SeverityLook {
  Severity severity;
  const char* title;
  const char* icon;
  Role role;
};
constexpr std::array<SeverityLook, 3> kSeverities{
    {{Severity::Error, "Errors", icons::kError, Role::Error},
     {Severity::Warning, "Warnings", icons::kWarning, Role::Caution},
     {Severity::Note, "Notes", icons::kNote, Role::Evidence}}};

std::string placeText(const Diagnostic& d) {
  std::string text = d.file;
  if (d.line > 0) text += ", line " + withThousands(d.line);
  if (d.column > 0) text += ", column " + withThousands(d.column);
  if (d.count > 1) text += ", " + withThousands(d.count) + " places";
  return text;
}

void drawDiagnostic(const Diagnostic& d, const SeverityLook& look) {
  const float start = ImGui::GetCursorPosX();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (iconsAvailable())
    drawIcon({at, {at.x + px(20), at.y + ImGui::GetFontSize()}}, look.icon, Face::Body, ink(look.role));
  ImGui::Indent(px(28));
  ImGui::SetCursorPosX(start + px(28));
  paragraph(d.message, Role::Text);
  if (!d.remedy.empty()) paragraph(d.remedy);
  {
    const FaceScope small(Face::Small);
    paragraph(std::string(geology::severityName(d.severity)) + " " + d.code + (d.file.empty() ? "" : "   ") +
              placeText(d));
  }
  ImGui::Unindent(px(28));
  ImGui::Dummy({0, px(4)});
}

void drawFilters(const geology::Diagnostics& all, PanelMemory& memory) {
  for (const SeverityLook& look : kSeverities) {
    const std::string label =
        std::string(look.title) + " " + withThousands(geology::countSeverity(all, look.severity));
    const bool shown = !memory.severitiesHidden.contains(look.severity);
    if (textButton(label.c_str(), {shown ? "Hide these" : "Show these", ""}, {shown}))
      shown ? void(memory.severitiesHidden.insert(look.severity))
            : void(memory.severitiesHidden.erase(look.severity));
    ImGui::SameLine(0, px(8));
  }
}

}  // namespace

void drawDiagnostics(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const geology::Diagnostics& all = input.deposit.diagnostics;
  {
    const FaceScope face(Face::Strong);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted("What was found while reading");
  }
  ImGui::SameLine(0, px(20));
  drawFilters(all, memory);
  alignRight(px(kRowHeight));
  if (iconButton("##close", icons::kRemove, "x", {"Close", hintOf(Action::Diagnostics).key}))
    perform(Action::Diagnostics, input, memory, output);
  ImGui::BeginChild("##diagnostics");
  if (all.empty()) paragraph("Nothing: every file was read without a doubt.");
  for (const SeverityLook& look : kSeverities) {
    if (memory.severitiesHidden.contains(look.severity)) continue;
    for (const Diagnostic& d : all)
      if (d.severity == look.severity) drawDiagnostic(d, look);
  }
  ImGui::EndChild();
}

}  // namespace adit::viewer
