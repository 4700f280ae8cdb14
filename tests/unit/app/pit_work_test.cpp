// The pit that follows the view: limits while a slider is drawn, the whole where it ends, and nothing waits.
#include "viewer/app/pit_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "geology/planning/pit_json.h"
#include "tests/unit/planning/random_pit.h"
#include "viewer/app/document.h"
#include "viewer/app/script.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

class PitWorkTest : public testing::Test {
 protected:
  PitAsk ask(double price) const {
    ViewState state;
    state.pit = {true, tests::pitTerms()};
    state.pit.inputs.metals[0].price = price;
    return *pitAsk(deposit_, state);
  }
  /// Frames with this question until nothing is under way; the answers that came.
  std::vector<std::shared_ptr<const PitAnswer>> settle(const std::optional<PitAsk>& asked) {
    std::vector<std::shared_ptr<const PitAnswer>> answers;
    do {
      while (auto answer = work_.take()) answers.push_back(std::move(answer));
      work_.follow(asked);
      std::this_thread::yield();
    } while (work_.busy());
    while (auto answer = work_.take()) answers.push_back(std::move(answer));
    return answers;
  }

  std::shared_ptr<const geology::Deposit> deposit_ = std::make_shared<geology::Deposit>(tests::pitDeposit(3));
  std::atomic<int> told_ = 0;
  PitWork work_{[this] { ++told_; }};
};

TEST_F(PitWorkTest, FirstTheLimitThenTheRest) {
  const auto answers = settle(ask(9000));
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0]->detail, PitDetail::Limit);
  EXPECT_EQ(answers[1]->detail, PitDetail::Whole);
  EXPECT_TRUE(answers[1]->plan);
  EXPECT_GE(told_, 2);
  EXPECT_TRUE(settle(ask(9000)).empty()) << "an answered question is not asked again";
}

TEST_F(PitWorkTest, TheLatestQuestionWins) {
  std::vector<std::shared_ptr<const PitAnswer>> answers;
  for (int step = 0; step < 200; ++step) {
    work_.follow(ask(8000 + step));
    while (auto answer = work_.take()) answers.push_back(std::move(answer));
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const auto last = settle(ask(9000));
  ASSERT_FALSE(last.empty());
  EXPECT_EQ(last.back()->detail, PitDetail::Whole);
  EXPECT_EQ(last.back()->ask, ask(9000));
  geology::Progress progress;
  EXPECT_EQ(last.back()->plan->blocks[0].period,
            answerPit(ask(9000), PitDetail::Whole, progress).plan->blocks[0].period);
}

TEST_F(PitWorkTest, CancelledWorkIsNotBegunAgainUntilTheQuestionChanges) {
  work_.follow(ask(9000));
  work_.cancel();
  for (const auto& answer : settle(ask(9000))) EXPECT_EQ(answer->detail, PitDetail::Limit);
  EXPECT_TRUE(work_.wasCancelled());
  EXPECT_TRUE(settle(ask(9000)).empty());
  EXPECT_EQ(settle(ask(9100)).size(), 2U);
  EXPECT_FALSE(work_.wasCancelled());
}

TEST_F(PitWorkTest, NothingAskedIsForgotten) {
  work_.follow(ask(9000));
  settle(std::nullopt);
  EXPECT_FALSE(work_.asked());
  EXPECT_FALSE(work_.busy());
}

std::string json() {
  return planning::pitToJson(tests::pitTerms());
}

TEST_F(PitWorkTest, AScriptHasThePitBeforeItSpeaksOfItsPlan) {
  const std::vector<ScriptLine> lines{
      {formatCommand(command("pit inputs", json())), "1"}, {"pit on", "2"}, {"plan time 'year 2'", "3"}};
  const OrError<Viewed> viewed = viewAfter(deposit_, {}, lines);
  ASSERT_TRUE(std::holds_alternative<Viewed>(viewed)) << std::get<CommandError>(viewed).message;
  const auto& [known, state] = std::get<Viewed>(viewed);
  const geology::MinePlan* plan = shownPlan(*known, state);
  ASSERT_NE(plan, nullptr);
  EXPECT_EQ(planTime(*plan, state.plan), 2);
  geology::Progress progress;
  EXPECT_EQ(plan->blocks[0].period, answerPit(ask(9000), PitDetail::Whole, progress).plan->blocks[0].period);
}

TEST_F(PitWorkTest, ADocumentKeepsItsPitWhenMoreIsKnown) {
  Document document;
  project::OpenResult opened;
  opened.deposit = deposit_;
  document.open(std::move(opened), "", {});
  ASSERT_EQ(document.run({{command("pit inputs", json()), ""}, {command("pit", true), ""}}), "");
  geology::Progress progress;
  const auto answer = std::make_shared<const PitAnswer>(answerPit(ask(9000), PitDetail::Whole, progress));
  document.learnPit(answer);
  EXPECT_EQ(shownPlan(document.deposit(), document.state()), answer->plan.get());
  document.learn(std::make_shared<geology::Deposit>(*deposit_));  // as data support is learned
  EXPECT_EQ(shownPlan(document.deposit(), document.state()), answer->plan.get());
  document.learnPit(nullptr);
  EXPECT_TRUE(document.deposit().plans.empty());
}

}  // namespace
}  // namespace adit::viewer
