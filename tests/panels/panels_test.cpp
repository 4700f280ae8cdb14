// Layers, sections, legend, display, tool bar: clicks and what they ask for.
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"
#include "tests/support/sample_asset.h"
#include "viewer/panels/shortcuts.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

/// One panel at a width; everything in it can be seen without scrolling sideways.
class NarrowPanel : public testing::TestWithParam<PanelRig::Panel> {};

TEST_P(NarrowPanel, FitsTheNarrowestWidth) {
  PanelRig rig(GetParam(), kNarrowestPanel);
  rig.memory.folded.clear();
  for (const char* line :
       {"pick 'Block model' - 45 318110 3218050 905", "section add 45 90 318200 3218200 950 50",
        "sectionview on", "box on", "range 'Block model' au_gpt 0.1 0.5", "legend classes cu_pct 0 0.5 1 2",
        "blockstyle 'Block model' shrunk", "tool measure-distance", "measure add 0 0 0",
        "tour add 'A stop with a long title' 'And what is said about it.'", "tour add Two",
        "note add 0 0 0 'a note that is longer than the panel is wide, so that it is cut'", "path around 5"})
    rig.run(line);
  for (const auto& object : geology::objects(*rig.deposit)) {
    rig.run("active \"" + object.name + "\"");
    const ImGuiWindow* window = ImGui::FindWindowByName("panel");
    EXPECT_LE(window->ContentSize.x, window->WorkRect.GetWidth() + 1) << "active " << object.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Panels, NarrowPanel,
                         testing::Values(drawLayers, drawInspector, drawMeasurement, drawSavedViews,
                                         drawThreshold, drawCategories, drawFilter, drawSections, drawRegion,
                                         drawLegendEditor, drawAssetPlace, drawDisplay, drawLayerDisplay,
                                         drawGuard, drawTour, drawCameraPath));

TEST(LayersPanel, EyesNamesAndOpacity) {
  PanelRig rig(drawLayers, 286);
  rig.click({"Terrain", "##eye"});
  EXPECT_FALSE(layerOf(rig.state(), "Terrain").visible);
  rig.click({"Drillholes", "##row"});
  EXPECT_EQ(rig.state().activeLayer, "Drillholes");
  const ImVec2 track = rig.find({"Drillholes", "##opacity"});
  rig.driver.click(track);
  EXPECT_NEAR(layerOf(rig.state(), "Drillholes").opacity, 0.5, 0.1);
  rig.click({"Drillholes", "Locked"});
  EXPECT_TRUE(layerOf(rig.state(), "Drillholes").locked);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(LayersPanel, AGroupHidesAllOfItsKindButTheLocked) {
  PanelRig rig(drawLayers, 286);
  rig.run("lock 'Pit design, phase 3' on");
  rig.click({"Surfaces", "##eye"});
  EXPECT_TRUE(layerOf(rig.state(), "Pit design, phase 3").visible);
  EXPECT_FALSE(layerOf(rig.state(), rig.deposit->meshes[1]->name).visible);
  rig.click({"Surfaces", "##row"});
  EXPECT_TRUE(rig.memory.folded.contains("group Surfaces"));
  EXPECT_TRUE(rig.faults.empty());
}

TEST(SectionsPanel, AddTurnStepFlipRemove) {
  PanelRig rig(drawSections, 322);
  rig.click({"Add a section"});
  ASSERT_EQ(rig.state().sections.size(), 1U) << rig.commandLog();
  rig.driver.typeInto(rig.find({1, "##strike"}), "45");
  rig.driver.typeInto(rig.find({1, "##dip"}), "70");
  rig.driver.typeInto(rig.find({1, "##slab"}), "50 m");
  rig.driver.typeInto(rig.find({1, "##step"}), "10");
  const SectionState set = rig.state().sections[0];
  EXPECT_EQ(set.strike, 45);
  EXPECT_EQ(set.dip, 70);
  EXPECT_EQ(set.thickness, 50);
  EXPECT_EQ(set.step, 10);
  rig.click({1, static_cast<int>(Action::SectionForward), "##move"});
  EXPECT_NEAR(geology::length(rig.state().sections[0].point - set.point), 10, 1e-9);
  rig.click({1, static_cast<int>(Action::SectionFlip), "##move"});
  EXPECT_TRUE(rig.state().sections[0].flipped);
  rig.click({1, "All blocks on the plane"});
  EXPECT_TRUE(rig.state().sections[0].image);
  rig.click({1, "All blocks on the plane"});
  EXPECT_FALSE(rig.state().sections[0].image);
  rig.click({1, "##on"});
  EXPECT_FALSE(rig.state().sections[0].on);
  rig.click({1, "##remove"});
  EXPECT_TRUE(rig.state().sections.empty());
  EXPECT_TRUE(rig.faults.empty()) << rig.faults.front();
}

TEST(SectionsPanel, ANewSectionCutsAwayTheGroundBeforeIt) {
  PanelRig rig(drawSections, 322);
  rig.run("look N");
  rig.click({"Add a section"});
  ASSERT_EQ(rig.state().sections.size(), 1U);
  EXPECT_NEAR(sectionFrame(rig.state().sections[0]).normal.y, -1, 1e-9)
      << "the side of the eye, in the south";
}

TEST(SectionsPanel, TheBoxBeginsAtTheExtentAndItsSidesAreTyped) {
  PanelRig rig(drawSections, 322);
  rig.click({"Box"});
  ASSERT_TRUE(rig.state().box.on);
  rig.driver.typeInto(rig.find({"East", "##hi"}), "318200");
  EXPECT_EQ(rig.state().box.max.x, 318200);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(RegionPanel, NothingIsKeptOutAtFirst) {
  PanelRig rig(drawRegion, 322);
  rig.click({"Inside", "##region"});
  rig.driver.frames(2);
  EXPECT_TRUE(rig.commands.empty());
}

TEST(LegendPanel, OneEndIsTypedAndEmptiedWithoutTheOther) {
  PanelRig rig(drawLegendEditor, 322);
  rig.driver.typeInto(rig.find({"##legendhi"}), "2");
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").hi, 2);
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").lo, std::nullopt) << "still automatic";
  rig.driver.typeInto(rig.find({"##legendlo"}), "0.5");
  rig.driver.clearField(rig.find({"##legendhi"}));
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").hi, std::nullopt) << rig.commandLog();
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").lo, 0.5);
  rig.driver.clearField(rig.find({"##legendlo"}));
  EXPECT_EQ(legendOf(rig.state(), "cu_pct"), Legend{}) << rig.commandLog();
  EXPECT_TRUE(rig.faults.empty());
}

TEST(LegendPanel, AnEndBeyondTheOtherIsSaid) {
  PanelRig rig(drawLegendEditor, 322);
  rig.driver.typeInto(rig.find({"##legendlo"}), "900");
  ASSERT_EQ(rig.faults.size(), 1U) << rig.commandLog();
  EXPECT_NE(rig.faults[0].find("LO must be below HI"), std::string::npos) << rig.faults[0];
  EXPECT_EQ(legendOf(rig.state(), "cu_pct"), Legend{});
}

TEST(LegendPanel, AnEmptiedFieldOpensItsClass) {
  PanelRig rig(drawLegendEditor, 322);
  rig.run("legend classes cu_pct 0 1 2");
  rig.run("legend kind cu_pct classed");
  rig.driver.clearField(rig.find({1, "##hi"}));
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").classes.at(1).hi, std::numeric_limits<double>::infinity())
      << rig.commandLog();
  rig.driver.clearField(rig.find({0, "##lo"}));
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").classes.at(0).lo, -std::numeric_limits<double>::infinity());
}

TEST(LegendPanel, KindRangeAndClasses) {
  PanelRig rig(drawLegendEditor, 322);
  rig.driver.typeInto(rig.find({"##legendhi"}), "2");
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").hi, 2);
  rig.click({"Logarithmic"});
  EXPECT_TRUE(legendOf(rig.state(), "cu_pct").logarithmic);
  rig.click({"Logarithmic"});
  rig.click({"Reverse"});
  EXPECT_TRUE(legendOf(rig.state(), "cu_pct").reversed);
  rig.click({"Classes"});
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").kind, LegendKind::Classed);
  rig.driver.frames(2);
  rig.click({"Make classes"});
  ASSERT_EQ(legendOf(rig.state(), "cu_pct").classes.size(), 6U) << rig.commandLog();
  rig.driver.typeInto(rig.find({0, "##label"}), "waste");
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").classes[0].label, "waste");
  rig.click({5, "##remove"});
  EXPECT_EQ(legendOf(rig.state(), "cu_pct").classes.size(), 5U);
  rig.click({"Default legend"});
  EXPECT_EQ(legendOf(rig.state(), "cu_pct"), Legend{});
  EXPECT_TRUE(rig.faults.empty()) << rig.faults.front();
}

TEST(LegendPanel, FilesAreAskedOfTheProgram) {
  PanelRig rig(drawLegendEditor, 322);
  rig.click({"Import"});
  rig.click({"Export"});
  ASSERT_EQ(rig.requests.size(), 2U);
  EXPECT_EQ(rig.requests[0].kind, AppRequest::Kind::LegendDialog);
  EXPECT_EQ(rig.requests[0].text, "import");
  EXPECT_EQ(rig.requests[0].column, "cu_pct");
  EXPECT_EQ(rig.requests[1].text, "export");
  EXPECT_TRUE(rig.commands.empty());
}

TEST(AssetPanel, PlacesByNumbersByMouseAndOnTheGround) {
  PanelRig rig(drawAssetPlace, 322);
  rig.deposit->assets = {tests::sampleAsset()};
  rig.run("active tower");
  rig.driver.typeInto(rig.find({"##x"}), "318200");
  rig.driver.typeInto(rig.find({"##y"}), "3218200");
  EXPECT_EQ(layerOf(rig.state(), "tower").placement->position, (Vec3{318200, 3218200, -10}));
  rig.click({"On the ground"});
  EXPECT_EQ(layerOf(rig.state(), "tower").placement->position.z,
            rig.deposit->terrains[0]->heightAt(318200, 3218200));
  rig.driver.typeInto(rig.find({"##bearing"}), "45");
  rig.driver.typeInto(rig.find({"##size"}), "2.5");
  EXPECT_EQ(layerOf(rig.state(), "tower").placement->bearing, 45);
  EXPECT_EQ(layerOf(rig.state(), "tower").placement->scale, 2.5);
  rig.click({"Place by mouse"});
  EXPECT_EQ(rig.state().tool, ToolKind::PlaceAsset);
  rig.click({"As in its file"});
  EXPECT_FALSE(layerOf(rig.state(), "tower").placement);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(DisplayPanel, EachSwitchIsACommand) {
  PanelRig rig(drawDisplay, 322);
  const ViewState before = rig.state();
  for (const char* label :
       {"Coordinate grid", "Ambient occlusion", "Legend in the view", "North arrow", "Scale bar"})
    rig.click({label});
  EXPECT_EQ(rig.state().grid, !before.grid);
  EXPECT_EQ(rig.state().ambientOcclusion, !before.ambientOcclusion);
  EXPECT_EQ(rig.state().legendShown, !before.legendShown);
  EXPECT_EQ(rig.state().northArrow, !before.northArrow);
  EXPECT_EQ(rig.state().scaleBar, !before.scaleBar);
  EXPECT_TRUE(rig.faults.empty());
}

TEST(LayerDisplayPanel, BlocksHolesAndGround) {
  PanelRig rig(drawLayerDisplay, 322);
  rig.click({"Shrunk"});
  EXPECT_EQ(layerOf(rig.state(), "Block model").blockStyle, BlockStyle::Shrunk);
  rig.driver.typeInto(rig.find({"##shells"}), "0.5 1.5");
  EXPECT_EQ(layerOf(rig.state(), "Block model").shells, (std::vector<double>{0.5, 1.5}));
  rig.run("active Drillholes");
  rig.driver.typeInto(rig.find({"##radius"}), "3");
  EXPECT_EQ(layerOf(rig.state(), "Drillholes").tubeRadius, 3);
  rig.run("active Terrain");
  rig.driver.typeInto(rig.find({"##contours"}), "5");
  EXPECT_EQ(layerOf(rig.state(), "Terrain").contourStep, 5);
  EXPECT_TRUE(rig.faults.empty()) << rig.faults.front();
}

TEST(Inspector, ThePickedThingCanBeLeft) {
  PanelRig rig(drawInspector, 286);
  rig.run("pick 'Block model' - 45 318110 3218050 905");
  rig.click({"Section here"});
  ASSERT_EQ(rig.state().sections.size(), 1U);
  EXPECT_EQ(rig.state().sections[0].point, (Vec3{318110, 3218050, 905}));
  rig.click({"Unpick"});
  EXPECT_FALSE(rig.state().pick.has_value());
}

TEST(Measurement, PointsCanBeTakenBack) {
  PanelRig rig(drawMeasurement, 286);
  rig.run("tool measure-distance");
  rig.run("measure add 0 0 0");
  rig.run("measure add 30 40 0");
  rig.click({"Take back"});
  EXPECT_EQ(rig.state().measure.size(), 1U);
  rig.click({"Clear##measure"});
  EXPECT_TRUE(rig.state().measure.empty());
}

TEST(SavedViews, AreKeptRestoredAndForgotten) {
  PanelRig rig(drawSavedViews, 286);
  rig.driver.typeInto(rig.find({"##viewname"}), "From the east");
  ASSERT_TRUE(rig.state().savedViews.contains("From the east"));
  rig.run("look N");
  const double bearing = rig.state().camera.bearing;
  rig.run("look E");
  rig.click({"From the east", "From the east"});
  EXPECT_NE(rig.state().camera.bearing, bearing);
  rig.click({"From the east", "##delete"});
  EXPECT_TRUE(rig.state().savedViews.empty());
  EXPECT_TRUE(rig.faults.empty()) << rig.faults.front();
}

TEST(Toolbar, ButtonsDoWhatTheirKeysDo) {
  PanelRig rig(drawToolbar, 1280);
  rig.click({"E"});
  EXPECT_EQ(rig.state().camera.bearing, 90);
  rig.click({static_cast<int>(Action::ToolDistance), "##icon"});
  EXPECT_EQ(rig.state().tool, ToolKind::MeasureDistance);
  rig.click({static_cast<int>(Action::ToggleTheme), "##icon"});
  EXPECT_EQ(rig.state().theme, Theme::Light);
  rig.click({static_cast<int>(Action::Undo), "##icon"});
  ASSERT_FALSE(rig.requests.empty());
  EXPECT_EQ(rig.requests.back().kind, AppRequest::Kind::Undo);
  rig.click({"Section"});
  EXPECT_TRUE(rig.state().sectionView.on);
  EXPECT_EQ(rig.state().sections.size(), 1U);
  rig.click({"Section"});
  EXPECT_FALSE(rig.state().sectionView.on);
}

TEST(Diagnostics, AKindCanBeHidden) {
  PanelRig rig(drawDiagnostics, 900);
  rig.click({"Warnings 1"});
  EXPECT_TRUE(rig.memory.severitiesHidden.contains(geology::Severity::Warning));
}

TEST(StartPage, OffersTheDemo) {
  PanelRig rig(drawStartPage, 1200);
  rig.driver.click({600, 800 * 0.18F + 8 + 150});
  ASSERT_FALSE(rig.requests.empty());
  EXPECT_EQ(rig.requests.back().text, "synthetic:porphyry?seed=7");
}

}  // namespace
}  // namespace adit::viewer
