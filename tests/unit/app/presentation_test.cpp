#include "viewer/app/presentation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_deposit.h"
#include "viewer/state/camera.h"
#include "viewer/state/tween.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

KeyChord key(int code) {
  return {code, false, false};
}

/// Stops of 5, 3 and 2 s, the ways to them 1, 2 and 4 s.
class APresentation : public testing::Test {
 protected:
  APresentation() {
    const auto state = applyScript(
        {},
        "camera 0 0 0 0 20 300\ntour add One\ntour seconds 1 5\ncamera 0 0 0 90 20 300\ntour add Two\n"
        "tour seconds 2 3\ntour transition 2 2\ncamera 50 0 0 180 60 900\ntour add Three\ntour seconds 3 2\n"
        "tour transition 3 4\nexaggeration 2",
        *deposit);
    document = std::get<ViewState>(state);
    faults = show.start({document, deposit, 1.6, 0}, 100);
  }
  std::string title() const { return show.stopShown().title; }
  bool standsAt(std::size_t stop) const { return show.shown() == show.tour().stops[stop].view; }
  void press(int code, double now) { show.take(key(code), now); }
  void at(double now) { show.follow(now); }

  std::shared_ptr<geology::Deposit> deposit = tests::sampleDeposit();
  ViewState document;
  Presentation show;
  std::vector<std::string> faults;
};

TEST_F(APresentation, BeginsWithItsFirstStopAtOnceAndStands) {
  EXPECT_THAT(faults, IsEmpty());
  at(100);
  EXPECT_TRUE(standsAt(0));
  at(1000);
  EXPECT_TRUE(standsAt(0)) << "nobody has pressed a key";
  EXPECT_FALSE(show.moving());
}

TEST_F(APresentation, AClickerGoesOnAndBack) {
  for (const int code : {kKeyPageDown, kKeyRight, kKeySpace, kKeyDown}) {
    show.start({document, deposit, 1.6, 0}, 100);
    press(code, 110);
    at(111);
    EXPECT_EQ(title(), "Two");
    EXPECT_EQ(show.shown(), between(show.tour().stops[0].view, show.tour().stops[1].view, 0.5)) << code;
    EXPECT_TRUE(show.animating());
    at(112);
    EXPECT_TRUE(standsAt(1));
  }
  for (const int code : {kKeyPageUp, kKeyLeft, kKeyUp, kKeyBackspace}) {
    show.start({document, deposit, 1.6, 1}, 100);
    press(code, 110);
    at(111);
    EXPECT_EQ(show.shown(), between(show.tour().stops[1].view, show.tour().stops[0].view, 0.5)) << code;
    at(113);
    EXPECT_TRUE(standsAt(0));
  }
}

TEST_F(APresentation, PressingAgainOnTheWayArrives) {
  press(kKeyRight, 110);
  at(110.3);
  press(kKeyRight, 110.4);
  EXPECT_TRUE(standsAt(1));
  press(kKeyLeft, 111);
  at(111.5);
  press(kKeyLeft, 111.6);
  EXPECT_EQ(title(), "One") << "there is nothing before the first";
}

TEST_F(APresentation, StaysAtItsEnds) {
  press(kKeyLeft, 110);
  EXPECT_TRUE(standsAt(0));
  press(kKeyEnd, 111);
  EXPECT_TRUE(standsAt(2));
  press(kKeyRight, 112);
  at(120);
  EXPECT_TRUE(standsAt(2));
  press(kKeyHome, 121);
  EXPECT_TRUE(standsAt(0));
}

TEST_F(APresentation, PlaysByItselfInTheTimesOfTheTour) {
  press('P', 200);
  at(204.9);
  EXPECT_TRUE(standsAt(0));
  EXPECT_TRUE(show.moving());
  at(205);
  at(206);
  EXPECT_EQ(show.shown(), between(show.tour().stops[0].view, show.tour().stops[1].view, 0.5));
  at(207);
  EXPECT_TRUE(standsAt(1));
  at(210);
  at(214);
  EXPECT_TRUE(standsAt(2));
  at(217);
  EXPECT_TRUE(standsAt(2));
  EXPECT_FALSE(show.playing()) << "the last stop stays";
}

TEST_F(APresentation, TheMouseTurnsTheViewAndTheTourGoesOnFromThere) {
  EXPECT_EQ(show.apply({{command("orbit", 30, 0), "drag"}}), "");
  EXPECT_EQ(show.shown().camera.bearing, 30);
  const ViewState turned = show.shown();
  at(150);
  EXPECT_EQ(show.shown(), turned);
  press(kKeyRight, 160);
  at(161);
  EXPECT_EQ(show.shown(), between(turned, show.tour().stops[1].view, 0.5));
  EXPECT_NE(show.apply({{command("orbit", "x", 0), ""}}), "");
}

TEST_F(APresentation, HonestViewIsOnAtFirstAndCanBeTakenOffButInPublic) {
  EXPECT_TRUE(show.shown().honest.on);
  press('Y', 110);
  EXPECT_FALSE(show.shown().honest.on);
  press(kKeyRight, 111);
  at(120);
  EXPECT_FALSE(show.shown().honest.on);
  document.tour[0].view = R"({"mode": "public"})";
  show.start({document, deposit, 1.6, 0}, 100);
  press('Y', 110);
  EXPECT_TRUE(show.shown().honest.on);
}

TEST_F(APresentation, EscapeEndsIt) {
  EXPECT_FALSE(show.take(key('Q'), 110));
  EXPECT_TRUE(show.take(key(kKeyEscape), 110));
  EXPECT_FALSE(show.on());
}

TEST_F(APresentation, StopsThatCannotBeShownAreToldAndPassed) {
  document.tour[1].view = "{";
  const auto told = show.start({document, deposit, 1.6, 0}, 100);
  EXPECT_THAT(told, ElementsAre(HasSubstr("stop 2 (Two) is left out")));
  press(kKeyRight, 110);
  at(120);
  EXPECT_EQ(title(), "Three");
  document.tour.clear();
  show.start({document, deposit, 1.6, 0}, 100);
  EXPECT_FALSE(show.on());
}

TEST_F(APresentation, AFlightFliesByItselfUntilTheHandStopsIt) {
  document = std::get<ViewState>(
      applyScript(document, "path around 8\ntour add Round\ntour fly 4 on\ntour transition 4 0", *deposit));
  show.start({document, deposit, 1.6, 3}, 100);
  const double first = show.shown().camera.bearing;
  at(102);
  EXPECT_NEAR(show.shown().camera.bearing, first + 90, 1e-9);
  EXPECT_TRUE(show.animating());
  show.apply({{command("orbit", 5, 0), "drag"}});
  at(104);
  EXPECT_NEAR(show.shown().camera.bearing, first + 95, 1e-9);
}

}  // namespace
}  // namespace adit::viewer
