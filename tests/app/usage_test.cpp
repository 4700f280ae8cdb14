#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(Usage, HelpNamesEveryVerb) {
  const AditRun run = runAdit({"--help"});
  EXPECT_EQ(run.exitCode, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("check"), HasSubstr("render"), HasSubstr("convert"),
                             HasSubstr("commands"), HasSubstr("formats"), HasSubstr("demo")));
}

TEST(Usage, VersionIsOneLine) {
  const AditRun run = runAdit({"--version"});
  EXPECT_EQ(run.exitCode, 0);
  EXPECT_THAT(run.out, testing::MatchesRegex("adit [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Usage, UnknownOptionsLeaveTwo) {
  EXPECT_EQ(runAdit({"--no-such-option"}).exitCode, 2);
  EXPECT_EQ(runAdit({"render", "x"}).exitCode, 2);
  EXPECT_EQ(runAdit({"render", "x", "-o", "o.png", "--size", "12"}).exitCode, 2);
  EXPECT_EQ(runAdit({"render", "x", "-o", "o.png", "--size", "0x100"}).exitCode, 2);
}

TEST(Usage, WhatIsOfTheWindowIsNotLostBeforeAVerb) {
  const AditRun run = runAdit({"--size", "800x600", "formats"});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("--size"), HasSubstr("formats")));
}

TEST(Usage, TheDemoOpensItsOwnDepositOnly) {
  const AditRun run = runAdit({"demo", "mine.csv"});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, HasSubstr("mine.csv"));
}

TEST(Usage, WithoutADisplayTheWindowSaysWhatToDoInstead) {
  const AditRun run = runAdit({});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("adit render"));
}

TEST(Usage, CommandsAreListedWithTheirArguments) {
  const AditRun run = runAdit({"commands"});
  EXPECT_EQ(run.exitCode, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("range LAYER COLUMN LO HI"), HasSubstr("frame")));
}

TEST(Usage, FormatsAreListed) {
  const AditRun run = runAdit({"formats"});
  EXPECT_EQ(run.exitCode, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("DXF"), HasSubstr("raster"), HasSubstr("drillhole table")));
}

}  // namespace
}  // namespace adit::tests
