#include <algorithm>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/state/measure.h"

namespace adit::viewer {
namespace {

constexpr float kLabelColumn = 84;

void factRows(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) factRow(fact.label, fact.value, fact.doubtful ? Role::Caution : Role::Text);
}

void actionButton(Action action, const char* label, const PanelInput& input, PanelMemory& memory,
                  PanelOutput& output) {
  if (textButton(label, hintOf(action))) perform(action, input, memory, output);
}

const char* measureInvitation(ToolKind tool) {
  switch (tool) {
    case ToolKind::MeasureDistance:
      return "Click two or more places in the view.";
    case ToolKind::MeasureArea:
      return "Click the corners of the area in the view.";
    case ToolKind::MeasurePlane:
      return "Click three places on the plane in the view.";
    default:
      return nullptr;
  }
}

}  // namespace

void drawInspector(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!sectionHeader("PICKED", memory.folded,
                     {"Everything that is known of the thing that was clicked.", ""}))
    return;
  if (!input.state.pick) return paragraph("Click a block, an interval or a surface in the view.");
  factRows(input.picked);
  actionButton(Action::FocusPicked, "Centre", input, memory, output);
  besideIfRoom(textButtonWidth("Unpick"));
  if (textButton("Unpick", {"Pick nothing", hintOf(Action::Cancel).key})) issue(output, command("unpick"));
  besideIfRoom(textButtonWidth("Section here"));
  if (textButton("Section here", {"Move the active section through the picked place, or add one", ""}))
    issue(output, command("section through", "pick"));
}

namespace {

DrillYears drillYearsOf(const geology::Deposit& deposit) {
  DrillYears years;
  for (const auto& holes : deposit.drillholes) {
    years.holes += holes->holes.size();
    for (const auto& date : geology::holeDates(*holes).date)
      if (date) years.dates.push_back(*date);
  }
  std::sort(years.dates.begin(), years.dates.end());
  return years;
}

/// The time machine: a slider over the years in which holes were drilled.
void drawDrillYears(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!memory.drillYears) memory.drillYears = drillYearsOf(input.deposit);
  const DrillYears& years = *memory.drillYears;
  if (years.dates.empty()) return;
  const double first = std::floor(years.dates.front());
  const double last = std::floor(years.dates.back());
  const auto asOf = geology::dateOf(input.state.asOf);
  const double year = asOf ? std::floor(*asOf) : last;
  rowLabel("Drilled by", kLabelColumn);
  const auto chosen = slider({"##drilledby",
                              year,
                              first,
                              last,
                              asOf ? input.state.asOf : "all years",
                              false,
                              {"The drill time machine: what was known by the end of a year.", ""}});
  if (chosen && first < last)
    issue(output, command("asof", std::to_string(static_cast<int>(std::lround(*chosen)))),
          dragLabel(memory, "asof"));
  if (!asOf) return;
  const auto known = std::upper_bound(years.dates.begin(), years.dates.end(), *asOf) - years.dates.begin();
  paragraph(withThousands(static_cast<std::size_t>(known)) + " of " + withThousands(years.holes) +
                " holes were drilled by then; data support is of these alone.",
            Role::Caution);
  if (textButton("All years", {"Everything that was drilled", ""})) issue(output, command("asof", "all"));
}

/// The provenance of the picked block's model has the plan of an estimate.
bool pickedIsEstimated(const PanelInput& input) {
  if (!input.state.pick) return false;
  for (const auto& model : input.deposit.blockModels)
    if (model->name == input.state.pick->object)
      return std::any_of(model->source.choices.begin(), model->source.choices.end(),
                         [](const auto& choice) { return choice.key == "estimate/plan"; });
  return false;
}

}  // namespace

void drawEvidence(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.drillholes.empty()) return;
  if (!sectionHeader("EVIDENCE", memory.folded, {"What stands behind the picked thing.", ""})) return;
  drawDrillYears(input, memory, output);
  if (pickedIsEstimated(input) &&
      checkRow("Search ellipsoid", input.state.estimate.ellipsoid,
               {"The ellipsoid by which the picked block was estimated, as the model's plan says.", ""}))
    issue(output, command("estimate ellipsoid", !input.state.estimate.ellipsoid));
  if (checkRow("Evidence lens", input.state.lens.on, hintOf(Action::ToggleLens)))
    issue(output, command("lens", !input.state.lens.on));
  if (!input.state.lens.on) return;
  if (!input.state.pick && !input.lens)
    return paragraph("Rest on a place in the view: its nearest samples light up. A click keeps them.");
  if (!input.lens) return paragraph("No sample of any hole has a value.");
  paragraph(input.lens->sentence, input.lens->doubtful ? Role::Caution : Role::Text);
  const std::string unit = std::string(" ") + geology::unitSymbol(input.deposit.unit);
  for (const LensSample& sample : input.lens->samples) {
    factRow(fixedNumber(sample.distance, 1) + unit, sample.hole + "  " + sample.value,
            sample.doubtful() ? Role::Caution : Role::Text);
    std::string more = sample.interval;
    for (const std::string& part : {sample.date, sample.doubt})
      if (!part.empty()) more += ", " + part;
    factRow("", more, sample.doubtful() ? Role::Caution : Role::Quiet);
  }
}

void drawMeasurement(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const char* invitation = measureInvitation(input.state.tool);
  if (invitation == nullptr && input.state.measure.empty()) return;
  if (!sectionHeader("MEASURE", memory.folded, {"At true scale, whatever the vertical exaggeration.", ""}))
    return;
  factRows(measureFacts(input.state, geology::unitSymbol(input.deposit.unit)));
  if (input.state.measure.empty()) return paragraph(invitation);
  actionButton(Action::MeasureUndo, "Take back", input, memory, output);
  besideIfRoom(textButtonWidth("Clear##measure"));
  if (textButton("Clear##measure", {"Remove the measurement", hintOf(Action::Cancel).key}))
    issue(output, command("measure clear"));
}

void drawSavedViews(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (!sectionHeader("VIEWS", memory.folded, {"Views that were kept; the project file keeps them too.", ""}))
    return;
  for (const auto& [name, json] : input.state.savedViews) {
    ImGui::PushID(name.c_str());
    if (textButton(name.c_str(), {"Return to this view", ""}, {}, roomLeft() - px(32)))
      issue(output, command("view restore", name));
    ImGui::SameLine(0, px(4));
    if (iconButton("##delete", icons::kRemove, "x", {"Forget this view", ""}, {.compact = true}))
      issue(output, command("view delete", name));
    ImGui::PopID();
  }
  const auto name = textField({"##viewname",
                               "",
                               "Keep this view as ...",
                               roomLeft() - px(32),
                               {"Type a name and press Enter.", hintOf(Action::SaveView).key}},
                              memory.edit);
  if (name && !name->empty()) issue(output, command("view save", *name));
  ImGui::SameLine(0, px(4));
  if (iconButton("##keep", icons::kPlus, "+", hintOf(Action::SaveView),
                 {.enabled = !input.deposit.empty(), .compact = true}))
    perform(Action::SaveView, input, memory, output);
}

}  // namespace adit::viewer
