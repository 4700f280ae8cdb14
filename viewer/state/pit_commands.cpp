// Commands on the pit: what is stated about prices, costs and slopes, and whether it is wanted.
#include <algorithm>
#include <array>

#include "geology/planning/pit_json.h"
#include "geology/planning/pit_proposal.h"
#include "viewer/state/command_table.h"
#include "viewer/state/shown_estimate.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;
using planning::PitInputs;

/// The pit's plan is shown as it is at its end, until a person moves through it.
void showPit(ViewState& state) {
  state.pit.on = true;
  if (state.plan.on && state.plan.plan == kPitPlan) return;
  state.plan.on = true;
  state.plan.plan = std::string(kPitPlan);
  state.plan.model.clear();
  state.plan.column.clear();
  state.plan.time = kPlanTimeBounds.hi;
}

void hidePit(ViewState& state) {
  state.pit.on = false;
  if (state.plan.plan != kPitPlan) return;
  state.plan.on = false;
  state.plan.plan.clear();
  state.plan.time = 0;
}

std::string listed(const std::vector<std::string>& things) {
  std::string text;
  for (const std::string& thing : things) text += (text.empty() ? "" : ", ") + thing;
  return text;
}

void switchPit(CommandContext& context) {
  const bool on = switched(context.arguments.onOff(), context.state.pit.on);
  if (!on) return hidePit(context.state);
  const auto missing = planning::missingFrom(context.state.pit.inputs);
  if (!missing.empty())
    return context.arguments.fail("state first: " + listed(missing) +
                                  " (pit propose begins, pit set states)");
  showPit(context.state);
}

planning::PitHints hintsOf(const CommandContext& context, std::string model) {
  planning::PitHints hints;
  if (model.empty())
    for (const ShownEstimate& estimate : shownEstimates(context.deposit, context.state))
      if (model.empty()) model = estimate.model;
  hints.model = model;
  hints.grade = layerOf(context.state, model).colorBy;
  if (const auto stated = context.state.densities.find(model); stated != context.state.densities.end()) {
    hints.densityColumn = stated->second.column;
    hints.density = stated->second.column.empty() ? stated->second.value : 0;
  }
  return hints;
}

void proposePit(CommandContext& context) {
  std::string model;
  if (context.arguments.more()) model = takeObject(context, {ObjectKind::BlockModel}, "MODEL");
  if (!context.arguments.error().empty()) return;
  planning::PitProposal proposal = planning::proposePit(context.deposit, hintsOf(context, model));
  if (!proposal.fault.empty()) return context.arguments.fail(proposal.fault);
  hidePit(context.state);  // nobody has stated a price yet
  context.state.pit.inputs = std::move(proposal.inputs);
}

/// What is stated now; the pit is not shown any more where something is missing.
void take(CommandContext& context, planning::PitReading reading) {
  if (!reading.inputs) return context.arguments.fail(reading.fault);
  context.state.pit.inputs = std::move(*reading.inputs);
  if (context.state.pit.on && !planning::missingFrom(context.state.pit.inputs).empty())
    hidePit(context.state);
}

/// "metals[1]" of a metal that is named by its grade, or of the only one.
std::string metalPlace(CommandContext& context) {
  const auto& metals = context.state.pit.inputs.metals;
  std::vector<std::string> names;
  for (const planning::MetalTerms& metal : metals) names.push_back(metal.grade);
  const std::string name =
      context.arguments.more() || metals.size() != 1 ? context.arguments.text("METAL") : names.front();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end())
    context.arguments.fail("no metal '" + name + "' is sold" + suggestion(name, names));
  return "metals[" + std::to_string(found - names.begin()) + "]";
}

void setMember(CommandContext& context) {
  std::string member = context.arguments.text("MEMBER");
  const std::string value = context.arguments.text("VALUE");
  constexpr std::array<std::string_view, 5> kOfMetals{"price", "per", "sellingCost", "recovery", "unit"};
  if (std::find(kOfMetals.begin(), kOfMetals.end(), member) != kOfMetals.end())
    member = metalPlace(context) + "." + member;
  if (!context.arguments.error().empty()) return;
  take(context, planning::pitWithMember(context.state.pit.inputs, member, value));
}

const geology::BlockModel* pitModel(const CommandContext& context) {
  for (const auto& model : context.deposit.blockModels)
    if (model->name == context.state.pit.inputs.model || context.deposit.blockModels.size() == 1)
      return model.get();
  return nullptr;
}

void switchMetal(CommandContext& context) {
  const std::string grade = context.arguments.text("COLUMN");
  const Switch wanted = context.arguments.onOff();
  auto& metals = context.state.pit.inputs.metals;
  const auto found =
      std::find_if(metals.begin(), metals.end(), [&](const auto& m) { return m.grade == grade; });
  const bool sold = found != metals.end();
  const bool sell = switched(wanted, sold);
  if (sell == sold) return;
  if (!sell) {
    metals.erase(found);
  } else {
    const geology::BlockModel* model = pitModel(context);
    const geology::Column* column = model != nullptr ? geology::findColumn(model->columns, grade) : nullptr;
    if (column == nullptr || !column->isNumeric())
      return context.arguments.fail("the model has no column of numbers '" + grade + "'");
    metals.push_back({column->name, "", 0, planning::usualUnitOfSale(column->unit), 0, 1});
  }
  if (context.state.pit.on && !planning::missingFrom(context.state.pit.inputs).empty())
    hidePit(context.state);
}

void setInputs(CommandContext& context) {
  take(context, planning::pitDraftFromJson(context.arguments.text("JSON")));
}

/// Reserves are made of what is measured or indicated.
bool isKnown(reporting::ResourceClass meaning) {
  using enum reporting::ResourceClass;
  return meaning == Measured || meaning == Indicated || meaning == Proved || meaning == Probable;
}

/// By the classes that a person gave to the codes of the model's author.
void limitOre(CommandContext& context) {
  const bool known = context.arguments.accept("known");
  if (!known && !context.arguments.accept("all")) return context.arguments.fail("'known' or 'all' is wanted");
  planning::OreLimit& ore = context.state.pit.inputs.ore;
  ore = {};
  if (!known) return;
  const geology::BlockModel* model = pitModel(context);
  const auto category = context.state.categories.find(model != nullptr ? model->name : "");
  if (category == context.state.categories.end())
    return context.arguments.fail(
        "nobody said what the classes of the model mean: resource class, resource map");
  ore.column = category->second.column;
  for (const auto& [code, meaning] : category->second.classes)
    if (isKnown(meaning)) ore.names.push_back(code);
  if (ore.names.empty()) context.arguments.fail("no code of " + ore.column + " is measured or indicated");
}

void switchDesign(CommandContext& context) {
  auto& design = context.state.pit.inputs.design;
  const bool on = switched(context.arguments.onOff(), design.has_value());
  if (on == design.has_value()) return;
  design.reset();
  if (on) design.emplace();
}

}  // namespace

std::vector<CommandEntry> pitCommands() {
  return {
      {{"pit propose", "pit propose [MODEL]",
        "Begins the statements about a pit with what the model says: grade, unit, density. Never a price."},
       proposePit},
      {{"pit set", "pit set MEMBER VALUE [METAL]",
        "States a member of the pit's file, as docs/planning.md names it: price 9000, slopes.angle 45, "
        "schedule.mineCapacity 4e7; none takes it away."},
       setMember},
      {{"pit metal", "pit metal COLUMN on|off", "Sells the metal of a grade; its price is to be stated."},
       switchMetal},
      {{"pit ore", "pit ore known|all",
        "Only measured and indicated ground may be ore, or ground of every category."},
       limitOre},
      {{"pit design", "pit design on|off",
        "Draws a pit with benches, berms and a ramp around the last shell: a design, not a reserve."},
       switchDesign},
      {{"pit inputs", "pit inputs JSON", "Takes all statements about a pit, as its file holds them."},
       setInputs},
      {{"pit", "pit on|off",
        "Finds the pit limit at what is stated, and shows it as a mine plan: a shell, not a design."},
       switchPit},
  };
}

}  // namespace adit::viewer
