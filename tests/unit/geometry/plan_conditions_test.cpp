// What a mine plan hides of a block model at a moment.
#include "viewer/geometry/plan_conditions.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "geology/planning/mine_order.h"
#include "viewer/geometry/plan_in_time.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/selection_cache.h"

namespace adit::viewer {
namespace {

using geology::kNeverMined;
using geology::PeriodIndex;

struct Mine {
  std::shared_ptr<geology::BlockModel> model = std::make_shared<geology::BlockModel>();
  std::shared_ptr<geology::MinePlan> plan = std::make_shared<geology::MinePlan>();
  geology::Deposit deposit;

  explicit Mine(unsigned seed) {
    std::mt19937 random(seed);
    model->name = "blocks";
    model->lattice.count = {21, 17, 9};
    plan->periods.resize(5);
    geology::PlanBlocks blocks{"blocks", "", {}, geology::PlanActivity::Pit, {}};
    for (std::size_t row = 0; row < model->blockCount(); ++row)
      blocks.period.push_back(random() % 4 == 0 ? kNeverMined : static_cast<PeriodIndex>(random() % 5));
    plan->blocks = {blocks};
    deposit.blockModels = {model};
    planning::timePlan(*plan, deposit.blockModels);
    deposit.plans = {plan};
  }
  std::shared_ptr<const geology::Deposit> shared() const { return {std::shared_ptr<void>(), &deposit}; }
  const std::vector<float>& moments() const { return plan->blocks[0].minedAt.values; }
};

ViewState at(double time) {
  ViewState state;
  state.plan.on = true;
  state.plan.time = time;
  return state;
}

TEST(PlanConditions, HideWhatIsMinedByThen) {
  const Mine mine(5);
  SelectionCache cache;
  std::vector<double> times{0, 0.5, 1, 2.37, 4.999999, 5};
  for (std::size_t row = 0; row < 40; ++row)  // moments of blocks themselves, and just before
    if (const double moment = mine.moments()[row]; moment < 6) {
      times.push_back(moment);
      times.push_back(std::nextafter(moment, 0.0));
    }
  for (const double time : times) {
    const Selection selection = selectBlocks(*mine.model, at(time), mine.deposit, &cache);
    std::size_t gone = 0;
    for (std::size_t row = 0; row < mine.model->blockCount(); ++row) {
      const bool mined = static_cast<double>(mine.moments()[row]) <= time;
      gone += mined ? 1 : 0;
      ASSERT_EQ(selection.shown->test(row), !mined) << row << " at " << time;
    }
    const auto& hidden = selection.count.hidden;
    EXPECT_EQ(hidden.empty() ? 0 : hidden.front().count, gone);
    if (gone > 0) {
      EXPECT_EQ(hidden.front().reason, kMinedReason);
    }
  }
}

TEST(PlanConditions, ForwardAndBackwardAreTheSame) {
  const Mine mine(6);
  SelectionCache cache;
  std::vector<geology::BitMask> forward;
  for (double time = 0; time <= 5; time += 0.25)
    forward.push_back(*selectBlocks(*mine.model, at(time), mine.deposit, &cache).shown);
  for (double time = 5; time >= 0; time -= 0.25)
    EXPECT_EQ(*selectBlocks(*mine.model, at(time), mine.deposit, &cache).shown,
              forward[static_cast<std::size_t>(time * 4)]);
}

TEST(PlanConditions, NothingIsHiddenWhileThePlanIsOff) {
  const Mine mine(7);
  ViewState state = at(5);
  state.plan.on = false;
  EXPECT_EQ(selectBlocks(*mine.model, state, mine.deposit).count.shown, mine.model->blockCount());
}

TEST(InTheirPeriod, IsWhatIsLeftOfTheCurrentOne) {
  const Mine mine(8);
  for (const double time : {0.0, 0.3, 1.0, 2.5, 5.0}) {
    const geology::BitMask current = inTheirPeriod(mine.plan->blocks[0], time, nullptr);
    for (std::size_t row = 0; row < mine.model->blockCount(); ++row) {
      const auto moment = static_cast<double>(mine.moments()[row]);
      EXPECT_EQ(current.test(row), moment > time && moment <= std::ceil(time)) << row << " at " << time;
    }
  }
}

TEST(PlanMaker, KeepsTheGroundFromMomentToMoment) {
  const Mine mine(9);
  PlanMaker maker;
  const PlanInTime* now = maker.at(mine.shared(), at(1));
  ASSERT_NE(now, nullptr);
  const auto ground = now->ground;
  ASSERT_NE(ground, nullptr);
  EXPECT_EQ(maker.at(mine.shared(), at(3))->ground, ground);
  EXPECT_EQ(maker.at(mine.shared(), at(3))->time, 3);
  EXPECT_EQ(maker.at(mine.shared(), ViewState{}), nullptr);
}

/// A mine below level ground that reaches far enough for a heap, with a grade that tells ore.
struct HeapedMine : Mine {
  explicit HeapedMine(unsigned seed) : Mine(seed) {
    auto terrain = std::make_shared<geology::Terrain>();
    terrain->name = "ground";
    terrain->columns = terrain->rows = 41;
    terrain->origin = {-190, -190};
    terrain->stepColumn = {10, 0};
    terrain->stepRow = {0, 10};
    terrain->heights.assign(41 * 41, 9);
    deposit.terrains = {terrain};
    std::vector<float> grade, other;
    for (std::size_t row = 0; row < model->blockCount(); ++row) {
      grade.push_back(static_cast<float>(row % 10));
      other.push_back(static_cast<float>(row % 7));
    }
    model->columns = {geology::numericColumn("cu", std::move(grade)),
                      geology::numericColumn("as", std::move(other))};
  }
  ViewState view(double cutoff) const {
    ViewState state = at(5);
    state.layers["blocks"].colorBy = "cu";
    state.cutoffs["cu"] = {cutoff};
    return state;
  }
};

/// Frames that do not wait, until everything is there.
class ImpatientView {
 public:
  const PlanInTime* frame(const HeapedMine& mine, const ViewState& state) {
    return maker.at(mine.shared(), state, {false, [this] { ++told; }});
  }
  const PlanInTime* settled(const HeapedMine& mine, const ViewState& state) {
    const PlanInTime* now = frame(mine, state);
    while (maker.unfinished()) {
      std::this_thread::yield();
      now = frame(mine, state);
    }
    return now;
  }
  std::atomic<int> told = 0;
  PlanMaker maker;
};

TEST(PlanMaker, AFrameThatDoesNotWaitHasNoGroundAtFirst) {
  const HeapedMine mine(10);
  PlanMaker patient;
  const PlanInTime* whole = patient.at(mine.shared(), mine.view(5));
  EXPECT_FALSE(patient.unfinished());
  ASSERT_NE(whole->heap, nullptr);
  ImpatientView view;
  const PlanInTime* first = view.frame(mine, mine.view(5));
  EXPECT_TRUE(view.maker.unfinished());
  EXPECT_EQ(first->ground, nullptr);
  EXPECT_EQ(first->heap, nullptr);
  const PlanInTime* last = view.settled(mine, mine.view(5));
  EXPECT_EQ(view.told, 2) << "ground and heap";
  ASSERT_NE(last->heap, nullptr);
  EXPECT_EQ(last->heapTip, whole->heapTip);
  EXPECT_EQ(last->ground->openedVolume(5), whole->ground->openedVolume(5));
}

TEST(PlanMaker, OnFootTheGroundIsWaitedFor) {
  const HeapedMine mine(11);
  ViewState state = mine.view(5);
  state.tool = ToolKind::Walk;
  ImpatientView view;
  EXPECT_NE(view.frame(mine, state)->ground, nullptr);
}

TEST(PlanMaker, TheHeapOfBeforeStandsInForTheNext) {
  const HeapedMine mine(12);
  ImpatientView view;
  const auto before = view.settled(mine, mine.view(5))->heap;
  ASSERT_NE(before, nullptr);
  EXPECT_EQ(view.frame(mine, mine.view(2))->heap, before);
  EXPECT_TRUE(view.maker.unfinished());
  const auto after = view.settled(mine, mine.view(2))->heap;
  EXPECT_NE(after, before);
  EXPECT_LT(after->radius(), before->radius()) << "a lower cut-off leaves less waste";
}

TEST(PlanMaker, TheHeapDependsOnWhatTellsOreAndOnNothingElse) {
  const HeapedMine mine(13);
  ImpatientView view;
  const ViewState before = mine.view(5);
  const auto heap = view.settled(mine, before)->heap;
  ViewState state = before;
  state.camera.bearing = 77;
  state.layers["ground"].colorBy = "elevation";
  state.proportions["another model"] = "part";
  state.cutoffs["as"] = {3};  // the column that colours the model tells ore
  state.plan.time = 2;
  EXPECT_EQ(view.frame(mine, state)->heap, heap);
  EXPECT_FALSE(view.maker.unfinished());
  state.layers["blocks"].colorBy = "as";
  view.frame(mine, state);
  EXPECT_TRUE(view.maker.unfinished());
  EXPECT_NE(view.settled(mine, state)->heap, heap);
  state.plan.dumps = false;
  EXPECT_EQ(view.frame(mine, state)->heap, nullptr);
}

TEST(PlanMaker, ThePlanOfBeforeIsNotTheNext) {
  HeapedMine mine(14);
  auto other = std::make_shared<geology::MinePlan>(*mine.plan);
  other->name = "other";
  for (std::size_t row = 0; row < mine.model->blockCount(); ++row)
    other->blocks[0].period[row] = row % 3 == 0 ? PeriodIndex{0} : kNeverMined;
  planning::timePlan(*other, mine.deposit.blockModels);
  mine.deposit.plans.push_back(other);
  ViewState first = mine.view(5), second = first;
  second.plan.plan = "other";
  PlanMaker fresh, maker;
  const double volume = fresh.at(mine.shared(), second)->ground->openedVolume(5);
  const auto before = maker.at(mine.shared(), first)->ground;
  const PlanInTime* after = maker.at(mine.shared(), second);
  EXPECT_NE(before->openedVolume(5), volume);
  EXPECT_EQ(after->plan, other);
  EXPECT_EQ(after->ground->openedVolume(5), volume);
  EXPECT_EQ(maker.at(mine.shared(), first)->ground->openedVolume(5), before->openedVolume(5));
}

TEST(PlanMaker, APlanWithDumpsOfItsOwnHasNoSketchOfOne) {
  HeapedMine mine(16);
  auto plan = std::make_shared<geology::MinePlan>(*mine.plan);
  plan->solids = {{"dump", geology::PlanActivity::Dump, 0, 4}};
  PlanMaker maker;
  EXPECT_NE(maker.at(mine.shared(), mine.view(5))->heap, nullptr);
  mine.deposit.plans = {plan};
  EXPECT_EQ(maker.at(mine.shared(), mine.view(5))->heap, nullptr);
}

TEST(PlanMaker, APlanWithoutPeriodsOrBlocksIsNoMine) {
  HeapedMine mine(15);
  auto empty = std::make_shared<geology::MinePlan>();
  empty->name = "empty";
  mine.deposit.plans = {empty};
  PlanMaker maker;
  const PlanInTime* now = maker.at(mine.shared(), mine.view(5));
  ASSERT_NE(now, nullptr);
  EXPECT_EQ(now->time, 0);
  EXPECT_EQ(now->blocks, nullptr);
  EXPECT_EQ(now->ground, nullptr);
  EXPECT_EQ(now->heap, nullptr);
  EXPECT_FALSE(maker.unfinished());
}

}  // namespace
}  // namespace adit::viewer
