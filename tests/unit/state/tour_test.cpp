#include "viewer/state/tour.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/mutate.h"
#include "tests/support/random_state.h"
#include "tests/support/sample_deposit.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ViewState after(const std::string& script, const ViewState& start = {}) {
  const auto result = applyScript(start, script, *tests::sampleDeposit());
  if (const auto* fault = std::get_if<CommandError>(&result)) {
    ADD_FAILURE() << fault->message;
    return {};
  }
  return std::get<ViewState>(result);
}

std::string faultAfter(const std::string& script) {
  const auto result = applyScript({}, script, *tests::sampleDeposit());
  const auto* fault = std::get_if<CommandError>(&result);
  return fault == nullptr ? "" : fault->message;
}

std::string tourFault(const std::string& text) {
  const auto result = tourFromJson(text);
  const auto* fault = std::get_if<CommandError>(&result);
  return fault == nullptr ? "" : fault->message;
}

std::vector<std::string> titlesOf(const ViewState& state) {
  std::vector<std::string> titles;
  for (const TourStop& stop : state.tour) titles.push_back(stop.title);
  return titles;
}

TEST(Tour, AStopIsThisViewWithoutItsTourAndSavedViews) {
  const ViewState state = after("view save a\nhide topography\ntour add One 'The first.'\ntour add Two");
  ASSERT_EQ(state.tour.size(), 2U);
  EXPECT_EQ(state.tour[0].text, "The first.");
  const ViewState view = std::get<ViewState>(viewOfStop(state.tour[1]));
  EXPECT_TRUE(view.tour.empty());
  EXPECT_TRUE(view.savedViews.empty());
  EXPECT_FALSE(layerOf(view, "topography").visible);
}

TEST(Tour, GoingToAStopKeepsTourSavedViewsAndTheme) {
  const ViewState before =
      after("hide topography\ntour add One\nshow topography\nview save a\ntheme light\nexaggeration 3");
  const ViewState there = after("tour go 1", before);
  EXPECT_FALSE(layerOf(there, "topography").visible);
  EXPECT_EQ(there.exaggeration, 1);
  EXPECT_EQ(there.tour, before.tour);
  EXPECT_EQ(there.savedViews, before.savedViews);
  EXPECT_EQ(there.theme, Theme::Light);
}

TEST(Tour, StopsAreUpdatedMovedRenamedAndRemoved) {
  const ViewState four = after("tour add A\ntour add B\ntour add C\ntour add D");
  EXPECT_THAT(titlesOf(after("tour move 1 3", four)), ElementsAre("B", "C", "A", "D"));
  EXPECT_THAT(titlesOf(after("tour move 4 2", four)), ElementsAre("A", "D", "B", "C"));
  EXPECT_THAT(titlesOf(after("tour remove 2\ntour title 1 Z", four)), ElementsAre("Z", "C", "D"));
  const ViewState changed = after(
      "exaggeration 2\ntour update 3\ntour text 3 hello\ntour seconds 3 4.5\ntour transition 3 0", four);
  EXPECT_EQ(std::get<ViewState>(viewOfStop(changed.tour[2])).exaggeration, 2);
  EXPECT_EQ(changed.tour[2].text, "hello");
  EXPECT_EQ(changed.tour[2].seconds, 4.5);
  EXPECT_EQ(changed.tour[2].transition, 0);
  EXPECT_EQ(changed.tour[2].title, "C");
}

TEST(Tour, WrongNumbersAreRefused) {
  EXPECT_THAT(faultAfter("tour go 1"), HasSubstr("there is no stop; use tour add"));
  EXPECT_THAT(faultAfter("tour add A\ntour go 2"), HasSubstr("within 1 and 1"));
  EXPECT_THAT(faultAfter("tour add A\ntour move 1 0"), HasSubstr("within 1 and 1"));
  EXPECT_THAT(faultAfter("tour add A\ntour seconds 1 -1"), HasSubstr("within 0 and 86400"));
  EXPECT_THAT(faultAfter("note remove 1"), HasSubstr("there is no note"));
  EXPECT_THAT(faultAfter("note add 1 2 3 ''"), HasSubstr("TEXT is empty"));
}

TEST(Tour, AStopThatFliesHasThePathAndItsLength) {
  const ViewState state =
      after("path around 12\ntour add Round\ntour fly 1 on\npath clear\ntour add Still\ntour go 1");
  EXPECT_EQ(state.path.keys.size(), 9U) << "a flight brings its path";
  EXPECT_EQ(state.tour[0].seconds, 12);
  EXPECT_FALSE(isFlight(std::get<ViewState>(viewOfStop(state.tour[1]))));
  const ViewState stands = after("tour fly 1 off", state);
  EXPECT_FALSE(isFlight(std::get<ViewState>(viewOfStop(stands.tour[0]))));
  EXPECT_THAT(faultAfter("tour add A\ntour fly 1 on"), HasSubstr("fewer than two moments"));
}

TEST(Tour, NotesBelongToTheViewAndSoToTheStop) {
  const ViewState state = after("note add 1 2 3 'a fault'\ntour add A\nnote remove 1\ntour add B\ntour go 1");
  EXPECT_THAT(state.notes, ElementsAre(Note{{1, 2, 3}, "a fault"}));
  EXPECT_TRUE(after("tour go 2", state).notes.empty());
}

TEST(Tour, IsReadableJsonWithViewsAsObjects) {
  const ViewState state = after("hide topography\ntour add One 'The first.'\ntour seconds 1 5");
  const std::string text = toJson(state.tour);
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["format"], "adit-tour");
  EXPECT_EQ(json["stops"][0]["title"], "One");
  EXPECT_EQ(json["stops"][0]["seconds"], 5);
  EXPECT_EQ(json["stops"][0]["view"]["layers"]["topography"]["visible"], false);
  const auto read = tourFromJson(text);
  ASSERT_TRUE(std::holds_alternative<std::vector<TourStop>>(read));
  EXPECT_EQ(std::get<std::vector<TourStop>>(read), state.tour);
  // In a project, too.
  EXPECT_TRUE(nlohmann::json::parse(toJson(state))["tour"][0]["view"].is_object());
}

TEST(Tour, EveryTourComesBackAsItWas) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    ViewState state;
    for (unsigned stop = 0; stop < 3; ++stop)
      state.tour.push_back(
          {"t", "", 1, 2, stopViewOf(tests::RandomState(seed * 3 + stop).state(), stop == 0)});
    const auto read = tourFromJson(toJson(state.tour));
    ASSERT_TRUE(std::holds_alternative<std::vector<TourStop>>(read)) << seed;
    EXPECT_EQ(std::get<std::vector<TourStop>>(read), state.tour) << seed;
    const auto whole = stateFromJson(toJson(state));
    ASSERT_TRUE(std::holds_alternative<ViewState>(whole)) << seed;
    EXPECT_EQ(std::get<ViewState>(whole), state) << seed;
  }
}

TEST(Tour, AFileThatIsNoneSaysWhatIsWrong) {
  EXPECT_THAT(tourFault("{"), HasSubstr("the tour is no JSON"));
  EXPECT_THAT(tourFault("{}"), HasSubstr("\"format\": \"adit-tour\""));
  EXPECT_THAT(tourFault(R"({"format": "adit-tour"})"), HasSubstr("a list \"stops\" was expected"));
  EXPECT_THAT(tourFault(R"({"format": "adit-tour", "version": 2, "stops": []})"), HasSubstr("later Adit"));
  EXPECT_THAT(tourFault(R"({"format": "adit-tour", "stops": [{"seconds": "x"}]})"),
              HasSubstr("stops.0.seconds: a number was expected"));
  EXPECT_THAT(tourFault(R"({"format": "adit-tour", "stops": [{"seconds": -1, "view": {}}]})"),
              HasSubstr("tour.seconds must be within 0 and 86400"));
  EXPECT_THAT(tourFault(R"({"format": "adit-tour", "stops": [{"view": {}}, {"view": {"grid": 3}}]})"),
              HasSubstr("stop 2: the view, grid: true or false was expected"));
  EXPECT_THAT(faultAfter("tour set '{}'"), HasSubstr("tour set: "));
}

TEST(Tour, DamagedFilesAreReadOrRefusedAndComeBackAsTheyWere) {
  std::size_t accepted = 0;
  tests::readDamagedSeeds("tour", 800, [&](std::string_view text) {
    const auto tour = tourFromJson(text);
    if (const auto* fault = std::get_if<CommandError>(&tour)) {
      EXPECT_FALSE(fault->message.empty());
      return;
    }
    ++accepted;
    const auto again = tourFromJson(toJson(std::get<std::vector<TourStop>>(tour)));
    ASSERT_TRUE(std::holds_alternative<std::vector<TourStop>>(again)) << text;
    EXPECT_EQ(std::get<std::vector<TourStop>>(again), std::get<std::vector<TourStop>>(tour)) << text;
  });
  EXPECT_GT(accepted, 1U);
}

TEST(Tour, WhatAViewShowsAndTheDepositLacksIsNamed) {
  const auto deposit = tests::sampleDeposit();
  ViewState view;
  EXPECT_THAT(missingIn(view, *deposit), IsEmpty());
  view.layers["gone"].visible = true;
  view.layers["hidden"].visible = false;
  view.layers["blocks"].colorBy = "au";
  view.filters["blocks"].ranges["support_distance"] = {0, 1};
  view.layers["topography"].colorBy = "elevation";
  view.region.insideSolid = "vein";
  EXPECT_THAT(missingIn(view, *deposit),
              ElementsAre("blocks has no column 'au'", "'gone' is not there", "'vein' is not there"));
}

}  // namespace
}  // namespace adit::viewer
