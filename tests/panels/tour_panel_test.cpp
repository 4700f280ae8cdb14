// The panels of the tour and of the camera path: each control is a command.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

std::vector<std::string> titlesOf(const ViewState& state) {
  std::vector<std::string> titles;
  for (const TourStop& stop : state.tour) titles.push_back(stop.title);
  return titles;
}

TEST(TourPanel, StopsAreAddedReachedMovedAndRemoved) {
  PanelRig rig(drawTour, 286);
  rig.click({"Add this view"});
  EXPECT_TRUE(rig.issued("tour add \"Stop 1\""));
  EXPECT_EQ(rig.memory.tourStop, 0U) << "the new stop is open to be named";
  rig.run("exaggeration 2");
  rig.click({"Add this view"});
  rig.memory.tourStop.reset();
  rig.driver.frames(2);
  rig.click({0, "1   Stop 1##go"});
  EXPECT_TRUE(rig.issued("tour go 1"));
  EXPECT_EQ(rig.state().exaggeration, 1);
  rig.memory.tourStop.reset();
  rig.driver.frames(2);
  rig.click({0, "##down"});
  EXPECT_THAT(titlesOf(rig.state()), testing::ElementsAre("Stop 2", "Stop 1"));
  rig.click({1, "##up"});
  EXPECT_THAT(titlesOf(rig.state()), testing::ElementsAre("Stop 1", "Stop 2"));
  rig.click({1, "##remove"});
  EXPECT_THAT(titlesOf(rig.state()), testing::ElementsAre("Stop 1"));
  EXPECT_TRUE(rig.faults.empty());
}

TEST(TourPanel, AnOpenStopIsNamedTimedAndUpdated) {
  PanelRig rig(drawTour, 286);
  rig.run("tour add One");
  rig.run("exaggeration 3");
  rig.click({0, "##open"});
  rig.click({0, "Update"});
  EXPECT_TRUE(rig.issued("tour update 1"));
  rig.driver.typeInto(rig.find({0, "##title"}), "The hill");
  EXPECT_EQ(rig.state().tour[0].title, "The hill");
  rig.driver.typeInto(rig.find({0, "##seconds"}), "4.5");
  EXPECT_EQ(rig.state().tour[0].seconds, 4.5);
  rig.run("path around 6");
  rig.click({0, "Fly path"});
  EXPECT_TRUE(rig.issued("tour fly 1 on"));
  rig.click({0, "Fly path"});
  EXPECT_TRUE(rig.issued("tour fly 1 off"));
  EXPECT_TRUE(rig.faults.empty());
}

TEST(TourPanel, FilesAndTheShowAreAskedOfTheProgram) {
  PanelRig rig(drawTour, 286);
  rig.click({"Import"});
  rig.click({"Export"});
  rig.click({"Present"});
  ASSERT_EQ(rig.requests.size(), 1U) << "without a stop there is nothing to write or to show";
  rig.run("tour add One");
  rig.click({"Export"});
  rig.click({"Present"});
  ASSERT_EQ(rig.requests.size(), 3U);
  EXPECT_EQ(rig.requests[1].kind, AppRequest::Kind::TourDialog);
  EXPECT_EQ(rig.requests[1].text, "export");
  EXPECT_EQ(rig.requests[2].kind, AppRequest::Kind::Present);
}

TEST(TourPanel, NotesAreTiedToThePickedPlaceAndTakenAway) {
  PanelRig rig(drawTour, 286);
  rig.run("note add 1 2 3 'a fault'");
  rig.click({1000, "##removenote"});
  EXPECT_TRUE(rig.state().notes.empty());
}

TEST(PathPanel, PathsAreMadeTimedAndRemoved) {
  PanelRig rig(drawCameraPath, 286);
  rig.memory.folded.clear();
  rig.driver.frames(2);
  rig.click({"Add moment"});
  EXPECT_TRUE(rig.issued("path add"));
  rig.click({"Around"});
  EXPECT_EQ(rig.state().path.keys.size(), 9U);
  rig.driver.typeInto(rig.find({"##length"}), "12");
  EXPECT_EQ(rig.state().path.keys.back().seconds, 12);
  rig.click({"Reverse"});
  EXPECT_TRUE(rig.issued("path reverse"));
  rig.click({"Clear##path"});
  EXPECT_TRUE(rig.state().path.keys.empty());
  EXPECT_TRUE(rig.faults.empty());
}

}  // namespace
}  // namespace adit::viewer
