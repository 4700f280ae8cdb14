// adit estimate on a small mine: plans there and back, whole files or none, progress, Ctrl+C.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

json smallPlan() {
  return json::parse(R"({"column": "cu_pct", "composites": {"length": 5},
    "estimator": {"method": "inverse-distance", "power": 2}, "search": {"ranges": 300},
    "passes": [{"reach": 1, "maxSamples": 8}], "density": 2.5,
    "target": {"origin": [500000, 4000000, 1100], "size": [20, 20, 20], "count": [5, 4, 5]}})");
}

/// Some minutes of work: a million blocks, a thousand points in each.
json longPlan() {
  json plan = smallPlan();
  plan["estimator"] = json::parse(R"({"method": "ordinary-kriging", "variogram": {"nugget": 0.1,
    "structures": [{"model": "exponential", "sill": 1, "ranges": 100}]}})");
  plan["points"] = {10, 10, 10};
  plan["target"]["count"] = {100, 100, 100};
  plan["target"]["size"] = {1, 1, 1};
  return plan;
}

class Estimate : public testing::Test {
 protected:
  Estimate() {
    writeSmallMine(mine_);
    out_.write("small.json", smallPlan().dump());
    out_.write("long.json", longPlan().dump());
  }
  std::vector<std::string> arguments(const std::string& plan, const std::string& output) const {
    return {"estimate", mine_.path().string(), "--no-cache", "--plan", out_.at(plan), "-o", out_.at(output)};
  }
  std::vector<std::string> filesOut() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(out_.path()))
      names.push_back(entry.path().filename().string());
    return names;
  }

  TemporaryFolder mine_, out_;
};

TEST_F(Estimate, WritesTheModelAndWhatItRestsOn) {
  const AditRun run = runAdit(arguments("small.json", "model.csv"));
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(filesOut(), testing::UnorderedElementsAre("small.json", "long.json", "model.csv",
                                                        "model.csv.estimate.json"));
  const json record = json::parse(contentOf(out_.at("model.csv.estimate.json")));
  EXPECT_EQ(record["plan"]["density"], 2.5);
  EXPECT_NEAR(record["estimate"]["tonnes"].get<double>(), 100 * 8000 * 2.5, 1) << "every block is reached";
  EXPECT_THAT(run.out, HasSubstr("2,000,000 at"));
  // The plan of the record is a plan.
  out_.write("again.json", record["plan"].dump());
  EXPECT_EQ(runAdit(arguments("again.json", "again.csv")).exitCode, 0);
  EXPECT_EQ(contentOf(out_.at("again.csv")), contentOf(out_.at("model.csv")));
}

TEST_F(Estimate, TakesTheSamplesOfAFilterAlone) {
  std::vector<std::string> filtered = arguments("small.json", "model.csv");
  filtered.insert(filtered.end(), {"--filter", "rock == \"POR\""});
  const AditRun run = runAdit(filtered);
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("1 sample left out"));
  const json record = json::parse(contentOf(out_.at("model.csv.estimate.json")));
  EXPECT_EQ(record["samples"]["filteredOut"], 1);
  EXPECT_EQ(record["plan"]["filter"], "rock == \"POR\"");
  filtered.back() = "rok == \"POR\"";
  const AditRun wrong = runAdit(filtered);
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_THAT(wrong.err, HasSubstr("did you mean 'rock'?"));
}

TEST_F(Estimate, AModelThatCannotBeWrittenLeavesTheOldOne) {
  out_.write("model.csv", "the old one");
  json broken = smallPlan();
  broken["column"] = "gold";
  out_.write("broken.json", broken.dump());
  const AditRun run = runAdit(arguments("broken.json", "model.csv"));
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("EST-NO-COLUMN"));
  EXPECT_EQ(contentOf(out_.at("model.csv")), "the old one");
}

TEST_F(Estimate, MembersOfThePlanAreChangedOnTheCommandLine) {
  auto few = arguments("small.json", "few.csv");
  few.insert(few.end(), {"--set", "passes[0].maxSamples=1", "--set", "density=none"});
  const AditRun run = runAdit(few);
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const json record = json::parse(contentOf(out_.at("few.csv.estimate.json")));
  EXPECT_EQ(record["plan"]["passes"][0]["maxSamples"], 1);
  EXPECT_FALSE(record["plan"].contains("density"));
  auto wrong = arguments("small.json", "wrong.csv");
  wrong.insert(wrong.end(), {"--set", "passes[0].maxSample=1"});
  const AditRun refused = runAdit(wrong);
  EXPECT_EQ(refused.exitCode, 2);
  EXPECT_THAT(refused.err, HasSubstr("maxSample"));
  EXPECT_FALSE(std::filesystem::exists(out_.at("wrong.csv")));
}

/// Starts the program in the background; what it says goes to files.
class Started {
 public:
  explicit Started(std::vector<std::string> arguments) : err_(folder_.at("err")) {
    child_ = ::fork();
    if (child_ != 0) return;
    ::unsetenv("DISPLAY");
    ::setenv("HOME", folder_.path().c_str(), 1);
    becomeAdit(std::move(arguments), folder_.at("out"), err_);
  }
  ~Started() {
    if (child_ > 0) ::kill(child_, SIGKILL), ::waitpid(child_, nullptr, 0);
  }
  Started(const Started&) = delete;
  Started& operator=(const Started&) = delete;

  std::string said() const { return contentOf(err_); }
  bool says(const std::string& text) const {
    for (int i = 0; i < 600; ++i) {
      if (said().find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }
  void interrupt() const { ::kill(child_, SIGINT); }
  /// 128 + signal when it was killed; -1 when it does not end.
  int ended() {
    for (int i = 0; i < 600; ++i) {
      int status = 0;
      if (::waitpid(child_, &status, WNOHANG) == child_) {
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return -1;
  }

 private:
  TemporaryFolder folder_;
  std::string err_;
  pid_t child_ = -1;
};

TEST_F(Estimate, TellsItsProgressAndIsCancelledByCtrlC) {
  out_.write("model.csv", "the old one");
  Started started(arguments("long.json", "model.csv"));
  ASSERT_TRUE(started.says("estimating blocks")) << started.said();
  EXPECT_THAT(started.said(), Not(HasSubstr("\r"))) << "a file gets plain lines";
  started.interrupt();
  EXPECT_EQ(started.ended(), 130);
  EXPECT_THAT(started.said(), HasSubstr("cancelled; nothing was written"));
  EXPECT_EQ(contentOf(out_.at("model.csv")), "the old one");
  EXPECT_THAT(filesOut(), testing::UnorderedElementsAre("small.json", "long.json", "model.csv"));
}

}  // namespace
}  // namespace adit::tests
