// Commands by which a person states what no file says.
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

/// A text, or "none" for nothing.
void takeText(CommandContext& context, std::string DisclosureState::*member, std::string_view what) {
  std::string text = context.arguments.text(what);
  if (text == "none") text.clear();
  if (text.size() > kMostDisclosureText)
    context.arguments.fail(std::string(what) + " is longer than " + std::to_string(kMostDisclosureText) +
                           " characters");
  context.state.disclosure.*member = std::move(text);
}

void setDate(CommandContext& context) {
  const std::string date = context.arguments.text("DATE");
  if (date != "none" && !isDate(date)) context.arguments.fail("'" + date + "' is no day as 2026-01-31");
  context.state.disclosure.effectiveDate = date == "none" ? "" : date;
}

void setBasis(CommandContext& context) {
  if (context.arguments.accept("none"))
    context.state.disclosure.basis = 0;
  else
    context.state.disclosure.basis = context.arguments.number("PERCENT", kBasisBounds);
  context.arguments.accept("%");
}

void setCaution(CommandContext& context) {
  if (!context.arguments.accept("standard")) return takeText(context, &DisclosureState::caution, "TEXT");
  DisclosureState& stated = context.state.disclosure;
  if (!needsCaution(stated.kind, stated.study))
    context.arguments.fail(
        "there is no standard caution for this kind of estimate; state its kind or its study level first");
  stated.caution = standardCaution(stated.kind, stated.study);
}

}  // namespace

std::vector<CommandEntry> disclosureCommands() {
  return {
      {{"mode", "mode technical|public",
        "In public mode a picture that breaks a rule of disclosure does not leave the program."},
       [](CommandContext& c) { c.state.mode = c.arguments.word<ReportMode>("mode"); }},
      {{"disclosure date", "disclosure date YYYY-MM-DD|none", "The day for which the estimate holds."},
       setDate},
      {{"disclosure person", "disclosure person NAME|none",
        "The Qualified or Competent Person who answers for the estimate."},
       [](CommandContext& c) { takeText(c, &DisclosureState::person, "NAME"); }},
      {{"disclosure code", "disclosure code TEXT|none", "The reporting code, such as 'JORC 2012'."},
       [](CommandContext& c) { takeText(c, &DisclosureState::code, "TEXT"); }},
      {{"disclosure basis", "disclosure basis PERCENT|none",
        "What figures are for: 100 is the whole deposit, less an attributable share."},
       setBasis},
      {{"disclosure kind", "disclosure kind resource|reserve|results|historical|target|study|none",
        "What kind of estimate this is."},
       [](CommandContext& c) { c.state.disclosure.kind = c.arguments.word<EstimateKind>("kind"); }},
      {{"disclosure study", "disclosure study scoping|prefeasibility|feasibility|none",
        "How far a pit, a plan and their values have been studied."},
       [](CommandContext& c) { c.state.disclosure.study = c.arguments.word<StudyLevel>("study level"); }},
      {{"disclosure caution", "disclosure caution TEXT|standard|none",
        "The caution that stands on every picture."},
       setCaution},
  };
}

}  // namespace adit::viewer
