#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "viewer/state/chart_kinds.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

ViewState after(const std::string& script) {
  auto result = applyScript({}, script, geology::Deposit{});
  if (const auto* error = std::get_if<CommandError>(&result)) {
    ADD_FAILURE() << error->message;
    return {};
  }
  return std::get<ViewState>(result);
}

std::string faultOf(const std::string& script) {
  const auto result = applyScript({}, script, geology::Deposit{});
  const auto* error = std::get_if<CommandError>(&result);
  return error != nullptr ? error->message : std::string();
}

TEST(ChartCommands, EveryKindHasItsWord) {
  for (std::size_t i = 0; i < kChartKinds.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kChartKinds[i].kind), i) << "the table is in the order of the kinds";
    const ViewState state = after("chart " + std::string(kChartKinds[i].word));
    EXPECT_TRUE(state.chart.shown);
    EXPECT_EQ(chartKindFromWord(state.chart.kind), kChartKinds[i].kind);
  }
}

TEST(ChartCommands, AClosedChartKeepsItsKind) {
  const ViewState closed = after("chart swath\nchart axis up\nchart off");
  EXPECT_FALSE(closed.chart.shown);
  EXPECT_EQ(closed.chart.kind, "swath");
  EXPECT_EQ(closed.chart.axis, "up");
  EXPECT_TRUE(after("chart swath\nchart off\nchart on").chart.shown);
}

TEST(ChartCommands, ExactNumbersAndLogarithmsAreSwitched) {
  EXPECT_TRUE(after("chart exact on").chart.exactNumbers);
  EXPECT_EQ(after("chart exact on\nchart exact off"), ViewState{});
  EXPECT_TRUE(after("chart log toggle").chart.logarithmic);
}

TEST(ChartCommands, FaultsNameWhatThereIs) {
  EXPECT_THAT(faultOf("chart histogramm"), HasSubstr("did you mean 'histogram'"));
  EXPECT_THAT(faultOf("chart axis north-east"), HasSubstr("'north'"));
  EXPECT_THAT(faultOf("chart exact perhaps"), HasSubstr("perhaps"));
}

TEST(ChartCommands, AViewCarriesItsChart) {
  const ViewState state = after("chart histogram\nchart log on\nchart exact on");
  const auto read = stateFromJson(toJson(state));
  ASSERT_TRUE(std::holds_alternative<ViewState>(read)) << std::get<CommandError>(read).message;
  EXPECT_EQ(std::get<ViewState>(read), state);
  ViewState broken = state;
  broken.chart.kind = "pie";
  EXPECT_TRUE(std::holds_alternative<CommandError>(stateFromJson(toJson(broken))));
  broken = state;
  broken.chart.axis = "down";
  EXPECT_TRUE(std::holds_alternative<CommandError>(stateFromJson(toJson(broken))));
}

}  // namespace
}  // namespace adit::viewer
