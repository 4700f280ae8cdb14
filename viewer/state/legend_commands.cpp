// Commands on the colours of a column.
#include <algorithm>

#include "viewer/state/colormap.h"
#include "viewer/state/command_table.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

struct LegendTarget {
  NamedColumn column;
  Legend& legend;
};
LegendTarget takeLegend(CommandContext& context) {
  NamedColumn column = takeLegendColumn(context);
  Legend& legend = context.state.legends[column.name];  // after a fault the state is thrown away
  return {std::move(column), legend};
}

void setKind(CommandContext& context) {
  Legend& legend = takeLegend(context).legend;
  legend.kind = context.arguments.word<LegendKind>("kind of legend");
}

void setMap(CommandContext& context) {
  Legend& legend = takeLegend(context).legend;
  legend.map = context.arguments.text("MAP");
  legend.stops.clear();
  const auto& names = colorMapNames();
  if (std::find(names.begin(), names.end(), legend.map) == names.end())
    context.arguments.fail("there is no colour map '" + legend.map + "'" + suggestion(legend.map, names));
}

void setRange(CommandContext& context) {
  Legend& legend = takeLegend(context).legend;
  if (context.arguments.accept("auto")) {
    legend.lo.reset();
    legend.hi.reset();
    return;
  }
  const auto end = [&](const char* what) {
    return context.arguments.accept("*") ? std::nullopt : std::optional(context.arguments.number(what));
  };
  legend.lo = end("LO");
  legend.hi = end("HI");
  if (legend.lo && legend.hi && *legend.lo >= *legend.hi) context.arguments.fail("LO must be below HI");
}

void switchMember(CommandContext& context, bool Legend::*member) {
  Legend& legend = takeLegend(context).legend;
  legend.*member = switched(context.arguments.onOff(), legend.*member);
}

void addClass(CommandContext& context) {
  Legend& legend = takeLegend(context).legend;
  LegendClass added;
  added.lo = context.arguments.openNumber("LO", -std::numeric_limits<double>::infinity());
  added.hi = context.arguments.openNumber("HI", std::numeric_limits<double>::infinity());
  added.color = context.arguments.color("COLOR");
  if (context.arguments.more()) added.label = context.arguments.text("LABEL");
  if (added.lo >= added.hi) context.arguments.fail("LO must be below HI");
  if (legend.classes.size() >= kMostClasses) context.arguments.fail("there are 64 classes already");
  legend.kind = LegendKind::Classed;
  legend.classes.push_back(std::move(added));
}

/// Classes between rising edges, coloured along the legend's map.
void setClasses(CommandContext& context) {
  Legend& legend = takeLegend(context).legend;
  legend.classes.clear();
  if (context.arguments.accept("none")) return;
  std::vector<double> edges;
  do {
    edges.push_back(context.arguments.number("EDGE"));
  } while (context.arguments.more());
  if (edges.size() < 2 || edges.size() > kMostClasses + 1) context.arguments.fail("give 2 to 65 edges");
  if (std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) != edges.end())
    context.arguments.fail("the edges must rise");
  legend.kind = LegendKind::Classed;
  const auto count = static_cast<double>(edges.size() - 1);
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double t = count > 1 ? static_cast<double>(i) / (count - 1) : 0.5;
    legend.classes.push_back({edges[i], edges[i + 1], colorAlong(legend, t), {}});
  }
}

void setCategoryColor(CommandContext& context) {
  LegendTarget target = takeLegend(context);
  const std::string name = context.arguments.text("CATEGORY");
  if (context.arguments.accept("auto")) {
    target.legend.categories.erase(name);
    return;
  }
  const Color color = context.arguments.color("COLOR");
  if (target.column.column != nullptr) {
    const auto& known = target.column.column->names;
    if (std::find(known.begin(), known.end(), name) == known.end())
      context.arguments.fail("there is no category '" + name + "'" + suggestion(name, known));
  }
  target.legend.categories[name] = color;
}

void setFromJson(CommandContext& context) {
  Legend& legend = takeLegend(context).legend;
  auto read = legendFromJson(context.arguments.text("JSON"));
  if (const auto* error = std::get_if<CommandError>(&read))
    context.arguments.fail(error->message);
  else
    legend = std::get<Legend>(std::move(read));
}

}  // namespace

std::vector<CommandEntry> legendCommands() {
  return {
      {{"legend kind", "legend kind COLUMN continuous|classed|category", "How values become colours."},
       setKind},
      {{"legend map", "legend map COLUMN MAP", "The colour map, e.g. batlow, lajolla, vik, grey."}, setMap},
      {{"legend reverse", "legend reverse COLUMN on|off", "Runs the colour map backwards."},
       [](CommandContext& c) { switchMember(c, &Legend::reversed); }},
      {{"legend log", "legend log COLUMN on|off", "Logarithmic colours, for grades that span decades."},
       [](CommandContext& c) { switchMember(c, &Legend::logarithmic); }},
      {{"legend range", "legend range COLUMN (LO HI|auto)",
        "The values at the ends of the colour map; auto is the 2 % and 98 % quantiles, '*' that of one end."},
       setRange},
      {{"legend class", "legend class COLUMN LO HI #rrggbb [LABEL]",
        "Adds a class LO <= value < HI; '*' leaves an end open."},
       addClass},
      {{"legend classes", "legend classes COLUMN EDGE EDGE...|none",
        "Makes classes between edges, coloured along the map."},
       setClasses},
      {{"legend color", "legend color COLUMN CATEGORY #rrggbb|auto", "The colour of a category."},
       setCategoryColor},
      {{"legend closed", "legend closed COLUMN on|off",
        "On: a category without a colour of its own is drawn in the warning colour and counted."},
       [](CommandContext& c) { switchMember(c, &Legend::closed); }},
      {{"legend set", "legend set COLUMN JSON", "The whole legend as it is written to a file."}, setFromJson},
      {{"legend reset", "legend reset COLUMN", "The default legend of the column."},
       [](CommandContext& c) { takeLegend(c).legend = {}; }},
      {{"legend", "legend on|off", "The legend in the view."},
       [](CommandContext& c) { c.state.legendShown = switched(c.arguments.onOff(), c.state.legendShown); }},
  };
}

}  // namespace adit::viewer
