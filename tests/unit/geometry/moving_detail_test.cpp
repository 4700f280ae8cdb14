// The level of detail under the hand follows the number of faces up and down, and comes to rest.
#include "viewer/geometry/moving_detail.h"

#include <gtest/gtest.h>

#include <cmath>

namespace adit::viewer {
namespace {

constexpr std::size_t kMost = 100'000;

/// One picture of a model whose whole skin has so many faces and each level `ratio` times fewer. Returns the
/// number of skins that had to be made.
int picture(DetailLevel& detail, double whole, double ratio, std::size_t most = kMost) {
  detail.begin(most, std::nullopt);
  for (int made = 1;; ++made)
    if (detail.fits(static_cast<std::size_t>(whole / std::pow(ratio, detail.level())), most)) return made;
}

TEST(DetailLevel, RisesAsFarAsItMustAndFallsAgain) {
  DetailLevel detail;
  picture(detail, 50'000, 4);
  EXPECT_EQ(detail.level(), 0);
  picture(detail, 5'000'000, 4);
  EXPECT_EQ(detail.level(), 3);
  for (int i = 0; i < 3; ++i) picture(detail, 300'000, 4);
  EXPECT_EQ(detail.level(), 1);
  for (int i = 0; i < 2; ++i) picture(detail, 90'000, 4);
  EXPECT_EQ(detail.level(), 0);
}

TEST(DetailLevel, WhatWasTriedInVainIsNotTriedAgain) {
  DetailLevel detail;
  // Ragged: one face of level 1 is eight of level 0. A smooth surface would have had room.
  picture(detail, 900'000, 8);
  ASSERT_EQ(detail.level(), 2);
  int made = 0;
  for (int i = 0; i < 100; ++i) made += picture(detail, 160'000, 8);
  EXPECT_EQ(detail.level(), 1);
  EXPECT_LE(made, 104);
}

TEST(DetailLevel, IsTriedAgainWhenOtherBlocksAreShown) {
  DetailLevel detail;
  picture(detail, 2'000'000, 160);  // every second block, like a chessboard
  ASSERT_EQ(detail.level(), 1);
  for (int i = 0; i < 3; ++i) picture(detail, 90'000, 10);
  EXPECT_EQ(detail.level(), 0);
}

TEST(DetailLevel, IsWholeWhereAllFacesAreKnownToFit) {
  DetailLevel detail;
  picture(detail, 5'000'000, 4);
  detail.begin(kMost, 20'000);
  EXPECT_EQ(detail.level(), 0);
  picture(detail, 5'000'000, 4);
  for (int i = 0; i < 5; ++i) {
    detail.begin(kMost, 150'000);
    while (!detail.fits(150'000 >> (2 * detail.level()), kMost)) {
    }
  }
  EXPECT_EQ(detail.level(), 1) << "known to be too many: not even tried";
}

TEST(DetailLevel, EndsAtTheCoarsest) {
  DetailLevel detail;
  picture(detail, 1e12, 4);
  EXPECT_EQ(detail.level(), DetailLevel::kCoarsest);
}

/// A machine that takes `base` seconds for a picture and `each` more for every face.
struct Machine {
  double base, each;
  double seconds(std::size_t faces) const { return base + each * static_cast<double>(faces); }
};

/// A model of 8 million faces is turned for 200 pictures: the seconds of the last, and how often the level
/// has changed in the last 100.
struct Drag {
  double seconds = 0;
  int changes = 0;
  int level = 0;
};
Drag drag(const Machine& machine) {
  FaceBudget budget(150'000);
  DetailLevel detail;
  Drag drag;
  for (int i = 0; i < 200; ++i) {
    const int before = detail.level();
    picture(detail, 8e6, 4, budget.most());
    if (i >= 100 && detail.level() != before) ++drag.changes;
    const auto faces = static_cast<std::size_t>(8e6 / std::pow(4, detail.level()));
    drag.seconds = machine.seconds(faces);
    budget.measured(faces, drag.seconds);
  }
  drag.level = detail.level();
  return drag;
}

TEST(FaceBudget, AFastMachineDrawsMore) {
  const Drag fast = drag({0.001, 1e-9});
  EXPECT_EQ(fast.level, 0);
  EXPECT_EQ(fast.changes, 0);
  const Drag middling = drag({0.002, 1e-8});
  EXPECT_GT(middling.level, 0);
  EXPECT_LT(middling.level, drag({0.01, 1e-7}).level);
}

TEST(FaceBudget, ASlowMachineDrawsLessAndComesToRest) {
  for (const Machine& machine : {Machine{0.01, 1e-6}, {0.03, 1e-6}, {0.005, 3e-7}, {0.045, 1e-7}}) {
    const Drag slow = drag(machine);
    EXPECT_LE(slow.seconds, 0.051) << machine.base << " " << machine.each;
    EXPECT_EQ(slow.changes, 0) << machine.base << " " << machine.each;
  }
}

TEST(FaceBudget, NothingDrawnSaysNothing) {
  FaceBudget budget(150'000);
  budget.measured(0, 1);
  budget.measured(1000, 0);
  budget.measured(1000, 0.01);
  EXPECT_EQ(budget.most(), 150'000U);
}

TEST(FaceBudget, OneSlowPictureSaysNothing) {
  FaceBudget budget(150'000);
  for (int i = 0; i < 10; ++i) {
    budget.measured(100'000, 0.25);  // its shaders were compiled
    budget.measured(100'000, 0.045);
  }
  EXPECT_EQ(budget.most(), 150'000U);
  budget.measured(100'000, 0.25);
  budget.measured(100'000, 0.25);
  EXPECT_EQ(budget.most(), 20'000U);
}

TEST(FaceBudget, WhatAPictureCostsWithoutItsFacesIsNotHeldAgainstThem) {
  // 30 ms for the pixels of a large window: as a share of one picture of 10,000 faces (31 ms) nothing more
  // would fit, where 10 ms are left for 100,000.
  const Machine machine{0.03, 1e-7};
  FaceBudget budget(20'000);
  for (const std::size_t faces : {10'000U, 10'000U, 20'000U, 20'000U})
    budget.measured(faces, machine.seconds(faces));
  EXPECT_NEAR(static_cast<double>(budget.most()), 100'000, 1);
}

TEST(FaceBudget, ABusyMomentIsForgotten) {
  const Machine quick{0.005, 1e-7}, busy{0.05, 1e-6};
  FaceBudget budget(150'000);
  for (int i = 0; i < 2; ++i) budget.measured(150'000, busy.seconds(150'000));
  for (int i = 0; i < 10; ++i) budget.measured(20'000, quick.seconds(20'000));
  EXPECT_LT(budget.most(), 60'000U) << "150,000 are known to be too many";
  for (int i = 0; i < 400; ++i) budget.measured(20'000, quick.seconds(20'000));
  EXPECT_GT(budget.most(), 100'000U);
}

}  // namespace
}  // namespace adit::viewer
