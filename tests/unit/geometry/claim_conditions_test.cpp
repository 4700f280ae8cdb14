// Of all that is claimed, what is known at least so well.
#include "viewer/geometry/claim_conditions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "viewer/geometry/selection.h"
#include "viewer/geometry/selection_cache.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;
using testing::ElementsAre;

struct Claims {
  std::shared_ptr<geology::BlockModel> model = std::make_shared<geology::BlockModel>();
  geology::Deposit deposit;
  ViewState state;

  Claims() {
    model->name = "blocks";
    model->lattice.count = {7, 1, 1};
    model->columns = {geology::categoryColumn("CLASS", {"P", "B", "M", "D", "F", "X", ""})};
    deposit.blockModels = {model};
    state.categories["blocks"] = {"CLASS",
                                  {{"P", ResourceClass::Proved},
                                   {"B", ResourceClass::Probable},
                                   {"M", ResourceClass::Measured},
                                   {"D", ResourceClass::Indicated},
                                   {"F", ResourceClass::Inferred}}};
  }
  std::vector<std::size_t> shown(ClaimLevel level) {
    state.claim = level;
    const Selection selection = selectBlocks(*model, state, deposit);
    std::vector<std::size_t> rows;
    for (std::size_t b = 0; b < 7; ++b)
      if (selection.shown->test(b)) rows.push_back(b);
    return rows;
  }
};

TEST(Claim, TheBodyShrinksFromClaimToProof) {
  Claims claims;
  EXPECT_THAT(claims.shown(ClaimLevel::Everything), ElementsAre(0, 1, 2, 3, 4, 5, 6));
  EXPECT_THAT(claims.shown(ClaimLevel::Inferred), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(claims.shown(ClaimLevel::Indicated), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(claims.shown(ClaimLevel::Measured), ElementsAre(0, 2));
  EXPECT_THAT(claims.shown(ClaimLevel::Reserve), ElementsAre(0, 1));
}

TEST(Claim, WhatIsHiddenIsCountedWithItsReason) {
  Claims claims;
  claims.state.claim = ClaimLevel::Indicated;
  const Selection selection = selectBlocks(*claims.model, claims.state, claims.deposit);
  ASSERT_EQ(selection.count.hidden.size(), 1U);
  EXPECT_EQ(selection.count.hidden[0], (HiddenCount{"less known than indicated", 3}));
}

TEST(Claim, AModelWithoutClassesIsNothingButAClaim) {
  Claims claims;
  claims.state.categories.clear();
  EXPECT_THAT(claims.shown(ClaimLevel::Inferred), ElementsAre());
  EXPECT_EQ(claims.shown(ClaimLevel::Everything).size(), 7U);
}

TEST(Claim, AnotherMeaningOfACodeIsSeenAtOnce) {
  Claims claims;
  SelectionCache cache;
  claims.state.claim = ClaimLevel::Measured;
  EXPECT_EQ(selectBlocks(*claims.model, claims.state, claims.deposit, &cache).shown->count(), 2U);
  claims.state.categories["blocks"].classes["F"] = ResourceClass::Measured;
  EXPECT_EQ(selectBlocks(*claims.model, claims.state, claims.deposit, &cache).shown->count(), 3U);
}

}  // namespace
}  // namespace adit::viewer
