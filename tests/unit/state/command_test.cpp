#include "viewer/state/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "tests/support/sample_deposit.h"
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// The sample deposit with an image, a second solid with a similar name, and points.
geology::Deposit deposit() {
  geology::Deposit deposit = *tests::sampleDeposit();
  auto open = std::make_shared<geology::TriangleMesh>(*tests::sampleSolid());
  open->name = "fault";
  open->closed = false;
  deposit.meshes.push_back(open);
  auto image = std::make_shared<geology::DrapeImage>();
  image->name = "aerial";
  deposit.images.push_back(image);
  auto points = std::make_shared<geology::PointSet>();
  points->name = "blastholes";
  points->points = {{1, 2, 3}, {4, 5, 6}};
  points->columns = {geology::numericColumn("cu_pct", {0.1F, 0.2F})};
  deposit.points.push_back(points);
  return deposit;
}

/// Applies a script to `state`; a fault in it is a failure of the test.
ViewState after(const std::string& script, const ViewState& state = {}) {
  const auto result = applyScript(state, script, deposit());
  if (const auto* error = std::get_if<CommandError>(&result)) {
    ADD_FAILURE() << error->message;
    return state;
  }
  return std::get<ViewState>(result);
}

std::string faultOf(const std::string& script, const ViewState& state = {}) {
  const auto result = applyScript(state, script, deposit());
  return std::holds_alternative<CommandError>(result) ? std::get<CommandError>(result).message : "";
}

TEST(CommandTable, EveryEntryIsNamedOnceAndDescribed) {
  std::set<std::string> names;
  for (const CommandEntry& entry : commandTable()) {
    EXPECT_TRUE(names.insert(entry.spec.name).second) << entry.spec.name;
    EXPECT_THAT(entry.spec.usage, StartsWith(entry.spec.name));
    EXPECT_THAT(entry.spec.help, testing::EndsWith(".")) << entry.spec.name;
    EXPECT_NE(entry.apply, nullptr);
  }
  EXPECT_GT(names.size(), 70U);
}

TEST(CommandTable, TooManyArgumentsAreAFaultOfEveryCommandWithoutAList) {
  for (const CommandSpec& spec : commandSpecs()) {
    if (spec.usage != spec.name) continue;  // takes arguments
    EXPECT_THAT(
        faultOf(spec.name + " surplus", after("section add 0 90 0 0 0\nmeasure add 0 0 0\npath around 5")),
        HasSubstr("surplus"))
        << spec.name;
  }
}

TEST(Commands, FaultsNameTheNearestWordAndTheLine) {
  EXPECT_THAT(faultOf("hidee blocks"), AllOf(StartsWith("line 1: "), HasSubstr("did you mean 'hide'")));
  EXPECT_THAT(faultOf("\n# far\nhide blokcs"), AllOf(StartsWith("line 3: hide: "), HasSubstr("'blocks'")));
  EXPECT_THAT(faultOf("colorby blocks cu_pt"), HasSubstr("did you mean 'cu_pct'"));
  EXPECT_THAT(faultOf("section ad 0 90 0 0 0"), HasSubstr("did you mean 'add'"));
  EXPECT_THAT(faultOf("tool measure-distanc"), HasSubstr("did you mean 'measure-distance'"));
  EXPECT_THAT(faultOf("legend map cu_pct batlo"), HasSubstr("did you mean 'batlow'"));
  EXPECT_THAT(faultOf("range blocks cu_pct abc 2"),
              AllOf(HasSubstr("range: 'abc' is no number"), HasSubstr("usage: range LAYER COLUMN LO HI")));
  EXPECT_THAT(faultOf("opacity blocks"), HasSubstr("VALUE is missing"));
  EXPECT_THAT(faultOf("show 'blocks"), HasSubstr("never closed"));
}

TEST(Commands, AFaultChangesNothing) {
  const auto result = apply({}, command("only", "blocks", "nowhere"), deposit());
  EXPECT_TRUE(std::holds_alternative<CommandError>(result));
}

TEST(Commands, LayersAreNamedByAnUnambiguousBeginning) {
  EXPECT_FALSE(layerOf(after("hide bloc"), "blocks").visible);
  EXPECT_FALSE(layerOf(after("hide TOPO"), "topography").visible);
  EXPECT_THAT(faultOf("hide bl"), AllOf(HasSubstr("'blocks'"), HasSubstr("'blastholes'")));
  // Only one of the two is of the kind that the command is for.
  EXPECT_EQ(layerOf(after("blockstyle bl edged"), "blocks").blockStyle, BlockStyle::Edged);
  EXPECT_THAT(faultOf("labels blocks on"), AllOf(HasSubstr("block model"), HasSubstr("drillholes")));
}

TEST(Commands, TheStarIsAllUnlockedLayers) {
  const ViewState state = after("lock topography on\nhide *");
  EXPECT_TRUE(layerOf(state, "topography").visible);
  EXPECT_FALSE(layerOf(state, "blocks").visible);
  EXPECT_FALSE(layerOf(after("hide topography", state), "topography").visible);
  // With a column only those that have it.
  const ViewState colored = after("colorby * cu_pct");
  EXPECT_EQ(layerOf(colored, "blocks").colorBy, "cu_pct");
  EXPECT_EQ(layerOf(colored, "blastholes").colorBy, "cu_pct");
  EXPECT_EQ(layerOf(colored, "solid").colorBy, "");
}

TEST(Commands, AStateThatLooksUntouchedEqualsAnUntouchedOne) {
  EXPECT_EQ(after("hide blocks\nshow blocks"), ViewState{});
  EXPECT_EQ(after("category blocks rock POR off\ncategory blocks rock POR on"), ViewState{});
  EXPECT_EQ(after("legend reverse cu_pct on\nlegend reset cu_pct"), ViewState{});
}

TEST(Commands, Layers) {
  const ViewState state = after(R"(
    opacity blocks 0.4
    color solid #ff8000
    colorby drillholes Cu_pct
    tube drillholes 2.5
    size drillholes Cu_pct
    labels drillholes off
    collars drillholes off
    traces drillholes toggle
    blockstyle blocks shrunk
    shrink blocks 0.7
    colorby blocks cu_pct
    shells blocks 0.3 0.6 1
    edges solid on
    hillshade topography off
    contours topography 20
    drape topography aerial
    active blocks
    only blocks drillholes)");
  const LayerState& blocks = layerOf(state, "blocks");
  EXPECT_EQ(blocks.opacity, 0.4);
  EXPECT_EQ(blocks.blockStyle, BlockStyle::Shrunk);
  EXPECT_EQ(blocks.shrink, 0.7);
  EXPECT_THAT(blocks.shells, ElementsAre(0.3, 0.6, 1));
  EXPECT_EQ(layerOf(state, "solid").color, (Color{1, 128 / 255.0F, 0}));
  EXPECT_TRUE(layerOf(state, "solid").edges);
  EXPECT_FALSE(layerOf(state, "solid").visible);
  const LayerState& holes = layerOf(state, "drillholes");
  EXPECT_EQ(holes.colorBy, "Cu_pct");
  EXPECT_EQ(holes.sizeBy, "Cu_pct");
  EXPECT_EQ(holes.tubeRadius, 2.5);
  EXPECT_FALSE(holes.labels || holes.collars || holes.traces);
  const LayerState& topography = layerOf(state, "topography");
  EXPECT_FALSE(topography.hillshade);
  EXPECT_EQ(topography.contourStep, 20);
  EXPECT_EQ(topography.drape, "aerial");
  EXPECT_EQ(state.activeLayer, "blocks");
  const ViewState back = after(
      "shells blocks none\ncolorby blocks none\ncolor solid default\ntube drillholes auto\nsize drillholes "
      "none\ncontours topography auto\ndrape topography none\nactive none",
      state);
  EXPECT_TRUE(layerOf(back, "blocks").shells.empty());
  EXPECT_EQ(layerOf(back, "solid").color, std::nullopt);
  EXPECT_EQ(layerOf(back, "drillholes").tubeRadius, 0);
  EXPECT_EQ(layerOf(back, "drillholes").sizeBy, "");
  EXPECT_EQ(layerOf(back, "topography").contourStep, -1);
  EXPECT_EQ(layerOf(back, "topography").drape, "");
  EXPECT_EQ(layerOf(after("colorby topography elevation"), "topography").colorBy, "elevation");
  EXPECT_THAT(faultOf("shells blocks 0.3"), HasSubstr("colorby"));
  EXPECT_THAT(faultOf("size drillholes rock"), HasSubstr("no column"));
  EXPECT_THAT(faultOf("opacity blocks 1.5"), HasSubstr("within 0 and 1"));
}

TEST(Commands, Filters) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const ViewState state = after(R"(
    range blocks cu_pct 0.3 *
    category blocks rock OX off
    missing blocks on
    filter blocks 'cu_pct > 0.4 and rock == "POR"'
    range drillholes assay.cu_pct -inf 2
    inside solid
    below topography
    above fault)");
  const FilterState& blocks = filterOf(state, "blocks");
  EXPECT_EQ(blocks.ranges.at("cu_pct"), (FilterState::Range{0.3, kInfinity}));
  EXPECT_THAT(blocks.hiddenCategories.at("rock"), ElementsAre("OX"));
  EXPECT_TRUE(blocks.showMissing);
  EXPECT_EQ(blocks.expression, "cu_pct > 0.4 and rock == \"POR\"");
  EXPECT_EQ(filterOf(state, "drillholes").ranges.at("Cu_pct"), (FilterState::Range{-kInfinity, 2}));
  EXPECT_EQ(state.region, (RegionState{"solid", "fault", "topography"}));
  EXPECT_EQ(after("nofilter *\ninside none\nabove none\nbelow none", state), ViewState{});
  EXPECT_EQ(after("norange blocks cu_pct", after("range blocks cu_pct 0 1")), ViewState{});
  EXPECT_EQ(after("filter blocks none", after("filter blocks 'cu_pct > 1'")), ViewState{});
  EXPECT_EQ(filterOf(after("category blocks rock * off"), "blocks").hiddenCategories.at("rock").size(), 4U);
  EXPECT_THAT(filterOf(after("category blocks rock '' off"), "blocks").hiddenCategories.at("rock"),
              ElementsAre(""));
  EXPECT_THAT(faultOf("range blocks cu_pct 2 1"), HasSubstr("LO is above HI"));
  EXPECT_THAT(faultOf("range blocks rock 1 2"), HasSubstr("category"));
  EXPECT_THAT(faultOf("category blocks rock PRO off"), HasSubstr("did you mean 'POR'"));
  EXPECT_THAT(faultOf("filter blocks cu_pct > 1"), HasSubstr("in quotes"));
  EXPECT_THAT(faultOf("filter blocks 'cu > 1'"), HasSubstr("no column 'cu'"));
  EXPECT_THAT(faultOf("inside fault"), HasSubstr("open surface"));
}

TEST(Commands, Densities) {
  const ViewState byValue = after("density blocks 2.7 t/m3");
  EXPECT_EQ(byValue.densities.at("blocks"), (DensityState{{}, 2.7}));
  EXPECT_EQ(after("density blocks none", byValue), ViewState{});
  geology::Deposit weighed = deposit();
  auto model = std::make_shared<geology::BlockModel>(*weighed.blockModels.front());
  model->columns.push_back(geology::numericColumn("sg", std::vector<float>(model->blockCount(), 2.5F)));
  weighed.blockModels = {model};
  const auto byColumn = applyScript(byValue, "density blocks SG", weighed);
  ASSERT_TRUE(std::holds_alternative<ViewState>(byColumn)) << std::get<CommandError>(byColumn).message;
  EXPECT_EQ(std::get<ViewState>(byColumn).densities.at("blocks"), (DensityState{"sg", 0}));
  EXPECT_THAT(faultOf("density blocks 2700"), HasSubstr("within 0.1 and 25 t/m3"));
  EXPECT_THAT(faultOf("density blocks 0"), HasSubstr("within 0.1 and 25 t/m3"));
  EXPECT_THAT(faultOf("density blocks cu_pct"), HasSubstr("is in %"));
  EXPECT_THAT(faultOf("density blocks rock"), HasSubstr("category"));
  EXPECT_THAT(faultOf("density blocks sg"), HasSubstr("no column 'sg'"));
  EXPECT_THAT(faultOf("density blocks"), HasSubstr("COLUMN is missing"));
  EXPECT_THAT(faultOf("density drillholes 2.7"), HasSubstr("this is for block model"));
}

TEST(Commands, SectionsAreAddedMovedAndRemoved) {
  ViewState state = after("section add 0 90 100 200 300 50\nsection stepsize 10\nsection step 3");
  ASSERT_EQ(state.sections.size(), 1U);
  EXPECT_EQ(state.sections[0].point, (Vec3{130, 200, 300}));
  EXPECT_EQ(state.sections[0].thickness, 50);
  state = after("section move -30\nsection flip\nsection off", state);
  EXPECT_EQ(state.sections[0].point, (Vec3{100, 200, 300}));
  EXPECT_TRUE(state.sections[0].flipped);
  EXPECT_FALSE(state.sections[0].on);
  state = after("section add 90 45 0 0 0\nsection strike 80\nsection dip 30\nsection thickness 5", state);
  EXPECT_EQ(state.activeSection, 1U);
  EXPECT_EQ(state.sections[1].strike, 80);
  EXPECT_EQ(state.sections[1].dip, 30);
  EXPECT_EQ(state.sections[1].thickness, 5);
  state = after("section image on", state);
  EXPECT_TRUE(state.sections[1].image);
  EXPECT_FALSE(state.sections[0].image);
  state = after("section image off", state);
  EXPECT_FALSE(state.sections[1].image);
  EXPECT_THAT(faultOf("section image on"), HasSubstr("there is no section"));
  EXPECT_THAT(faultOf("section add 0 90 0 0 0\nsection image perhaps"), HasSubstr("on"));
  state = after("section active 1\nsection on\nsection set 10 20 1 2 3 4", state);
  EXPECT_TRUE(state.sections[0].on);
  EXPECT_EQ(state.sections[0].strike, 10);
  EXPECT_EQ(state.sections[0].point, (Vec3{1, 2, 3}));
  state = after("section remove", state);
  ASSERT_EQ(state.sections.size(), 1U);
  EXPECT_EQ(state.activeSection, 0U);
  EXPECT_EQ(state.sections[0].strike, 80);
  EXPECT_TRUE(after("section clear", state).sections.empty());
  EXPECT_THAT(faultOf("section flip"), HasSubstr("no section"));
  EXPECT_THAT(faultOf("section active 3", state), HasSubstr("within 1 and 1"));
  std::string many;
  for (int i = 0; i < 9; ++i) many += "section add 0 90 0 0 0\n";
  EXPECT_THAT(faultOf(many), AllOf(StartsWith("line 9"), HasSubstr("8 sections")));
}

TEST(Commands, RemovingASectionKeepsTheActiveOne) {
  const ViewState three = after("section add 1 90 0 0 0\nsection add 2 90 0 0 0\nsection add 3 90 0 0 0");
  const auto activeStrike = [](const ViewState& s) { return s.sections[s.activeSection].strike; };
  EXPECT_EQ(activeStrike(after("section active 2\nsection remove 1", three)), 2);
  EXPECT_EQ(activeStrike(after("section active 2\nsection remove 3", three)), 2);
  EXPECT_EQ(activeStrike(after("section remove", three)), 2);
}

TEST(Commands, ASectionGoesThroughPoints) {
  const ViewState vertical = after("section points 0 0 100 100 100 50");
  EXPECT_NEAR(vertical.sections[0].strike, 45, 1e-9);
  EXPECT_EQ(vertical.sections[0].dip, 90);
  const ViewState dipping = after("section points 0 0 0 10 0 0 0 -10 -10");
  EXPECT_NEAR(dipping.sections[0].strike, 90, 1e-9);
  EXPECT_NEAR(dipping.sections[0].dip, 45, 1e-9);
  const ViewState picked = after("pick blocks - 7 10 20 30\nsection through pick");
  EXPECT_EQ(picked.sections[0].point, (Vec3{10, 20, 30}));
  EXPECT_THAT(faultOf("section through pick"), HasSubstr("nothing is picked"));
  EXPECT_THAT(faultOf("section points 0 0 0 1 1 1 2 2 2"), HasSubstr("one line"));
  EXPECT_THAT(faultOf("section points 0 0 0 0 0 9"), HasSubstr("above each other"));
}

TEST(Commands, BoxAndSectionView) {
  const ViewState state = after(
      "box set 10 0 5 0 20 1\nsectionview on\nsectionview corridor 30\nsectionview zoom 2\nsectionview pan 5 "
      "-6");
  EXPECT_EQ(state.box, (BoxState{true, {0, 0, 1}, {10, 20, 5}}));
  EXPECT_TRUE(state.sectionView.on);
  EXPECT_EQ(state.sectionView.corridor, 30);
  EXPECT_EQ(state.sectionView.zoom, 2);
  EXPECT_EQ(state.sectionView.pan, (std::array<double, 2>{5, -6}));
  const ViewState whole = after("box on");
  EXPECT_TRUE(whole.box.on);
  EXPECT_EQ(whole.box.min, deposit().bounds().min);
  EXPECT_FALSE(after("box off", whole).box.on);
  EXPECT_EQ(after("box off", whole).box.max, whole.box.max);
}

TEST(Commands, Camera) {
  const CameraState placed = after("camera 1 2 3 370 20 500").camera;
  EXPECT_EQ(placed, (CameraState{true, {1, 2, 3}, 10, 20, 500, false, 30}));
  EXPECT_FALSE(after("orbit 10 5").camera.framed);  // turning needs no focus
  EXPECT_EQ(after("orbit 10 5").camera.bearing, 40);
  EXPECT_TRUE(after("zoom 0.5").camera.framed);
  const CameraState base = after("pan 0 0").camera;
  EXPECT_DOUBLE_EQ(after("zoom 0.5").camera.distance, base.distance / 2);
  EXPECT_EQ(after("camera focus 7 8 9").camera.focus, (Vec3{7, 8, 9}));
  EXPECT_EQ(after("camera focus 7 8 9").camera.distance, base.distance);
  EXPECT_EQ(after("look plan").camera.plunge, 90);
  EXPECT_EQ(after("look e").camera.bearing, 90);
  EXPECT_EQ(after("frame", after("zoom 0.5")).camera, CameraState{});
  EXPECT_EQ(after("frame solid").camera.focus, tests::kSampleCenter);
  EXPECT_LT(after("frame solid").camera.distance, base.distance);
  EXPECT_TRUE(after("projection orthographic").camera.orthographic);
  EXPECT_FALSE(after("projection toggle\nprojection toggle").camera.orthographic);
  EXPECT_EQ(after("exaggeration 2").exaggeration, 2);
  EXPECT_EQ(after("camera 0 0 0 0 0 10\nwalk 3 2 1").camera.focus, (Vec3{2, 3, 1}));
  EXPECT_THAT(faultOf("exaggeration 0"), HasSubstr("within 0.1 and 100"));
  EXPECT_THAT(faultOf("look nort"), HasSubstr("'N'"));
}

TEST(Commands, LookAtASectionSquarely) {
  // Strike 0, dip 90: the east is cut away, so one stands in the east and looks west.
  EXPECT_NEAR(after("section add 0 90 0 0 0\nlook section").camera.bearing, 270, 1e-9);
  EXPECT_NEAR(after("section add 0 90 0 0 0\nsection flip\nlook section").camera.bearing, 90, 1e-9);
  const CameraState flat = after("section add 0 0 0 0 0\nlook section").camera;
  EXPECT_EQ(flat.plunge, 90);
  const CameraState dipping = after("section add 90 60 0 0 0\nlook section").camera;
  EXPECT_NEAR(dipping.plunge, 30, 1e-9);  // the plane dips south; one looks north and down
  EXPECT_NEAR(dipping.bearing, 0, 1e-9);
}

TEST(Commands, Legends) {
  const ViewState state = after(R"(
    legend map cu_pct vik
    legend range cu_pct 0 1.5
    legend log cu_pct on
    legend reverse cu_pct on
    legend color rock POR #ff0000
    legend closed rock on)");
  const Legend& cu = legendOf(state, "cu_pct");
  EXPECT_EQ(cu.map, "vik");
  EXPECT_EQ(cu.hi, 1.5);
  EXPECT_TRUE(cu.logarithmic && cu.reversed);
  EXPECT_EQ(legendOf(state, "rock").categories.at("POR"), (Color{1, 0, 0}));
  EXPECT_TRUE(legendOf(state, "rock").closed);
  EXPECT_EQ(legendOf(after("legend range cu_pct auto", state), "cu_pct").hi, std::nullopt);
  EXPECT_EQ(legendOf(after("legend range cu_pct * 2", state), "cu_pct").lo, std::nullopt);
  EXPECT_EQ(legendOf(after("legend range cu_pct * 2", state), "cu_pct").hi, 2);
  EXPECT_TRUE(legendOf(after("legend color rock POR auto", state), "rock").categories.empty());
  const Legend classed = legendOf(after("legend classes cu_pct 0 0.2 0.5 2"), "cu_pct");
  EXPECT_EQ(classed.kind, LegendKind::Classed);
  ASSERT_EQ(classed.classes.size(), 3U);
  EXPECT_EQ(classed.classes[1].lo, 0.2);
  EXPECT_EQ(classed.classes[1].hi, 0.5);
  const Legend added = legendOf(after("legend class cu_pct * 0.3 #00ff00 'low grade'"), "cu_pct");
  EXPECT_EQ(added.classes[0].label, "low grade");
  EXPECT_EQ(added.classes[0].lo, -std::numeric_limits<double>::infinity());
  EXPECT_EQ(legendOf(after(R"(legend set cu_pct '{"map": "oslo"}')"), "cu_pct").map, "oslo");
  EXPECT_FALSE(after("legend off").legendShown);
  EXPECT_THAT(faultOf("legend classes cu_pct 1 1"), HasSubstr("rise"));
  EXPECT_THAT(faultOf("legend range cu_pct 1 1"), HasSubstr("below"));
  EXPECT_THAT(faultOf("legend color rock PRO #ff0000"), HasSubstr("did you mean 'POR'"));
  EXPECT_THAT(faultOf("legend set cu_pct '{]'"), HasSubstr("no JSON"));
}

TEST(Commands, MeasuringAndPicking) {
  const ViewState state = after(
      "tool measure-plane\nmeasure add 1 2 3\nmeasure add 4 5 6\nmeasure undo\npick drillholes assay 3 9 8 "
      "7\nmeasure "
      "add pick");
  EXPECT_EQ(state.tool, ToolKind::MeasurePlane);
  EXPECT_THAT(state.measure, ElementsAre(Vec3{1, 2, 3}, Vec3{9, 8, 7}));
  EXPECT_EQ(state.pick, (PickState{"drillholes", "assay", 3, {9, 8, 7}}));
  EXPECT_EQ(after("unpick\nmeasure clear\ntool orbit", state), ViewState{});
  EXPECT_THAT(faultOf("pick drillholes assay 306 0 0 0"), HasSubstr("306 rows"));
  EXPECT_THAT(faultOf("pick drillholes litho 0 0 0 0"), HasSubstr("0 rows"));
  EXPECT_THAT(faultOf("measure undo"), HasSubstr("no point"));
}

TEST(Commands, FurnitureAndSavedViews) {
  const ViewState state =
      after("grid off\nnorth off\nscale off\nao off\ntheme light\nlegend off\nview save plain");
  EXPECT_FALSE(state.grid || state.northArrow || state.scaleBar || state.ambientOcclusion ||
               state.legendShown);
  EXPECT_EQ(state.theme, Theme::Light);
  const ViewState fresh = after("reset", state);
  EXPECT_TRUE(fresh.grid);
  EXPECT_EQ(fresh.savedViews.size(), 1U);
  EXPECT_EQ(after("view restore plain", fresh), state);
  EXPECT_EQ(after("view delete plain", fresh), ViewState{});
  EXPECT_THAT(faultOf("view restore plane", fresh), HasSubstr("did you mean 'plain'"));
}

}  // namespace
}  // namespace adit::viewer
