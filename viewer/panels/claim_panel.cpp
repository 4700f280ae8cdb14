// Claim and proof: one slider from all that is claimed to what is a reserve.
#include <array>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/state/claim.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;

struct ClaimStep {
  ClaimLevel level;
  const char* shown;
};
constexpr std::array<ClaimStep, 5> kSteps{{{ClaimLevel::Everything, "all claimed"},
                                           {ClaimLevel::Inferred, "inferred +"},
                                           {ClaimLevel::Indicated, "indicated +"},
                                           {ClaimLevel::Measured, "measured"},
                                           {ClaimLevel::Reserve, "reserves"}}};

std::size_t stepOf(ClaimLevel level) {
  for (std::size_t i = 0; i < kSteps.size(); ++i)
    if (kSteps[i].level == level) return i;
  return 0;
}

bool anyClasses(const PanelInput& input) {
  for (const auto& model : input.deposit.blockModels)
    if (input.state.categories.contains(model->name)) return true;
  return false;
}

/// A class apart: tonnes, grade and metal, and the share that is drilled; also of what the slider hides.
void drawClass(const PanelInput& input, std::size_t line, const reporting::CellRow& cells) {
  const ClaimFacts& claim = input.claim;
  const bool hidden = !keeps(input.state.claim, claim.table.lines[line].resourceClass) && claim.classed;
  std::string amount = cells.tonnes;
  if (!claim.densityStated)
    amount = "no density, no tonnes";
  else
    amount += "  " + cells.grade.front() + " " + claim.grades.front().unit + "  " + cells.metal.front();
  factRow(cells.title + (hidden ? " (hidden)" : ""), amount, hidden ? Role::Quiet : Role::Text);
  const double drilled = claim.drilled[line];
  factRow(
      "",
      std::isnan(drilled) ? "not known how much is drilled" : fixedNumber(drilled * 100, 0) + " % drilled",
      cells.doubtful ? Role::Caution : Role::Quiet);
}

void drawClasses(const PanelInput& input) {
  const ClaimFacts& claim = input.claim;
  if (claim.object.empty()) return;
  if (!claim.fault.empty()) return paragraph(claim.fault, Role::Caution);
  if (!claim.known && claim.table.lines.empty()) return paragraph("Adding up ...");
  const auto rows = reporting::cellsOf(claim.table, claim.grades, reporting::Digits::Rounded);
  for (std::size_t i = 0; i < rows.size() && i < claim.drilled.size(); ++i) {
    const auto kind = claim.table.lines[i].kind;
    if (kind == reporting::ResourceLineKind::Class || kind == reporting::ResourceLineKind::NoClasses)
      drawClass(input, i, rows[i]);
  }
  if (claim.reach > 0)
    paragraph("Drilled: in blocks whose middle lies within " + fixedNumber(claim.reach, 0) + " " +
              geology::unitSymbol(input.deposit.unit) +
              " of a sample, half the spacing of the drilling. Not a classification.");
}

}  // namespace

void drawClaim(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.blockModels.empty()) return;
  if (!sectionHeader(kClaimTitle, memory.folded,
                     {"Of all that is claimed, the part that its author knows at least so well.", ""}))
    return;
  const std::size_t step = stepOf(input.state.claim);
  rowLabel("Known as", kLabelColumn);
  const auto moved =
      slider({"##claim",
              static_cast<double>(step),
              0,
              static_cast<double>(kSteps.size() - 1),
              kSteps[step].shown,
              false,
              {"To the right only what is known better; the resources below are of that.", ""}});
  if (moved) {
    const auto wanted = static_cast<std::size_t>(std::lround(*moved));
    if (wanted != step)
      issue(output, command("claim", enumName(kSteps[wanted].level)), dragLabel(memory, "claim"));
  }
  if (input.state.claim != ClaimLevel::Everything && !anyClasses(input))
    paragraph(
        "No model has classes: all of it is a claim and nothing more. Name their column under RESOURCES.",
        Role::Caution);
  drawClasses(input);
}

}  // namespace adit::viewer
