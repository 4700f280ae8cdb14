// How solid each class is drawn: told apart at any distance, and without colour.
#include "viewer/state/solidity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "viewer/state/evidence.h"

namespace adit::viewer {
namespace {

Solidity at(Knowledge known, std::size_t step) {
  return solidityOf(honestCode(known, step));
}

TEST(Solidity, ClassesStayApartAtAnyDistance) {
  for (std::size_t a = 0; a < kNearSteps; ++a)
    for (std::size_t b = 0; b < kNearSteps; ++b) {
      EXPECT_GT(at(Knowledge::Measured, a).drawn, at(Knowledge::Indicated, b).drawn + 0.1F);
      EXPECT_GT(at(Knowledge::Indicated, a).drawn, at(Knowledge::Inferred, b).drawn + 0.03F);
      EXPECT_GT(at(Knowledge::Inferred, a).drawn, at(Knowledge::Unclassified, b).drawn + 0.1F);
    }
}

TEST(Solidity, OnlyWhatIsWellKnownCannotBeLookedThrough) {
  for (std::size_t step = 0; step < kNearSteps; ++step) {
    EXPECT_EQ(at(Knowledge::Measured, step).pale, 1);
    EXPECT_EQ(at(Knowledge::Indicated, step).pale, 1);
    EXPECT_EQ(at(Knowledge::Inferred, step).pale, 0);
    EXPECT_EQ(at(Knowledge::DrillingOnly, step).pale, 0) << "no classes: never solid";
    EXPECT_EQ(at(Knowledge::Unclassified, step).outline, 1);
  }
  EXPECT_EQ(at(Knowledge::Measured, 0).drawn, 1);
}

TEST(Solidity, DotsThinOutWithDistance) {
  for (std::size_t k = 0; k < kKnowledges; ++k)
    for (std::size_t step = 1; step < kNearSteps; ++step)
      EXPECT_LE(at(static_cast<Knowledge>(k), step).drawn, at(static_cast<Knowledge>(k), step - 1).drawn);
  EXPECT_LT(at(Knowledge::Inferred, kNearSteps - 1).drawn, at(Knowledge::Inferred, 0).drawn);
}

TEST(Solidity, NothingVanishes) {
  for (std::size_t code = 0; code < kHonestCodes; ++code)
    EXPECT_GT(solidityOf(static_cast<std::uint8_t>(code)).drawn, 0.03F);
}

TEST(Solidity, StepsOfDistance) {
  EXPECT_EQ(nearStep(0, 70), 0U);
  EXPECT_EQ(nearStep(9.9, 70), 0U);
  EXPECT_EQ(nearStep(10, 70), 1U);
  EXPECT_EQ(nearStep(69, 70), 6U);
  EXPECT_EQ(nearStep(70, 70), 7U) << "at the reach and beyond";
  EXPECT_EQ(nearStep(1e9, 70), 7U);
  EXPECT_EQ(nearStep(std::numeric_limits<double>::quiet_NaN(), 70), 7U) << "nobody knows one";
  EXPECT_EQ(nearStep(5, 0), 7U) << "one hole has no spacing";
}

TEST(Solidity, StippleIsAnOrderOfAllPlaces) {
  const auto& ranks = stippleRanks();
  std::set<float> different(ranks.begin(), ranks.end());
  EXPECT_EQ(different.size(), kStippleSide * kStippleSide);
  EXPECT_EQ(*std::min_element(ranks.begin(), ranks.end()), 0);
  EXPECT_LT(*std::max_element(ranks.begin(), ranks.end()), 1);
}

TEST(Solidity, StippleGrowsAsDotsAndNotAsDust) {
  // Of a quarter of the places, nearly all have a neighbour that is drawn too.
  const auto& ranks = stippleRanks();
  const auto drawn = [&](std::size_t x, std::size_t y) {
    return ranks[(y % kStippleSide) * kStippleSide + x % kStippleSide] < 0.25F;
  };
  int places = 0, joined = 0;
  for (std::size_t y = kStippleSide; y < 2 * kStippleSide; ++y)
    for (std::size_t x = kStippleSide; x < 2 * kStippleSide; ++x) {
      if (!drawn(x, y)) continue;
      ++places;
      joined += drawn(x + 1, y) || drawn(x - 1, y) || drawn(x, y + 1) || drawn(x, y - 1) ? 1 : 0;
    }
  EXPECT_EQ(places, 16);
  EXPECT_EQ(joined, 16);
}

TEST(Solidity, ReservesAreAsSolidAsTheResourcesTheyComeFrom) {
  using reporting::ResourceClass;
  EXPECT_EQ(knowledgeOf(ResourceClass::Proved), Knowledge::Measured);
  EXPECT_EQ(knowledgeOf(ResourceClass::Probable), Knowledge::Indicated);
  EXPECT_EQ(knowledgeOf(ResourceClass::Exploration), Knowledge::Unclassified) << "no resource";
  EXPECT_EQ(knowledgeOf(ResourceClass::Mined), Knowledge::Unclassified);
}

TEST(Evidence, ViewsThatAskForSupport) {
  ViewState state;
  EXPECT_FALSE(asksForSupport(state));
  state.honest.on = true;
  EXPECT_TRUE(asksForSupport(state));
  state.honest.on = false;
  state.layers["blocks"].colorBy = "support_nearest";
  EXPECT_TRUE(asksForSupport(state));
  state.layers.clear();
  state.filters["blocks"].expression = "cu > 0.3 and support_holes >= 3";
  EXPECT_TRUE(asksForSupport(state));
  state.filters["blocks"].expression = "cu > 0.3";
  EXPECT_FALSE(asksForSupport(state));
  state.filters["blocks"].ranges["support_nearest"] = {0, 50};
  EXPECT_TRUE(asksForSupport(state));
}

}  // namespace
}  // namespace adit::viewer
