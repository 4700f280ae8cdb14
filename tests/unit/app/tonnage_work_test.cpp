// The tonnes that follow the view: the latest question is answered, and the frame never waits.
#include "viewer/app/tonnage_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <thread>

#include "tests/panels/sample_deposit.h"

namespace adit::viewer {
namespace {

class TonnageWorkTest : public testing::Test {
 protected:
  std::optional<TonnageQuestion> question(double lo) {
    ViewState state;
    state.filters["Block model"].ranges["cu_pct"] = {lo, std::numeric_limits<double>::infinity()};
    state.densities["Block model"] = {{}, 2.5};
    return tonnageQuestion(deposit_, state, "Block model", "cu_pct");
  }
  /// Frames with this question until its answer is there.
  void settle(const std::optional<TonnageQuestion>& asked) {
    do {
      work_.follow(asked);
      std::this_thread::yield();
    } while (!work_.facts().known);
  }
  static TonnageFacts answerTo(const std::optional<TonnageQuestion>& asked) {
    SelectionCache cache;
    return shownTonnage(*asked, cache, {});
  }

  std::shared_ptr<const geology::Deposit> deposit_ = tests::sampleDeposit();
  std::atomic<int> told_ = 0;
  TonnageWork work_{[this] { ++told_; }};
};

TEST_F(TonnageWorkTest, AnswersAndTells) {
  EXPECT_EQ(work_.facts(), TonnageFacts{});
  const auto asked = question(0.5);
  work_.follow(asked);
  EXPECT_TRUE(work_.busy());
  EXPECT_FALSE(work_.facts().known);
  EXPECT_EQ(work_.facts().lo, 0.5);
  settle(asked);
  EXPECT_EQ(work_.facts(), answerTo(asked));
  EXPECT_EQ(told_, 1);
  work_.follow(asked);
  EXPECT_FALSE(work_.busy()) << "an answered question is not asked again";
}

TEST_F(TonnageWorkTest, TheLastQuestionOfADragIsAnswered) {
  for (int step = 0; step <= 200; ++step) work_.follow(question(step * 0.01));
  settle(question(2));
  EXPECT_EQ(work_.facts(), answerTo(question(2)));
  EXPECT_LE(told_, 201);
}

TEST_F(TonnageWorkTest, OldNumbersStayUntilNewOnesAreKnown) {
  settle(question(0.5));
  const TonnageFacts before = work_.facts();
  work_.follow(question(0.9));
  EXPECT_FALSE(work_.facts().known);
  EXPECT_EQ(work_.facts().lo, 0.5) << "the numbers say what they are of";
  EXPECT_EQ(work_.facts().blocks, before.blocks);
  settle(question(0.9));
}

TEST_F(TonnageWorkTest, WithoutAQuestionTheDepositIsLetGo) {
  settle(question(0.5));
  work_.follow(std::nullopt);
  EXPECT_EQ(work_.facts(), TonnageFacts{});
  EXPECT_EQ(deposit_.use_count(), 1);
  settle(question(0.5));
  EXPECT_GT(work_.facts().blocks, 0U);
}

}  // namespace
}  // namespace adit::viewer
