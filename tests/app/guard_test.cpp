// adit guard, and public mode at the door of pictures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<std::string> kStated{"disclosure date 2026-01-31", "disclosure person 'A. Geologist'",
                                       "disclosure basis 100", "disclosure kind resource"};

class Guard : public testing::Test {
 protected:
  Guard() {
    writeSmallMine(mine);
    std::string blocks = "xc,yc,zc,xinc,yinc,zinc,cu_pct,class\n";
    for (int i = 0; i < 6; ++i)
      blocks += std::to_string(500005 + 10 * i) + ",4000005,1105,10,10,10,0." + std::to_string(i + 1) +
                ",Indicated\n";
    mine.write("blocks.csv", blocks);
  }
  AditRun run(std::vector<std::string> arguments, const std::vector<std::string>& commands) const {
    for (const std::string& command : commands) {
      arguments.emplace_back("-c");
      arguments.push_back(command);
    }
    return runAdit(std::move(arguments));
  }
  /// Everything that public mode asks for.
  std::vector<std::string> complete() const {
    std::vector<std::string> commands = kStated;
    for (const char* more : {"resource class blocks class", "resource map blocks Indicated=indicated",
                             "range blocks cu_pct 0.3 inf"})
      commands.emplace_back(more);
    return commands;
  }
  TemporaryFolder mine;
};

TEST_F(Guard, FailsAViewAndSaysWhatToDo) {
  const AditRun run = runAdit({"guard", mine.path().string()});
  EXPECT_EQ(run.exitCode, 1) << run.err;
  EXPECT_THAT(run.out, HasSubstr("no effective date is stated"));
  EXPECT_THAT(run.out, HasSubstr("-> state it: disclosure date"));
  EXPECT_THAT(run.out, HasSubstr("no legal advice"));
}

TEST_F(Guard, PassesAViewWithEverythingStated) {
  const AditRun passed = run({"guard", mine.path().string()}, complete());
  EXPECT_EQ(passed.exitCode, 0) << passed.out;
  EXPECT_THAT(passed.out, HasSubstr("advise")) << "the code is only advised";
}

TEST_F(Guard, SpeaksJson) {
  const AditRun run = runAdit({"guard", mine.path().string(), "--json"});
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["passes"], false);
  EXPECT_EQ(json["points"].size(), 18U);
  EXPECT_GT(json["open"], 3);
}

TEST_F(Guard, ChecksATable) {
  const std::string table = mine.write("out/table.csv", "class,tonnes,cu_pct\nInferred,1285282.56,1.865\n");
  const AditRun run = runAdit({"guard", table, "--why"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.out, HasSubstr("too many figures"));
  EXPECT_THAT(run.out, HasSubstr("JORC Code 2012, clause 25"));
  EXPECT_THAT(runAdit({"guard", mine.write("out/none.json", "{}")}).err, HasSubstr("GRD-NO-TABLE"));
}

TEST_F(Guard, ChecksAPictureAndASavedView) {
  std::vector<std::string> commands = complete();
  commands.emplace_back("view save good");
  commands.emplace_back("disclosure date none");
  const std::string picture = mine.at("out.png");
  const AditRun drawn = run({"render", mine.path().string(), "-o", picture, "--size", "320x200"}, commands);
  ASSERT_EQ(drawn.exitCode, 0) << drawn.err;
  EXPECT_EQ(runAdit({"guard", picture}).exitCode, 1);
  EXPECT_EQ(runAdit({"guard", picture, "--view", "good"}).exitCode, 0);
  EXPECT_EQ(runAdit({"guard", picture, "--view", "bad"}).exitCode, 2);
}

TEST_F(Guard, PublicModeKeepsAFailingPictureIn) {
  const std::string picture = mine.at("out.png");
  const std::vector<std::string> render{"render", mine.path().string(), "-o", picture, "--size", "320x200"};
  const AditRun refused = run(render, {"mode public"});
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_THAT(refused.err, HasSubstr("effective-date: no effective date is stated"));
  EXPECT_FALSE(std::filesystem::exists(picture));
  std::vector<std::string> commands = complete();
  commands.emplace_back("mode public");
  EXPECT_EQ(run(render, commands).exitCode, 0);
  EXPECT_THAT(contentOf(picture), HasSubstr("A. Geologist"));
}

TEST_F(Guard, BothHalvesOfAComparisonAreLookedAt) {
  std::vector<std::string> commands = complete();
  commands.insert(commands.end(),
                  {"range blocks cu_pct -inf inf", "view save bad", "range blocks cu_pct 0.3 inf"});
  EXPECT_EQ(run({"guard", mine.path().string()}, commands).exitCode, 0);
  commands.emplace_back("compare bad");
  const AditRun failed = run({"guard", mine.path().string()}, commands);
  EXPECT_EQ(failed.exitCode, 1);
  EXPECT_THAT(failed.out, HasSubstr("B: no cut-off"));
  EXPECT_THAT(failed.out, HasSubstr("and the one beside it"));
}

TEST_F(Guard, PublicModeKeepsChartsInWhateverTheirForm) {
  for (const char* name : {"out.svg", "out.pdf", "out.png"}) {
    const std::string chart = mine.at(name);
    const std::vector<std::string> draw{"chart", "histogram", mine.path().string(), "-o", chart};
    const AditRun refused = run(draw, {"mode public"});
    EXPECT_EQ(refused.exitCode, 1) << name;
    EXPECT_THAT(refused.err, HasSubstr("effective-date"));
    EXPECT_FALSE(std::filesystem::exists(chart));
    std::vector<std::string> commands = complete();
    commands.emplace_back("mode public");
    EXPECT_EQ(run(draw, commands).exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(chart));
  }
}

TEST_F(Guard, APitThatRestsOnInferredGroundIsPreliminary) {
  std::vector<std::string> commands = complete();
  commands[5] = "resource map blocks Indicated=inferred";
  commands.insert(commands.end(),
                  {"mode public", "pit propose blocks", "pit set price 9000", "pit set density 2.7",
                   "pit set miningCost.perTonne 2", "pit set slopes.angle 45", "pit on"});
  const std::string picture = mine.at("out.png");
  const std::vector<std::string> render{"render", mine.path().string(), "-o", picture, "--size", "320x200"};
  const AditRun refused = run(render, commands);
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_THAT(refused.err, HasSubstr("study-level: nobody said how far the pit limit of blocks"));
  EXPECT_THAT(refused.err, HasSubstr("inferred-value: the pit limit of blocks rests on ground"));
  EXPECT_FALSE(std::filesystem::exists(picture));
  commands.insert(commands.end(), {"disclosure study scoping", "disclosure caution standard"});
  const AditRun drawn = run(render, commands);
  EXPECT_EQ(drawn.exitCode, 0) << drawn.err;
  EXPECT_THAT(contentOf(picture), HasSubstr("Preliminary study"));
  EXPECT_THAT(contentOf(picture), HasSubstr("scoping study"));
}

TEST_F(Guard, TechnicalModeStampsWhatIsOpen) {
  const std::string picture = mine.at("out.png");
  ASSERT_EQ(run({"render", mine.path().string(), "-o", picture, "--size", "320x200"}, {}).exitCode, 0);
  // Not ContainsRegex: on this system it ends at the first zero byte of the file.
  EXPECT_TRUE(std::regex_search(contentOf(picture), std::regex("disclosure [0-9]+ open points")));
}

}  // namespace
}  // namespace adit::tests
