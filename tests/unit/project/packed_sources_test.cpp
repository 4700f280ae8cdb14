// What archives hold is opened as if it lay beside them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/stored_zip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

using tests::finding;
using tests::opened;
using tests::storedZip;

std::string grid(const std::string& x, const std::string& y, const std::string& cell) {
  return "ncols 3\nnrows 3\nxllcorner " + x + "\nyllcorner " + y + "\ncellsize " + cell +
         "\nNODATA_value -9999\n1 2 3\n4 5 6\n7 8 9\n";
}

const geology::Terrain* terrainNamed(const geology::Deposit& deposit, const std::string& name) {
  for (const auto& terrain : deposit.terrains)
    if (terrain->name == name) return terrain.get();
  return nullptr;
}

TEST(PackedSources, EachMemberHasTheSystemThatItStates) {
  const tests::TemporaryFolder folder;
  const std::string zip = folder.write("m.zip", storedZip({{"degrees.asc", grid("-111", "33", "0.001")},
                                                           {"utm.asc", grid("500000", "3650000", "10")}}));
  const OpenResult result = opened(zip);
  EXPECT_EQ(result.deposit->crs, "EPSG:32612");
  const geology::Terrain* plane = terrainNamed(*result.deposit, "utm");
  ASSERT_NE(plane, nullptr) << tests::errorsOf(*result.deposit);
  EXPECT_EQ(plane->origin[0], 500005) << "it states no system and is taken to be in that of the rest";
  EXPECT_NE(finding(*result.deposit, "PRJ-CRS-ASSUMED"), nullptr);
  const geology::Terrain* moved = terrainNamed(*result.deposit, "degrees");
  ASSERT_NE(moved, nullptr);
  EXPECT_NEAR(moved->origin[0], 500000, 1000);
}

}  // namespace
}  // namespace adit::project
