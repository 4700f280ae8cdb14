#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>

#include <filesystem>
#include <thread>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class FilmVerb : public testing::Test {
 protected:
  FilmVerb() { writeSmallMine(mine); }

  AditRun with(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"film", mine.path().string(), "--size", "320x240", "--fps", "4"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runAdit(arguments);
  }
  std::vector<std::string> twoStops(std::vector<std::string> more) const {
    std::vector<std::string> arguments{
        "-c", "tour add One 'The mine.'", "-c", "tour seconds 1 1",   "-c", "look E", "-c", "tour add Two",
        "-c", "tour seconds 2 1",         "-c", "tour transition 2 1"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }

  TemporaryFolder mine, out;
};

TEST_F(FilmVerb, WritesFramesOfTheTourOfTheView) {
  const AditRun run = with(twoStops({"-o", out.at("frames")}));
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("12 frames, 3 s, PNG"));
  EXPECT_EQ(std::distance(fs::directory_iterator(out.at("frames")), {}), 12);
}

TEST_F(FilmVerb, TakesATourFileAndTellsWhatIsGone) {
  const std::string tour = out.write(
      "tour.json",
      R"({"format": "adit-tour", "stops": [{"title": "A", "seconds": 1, "view": {"layers": {"vein": {"opacity": 1}}}}]})");
  const AditRun run = with({"--tour", tour, "-o", out.at("film.mp4")});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("stop 1 (A): 'vein' is not there"));
  EXPECT_TRUE(fs::exists(out.at("film.mp4")));
}

TEST_F(FilmVerb, FilmsACameraPath) {
  const AditRun run = with({"-c", "path around 2", "--path", "-o", out.at("film.webm")});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("8 frames, 2 s"));
}

TEST_F(FilmVerb, WrongUseIsSaid) {
  EXPECT_EQ(with({"-o", out.at("film.mp4")}).exitCode, 2);
  EXPECT_THAT(with({"-o", out.at("film.mp4")}).err, HasSubstr("there is no tour"));
  EXPECT_THAT(with({"--path", "-o", out.at("film.mp4")}).err, HasSubstr("no camera path"));
  EXPECT_THAT(with({"-o", out.at("film.avi")}).err, HasSubstr(".mp4 or .webm"));
  const std::string bad = out.write("bad.json", "{}");
  EXPECT_THAT(with({"--tour", bad, "-o", out.at("film.mp4")}).err, HasSubstr(bad + ": the tour"));
  EXPECT_FALSE(fs::exists(out.at("film.mp4")));
}

TEST_F(FilmVerb, RenderShowsThePlanAtAPeriod) {
  const auto render = [&](const std::string& at) {
    return runAdit({"render", mine.path().string(), "--size", "320x200", "--at", at, "-o", out.at("p.png")});
  };
  const AditRun run = render("2.5");
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(contentOf(out.at("p.png")), HasSubstr("2.5"));
  EXPECT_EQ(render("-1").exitCode, 2);
  EXPECT_THAT(render("spring").err, HasSubstr("'spring' is no number for PERIOD"));
}

/// Starts a long film, interrupts it once it has begun, and gives what is left in its folder.
TEST_F(FilmVerb, CtrlCLeavesNothing) {
  const std::string err = out.at("err");
  const pid_t child = ::fork();
  if (child == 0) {
    ::unsetenv("DISPLAY");
    ::setenv("HOME", out.path().c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", out.path().c_str(), 1);
    becomeAdit({"film", mine.path().string(), "-c", "path around 4000", "--path", "--size", "320x240", "-o",
                out.at("film.mp4")},
               {}, err);
  }
  for (int i = 0; i < 600 && !fs::exists(out.at("film.mp4.part")); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_TRUE(fs::exists(out.at("film.mp4.part")));
  ::kill(child, SIGINT);
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_THAT(contentOf(err), HasSubstr("cancelled; nothing was written"));
  EXPECT_FALSE(fs::exists(out.at("film.mp4.part")));
  EXPECT_FALSE(fs::exists(out.at("film.mp4")));
}

}  // namespace
}  // namespace adit::tests
