#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using testing::HasSubstr;

/// Width and height of a PNG from its header; {0, 0} when it is none.
std::pair<unsigned, unsigned> pngSize(const std::string& bytes) {
  if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.size() < 24) return {0, 0};
  const auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  return {number(16), number(20)};
}

class Render : public testing::Test {
 protected:
  Render() { writeSmallMine(mine); }

  AditRun with(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"render", mine.path().string(), "-o", out.at("p.png"), "--size",
                                       "320x200"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runAdit(arguments);
  }
  std::string picture() const { return contentOf(out.at("p.png")); }

  TemporaryFolder mine, out;
};

TEST_F(Render, DrawsAPictureOfTheSizeAskedFor) {
  const AditRun run = with({});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_EQ(pngSize(picture()), std::make_pair(320U, 200U));
}

TEST_F(Render, TakesTheLegendOfAColumnFromAFile) {
  const std::string plain = with({}).exitCode == 0 ? picture() : "";
  const std::string classes = mine.write("legends/cu.csv", "from,to,color\n0,0.2,#0000ff\n0.2,,#ff0000\n");
  const AditRun run = with({"--legend", "cu_pct=" + classes});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_NE(picture(), plain);
  EXPECT_THAT(picture(), HasSubstr("classed")) << "the view with its legend is in the picture";
}

TEST_F(Render, ALegendThatIsNoneIsRefusedWithItsLine) {
  const std::string bad = out.write("cu.csv", "from,to,color\n0,1,#ff0000\n3,2,#ff0000\n");
  const AditRun run = with({"--legend", "cu_pct=" + bad});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr(bad + ":3: error LEG-BAD-CLASS"));
  EXPECT_EQ(with({"--legend", "cu_pct"}).exitCode, 2);
  EXPECT_THAT(with({"--legend", "cux=" + bad}).err, HasSubstr("there is no column 'cux'"));
}

TEST_F(Render, KeepsTheViewInThePicture) {
  ASSERT_EQ(with({"-c", "exaggeration 2.5"}).exitCode, 0);
  EXPECT_THAT(picture(), HasSubstr("adit:project"));
}

TEST_F(Render, RunsScriptsAndCommandsInTheOrderGiven) {
  const std::string script = out.write("s.txt", "# comment\n\nexaggeration 3\r\nhide pit\n");
  ASSERT_EQ(with({"-c", "exaggeration 2", "--script", script, "-c", "show pit"}).exitCode, 0);
  const std::string first = picture();
  ASSERT_EQ(with({"-c", "exaggeration 3"}).exitCode, 0);
  EXPECT_EQ(picture(), first);
  ASSERT_EQ(with({"--script", script, "-c", "exaggeration 2", "-c", "show pit"}).exitCode, 0);
  EXPECT_NE(picture(), first);
}

TEST_F(Render, NamesTheLineOfABadCommand) {
  const std::string script = out.write("s.txt", "exaggeration 3\nrange blocks nosuch 0 1\n");
  const AditRun run = with({"--script", script});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, HasSubstr("s.txt:2"));
  EXPECT_THAT(run.err, HasSubstr("nosuch"));
  EXPECT_EQ(picture(), "");
}

TEST_F(Render, NamesABadCommandByItsNumber) {
  EXPECT_THAT(with({"-c", "exaggeration 2", "-c", "explode"}).err, HasSubstr("-c 2"));
}

TEST_F(Render, SaysWhatScriptIsNotThere) {
  const AditRun run = with({"--script", out.at("none.txt")});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, HasSubstr("none.txt"));
}

TEST_F(Render, LeavesOneWhenNothingOpens) {
  const AditRun run = runAdit({"render", out.at("none.csv"), "-o", out.at("p.png")});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("PRJ-NOT-FOUND"));
}

}  // namespace
}  // namespace adit::tests
