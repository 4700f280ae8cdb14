#include "viewer/state/state_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>

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

/// Random values of every member, within what a ViewState may hold.
class RandomState {
 public:
  explicit RandomState(unsigned seed) : random_(seed) {}

  ViewState state() {
    ViewState s;
    s.camera = camera();
    s.exaggeration = within(0.1, 100);
    repeat([&] { s.layers[text()] = layer(); });
    repeat([&] { s.legends[text()] = legend(); });
    repeat([&] { s.filters[text()] = filter(); });
    repeat([&] { s.densities[text()] = {text(), within(0.1, 25)}; });
    repeat([&] { s.proportions[text()] = text(); });
    repeat([&] {
      s.categories[text()] = {
          text(), {{text(), reporting::ResourceClass{static_cast<unsigned char>(random_() % 8)}}}};
    });
    repeat([&] { s.cutoffs[text()] = {within(0, 1), within(2, 3)}; });
    repeat([&] {
      s.sections.push_back(
          {flag(), point(), within(0, 360), within(0, 90), within(0, 99), 5, flag(), flag()});
    });
    if (flag()) s.reveal = RevealState{text(), text()};
    s.compare = {flag(), text(), flag()};
    s.chart = {flag(), flag() ? "swath" : "", flag() ? "up" : "north", flag(), flag()};
    s.estimate.ellipsoid = flag();
    s.plan = {flag(), text(), text(), text(), within(0, 99), within(0.1, 9), flag(), flag(), flag()};
    s.walk = {within(1, 2), flag(), flag()};
    repeat([&] { s.path.keys.push_back({camera(), static_cast<double>(s.path.keys.size()), {}}); });
    if (!s.path.keys.empty()) s.path.keys.back().planTime = within(0, 9);
    if (flag()) s.path.lookAt = point();
    repeat([&] { s.tour.push_back({text(), text(), within(0, 9), within(0, 9), text()}); });
    repeat([&] { s.notes.push_back({point(), text()}); });
    s.activeSection = s.sections.empty() ? 0 : random_() % s.sections.size();
    s.box = {flag(), point(), point()};
    s.region = {text(), text(), text()};
    s.sectionView = {flag(), within(1, 500), within(0.1, 10), {within(-9, 9), within(-9, 9)}};
    s.activeLayer = text();
    s.tool = static_cast<ToolKind>(random_() % 7);
    repeat([&] { s.measure.push_back(point()); });
    if (flag()) s.pick = PickState{text(), text(), random_(), point()};
    for (bool* member : {&s.grid, &s.northArrow, &s.scaleBar, &s.legendShown, &s.ambientOcclusion})
      *member = flag();
    s.theme = flag() ? Theme::Light : Theme::Dark;
    repeat([&] { s.savedViews[text()] = text(); });
    return s;
  }

 private:
  CameraState camera() {
    return {flag(), point(), within(0, 360), within(-90, 90), within(1, 1e6), flag(), within(5, 120)};
  }
  LayerState layer() {
    LayerState l;
    for (bool* member : {&l.visible, &l.locked, &l.labels, &l.collars, &l.traces, &l.edges, &l.hillshade})
      *member = flag();
    l.opacity = within(0, 1);
    l.colorBy = text();
    if (flag()) l.color = color();
    l.tubeRadius = within(0, 9);
    l.sizeBy = text();
    l.blockStyle = static_cast<BlockStyle>(random_() % 3);
    l.shrink = within(0.1, 1);
    repeat([&] { l.shells.push_back(within(-5, 5)); });
    l.contourStep = within(-1, 100);
    l.drape = text();
    if (flag()) l.placement = Placement{point(), within(0, 360), within(0.1, 10)};
    return l;
  }
  Legend legend() {
    Legend l;
    l.kind = static_cast<LegendKind>(random_() % 3);
    l.map = text();
    if (flag()) l.lo = within(-5, 5);
    if (flag()) l.hi = within(-5, 5);
    l.logarithmic = flag();
    l.reversed = flag();
    l.closed = flag();
    repeat([&] { l.classes.push_back({open(-1), open(1), color(), text()}); });
    repeat([&] { l.stops.push_back({static_cast<double>(l.stops.size()) / 4, color()}); });
    repeat([&] { l.categories[text()] = color(); });
    return l;
  }
  FilterState filter() {
    FilterState f;
    repeat([&] { f.ranges[text()] = {open(-1), open(1)}; });
    repeat([&] { f.hiddenCategories[text()] = {text(), text()}; });
    f.expression = text();
    f.showMissing = flag();
    return f;
  }
  bool flag() { return random_() % 2 == 0; }
  double within(double lo, double hi) {
    return lo + (hi - lo) * (static_cast<double>(random_()) / 4294967296.0);
  }
  double open(double sign) {
    return flag() ? sign * std::numeric_limits<double>::infinity() : sign * within(1, 2);
  }
  Vec3 point() { return {within(0, 1e6), within(0, 1e7), within(-1e3, 1e4)}; }
  Color color() {
    const auto channel = [&] { return static_cast<float>(within(0, 1)); };
    return flag() ? Color{1, 128 / 255.0F, 0} : Color{channel(), channel(), channel()};
  }
  std::string text() {
    static constexpr std::string_view kPieces[] = {"", "cu", "\"", "\\", "\n", "é", " ", "x.y", "\x01", "🜨"};
    std::string result;
    for (auto n = random_() % 4; n > 0; --n) result += kPieces[random_() % std::size(kPieces)];
    return result;
  }
  template <typename Action>
  void repeat(const Action& action) {
    for (auto n = random_() % 4; n > 0; --n) action();
  }
  std::mt19937 random_;
};

TEST(StateJson, EveryStateComesBackAsItWas) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const ViewState state = RandomState(seed).state();
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
