#include "geology/planning/closure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/model/random.h"
#include "tests/unit/planning/mineflow_data.h"

namespace adit::planning {
namespace {

using geology::BitMask;
using geology::Progress;
using tests::cubes;
using tests::mineflowValues;
using tests::slope;
using Values = std::vector<std::int64_t>;

constexpr std::array kSolvers{ClosureSolver::Pseudoflow, ClosureSolver::BoykovKolmogorov,
                              ClosureSolver::PushRelabel};

std::vector<std::size_t> members(const BitMask& mask) {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < mask.size(); ++i)
    if (mask.test(i)) list.push_back(i);
  return list;
}

template <class Precedence>
Closure solved(const Precedence& precedence, const Values& values,
               ClosureSolver solver = ClosureSolver::Pseudoflow) {
  Progress progress;
  return largestClosure(precedence, values, progress, solver);
}

TEST(Closure, ToyModelsOfMineFlow) {
  const auto a = ListPrecedence::of({{2, 3}, {3, 4}, {}, {}, {}});
  const auto b = ListPrecedence::of({{2, 3, 4}, {3, 4, 5}, {}, {}, {}, {}});
  for (const ClosureSolver solver : kSolvers) {
    const Closure toyA = solved(a, {7, 2, -2, -2, -2}, solver);
    EXPECT_EQ(toyA.fault, "");
    EXPECT_EQ(toyA.value, 3);
    EXPECT_THAT(members(toyA.nodes), testing::ElementsAre(0, 2, 3));
    const Closure toyB = solved(b, {7, 3, -2, -2, -2, -4}, solver);
    EXPECT_EQ(toyB.fault, "");
    EXPECT_EQ(toyB.value, 1);
    EXPECT_THAT(members(toyB.nodes), testing::ElementsAre(0, 2, 3, 4));
  }
}

TEST(Closure, OfTiesTheSmallest) {
  // Ore that just pays for its cover is left: mining it changes nothing.
  const auto precedence = ListPrecedence::of({{1}, {}, {3}, {}, {}});
  for (const ClosureSolver solver : kSolvers) {
    const Closure closure = solved(precedence, {4, -4, 5, -4, 0}, solver);
    EXPECT_EQ(closure.fault, "");
    EXPECT_EQ(closure.value, 1);
    EXPECT_THAT(members(closure.nodes), testing::ElementsAre(2, 3));
  }
}

TEST(Closure, NothingAndEverything) {
  const auto precedence = ListPrecedence::of({{1}, {}});
  for (const ClosureSolver solver : kSolvers) {
    EXPECT_EQ(solved(precedence, {-3, -1}, solver).nodes.count(), 0U);
    EXPECT_EQ(solved(precedence, {0, 0}, solver).nodes.count(), 0U);
    const Closure all = solved(precedence, {3, 1}, solver);
    EXPECT_EQ(all.nodes.count(), 2U);
    EXPECT_EQ(all.flow, 0);
    EXPECT_EQ(solved(ListPrecedence(), {}, solver).fault, "");
  }
}

/// The smallest of the best of all 2^n sets.
std::pair<std::int64_t, std::uint32_t> bruteForce(const std::vector<std::vector<NodeIndex>>& predecessors,
                                                  const Values& values) {
  std::int64_t best = 0;
  std::uint32_t common = 0;
  for (std::uint32_t set = 0; set < (1U << values.size()); ++set) {
    std::int64_t value = 0;
    bool closed = true;
    for (std::size_t b = 0; b < values.size() && closed; ++b) {
      if (((set >> b) & 1U) == 0) continue;
      value += values[b];
      for (const NodeIndex p : predecessors[b]) closed = closed && ((set >> p) & 1U) != 0;
    }
    if (!closed || value < best) continue;
    // Optimal closures are closed under intersection: the smallest is what all have in common.
    common = value > best ? set : common & set;
    best = value;
  }
  return {best, common};
}

TEST(Closure, EqualsBruteForceOverAllClosuresOfRandomGraphs) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    geology::Random random(seed);
    const std::size_t n = 2 + random.next() % 12;
    Values values;
    std::vector<std::vector<NodeIndex>> predecessors(n);
    const double dense = random.uniform(.05, .5);
    for (std::size_t b = 0; b < n; ++b) {
      values.push_back(static_cast<std::int64_t>(random.next() % 13) - 6);  // small numbers: many ties
      for (std::size_t p = b + 1; p < n; ++p)
        if (random.chance(dense)) predecessors[b].push_back(static_cast<NodeIndex>(p));
    }
    const auto [value, set] = bruteForce(predecessors, values);
    for (const ClosureSolver solver : kSolvers) {
      const Closure closure = solved(ListPrecedence::of(predecessors), values, solver);
      ASSERT_EQ(closure.fault, "") << seed;
      ASSERT_EQ(closure.value, value) << seed;
      for (std::size_t b = 0; b < n; ++b) ASSERT_EQ(closure.nodes.test(b), ((set >> b) & 1U) != 0) << seed;
    }
  }
}

TEST(Closure, EqualsBruteForceOnEveryTinyGrid) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    geology::Random random(seed + 1000);
    const geology::Lattice lattice = cubes(3, 2, 3);
    Values values;
    for (int b = 0; b < 18; ++b) values.push_back(static_cast<std::int64_t>(random.next() % 15) - 9);
    const GridPrecedence precedence = slope(lattice, 45);
    std::vector<std::vector<NodeIndex>> predecessors(18);
    for (NodeIndex b = 0; b < 18; ++b)
      precedence.visit(b, 0, [&](NodeIndex p, std::size_t) {
        predecessors[b].push_back(p);
        return false;
      });
    const auto [value, set] = bruteForce(predecessors, values);
    const Closure closure = solved(precedence, values);
    ASSERT_EQ(closure.fault, "") << seed;
    ASSERT_EQ(closure.value, value) << seed;
    for (std::size_t b = 0; b < 18; ++b) ASSERT_EQ(closure.nodes.test(b), ((set >> b) & 1U) != 0) << seed;
  }
}

TEST(Closure, SolversAgreeBlockForBlockOnRandomPits) {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    geology::Random random(seed + 77);
    const geology::Lattice lattice = cubes(17, 14, 11);
    Values values;
    for (std::int64_t b = 0; b < lattice.cellCount(); ++b)
      values.push_back(random.chance(.12) ? static_cast<std::int64_t>(random.next() % 90) : -4);
    std::vector<std::uint8_t> region;  // two slopes, left and right
    for (std::int64_t b = 0; b < lattice.cellCount(); ++b) region.push_back(lattice.cellAt(b)[0] < 8 ? 0 : 1);
    const GridPrecedence precedence(
        lattice.count, {slopeOffsets(lattice, {{0, 40}}, 8), slopeOffsets(lattice, {{0, 55}, {90, 35}}, 8)},
        region);
    const Closure first = solved(precedence, values);
    ASSERT_EQ(first.fault, "");
    ASSERT_GT(first.nodes.count(), 0U);
    EXPECT_EQ(solved(precedence, values, ClosureSolver::BoykovKolmogorov).nodes, first.nodes);
    EXPECT_EQ(solved(precedence, values, ClosureSolver::PushRelabel).nodes, first.nodes);
  }
}

TEST(Closure, CheckFindsWhatIsNotOptimalOrNotClosed) {
  const auto precedence = ListPrecedence::of({{1}, {}});
  Closure closure = solved(precedence, {5, -2});
  ASSERT_EQ(closure.fault, "");
  closure.nodes.reset(1);
  EXPECT_THAT(faultOf(precedence, Values{5, -2}, closure), testing::HasSubstr("hanging"));
  closure.nodes.reset(0);
  closure.value = 0;
  EXPECT_THAT(faultOf(precedence, Values{5, -2}, closure), testing::HasSubstr("not the optimum"));
  EXPECT_THAT(solved(precedence, {std::int64_t{3} << 61, 1}).fault, testing::HasSubstr("too large"));
  EXPECT_THAT(solved(precedence, {1}).fault, testing::HasSubstr("one value"));
}

TEST(Closure, HearsTheCallToStop) {
  Progress progress;
  progress.cancel();
  const geology::Lattice lattice = cubes(4, 4, 4);
  const Values values(64, 1);
  EXPECT_THROW(largestClosure(slope(lattice, 45), values, progress), geology::Cancelled);
}

TEST(Precedence, FindsACycleAndAnOrder) {
  EXPECT_FALSE(ListPrecedence::of({{1}, {2}, {}}).findCycle());
  EXPECT_THAT(miningOrder(ListPrecedence::of({{1}, {2}, {}})), testing::ElementsAre(2, 1, 0));
  const auto cycle = ListPrecedence::of({{1}, {2}, {1}, {0}});
  const auto node = cycle.findCycle();
  ASSERT_TRUE(node);
  EXPECT_THAT(*node, testing::AnyOf(1U, 2U));  // 0 and 3 wait, but not for themselves
  EXPECT_TRUE(miningOrder(cycle).empty());
}

struct Published {
  double angle;
  int levels;
  std::size_t blocks;
  std::int64_t value;
};

TEST(Closure, Sim2d76AsPublished) {
  ADIT_NEEDS_REAL_DATA("bm_mineflow");
  const Values values = mineflowValues("sim2d76.dat");
  ASSERT_EQ(values.size(), 3000U);
  const geology::Lattice lattice = cubes(75, 1, 40);
  EXPECT_EQ(slopeOffsets(lattice, {{0, 45}}, 8).size(), 3U);  // the 1:3 pattern
  for (const Published& expected :
       {Published{45, 8, 945, 295'932}, Published{50, 8, 927, 318'661}, Published{40, 8, 946, 276'408}})
    for (const ClosureSolver solver : kSolvers) {
      const Closure closure = solved(slope(lattice, expected.angle, expected.levels), values, solver);
      EXPECT_EQ(closure.fault, "");
      EXPECT_EQ(closure.nodes.count(), expected.blocks) << expected.angle;
      EXPECT_EQ(closure.value, expected.value) << expected.angle;
    }
}

TEST(Closure, BauxitemedAsPublished) {
  ADIT_NEEDS_REAL_DATA("bm_mineflow");
  const Values values = mineflowValues("bauxitemed.dat");
  const geology::Lattice lattice = cubes(120, 120, 26);
  ASSERT_EQ(values.size(), static_cast<std::size_t>(lattice.cellCount()));
  const Closure eight = solved(slope(lattice, 45, 8), values);
  EXPECT_EQ(eight.fault, "");
  EXPECT_EQ(eight.nodes.count(), 74'412U);
  EXPECT_EQ(eight.value, 28'416'592);
  const Closure nine = solved(slope(lattice, 45, 9), values);
  EXPECT_EQ(nine.nodes.count(), 74'587U);
  EXPECT_EQ(nine.value, 28'288'679);
  const Closure five = solved(slope(lattice, 45, 1), values);  // a cross of five above each block
  EXPECT_EQ(five.nodes.count(), 73'419U);
  EXPECT_EQ(five.value, 29'690'715);
  std::vector<CellOffset> square;
  for (std::int16_t y = -1; y <= 1; ++y)
    for (std::int16_t x = -1; x <= 1; ++x) square.push_back({x, y, 1});
  const Closure ninePattern = solved(GridPrecedence(lattice.count, {square}), values);
  EXPECT_EQ(ninePattern.nodes.count(), 77'677U);
  EXPECT_EQ(ninePattern.value, 25'697'179);
  EXPECT_EQ(solved(slope(lattice, 45, 8), values, ClosureSolver::BoykovKolmogorov).nodes, eight.nodes);
}

TEST(Closure, BauxitemedHasThePublishedNumberOfArcs) {
  const GridPrecedence precedence = slope(cubes(120, 120, 26), 45, 8);
  std::size_t arcs = 0;
  for (NodeIndex node = 0; node < precedence.size(); ++node)
    precedence.visit(node, 0, [&](NodeIndex, std::size_t) {
      ++arcs;
      return false;
    });
  EXPECT_EQ(arcs, 5'349'104U);
}

}  // namespace
}  // namespace adit::planning
