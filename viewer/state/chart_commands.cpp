// Commands on the chart under the view.
#include <algorithm>

#include "viewer/state/chart_kinds.h"
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

template <typename Words>
std::string chosenWord(CommandContext& context, const char* what, const Words& words) {
  std::vector<std::string> known(words.begin(), words.end());
  const std::string word = context.arguments.text(what);
  if (std::find(known.begin(), known.end(), word) == known.end())
    context.arguments.fail("'" + word + "' is no " + std::string(what) + suggestion(word, known));
  return word;
}

void setKind(CommandContext& context) {
  ChartState& chart = context.state.chart;
  if (context.arguments.accept("off")) {
    chart.shown = false;
    return;
  }
  if (!context.arguments.accept("on")) {
    std::vector<std::string> words;
    for (const ChartKindName& name : kChartKinds) words.emplace_back(name.word);
    chart.kind = chosenWord(context, "kind of chart", words);
  }
  chart.shown = true;
}

void setExact(CommandContext& context) {
  context.state.chart.exactNumbers = switched(context.arguments.onOff(), context.state.chart.exactNumbers);
}

void setLogarithmic(CommandContext& context) {
  context.state.chart.logarithmic = switched(context.arguments.onOff(), context.state.chart.logarithmic);
}

}  // namespace

std::vector<CommandEntry> chartCommands() {
  return {
      {{"chart exact", "chart exact on|off",
        "Resource tables with every digit, in technical mode: no estimate is that exact."},
       setExact},
      {{"chart log", "chart log on|off", "A histogram with bins of equal ratios."}, setLogarithmic},
      {{"chart axis", "chart axis east|north|up", "Along which axis a swath goes."},
       [](CommandContext& c) { c.state.chart.axis = chosenWord(c, "axis", kSwathAxes); }},
      {{"chart", "chart KIND|on|off",
        "The chart under the view: grade-tonnage, histogram, probability, swath, strip-log, stereonet, "
        "intercepts or chain."},
       setKind},
  };
}

}  // namespace adit::viewer
