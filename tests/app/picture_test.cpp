// A picture returns to its view: through the real program, from file to file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/run_adit.h"
#include "tests/support/small_png.h"

namespace adit::tests {
namespace {

using testing::HasSubstr;

class Picture : public testing::Test {
 protected:
  Picture() {
    ::setenv("SOURCE_DATE_EPOCH", "1790000000", 1);  // both pictures of a round trip have one date
    writeSmallMine(mine);
  }

  AditRun draw(const std::vector<std::string>& paths, const std::string& to,
               const std::vector<std::string>& commands = {}) const {
    std::vector<std::string> arguments{"render", "-o", mine.at(to), "--size", "640x400"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    for (const std::string& command : commands) {
      arguments.emplace_back("-c");
      arguments.push_back(command);
    }
    return runAdit(arguments);
  }
  std::string content(const std::string& name) const { return contentOf(mine.at(name)); }

  TemporaryFolder mine;
};

TEST_F(Picture, DrawnOpenedAndDrawnAgainIsTheSameFile) {
  const std::vector<std::string> commands{"range blocks cu_pct 0.2 inf", "orbit 40 10", "theme light",
                                          "exaggeration 1.5", "view save mine"};
  ASSERT_EQ(draw({mine.path().string()}, "first.png", commands).exitCode, 0);
  const AditRun again = draw({mine.at("first.png")}, "again.png");
  ASSERT_EQ(again.exitCode, 0) << again.err;
  EXPECT_EQ(again.err, "");
  EXPECT_EQ(content("again.png"), content("first.png")) << "pixels, view and hashes";
}

TEST_F(Picture, SaysWhatHasChangedSince) {
  ASSERT_EQ(draw({mine.path().string()}, "first.png").exitCode, 0);
  mine.write("pit.obj", "v 500000 4000000 1100\nv 500100 4000000 1100\nv 500000 4000100 1100\nf 1 3 2\n");
  const AditRun again = draw({mine.at("first.png")}, "again.png");
  EXPECT_EQ(again.exitCode, 0);
  EXPECT_THAT(again.err, HasSubstr(mine.at("pit.obj") + ": warning PRJ-CHANGED"));
  std::filesystem::remove(mine.at("pit.obj"));
  EXPECT_THAT(draw({mine.at("first.png")}, "again.png").err, HasSubstr("PRJ-MISSING"));
}

TEST_F(Picture, OpenRefusesWhatHoldsNoView) {
  const std::string plain = mine.write("plain.png", smallPng());
  ASSERT_EQ(draw({mine.path().string()}, "first.png").exitCode, 0);
  const std::string whole = content("first.png");
  const std::string cut = mine.write("cut.png", whole.substr(0, whole.size() / 2));
  const std::string hostile = mine.write("hostile.png", pngWith({{"adit:project", std::string(1000, '{')}}));
  const std::vector<std::pair<std::string, std::string>> expected{{plain, "PIC-NO-VIEW"},
                                                                  {mine.at("pit.obj"), "PIC-NO-VIEW"},
                                                                  {cut, "PIC-DAMAGED"},
                                                                  {hostile, "PRJ-BAD-FILE"},
                                                                  {mine.at("none.png"), "PRJ-NOT-FOUND"}};
  for (const auto& [path, code] : expected) {
    const AditRun run = runAdit({"open", path});
    EXPECT_EQ(run.exitCode, 1) << path;
    EXPECT_THAT(run.err, HasSubstr(code)) << path;
    EXPECT_THAT(run.err, HasSubstr("->")) << "with a remedy";
  }
}

TEST_F(Picture, AViewThatCannotBeDrawnIsAnError) {
  ASSERT_EQ(draw({mine.path().string()}, "first.png").exitCode, 0);
  const std::string project =
      R"({"format":"adit-project","version":1,"sources":[{"path":"pit.obj"}],"view":{"exaggeration":-1}})";
  const std::string bad = mine.write("bad.png", pngWith({{"adit:project", project}}));
  const AditRun run = draw({bad}, "again.png");
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("exaggeration must be"));
}

TEST_F(Picture, OpenNamesTheWayWithoutADisplay) {
  ASSERT_EQ(draw({mine.path().string()}, "first.png").exitCode, 0);
  const AditRun run = runAdit({"open", mine.at("first.png")});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("adit render"));
}

}  // namespace
}  // namespace adit::tests
