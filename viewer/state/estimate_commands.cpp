// Commands on the estimate that is being planned. Running a plan is no command: it changes what is known.
#include "geology/estimation/plan_edit.h"
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

void keepPlan(CommandContext& context, const estimation::PlanReading& reading) {
  if (reading.plan)
    context.state.estimate.plan = estimation::planToLine(*reading.plan);
  else
    context.arguments.fail(reading.fault);
}

void setPlan(CommandContext& context) {
  const std::string text = context.arguments.text("JSON");
  if (text == "none")
    context.state.estimate = {};
  else if (context.arguments.error().empty())
    keepPlan(context, estimation::planFromJson(text));
}

void setMember(CommandContext& context) {
  const std::string path = context.arguments.text("MEMBER");
  const std::string value = context.arguments.text("VALUE");
  if (!context.arguments.error().empty()) return;
  const estimation::PlanReading current = estimation::planFromJson(context.state.estimate.plan);
  if (context.state.estimate.plan.empty())
    context.arguments.fail("there is no plan yet: estimate plan JSON comes first");
  else if (!current.plan)
    context.arguments.fail(current.fault);
  else
    keepPlan(context, estimation::planWith(*current.plan, path, value));
}

void setEllipsoid(CommandContext& context) {
  context.state.estimate.ellipsoid = switched(context.arguments.onOff(), context.state.estimate.ellipsoid);
}

}  // namespace

std::vector<CommandEntry> estimateCommands() {
  return {
      {{"estimate plan", "estimate plan JSON|none",
        "The plan of an estimate that is being made, as 'adit estimate --template' writes it."},
       setPlan},
      {{"estimate set", "estimate set MEMBER VALUE|none",
        "Changes a member of the plan, as in estimate set passes[0].maxSamples 16."},
       setMember},
      {{"estimate ellipsoid", "estimate ellipsoid on|off",
        "Draws the search ellipsoid of the plan, else the one that the picked block was estimated with."},
       setEllipsoid},
  };
}

}  // namespace adit::viewer
