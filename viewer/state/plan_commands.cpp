// Commands on the mine plan: which one, at which moment.
#include <algorithm>
#include <cmath>

#include "viewer/state/command_table.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

using geology::MinePlan;
using geology::ObjectKind;

/// The plan that a command is about; nullptr after a fault.
const MinePlan* takenPlan(CommandContext& context) {
  const MinePlan* plan = planOf(context.deposit, context.state.plan);
  if (plan == nullptr)
    context.arguments.fail(
        "there is no mine plan: open one, or name the column that orders the blocks with plan by");
  return plan;
}

void switchPlan(CommandContext& context) {
  const Switch wanted = context.arguments.onOff();
  if (takenPlan(context) != nullptr) context.state.plan.on = switched(wanted, context.state.plan.on);
}

void usePlan(CommandContext& context) {
  const std::string name = context.arguments.text("NAME");
  const auto& plans = context.deposit.plans;
  std::vector<std::string> names;
  for (const auto& plan : plans) names.push_back(plan->name);
  if (std::find(names.begin(), names.end(), name) == names.end())
    return context.arguments.fail("there is no mine plan '" + name + "'" + suggestion(name, names));
  PlanState& state = context.state.plan;
  state.on = true;
  state.plan = name;
  state.model.clear();
  state.column.clear();
  state.time = std::min(state.time, planTime(*planOf(context.deposit, state), state));
}

void planBy(CommandContext& context) {
  const std::string model = takeObject(context, {ObjectKind::BlockModel}, "MODEL");
  const auto columns = takeColumns(context, {model}, WantedColumn::Any);
  if (columns.empty()) return;
  PlanState& state = context.state.plan;
  state.on = true;
  state.plan.clear();
  state.model = model;
  state.column = columns.front().column.column->name;
}

/// A number of periods, a label, start or end.
void setTime(CommandContext& context) {
  const std::string text = context.arguments.text("TIME");
  const MinePlan* plan = takenPlan(context);
  if (plan == nullptr) return;
  const auto last = static_cast<double>(plan->periods.size());
  std::optional<double> time = endOfPeriod(*plan, text);
  if (text == "start") time = 0;
  if (text == "end") time = last;
  if (!time) {
    const std::vector<std::string> number{text};
    time = Arguments(number).acceptNumber();
    if (time && !(*time >= 0 && *time <= last)) time.reset();
  }
  if (!time)
    return context.arguments.fail("'" + text + "' is no period of the plan and no number from 0 to " +
                                  commandNumber(last));
  context.state.plan.time = *time;
  context.state.plan.on = true;
}

/// To the end of a period: the next one, or so many further on or back.
void stepTime(CommandContext& context) {
  const double steps = context.arguments.more() ? context.arguments.number("PERIODS") : 1;
  const MinePlan* plan = takenPlan(context);
  if (plan == nullptr) return;
  PlanState& state = context.state.plan;
  const double from = planTime(*plan, state);
  const double whole = steps < 0 ? std::ceil(from) : std::floor(from);
  state.time = std::clamp(whole + std::trunc(steps), 0.0, static_cast<double>(plan->periods.size()));
  state.on = true;
}

void setFlag(CommandContext& context, bool PlanState::*flag) {
  context.state.plan.*flag = switched(context.arguments.onOff(), context.state.plan.*flag);
}

}  // namespace

std::vector<CommandEntry> planCommands() {
  return {
      {{"plan use", "plan use NAME", "Shows the mine plan of that name."}, usePlan},
      {{"plan by", "plan by MODEL COLUMN",
        "Mines the blocks of a model in the order of a column: numbers, or dates."},
       planBy},
      {{"plan time", "plan time PERIODS|LABEL|start|end",
        "Shows the mine at a moment: 2.5 is the middle of the third period, a label is the end of its "
        "period."},
       setTime},
      {{"plan step", "plan step [PERIODS]", "To the end of the next period; -1: of the one before."},
       stepTime},
      {{"plan speed", "plan speed PERIODS", "How many periods a second go by while the plan plays."},
       [](CommandContext& c) { c.state.plan.speed = c.arguments.number("PERIODS", kPlanSpeedBounds); }},
      {{"plan loop", "plan loop on|off", "Begins again at the end."},
       [](CommandContext& c) { setFlag(c, &PlanState::loop); }},
      {{"plan highlight", "plan highlight on|off", "Lights what is to be mined in the current period."},
       [](CommandContext& c) { setFlag(c, &PlanState::highlight); }},
      {{"plan dumps", "plan dumps on|off", "Shows what was mined as heaps on the ground."},
       [](CommandContext& c) { setFlag(c, &PlanState::dumps); }},
      {{"plan", "plan on|off", "Shows the mine plan, or the ground before anything is mined."}, switchPlan},
  };
}

}  // namespace adit::viewer
