// The real window, driven with a mouse and keys by xdotool. Runs where there is a display (xvfb-run is
// enough).
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using namespace std::chrono_literals;

bool canDriveAWindow() {
  return std::getenv("DISPLAY") != nullptr && std::system("command -v xdotool > /dev/null 2>&1") == 0;
}

/// True as soon as the condition holds, false after many times the time that it usually takes.
bool comes(const std::function<bool()>& condition, int tries = 600) {
  for (int i = 0; i < tries; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

/// The program with a home of its own, which records its commands.
class RunningWindow {
 public:
  RunningWindow(const TemporaryFolder& home, std::vector<std::string> arguments)
      : record_(home.at("record.txt")) {
    child_ = ::fork();
    if (child_ != 0) return;
    ::setenv("HOME", home.path().c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", home.path().c_str(), 1);
    ::setenv("ADIT_RECORD", record_.c_str(), 1);
    ::setenv("ADIT_SCALE", "1", 1);
    becomeAdit(std::move(arguments), {}, home.at("err.txt"));
  }
  ~RunningWindow() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  RunningWindow(const RunningWindow&) = delete;
  RunningWindow& operator=(const RunningWindow&) = delete;

  /// The window shows a deposit: its title names it.
  bool opened() {
    return comes([this] { return find(".* - Adit"); });
  }
  bool shown() {
    return comes([this] { return find("Adit"); });
  }

  void tool(const std::string& arguments) const {
    const std::string line = "xdotool " + arguments + " > /dev/null 2>&1";
    EXPECT_EQ(std::system(line.c_str()), 0) << line;
    std::this_thread::sleep_for(120ms);
  }
  /// Mouse at a place of the window.
  void moveTo(int x, int y) const {
    tool("mousemove --window " + id_ + " " + std::to_string(x) + " " + std::to_string(y));
  }
  void drag(int x, int y, int dx, int dy, int button = 1) const {
    moveTo(x, y);
    tool("mousedown " + std::to_string(button));
    for (int i = 1; i <= 6; ++i) moveTo(x + dx * i / 6, y + dy * i / 6);
    tool("mouseup " + std::to_string(button));
  }
  void key(const std::string& name) const { tool("key --window " + id_ + " " + name); }
  /// The window may be gone before the key is released, which xdotool calls a failure; the exit code tells
  /// more.
  /// Asks again where a busy machine has lost the key; a program that hangs at its end is asked in vain.
  int quit() {
    constexpr int kAttempts = 5, kTries = 120;
    const std::string line = "xdotool key --window " + id_ + " ctrl+q > /dev/null 2>&1";
    int code = -1;
    for (int attempt = 0; attempt < kAttempts && code == -1; ++attempt) {
      static_cast<void>(std::system(line.c_str()));
      code = exitCode(kTries);
    }
    return code;
  }
  void size(int width, int height) const {
    tool("windowsize --sync " + id_ + " " + std::to_string(width) + " " + std::to_string(height));
  }

  std::string record() const { return contentOf(record_); }
  bool recorded(const std::string& text, int tries = 600) const {
    return comes([&] { return record().find(text) != std::string::npos; }, tries);
  }
  /// Does it until the command is recorded. On a busy machine a frame may take longer than a whole drag, of
  /// which the window then sees only the end.
  testing::AssertionResult makes(const std::string& text, const std::function<void()>& doing) const {
    constexpr int kAttempts = 8, kTries = 60;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      doing();
      if (recorded(text, kTries)) return testing::AssertionSuccess();
    }
    return testing::AssertionFailure() << text << " is not among\n" << record();
  }
  /// After the window was asked to close.
  int exitCode(int tries = 600) {
    int status = 0;
    const bool ended = comes([&] { return ::waitpid(child_, &status, WNOHANG) == child_; }, tries);
    if (!ended) return -1;
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  bool find(const std::string& title) {
    const std::string found = record_ + ".id";
    const std::string line = "xdotool search --all --onlyvisible --pid " + std::to_string(child_) +
                             " --name '^" + title + "$' > '" + found + "' 2> /dev/null";
    if (std::system(line.c_str()) != 0) return false;
    id_ = contentOf(found);
    id_ = id_.substr(0, id_.find('\n'));
    return !id_.empty();
  }

  std::string record_, id_;
  pid_t child_ = -1;
};

class Window : public testing::Test {
 protected:
  void SetUp() override {
    if (!canDriveAWindow()) GTEST_SKIP() << "no display or no xdotool here";
    writeSmallMine(mine_);
  }
  TemporaryFolder mine_, home_;
};

TEST_F(Window, MouseAndKeysMakeCommands) {
  RunningWindow window(home_, {mine_.path().string()});
  ASSERT_TRUE(window.opened()) << contentOf(home_.at("err.txt"));
  window.size(1200, 760);
  EXPECT_TRUE(window.makes("camera ", [&] { window.drag(560, 300, 120, 40); }));
  EXPECT_TRUE(window.makes("look N", [&] { window.key("n"); }));
  EXPECT_TRUE(window.makes("tool measure-distance", [&] { window.key("m"); }));
  EXPECT_TRUE(window.makes("measure add", [&] {
    window.moveTo(500, 420);
    window.tool("click 1");
  }));
  EXPECT_EQ(window.quit(), 0);
  EXPECT_EQ(contentOf(home_.at("err.txt")), "") << "VTK or the driver had something to say";
}

TEST_F(Window, TheThresholdIsDraggedOnTheHistogram) {
  RunningWindow window(home_, {mine_.path().string()});
  ASSERT_TRUE(window.opened()) << contentOf(home_.at("err.txt"));
  window.size(1200, 760);
  // The lower handle stands at the left of the histogram.
  EXPECT_TRUE(window.makes("range ", [&] { window.drag(1200 - 322 + 20, 175, 90, 0); }));
  EXPECT_EQ(window.quit(), 0);
}

TEST_F(Window, ClicksPickAndTheCutToolMovesTheSection) {
  RunningWindow window(home_, {mine_.path().string(), "-c", "only pit", "-c", "look N"});
  ASSERT_TRUE(window.opened()) << contentOf(home_.at("err.txt"));
  window.size(1200, 760);
  ASSERT_TRUE(window.recorded("look N"));
  EXPECT_TRUE(window.makes("pick pit ", [&] {
    window.moveTo(450, 520);  // on the solid, which fills the lower left of the view
    window.tool("click 1");
  }));
  EXPECT_TRUE(window.makes("tool cut-plane", [&] { window.key("k"); }));
  EXPECT_TRUE(window.recorded("section add"));
  EXPECT_TRUE(window.makes("section move", [&] { window.drag(560, 300, 0, 60); }));
  EXPECT_EQ(window.quit(), 0);
  EXPECT_EQ(contentOf(home_.at("err.txt")), "");
}

TEST_F(Window, WhoWalksGoesToWhatIsDoubleClicked) {
  RunningWindow window(home_, {mine_.path().string(), "-c", "tool walk"});
  ASSERT_TRUE(window.opened()) << contentOf(home_.at("err.txt"));
  window.size(1200, 760);
  ASSERT_TRUE(window.recorded("tool walk"));
  EXPECT_TRUE(window.makes("walk to ", [&] {
    window.moveTo(540, 420);
    window.tool("click --repeat 2 --delay 60 1");
  }));
  EXPECT_EQ(window.quit(), 0);
}

TEST_F(Window, TheLastSessionIsRestored) {
  {
    RunningWindow window(home_, {mine_.path().string(), "-c", "exaggeration 3"});
    ASSERT_TRUE(window.opened()) << contentOf(home_.at("err.txt"));
    ASSERT_TRUE(window.recorded("exaggeration 3"));
    ASSERT_EQ(window.quit(), 0);
  }
  const auto settings = nlohmann::json::parse(contentOf(home_.at("adit/settings.json")));
  const std::vector<std::string> opened{mine_.path().string()};
  EXPECT_EQ(settings.at("sessionPaths"), opened);
  EXPECT_EQ(settings.at("recent"), opened);
  EXPECT_NE(settings.at("sessionState").get<std::string>().find("exaggeration"), std::string::npos);
  RunningWindow again(home_, {});
  EXPECT_TRUE(again.opened()) << "without paths the window opens what was open last";
  EXPECT_EQ(again.quit(), 0);
}

TEST_F(Window, OpensEmptyWithoutPathsAndBrokenSettings) {
  home_.write("adit/settings.json", "{ not json");
  RunningWindow window(home_, {});
  ASSERT_TRUE(window.shown()) << contentOf(home_.at("err.txt"));
  window.key("h");
  window.key("Escape");
  EXPECT_EQ(window.quit(), 0);
}

/// Width and height from the header of a PNG, and its bytes.
struct Png {
  int width = 0, height = 0;
  std::string bytes;
};
Png readPng(const std::string& path) {
  Png png;
  png.bytes = contentOf(path);
  if (png.bytes.size() < 24) return png;
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png.bytes[at + i]);
    return value;
  };
  png.width = number(16);
  png.height = number(20);
  return png;
}

TEST_F(Window, WritesScreenshotsThatFollowTheCommands) {
  const std::string plain = home_.at("plain.png"), stretched = home_.at("stretched.png");
  for (const auto& [path, command] : {std::pair{plain, "look N"}, std::pair{stretched, "look E"}}) {
    RunningWindow window(home_, {mine_.path().string(), "-c", command, "--screenshot", path});
    EXPECT_EQ(window.exitCode(), 0) << contentOf(home_.at("err.txt"));
  }
  const Png first = readPng(plain), second = readPng(stretched);
  EXPECT_GE(first.width, 900);
  EXPECT_GE(first.height, 560);
  EXPECT_EQ(first.width, second.width);
  EXPECT_NE(first.bytes, second.bytes);
  EXPECT_FALSE(std::filesystem::exists(home_.at("adit/settings.json"))) << "screenshots leave no traces";
}

TEST_F(Window, TheDemoTakesTheOptionsOfTheWindow) {
  const std::string path = home_.at("demo.png");
  RunningWindow window(home_, {"demo", "--size", "1024x640", "-c", "hide topography", "--screenshot", path});
  EXPECT_EQ(window.exitCode(2400), 0) << contentOf(home_.at("err.txt"));
  EXPECT_EQ(readPng(path).width, 1024);
  EXPECT_NE(window.record().find("hide topography"), std::string::npos);
}

TEST_F(Window, AWrongCommandIsToldAndTheExitCodeSaysSo) {
  RunningWindow window(home_, {mine_.path().string(), "-c", "lok N", "--screenshot", home_.at("x.png")});
  EXPECT_EQ(window.exitCode(), 1);
  EXPECT_NE(contentOf(home_.at("err.txt")).find("lok"), std::string::npos);
}

}  // namespace
}  // namespace adit::tests
