// Broken drillhole tables: what the fuzz targets do, on their seeds and on deterministic damage to them.
#include <gtest/gtest.h>

#include "tests/support/fuzz_drillholes.h"
#include "tests/support/mutate.h"

namespace {

constexpr std::uint32_t kMutations = 300;

}  // namespace

TEST(DamagedDrillholes, DelimitedTextIsReadToItsEnd) {
  adit::tests::readDamagedSeeds("delimited", kMutations, adit::tests::fuzzDelimited);
}

TEST(DamagedDrillholes, TablesComeOutWholeOrAreRefused) {
  adit::tests::readDamagedSeeds("drill_table", kMutations, adit::tests::fuzzDrillTable);
}

TEST(DamagedDrillholes, SeedsAreThere) {
  EXPECT_GE(adit::tests::fuzzSeeds("delimited").size(), 7U);
  EXPECT_GE(adit::tests::fuzzSeeds("drill_table").size(), 5U);
}
