// The stamp of a picture: what it says, how it fits, how it looks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "viewer/publish/stamp_footer.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kDate = "2026-11-26";

project::OpenResult sampleOpened() {
  project::OpenResult opened;
  opened.deposit = tests::sampleDeposit();
  opened.sources.push_back({.path = "/mine/data/blocks.csv",
                            .role = project::SourceRole::Data,
                            .format = "",
                            .objects = {},
                            .bytes = 10,
                            .sha256 = "3f2a91c0ffffffff"});
  return opened;
}

ViewState stateAfter(const geology::Deposit& deposit, const std::string& script) {
  const auto state = applyScript(initialState(deposit), script, deposit);
  if (const auto* fault = std::get_if<CommandError>(&state)) throw std::runtime_error(fault->message);
  return std::get<ViewState>(state);
}

std::string textAfter(const std::string& script) {
  const project::OpenResult opened = sampleOpened();
  return stampText(stampOf(opened, stateAfter(*opened.deposit, script), kDate));
}

TEST(Stamp, NamesTheDepositTheDateTheProgramAndTheFiles) {
  const std::string text = textAfter("");
  EXPECT_THAT(text, HasSubstr(sampleOpened().deposit->name));
  EXPECT_THAT(text, HasSubstr("drawn 2026-11-26"));
  EXPECT_THAT(text, HasSubstr("Adit 0."));
  EXPECT_THAT(text, HasSubstr("blocks.csv 3f2a91c0\n"));
  EXPECT_THAT(text, Not(HasSubstr("/mine"))) << "where files lie is nobody's business";
}

TEST(Stamp, FollowsTheView) {
  EXPECT_THAT(textAfter("exaggeration 2.5"), HasSubstr("vertical 2.5 x"));
  EXPECT_THAT(textAfter("section add 30 60 0 0 0 25"), HasSubstr("section strike 30, dip 60, slab 25 m"));
}

TEST(Stamp, SaysWhatNarrowsTheView) {
  const project::OpenResult opened = sampleOpened();
  ViewState state = initialState(*opened.deposit);
  state.asOf = "2012";
  state.reveal = RevealState{"blocks", "section"};
  const std::string text = stampText(stampOf(opened, state, kDate));
  EXPECT_THAT(text, HasSubstr("as known by 2012"));
  EXPECT_THAT(text, HasSubstr("Only what is hidden by section is shown of blocks"));
  EXPECT_THAT(textAfter(""), Not(HasSubstr("as known by")));
}

TEST(Stamp, SaysThatAModelWasEstimatedFromTheHolesOfADate) {
  project::OpenResult opened = sampleOpened();
  auto deposit = std::make_shared<geology::Deposit>(*opened.deposit);
  auto model = std::make_shared<geology::BlockModel>(*deposit->blockModels.front());
  model->source.choices.push_back({"estimate/asof", "2012", "", true});
  deposit->blockModels.front() = model;
  opened.deposit = deposit;
  const std::string said = model->name + " estimated from holes drilled by 2012";
  EXPECT_THAT(stampText(stampOf(opened, initialState(*deposit), kDate)), HasSubstr(said));
  EXPECT_THAT(stampText(stampOf(opened, stateAfter(*deposit, "hide " + model->name), kDate)),
              Not(HasSubstr(said)));
}

TEST(Stamp, SaysWhatAPitRestsOnAndHowFarItWasStudied) {
  const std::string pit =
      "pit propose blocks\npit set price 9000\npit set density 2.7\n"
      "pit set miningCost.perTonne 2\npit set slopes.angle 45\npit on\n";
  EXPECT_THAT(textAfter(pit), HasSubstr("the pit limit of blocks, ore partly inferred or without a class"));
  EXPECT_THAT(textAfter(pit + "disclosure study scoping"), HasSubstr("scoping study"));
  EXPECT_THAT(textAfter(""), Not(HasSubstr("pit limit")));
}

TEST(Stamp, SaysBothViewsOfAComparison) {
  const std::string text = textAfter(
      "range blocks cu_pct 0.3 inf\ncompare same 'range blocks cu_pct 0.8 inf'\ncompare difference on");
  EXPECT_THAT(text, HasSubstr("cut-off cu_pct >= 0.3 %"));
  EXPECT_THAT(text, HasSubstr("right B (range blocks cu_pct 0.8 inf): cut-off cu_pct >= 0.8 %"));
  EXPECT_THAT(text, HasSubstr("right: difference B - A"));
  EXPECT_THAT(text, HasSubstr("B cut-off cu_pct >= 0.8 %"));
}

TEST(Stamp, SaysTheCutOffOfTheBlocksThatAreShown) {
  const project::OpenResult opened = sampleOpened();
  const std::string model = opened.deposit->blockModels.front()->name;
  EXPECT_THAT(textAfter("colorby " + model + " cu_pct"), HasSubstr("cut-off none for cu_pct"));
  EXPECT_THAT(textAfter("range " + model + " cu_pct 0.4 inf"), HasSubstr("cut-off cu_pct >= 0.4"));
  EXPECT_THAT(textAfter("range " + model + " cu_pct 0.4 1"),
              HasSubstr("filter " + model + ": cu_pct 0.4 to 1"));
  EXPECT_THAT(textAfter("range " + model + " cu_pct 0.4 inf\nhide " + model), Not(HasSubstr("cut-off")));
}

TEST(Stamp, AFileThatChangedSinceItWasReadHasNoHash) {
  project::OpenResult opened = sampleOpened();
  opened.sources.front().sha256.clear();
  opened.sources.front().changedSinceRead = true;
  EXPECT_THAT(stampText(stampOf(opened, {}, kDate)), HasSubstr("blocks.csv changed since it was read"));
}

TEST(Stamp, SyntheticDepositsSaySo) {
  project::OpenResult opened = sampleOpened();
  auto made = std::make_shared<geology::Deposit>(*opened.deposit);
  made->synthetic = true;
  made->syntheticNote = "";
  opened.deposit = made;
  EXPECT_THAT(stampText(stampOf(opened, {}, kDate)), HasSubstr("SYNTHETIC"));
}

// ---- how it fits

/// Every character ten units wide.
StampRoom roomOf(double width, std::size_t mostLines) {
  return {width, 20, mostLines,
          [](const std::string& text) { return 10.0 * static_cast<double>(text.size()); }};
}

std::string lineText(const StampLine& line) {
  std::string text;
  for (const StampRun& run : line) text += run.text + "|";
  return text;
}

TEST(StampLayout, EachGroupBeginsALine) {
  const Stamp stamp{{{"", "mine"}, {"by", "Adit"}}, {{"cut-off", "0.4"}}, {}, {{"a.csv", "12345678"}}};
  const auto lines = layOut(stamp, roomOf(1000, 9));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lineText(lines[0]), "mine|by |Adit|");
  EXPECT_THAT(lines[0],
              ElementsAre(StampRun{0, "mine", StampInk::Value}, StampRun{60, "by ", StampInk::Label},
                          StampRun{90, "Adit", StampInk::Value}));
  EXPECT_EQ(lineText(lines[2]), "a.csv |12345678|");
}

TEST(StampLayout, WhatHasNoRoomIsCounted) {
  Stamp stamp{{{"", "mine"}}, {}, {}, {}};
  for (int i = 0; i < 1000; ++i) stamp.files.push_back({"file" + std::to_string(i), "12345678"});
  const auto lines = layOut(stamp, roomOf(600, 3));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_THAT(lines.back().back().text, testing::MatchesRegex("and [0-9]+ more, written in the file"));
  EXPECT_THAT(lines.back().back().text, HasSubstr("and 99"));
}

TEST(StampLayout, LongNamesKeepTheirBeginningAndTheirEnd) {
  const StampRoom room = roomOf(200, 9);
  EXPECT_EQ(elided("short", 200, room), "short");
  EXPECT_EQ(elided("abcdefghijklmnopqrstuvwxyz", 200, room), "abcdefghi...stuvwxyz");
  EXPECT_EQ(elided("abc", 20, room), "") << "not even the dots have room";
}

TEST(StampLayout, NothingIsCutThroughACharacter) {
  const StampRoom room = roomOf(110, 9);
  for (const char c : elided("ääääääääääääää", 110, room))
    EXPECT_TRUE(c == '.' || (static_cast<unsigned char>(c) & 0x80U) != 0);
  const std::string cut = elided("ääääääääääääää", 110, room);
  EXPECT_EQ(static_cast<unsigned char>(cut.front()), 0xC3U);
  EXPECT_NE(static_cast<unsigned char>(cut.back()), 0xC3U);
}

TEST(StampLayout, NoLineIsWiderThanItsRoomAndNoneIsTooMany) {
  std::mt19937 random(5);
  const auto facts = [&](std::size_t most) {
    std::vector<StampFact> list(random() % (most + 1));
    for (StampFact& fact : list)
      fact = {std::string(random() % 30, 'l'), std::string(random() % 80, 'v'), random() % 2 == 0};
    return list;
  };
  for (int round = 0; round < 2000; ++round) {
    const Stamp stamp{facts(8), facts(8), facts(5), facts(40)};
    const StampRoom room = roomOf(static_cast<double>(random() % 900), random() % 7);
    const auto lines = layOut(stamp, room);
    ASSERT_LE(lines.size(), room.mostLines);
    for (const StampLine& line : lines)
      for (const StampRun& run : line) ASSERT_LE(run.x + room.measure(run.text), room.width) << run.text;
  }
}

// ---- how it looks

Image footerAt(int width, int height, const std::string& script = "") {
  const project::OpenResult opened = sampleOpened();
  const ViewState state = stateAfter(*opened.deposit, script);
  Stamp stamp = stampOf(opened, state, kDate);
  for (StampFact& fact : stamp.origin)
    if (fact.label == "by") fact.value = "Adit";  // a new version is no other picture
  return drawFooter(stamp, {width, height, 1, state.theme});
}

TEST(StampFooter, LooksAsItDid) {
  const std::string model = sampleOpened().deposit->blockModels.front()->name;
  tests::expectPicture(footerAt(640, 200, "range " + model + " cu_pct 0.4 inf\nexaggeration 2"), "stamp");
  tests::expectPicture(footerAt(640, 200, "theme light"), "stamp_light");
}

TEST(StampFooter, TakesNoMoreThanItsRoomAndNothingWhereNoLineFits) {
  for (const int height : {0, 5, 20, 40, 60, 300}) EXPECT_LE(footerAt(640, height).height, height);
  EXPECT_EQ(footerAt(8, 300).height, 0);
  EXPECT_EQ(footerAt(640, 5).height, 0);
  EXPECT_GT(footerAt(640, 40).height, 0);
}

TEST(StampFooter, WidePicturesHaveLargerText) {
  EXPECT_GT(footerAt(2560, 800).height, footerAt(1280, 800).height * 3 / 2);
}

TEST(StampFooter, StandsBelowThePicture) {
  const Image above{2, 1, {1, 2, 3, 4, 5, 6}}, below{2, 1, {7, 8, 9, 10, 11, 12}};
  const Image both = stacked(above, below);
  EXPECT_EQ(both.height, 2);
  EXPECT_THAT(both.rgb, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
}

}  // namespace
}  // namespace adit::viewer
