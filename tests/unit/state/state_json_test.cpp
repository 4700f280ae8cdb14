#include "viewer/state/state_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/random_state.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

ViewState read(const std::string& json) {
  const auto result = stateFromJson(json);
  if (const auto* error = std::get_if<CommandError>(&result)) {
    ADD_FAILURE() << error->message << "\n" << json;
    return {};
  }
  return std::get<ViewState>(result);
}

std::string faultOf(const std::string& json) {
  const auto result = stateFromJson(json);
  return std::holds_alternative<CommandError>(result) ? std::get<CommandError>(result).message : "";
}

TEST(StateJson, EveryStateComesBackAsItWas) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const ViewState state = tests::RandomState(seed).state();
    EXPECT_EQ(read(toJson(state)), state) << seed;
  }
}

TEST(StateJson, OnlyDifferencesAreWritten) {
  EXPECT_EQ(nlohmann::json::parse(toJson(ViewState{})), nlohmann::json::object());
  ViewState state;
  state.layers["blocks"].opacity = 0.5;
  state.layers["blocks"].color = Color{1, 0, 0};
  state.filters["blocks"].ranges["cu"] = {0.3, std::numeric_limits<double>::infinity()};
  EXPECT_EQ(nlohmann::json::parse(toJson(state)), nlohmann::json::parse(R"({
    "layers": {"blocks": {"opacity": 0.5, "color": "#ff0000"}},
    "filters": {"blocks": {"ranges": {"cu": {"lo": 0.3, "hi": "inf"}}}}})"));
}

TEST(StateJson, UnknownMembersAreIgnored) {
  EXPECT_EQ(read(R"({"grid": false, "hologram": {"on": true}})").grid, false);
}

TEST(StateJson, FaultsNameTheMember) {
  EXPECT_THAT(faultOf("{"), HasSubstr("no JSON, at byte"));
  EXPECT_THAT(faultOf("[]"), HasSubstr("an object was expected"));
  EXPECT_THAT(faultOf(R"({"camera": {"bearing": "north"}})"), HasSubstr("camera.bearing: a number"));
  EXPECT_THAT(faultOf(R"({"layers": {"pit": {"color": "red"}}})"), HasSubstr("layers.pit.color"));
  EXPECT_THAT(faultOf(R"({"layers": {"pit": {"blockStyle": "round"}}})"), HasSubstr("solid, edged, shrunk"));
  EXPECT_THAT(faultOf(R"({"measure": [[1, 2, 3], [1, 2]]})"), HasSubstr("measure.1: three numbers"));
  EXPECT_THAT(faultOf(R"({"exaggeration": 1e999})"), HasSubstr("too large"));
}

TEST(StateJson, NumbersThatCannotBeDrawnAreRefused) {
  EXPECT_THAT(faultOf(R"({"exaggeration": 0})"), HasSubstr("exaggeration must be within"));
  EXPECT_THAT(faultOf(R"({"camera": {"distance": -1}})"), HasSubstr("camera.distance"));
  EXPECT_THAT(faultOf(R"({"camera": {"focus": ["inf", 0, 0]}})"), HasSubstr("camera.focus must be finite"));
  EXPECT_THAT(faultOf(R"({"layers": {"a": {"opacity": 3}}})"), HasSubstr("layers.a.opacity"));
  EXPECT_THAT(faultOf(R"({"activeSection": 3})"), HasSubstr("activeSection"));
  EXPECT_THAT(faultOf(R"({"sections": [{},{},{},{},{},{},{},{},{}]})"), HasSubstr("more than 8"));
}

TEST(StateJson, ADensityIsOneThatGroundCanHave) {
  EXPECT_EQ(read(R"({"densities": {"b": {"value": 2.7}, "c": {"column": "sg"}}})").densities.size(), 2U);
  EXPECT_THAT(faultOf(R"({"densities": {"b": {"value": 2700}}})"), HasSubstr("densities.b.value"));
  EXPECT_THAT(faultOf(R"({"densities": {"b": {}}})"), HasSubstr("densities.b.value"));
  EXPECT_THAT(faultOf(R"({"categories": {"b": {"classes": {"1": "certain"}}}})"), HasSubstr("measured"));
  EXPECT_THAT(faultOf(R"({"cutoffs": {"cu": [0.3, 0.3]}})"), HasSubstr("cutoffs.cu must rise"));
}

TEST(StateJson, DeepNestingIsNoDanger) {
  const std::string deep(200'000, '[');
  EXPECT_NE(faultOf(deep), "");
  EXPECT_NE(faultOf(R"({"x": )" + deep + std::string(200'000, ']') + "}"), "-");
}

TEST(StateJson, LegendsStandAlone) {
  Legend legend;
  legend.kind = LegendKind::Classed;
  legend.classes = {{0, 0.5, {0, 0, 1}, "low"},
                    {0.5, std::numeric_limits<double>::infinity(), {1, 0, 0}, "high"}};
  EXPECT_EQ(std::get<Legend>(legendFromJson(toJson(legend))), legend);
  EXPECT_THAT(std::get<CommandError>(legendFromJson(R"({"map": 3})")).message, HasSubstr("the legend, map"));
}

}  // namespace
}  // namespace adit::viewer
