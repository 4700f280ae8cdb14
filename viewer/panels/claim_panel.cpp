// Claim and proof: one slider from all that is claimed to what is a reserve.
#include <array>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/panels.h"
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

}  // namespace

void drawClaim(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.blockModels.empty()) return;
  if (!sectionHeader("CLAIM AND PROOF", memory.folded,
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
}

}  // namespace adit::viewer
