#include "viewer/state/tour_player.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"
#include "viewer/state/camera.h"
#include "viewer/state/camera_path.h"
#include "viewer/state/command.h"
#include "viewer/state/placement.h"
#include "viewer/state/tween.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ViewState after(const std::string& script) {
  const auto result = applyScript({}, script, *tests::sampleDeposit());
  if (const auto* fault = std::get_if<CommandError>(&result)) throw std::runtime_error(fault->message);
  return std::get<ViewState>(result);
}

PlayedTour played(const ViewState& state, bool honest = false) {
  return playable(state, *tests::sampleDeposit(), {1.6, honest});
}

/// Stops of 5 s and 3 s, 2 s of way between them.
ViewState twoStops() {
  return after(
      "tour add One\ntour seconds 1 5\nhide topography\ncamera 0 0 0 90 40 300\ntour add Two\ntour seconds 2 "
      "3\n"
      "tour transition 2 2\ntour transition 1 9");
}

TEST(TourPlayer, StandsGoesAndStands) {
  const PlayedTour tour = played(twoStops());
  ASSERT_EQ(tour.stops.size(), 2U);
  EXPECT_EQ(durationOf(tour), 10) << "nobody waits for the way to the first stop";
  EXPECT_EQ(arrivalAt(tour, 0), 0);
  EXPECT_EQ(arrivalAt(tour, 1), 7);
  for (const double s : {-1.0, 0.0, 2.0, 4.99}) {
    EXPECT_EQ(momentAt(tour, s).state, tour.stops[0].view);
    EXPECT_EQ(momentAt(tour, s).stop, 0U);
    EXPECT_FALSE(momentAt(tour, s).onTheWay);
  }
  EXPECT_EQ(momentAt(tour, 5).state, tour.stops[0].view);
  EXPECT_TRUE(momentAt(tour, 5).onTheWay);
  EXPECT_EQ(momentAt(tour, 6).state, between(tour.stops[0].view, tour.stops[1].view, 0.5));
  EXPECT_EQ(momentAt(tour, 6).stop, 1U);
  for (const double s : {7.0, 9.0, 10.0, 500.0}) EXPECT_EQ(momentAt(tour, s).state, tour.stops[1].view);
}

TEST(TourPlayer, FramesTheCameraForTheShapeOfThePicture) {
  const auto deposit = tests::sampleDeposit();
  const ViewState state = after("tour add One\nsection add 0 90 0 0 0\nsectionview on\ntour add Two");
  const PlayedTour tour = playable(state, *deposit, {2, false});
  const auto expected = [&](std::size_t stop, double aspect) {
    CameraState camera;
    return resolveCamera(camera, seenBounds(*deposit, tour.stops[stop].view), aspect, 1);
  };
  EXPECT_EQ(tour.stops[0].view.camera, expected(0, 2));
  EXPECT_EQ(tour.stops[1].view.camera, expected(1, 1)) << "the flat section takes the other half";
}

TEST(TourPlayer, IsHonestUnlessToldAndAlwaysInPublic) {
  const ViewState state = after("honest off\ntour add One\nmode public\ntour add Two");
  const PlayedTour plain = played(state);
  EXPECT_FALSE(plain.stops[0].view.honest.on);
  EXPECT_TRUE(plain.stops[1].view.honest.on);
  EXPECT_TRUE(played(state, true).stops[0].view.honest.on);
}

TEST(TourPlayer, AStopThatCannotBeReadIsToldAndTheRestPlays) {
  ViewState state = after("tour add One\ntour add Two\ntour add Three");
  state.tour[1].view = "{\"grid\": 7}";
  const PlayedTour tour = played(state);
  ASSERT_EQ(tour.stops.size(), 2U);
  EXPECT_EQ(tour.stops[1].title, "Three");
  EXPECT_EQ(tour.stops[1].index, 2U);
  EXPECT_THAT(tour.faults, ElementsAre(HasSubstr("stop 2 (Two) is left out: the view, grid")));
}

TEST(TourPlayer, AStopThatNamesWhatIsGonePlaysWithoutIt) {
  ViewState state = after("tour add One");
  state.tour[0].view = R"({"layers": {"vein": {"opacity": 0.5}}, "region": {"insideSolid": "shell"}})";
  const PlayedTour tour = played(state);
  EXPECT_EQ(tour.stops.size(), 1U);
  EXPECT_THAT(tour.faults, ElementsAre("stop 1 (One): 'vein' is not there; 'shell' is not there"));
}

TEST(TourPlayer, AFlightFliesWhileItStaysAndIsLeftFromItsEnd) {
  const ViewState state = after(
      "camera 0 0 0 0 20 300\npath around 8\npath plan 0 4\ntour add Round\ntour fly 1 on\n"
      "tour seconds 1 16\npath clear\ntour add Still\ntour transition 2 2");
  const PlayedTour tour = played(state);
  EXPECT_EQ(durationOf(tour), 16 + 2 + 8);
  EXPECT_NEAR(momentAt(tour, 4).state.camera.bearing, 90, 1e-9) << "at half the pace of its path";
  EXPECT_NEAR(momentAt(tour, 4).state.plan.time, 1, 1e-9);
  EXPECT_EQ(momentAt(tour, 17).state, between(stopAt(tour.stops[0], 16), tour.stops[1].view, 0.5));
  EXPECT_FALSE(momentAt(tour, 4).state.path.shown) << "the line is for those who draw it";
}

TEST(TourPlayer, APathAloneIsATourOfOneStop) {
  const PlayedTour tour = playablePath(after("path around 8"), {1.6, false});
  ASSERT_EQ(tour.stops.size(), 1U);
  EXPECT_EQ(durationOf(tour), 8);
  EXPECT_THAT(playablePath({}, {}).stops, IsEmpty());
}

TEST(TourPlayer, KeepsTheThemeOfTheDocument) {
  const ViewState state = after("tour add One\ntheme light");
  EXPECT_EQ(played(state).stops[0].view.theme, Theme::Light);
}

}  // namespace
}  // namespace adit::viewer
