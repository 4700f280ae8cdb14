#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Chart : public testing::Test {
 protected:
  Chart() { writeSmallMine(mine_); }
  AditRun draw(const std::string& kind, const std::string& file, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"chart",  kind,     mine_.path().string(), "-o", out_.at(file),
                                       "--size", "500x400"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runAdit(arguments);
  }
  TemporaryFolder mine_, out_;
};

TEST_F(Chart, IsWrittenInThreeForms) {
  const std::vector<std::string> dense{"-c", "density * 2.5"};
  for (const auto& [file, start] : {std::pair{"a.png", "\x89PNG"}, {"a.svg", "<svg"}, {"a.pdf", "%PDF"}}) {
    const AditRun run = draw("grade-tonnage", file, dense);
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_THAT(contentOf(out_.at(file)), StartsWith(start)) << file;
  }
}

TEST_F(Chart, SaysWhyThereIsNone) {
  const AditRun run = draw("grade-tonnage", "a.png");
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("State a density first"));
  EXPECT_THAT(draw("stereonet", "a.png").err, HasSubstr("nothing to plot"));
}

TEST_F(Chart, HolesHaveTheirLogAndIntercepts) {
  EXPECT_EQ(draw("strip-log", "a.png", {"--hole", "A1"}).exitCode, 0);
  EXPECT_THAT(draw("strip-log", "a.png", {"--hole", "A9"}).err, HasSubstr("no hole 'A9'"));
  EXPECT_EQ(draw("intercepts", "a.png", {"--cutoff", "0.4"}).exitCode, 0);
}

TEST_F(Chart, WrongUsageIsSaid) {
  EXPECT_EQ(draw("pie", "a.png").exitCode, 2);
  EXPECT_THAT(draw("histogram", "a.gif").err, HasSubstr(".png, .svg or .pdf"));
  EXPECT_THAT(draw("swath", "a.png", {"--axis", "up-left"}).err, HasSubstr("azimuth from 0 to 360"));
  EXPECT_THAT(draw("histogram", "a.png", {"--column", "gold"}).err, HasSubstr("no column of numbers 'gold'"));
}

}  // namespace
}  // namespace adit::tests
