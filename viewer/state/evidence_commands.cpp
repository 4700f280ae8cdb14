// Commands on how the picture shows what is known.
#include <algorithm>
#include <cmath>

#include "geology/model/hole_dates.h"
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

void setReach(CommandContext& context) {
  if (context.arguments.accept("auto")) {
    context.state.honest.reach = 0;
    return;
  }
  const double reach = context.arguments.number("DISTANCE");
  if (!kPositive.hold(reach)) context.arguments.fail("a reach must be " + boundsText(kPositive));
  context.state.honest.reach = reach;
}

void setLensSamples(CommandContext& context) {
  const double count = context.arguments.number("COUNT");
  if (!kLensSampleBounds.hold(count) || count != std::floor(count))
    context.arguments.fail("a lens shows a whole number of samples, " + boundsText(kLensSampleBounds));
  else
    context.state.lens.samples = static_cast<std::size_t>(count);
}

void setAsOf(CommandContext& context) {
  const std::string date = context.arguments.text("DATE");
  if (date == "all") {
    context.state.asOf.clear();
    return;
  }
  const auto& sets = context.deposit.drillholes;
  const bool dated = std::any_of(sets.begin(), sets.end(),
                                 [](const auto& holes) { return geology::holeDates(*holes).known(); });
  if (!geology::dateOf(date)) context.arguments.fail("'" + date + "' is no date: 2012, 2012-07-31 or all");
  if (!dated) context.arguments.fail("no collar of this deposit has a date of drilling");
  context.state.asOf = date;
}

void reveal(CommandContext& context) {
  RevealState wanted;
  wanted.object = takeObject(context, kEveryKind, "OBJECT");
  wanted.reason = context.arguments.text("REASON");
  if (wanted.reason.empty()) context.arguments.fail("REASON is empty");
  context.state.reveal = std::move(wanted);
}

template <typename Part>
void switchPart(CommandContext& context, Part& part) {
  part.on = switched(context.arguments.onOff(), part.on);
}

}  // namespace

std::vector<CommandEntry> evidenceCommands() {
  return {
      {{"claim", "claim everything|inferred|indicated|measured|reserve",
        "Shows only blocks that their author knows at least so well; everything is all that is claimed."},
       [](CommandContext& c) { c.state.claim = c.arguments.word<ClaimLevel>("claim"); }},
      {{"asof", "asof DATE|all",
        "The drill time machine: only holes drilled by a date (2012, 2012-07-31) are shown and known."},
       setAsOf},
      {{"reveal off", "reveal off", "Shows again what the filters let through."},
       [](CommandContext& c) { c.state.reveal.reset(); }},
      {{"reveal", "reveal OBJECT REASON",
        "Shows of an object only the rows that are hidden for a reason, as the bar of facts counts them."},
       reveal},
      {{"honest reach", "honest reach DISTANCE|auto",
        "The distance to the nearest sample at which dots are thinnest; auto: the spacing of the drilling."},
       setReach},
      {{"honest", "honest on|off",
        "Honest View: how solid a block is drawn says how well it is known; colour says grade."},
       [](CommandContext& c) { switchPart(c, c.state.honest); }},
      {{"lens samples", "lens samples COUNT",
        "How many of the nearest samples, one a hole, the evidence lens shows."},
       setLensSamples},
      {{"lens", "lens on|off",
        "The evidence lens: lines from the picked thing to the samples nearest to it, with their values."},
       [](CommandContext& c) { switchPart(c, c.state.lens); }},
  };
}

}  // namespace adit::viewer
