// adit stopes, adit pit and adit plan: exit codes, what they write, and what they say of bad input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

/// A vein: 12 x 5 x 4 cells of 10 x 4 x 10 m. Its ore of 10 g/t is one cell wide and six long: at 2.5 t/m3 a
/// cell weighs 1,000 t.
void writeVein(const TemporaryFolder& folder) {
  std::string rows = "x,y,z,dx,dy,dz,au_gpt\n";
  for (int k = 0; k < 4; ++k)
    for (int j = 0; j < 5; ++j)
      for (int i = 0; i < 12; ++i)
        rows += std::to_string(5 + 10 * i) + "," + std::to_string(2 + 4 * j) + "," +
                std::to_string(5 + 10 * k) + ",10,4,10," + (j == 2 && i >= 3 && i < 9 ? "10" : "0.1") + "\n";
  folder.write("vein.csv", rows);
}

class StopesVerb : public testing::Test {
 protected:
  StopesVerb() { writeVein(mine); }
  AditRun with(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"stopes", mine.path().string(), "--grade",
                                       "au_gpt", "--density",          "2.5"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runAdit(arguments);
  }
  TemporaryFolder mine, out;
};

/// Two levels of 20 m; on each 60 m of ore, two stopes of 30 m, 2 x 3 cells: 6,000 t.
TEST_F(StopesVerb, TellsAndWritesThem) {
  const std::string folder = out.at("stopes");
  const AditRun run = with({"--cutoff", "4", "--pillar", "0", "--width", "4", "--min-length", "30",
                            "--tonnes-per-period", "12000", "-o", folder});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("no reserve"));
  EXPECT_THAT(run.out, testing::ContainsRegex("level 1 +2 +12.0 +10"));
  EXPECT_THAT(run.out, testing::ContainsRegex("all +4 +24.0 +10"));
  EXPECT_EQ(
      contentOf(folder + "/stopes.csv"),
      "period,activity,tonnes,au_gpt\nperiod 1,ore,6000,10\nperiod 1,ore,6000,10\nperiod 2,ore,6000,10\n"
      "period 2,ore,6000,10\n");
  EXPECT_TRUE(fs::exists(folder + "/stope 2-1 period 2.obj"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 6) << "4 stopes, the table, the centre lines";

  const AditRun plan = runAdit({"plan", folder});
  ASSERT_EQ(plan.exitCode, 0) << plan.err;
  EXPECT_THAT(plan.out, testing::ContainsRegex("periods +2, period 1 to period 2"));
  EXPECT_THAT(plan.out, testing::ContainsRegex("surfaces +4 surfaces"));
  EXPECT_THAT(plan.out, testing::ContainsRegex("lines +[0-9]+ lines")) << plan.out;
  EXPECT_THAT(plan.err, HasSubstr("PL-LINES"));
  EXPECT_THAT(plan.err, HasSubstr("PL-FIGURES-JOINED"));
}

TEST_F(StopesVerb, WithoutAnOutputNothingIsWritten) {
  const AditRun run = with({"--cutoff", "4"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_EQ(std::distance(fs::directory_iterator(mine.path()), {}), 1);
}

TEST_F(StopesVerb, SaysWhatItCannotUse) {
  EXPECT_EQ(with({}).exitCode, 2);
  EXPECT_THAT(with({}).err, HasSubstr("--cutoff is required"));
  EXPECT_EQ(with({"--cutoff", "4", "--width", "-1"}).exitCode, 2);
  EXPECT_EQ(with({"--cutoff", "4", "--gradient", "7"}).exitCode, 2);
  const AditRun model = with({"--cutoff", "4", "--model", "nobody"});
  EXPECT_EQ(model.exitCode, 2);
  EXPECT_THAT(model.err, HasSubstr("name a block model with --model: vein"));
  const AditRun grade =
      runAdit({"stopes", mine.path().string(), "--grade", "cu", "--density", "2.5", "--cutoff", "4"});
  EXPECT_EQ(grade.exitCode, 2);
  EXPECT_THAT(grade.err, HasSubstr("vein has no column of numbers 'cu'; adit check lists its columns"));
  const AditRun rich = with({"--cutoff", "400"});
  EXPECT_EQ(rich.exitCode, 1);
  EXPECT_THAT(rich.err, HasSubstr("adit stopes: "));
  EXPECT_THAT(rich.out, Not(HasSubstr("level 1")));
  out.write("file", "");
  const AditRun blocked = with({"--cutoff", "4", "-o", out.at("file/stopes")});
  EXPECT_EQ(blocked.exitCode, 1);
  EXPECT_THAT(blocked.err, HasSubstr("cannot be"));
  const AditRun gone =
      runAdit({"stopes", out.at("gone"), "--grade", "au", "--density", "2", "--cutoff", "4"});
  EXPECT_EQ(gone.exitCode, 1);
  EXPECT_THAT(gone.err, HasSubstr("gone"));
}

/// 9 x 9 x 3 blocks of 10 m and 2,000 t; one of 4 % copper below the middle. At 45 degrees 5 blocks of waste
/// lie over it.
void writePit(const TemporaryFolder& folder) {
  std::string rows = "x,y,z,dx,dy,dz,cu_pct\n";
  for (int k = 0; k < 3; ++k)
    for (int j = 0; j < 9; ++j)
      for (int i = 0; i < 9; ++i)
        rows += std::to_string(5 + 10 * i) + "," + std::to_string(5 + 10 * j) + "," +
                std::to_string(5 + 10 * k) + ",10,10,10," + (i == 4 && j == 4 && k == 1 ? "4" : "0") + "\n";
  folder.write("blocks.csv", rows);
}

const char* const kTerms =
    R"({"metals": [{"grade": "cu_pct", "unit": "%", "price": 9000, "per": "t"}], "density": 2,
        "miningCost": 2, "processingCost": 10, "slopes": {"angle": 45}, "pushbacks": {"minimumWidth": 0},
        "revenueFactors": [1], "schedule": {"mineCapacity": 10000, "millCapacity": 5000, "firstYear": 2030, "chooseRate": false}})";

TEST(PitVerb, TellsThePitItsScheduleAndWhatAPlannerAsks) {
  const TemporaryFolder mine, out;
  writePit(mine);
  const std::string terms = out.write("pit.json", kTerms);
  const AditRun run = runAdit({"pit", mine.path().string(), "--plan", terms, "--write", out.at("model.csv")});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, testing::ContainsRegex("strip ratio +5.00 t of waste"));
  EXPECT_THAT(run.out, testing::ContainsRegex("2030 +0.000 +0.010"));
  EXPECT_THAT(run.out, testing::ContainsRegex("2031 +0.002 +0.000"));
  EXPECT_THAT(run.err, HasSubstr("PL-PRE-STRIP: the mill stands still in 2030: 0.01 Mt of rock go before"));
  const AditRun plan = runAdit({"plan", out.at("model.csv"), "--density", "2"});
  EXPECT_EQ(plan.exitCode, 0) << plan.err;
  EXPECT_THAT(plan.out, HasSubstr("10,000"));
}

TEST(PitVerb, SaysWhatItCannotUse) {
  const TemporaryFolder mine, out;
  writePit(mine);
  const auto run = [&](const std::string& text) {
    return runAdit({"pit", mine.path().string(), "--plan", out.write("pit.json", text)});
  };
  EXPECT_EQ(runAdit({"pit", mine.path().string()}).exitCode, 2);
  EXPECT_THAT(runAdit({"pit", mine.path().string(), "--plan", out.at("gone.json")}).err,
              HasSubstr("gone.json cannot be read; docs/planning.md has one to begin with"));
  const AditRun mistyped = run(R"({"metals": [], "slope": 45})");
  EXPECT_EQ(mistyped.exitCode, 2);
  EXPECT_THAT(mistyped.err, HasSubstr("pit.json: "));
  std::string small = kTerms;
  small.replace(small.find("10000"), 5, "1999");
  const AditRun capacity = run(small);
  EXPECT_EQ(capacity.exitCode, 1);
  EXPECT_THAT(capacity.err, HasSubstr("PL-CAPACITY"));
}

TEST(PlanVerb, TellsPlannedAndBlocksAndTheirDifference) {
  const TemporaryFolder mine;
  std::string rows = "x,y,z,dx,dy,dz,year\n";
  for (int b = 0; b < 3; ++b)
    rows += std::to_string(5 + 10 * b) + ",5,5,10,10,10," + (b < 2 ? "2027" : "2028") + "\n";
  mine.write("model.csv", rows);
  mine.write("plan.csv", "year,activity,tonnes\n2027,ore,2000\n2027,waste,3500\n2028,waste,2500\n");
  const AditRun run = runAdit({"plan", mine.path().string(), "--density", "2.5"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, testing::ContainsRegex("2027 +5,500 +5,000 +500 +10.0"));
  EXPECT_THAT(run.out, testing::ContainsRegex("2028 +2,500 +2,500 +0 +0.0"));
  EXPECT_THAT(run.out, testing::ContainsRegex("all that is stated +8,000 +7,500 +500 +6.7"));
}

/// Level ground at 100, two pits with upright walls in it, 60 x 60 and 20 deep each, and the blocks around.
class PitSurfaces : public testing::Test {
 protected:
  PitSurfaces() {
    std::string heights = "ncols 9\nnrows 9\nxllcenter 0\nyllcenter 0\ncellsize 25\n";
    for (int r = 0; r < 9; ++r) heights += "100 100 100 100 100 100 100 100 100\n";
    mine.write("ground.asc", heights);
    mine.write("pit_2027.obj", pit(80, 110));
    mine.write("pit_2028.obj", pit(60, 110));
    std::string rows = "x,y,z,dx,dy,dz,au_gpt\n";
    for (int k = 0; k < 6; ++k)
      for (int j = 0; j < 8; ++j)
        for (int i = 0; i < 8; ++i)
          rows += std::to_string(65 + 10 * i) + "," + std::to_string(65 + 10 * j) + "," +
                  std::to_string(55 + 10 * k) + ",10,10,10," + (k < 3 ? "2" : "1") + "\n";
    mine.write("model.csv", rows);
  }
  static std::string pit(int floor, int rim) {
    std::string obj;
    for (const int z : {floor, rim})
      for (const char* place : {"70 70 ", "130 70 ", "130 130 ", "70 130 "})
        obj += std::string("v ") + place + std::to_string(z) + "\n";
    return obj + "f 1 2 3\nf 1 3 4\nf 1 5 6\nf 1 6 2\nf 2 6 7\nf 2 7 3\nf 3 7 8\nf 3 8 4\nf 4 8 5\nf 4 5 1\n";
  }
  AditRun plan() const {
    return runAdit({"plan", mine.path().string(), "--density", "2.5", "--grade", "au_gpt"});
  }
  TemporaryFolder mine, out;
};

/// 60 x 60 x 20 is 72,000 m3, and 72 blocks of 1,000. From 80 down to 60 the lower level is the rich one.
TEST_F(PitSurfaces, TellTheRockBetweenThemAndTheBlocksInIt) {
  const AditRun run = plan();
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("PL-PIT-BLOCKS"));
  EXPECT_THAT(run.out, testing::ContainsRegex("2027 +72 +72,000 +180,000 +1\n"));
  EXPECT_THAT(run.out, testing::ContainsRegex("2028 +72 +72,000 +180,000 +2\n"));
  EXPECT_THAT(run.out, testing::ContainsRegex("m3 between the surfaces\n +2027 +72,000\n +2028 +72,000"));
}

TEST_F(PitSurfaces, AreComparedWithTheTableOfThePlanner) {
  mine.write("plan.csv", "year,activity,tonnes\n2027,total,180000\n2028,total,198000\n");
  const AditRun run = plan();
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, testing::ContainsRegex("2027 +180,000 +180,000 +0 +0.0"));
  EXPECT_THAT(run.out, testing::ContainsRegex("2028 +198,000 +180,000 +18,000 +10.0"));
  EXPECT_THAT(run.err, Not(HasSubstr("PL-UNDERCUT"))) << "air above the ground is no rock";
}

TEST_F(PitSurfaces, AreWrittenAsTheGroundOfAMoment) {
  const std::string file = out.at("ground.obj");
  const AditRun run = runAdit({"convert", mine.path().string(), "--at", "2027", "-o", file});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const std::string obj = contentOf(file);
  EXPECT_THAT(obj, HasSubstr("pit_2027"));
  EXPECT_THAT(obj, Not(HasSubstr("pit_2028"))) << "not begun";
}

}  // namespace
}  // namespace adit::tests
