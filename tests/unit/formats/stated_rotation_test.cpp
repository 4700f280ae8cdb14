// The grid of a block model as a person states it: numbers worked out by hand.
#include "geology/formats/stated_rotation.h"

#include <gtest/gtest.h>

#include <cmath>

#include "geology/formats/block_table_reader.h"
#include "tests/support/reading.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::Vec3;
using tests::countOf;

constexpr double kRoot = 0.8660254037844386;  // sine of 60 degrees

void expectNear(const Vec3& is, const Vec3& wanted, double tolerance = 1e-12) {
  EXPECT_NEAR(is.x, wanted.x, tolerance);
  EXPECT_NEAR(is.y, wanted.y, tolerance);
  EXPECT_NEAR(is.z, wanted.z, tolerance);
}

ImportResult readText(const std::string& text, const ImportChoices& choices = {}) {
  geology::Progress progress;
  return readBlockTable({"model.csv", text}, choices, progress);
}

constexpr const char* kVulcan =
    "centroid_x,centroid_y,centroid_z,dim_x,dim_y,dim_z,au\n"
    "5,5,5,10,10,10,1\n15,5,5,10,10,10,2\n5,15,5,10,10,10,3\n15,15,5,10,10,10,4\n";

TEST(GridAxes, OfBearing90AreThoseOfTheWorld) {
  const auto axes = gridAxes({90, 0, 0});
  expectNear(axes[0], {1, 0, 0});
  expectNear(axes[1], {0, 1, 0});
  expectNear(axes[2], {0, 0, 1});
}

TEST(GridAxes, TurnByBearingThenPlungeThenDip) {
  expectNear(gridAxes({120, 0, 0})[0], {kRoot, -0.5, 0});
  expectNear(gridAxes({120, 0, 0})[1], {0.5, kRoot, 0});
  expectNear(gridAxes({90, -30, 0})[0], {kRoot, 0, -0.5});
  expectNear(gridAxes({90, -30, 0})[1], {0, 1, 0});
  expectNear(gridAxes({90, 0, -60})[1], {0, 0.5, -kRoot});
  const auto all = gridAxes({90, 30, -60});
  expectNear(all[0], {kRoot, 0, 0.5});
  expectNear(all[1], {kRoot / 2, 0.5, -0.75});
  expectNear(all[2], {-0.25, kRoot, kRoot / 2});
}

TEST(StatedRotation, PutsBlocksOfTheGridIntoTheWorld) {
  const ImportResult result = readText(
      kVulcan, {{"model.csv/bearing-plunge-dip", "120,0,0"}, {"model.csv/grid-origin", "1000,2000,300"}});
  const auto& model = std::get<BlockModel>(result.objects.at(0));
  // 5 along X (cos 30, -sin 30) and 5 along Y (sin 30, cos 30).
  expectNear(model.blockCenter(0), {1000 + 5 * kRoot + 2.5, 2000 - 2.5 + 5 * kRoot, 305}, 1e-9);
  expectNear(model.blockCenter(1), {1000 + 15 * kRoot + 2.5, 2000 - 7.5 + 5 * kRoot, 305}, 1e-9);
  EXPECT_EQ(countOf(result, "BM-TURNED"), 1U);
  EXPECT_EQ(countOf(result, "BM-OWN-GRID"), 0U);
  EXPECT_EQ(model.source.choices.size(), 2U + 6U + 2U)
      << "two angles and places, six columns, kind, position";
}

TEST(StatedRotation, AnOriginAloneMovesTheModel) {
  const ImportResult result = readText(kVulcan, {{"model.csv/grid-origin", "1000,2000,300"}});
  expectNear(std::get<BlockModel>(result.objects.at(0)).blockCenter(0), {1005, 2005, 305}, 1e-9);
}

TEST(StatedRotation, WithoutItCentroidsAreOfTheWorldAndThatIsSaid) {
  const ImportResult result = readText(kVulcan);
  expectNear(std::get<BlockModel>(result.objects.at(0)).blockCenter(0), {5, 5, 5}, 1e-9);
  EXPECT_EQ(countOf(result, "BM-OWN-GRID"), 1U);
}

TEST(StatedRotation, OneNumberIsNoAnswer) {
  const ImportResult result = readText(kVulcan, {{"model.csv/bearing-plunge-dip", "120"}});
  expectNear(std::get<BlockModel>(result.objects.at(0)).blockCenter(0), {5, 5, 5}, 1e-9);
  EXPECT_EQ(countOf(result, "TAB-BAD-CHOICE"), 1U);
}

}  // namespace
}  // namespace adit::formats
