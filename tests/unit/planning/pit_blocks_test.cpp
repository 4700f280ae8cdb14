// Blocks in the rock of pits that come as surfaces: by hand on level pits.
#include "geology/planning/pit_blocks.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "geology/planning/mine_order.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Deposit;
using geology::kNeverMined;
using geology::MinePlan;
using geology::TriangleMesh;

/// A level square with upright sides that nobody sees in plan.
std::shared_ptr<TriangleMesh> levelPit(const char* name, double from, double to, double floor) {
  auto mesh = std::make_shared<TriangleMesh>();
  mesh->name = name;
  mesh->vertices = {{from, from, floor}, {to, from, floor}, {to, to, floor}, {from, to, floor}};
  mesh->triangles = {{0, 1, 2}, {0, 2, 3}};
  return mesh;
}

/// 10 x 10 x 10 blocks of 10 units from the origin; the ground lies at 80.
struct Mine {
  Deposit deposit;
  MinePlan plan;
  std::shared_ptr<BlockModel> model = std::make_shared<BlockModel>();

  Mine() {
    model->name = "blocks";
    model->lattice.size = {10, 10, 10};
    model->lattice.count = {10, 10, 10};
    deposit.blockModels = {model};
    auto terrain = std::make_shared<geology::Terrain>();
    terrain->name = "ground";
    terrain->columns = terrain->rows = 2;
    terrain->stepColumn = {100, 0};
    terrain->stepRow = {0, 100};
    terrain->heights.assign(4, 80);
    deposit.terrains = {terrain};
    deposit.meshes = {levelPit("pit_1", 20, 60, 50), levelPit("pit_2", 0, 100, 70),
                      levelPit("pit_3", 20, 60, 30)};
    for (const geology::PeriodIndex p : {0, 1, 2}) {
      plan.periods.push_back({std::to_string(p + 1), "", 1});
      plan.solids.push_back({deposit.meshes[p]->name, geology::PlanActivity::Pit, p, p});
    }
  }
  geology::Diagnostics order() {
    geology::Diagnostics said;
    orderByPits(plan, deposit, said);
    return said;
  }
  std::size_t count(geology::PeriodIndex period) const {
    const auto& periods = plan.blocks.at(0).period;
    return static_cast<std::size_t>(std::count(periods.begin(), periods.end(), period));
  }
};

TEST(PitBlocks, AreMinedWithTheFirstPitBelowThem) {
  Mine mine;
  const auto said = mine.order();
  ASSERT_EQ(mine.plan.blocks.size(), 1U);
  EXPECT_TRUE(mine.plan.blocks[0].bySurfaces);
  EXPECT_EQ(mine.count(0), 4U * 4 * 3);       // levels 50 to 80
  EXPECT_EQ(mine.count(1), (100U - 16) * 1);  // the level under the ground, but where it is gone
  EXPECT_EQ(mine.count(2), 4U * 4 * 2);       // 30 to 50
  EXPECT_EQ(mine.count(kNeverMined), 1000U - 48 - 84 - 32);
  planning::timePlan(mine.plan, mine.deposit.blockModels);
  const auto moment = [&](std::int64_t i, std::int64_t k) {
    return mine.plan.blocks[0]
        .minedAt.values[static_cast<std::size_t>(mine.model->lattice.cellIndex(i, i, k))];
  };
  EXPECT_GT(moment(3, 9), 0.F);
  EXPECT_LT(moment(3, 9), 1e-6F) << "at once when the ground below it is dug";
  EXPECT_GT(moment(8, 9), 1.F);
  EXPECT_LT(moment(8, 9), 1.001F);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].code, "PL-PIT-BLOCKS");
  EXPECT_THAT(said[0].message, testing::HasSubstr("164 of 1000 blocks of blocks"));
}

TEST(PitBlocks, WithoutATerrainAllAboveAPitIsMined) {
  Mine mine;
  mine.deposit.terrains.clear();
  mine.order();
  EXPECT_EQ(mine.count(0), 4U * 4 * 5);
  EXPECT_EQ(mine.count(1), (100U - 16) * 3);
}

TEST(PitBlocks, SubBlocksGoByTheirOwnCentres) {
  Mine mine;
  const std::int64_t cell = mine.model->lattice.cellIndex(3, 3, 4);  // from 40 to 50
  mine.model->cellOfBlock = {static_cast<std::uint32_t>(cell), static_cast<std::uint32_t>(cell)};
  mine.model->boxes.resize(2);
  mine.model->boxes[0].max = {1, 1, .5};
  mine.model->boxes[1].min = {0, 0, .5};
  mine.deposit.meshes[0] = levelPit("pit_1", 20, 60, 46);
  mine.order();
  EXPECT_EQ(mine.plan.blocks.at(0).period, (std::vector<geology::PeriodIndex>{2, 0}));
}

TEST(PitBlocks, ATurnedModelIsAskedBlockByBlockTheSame) {
  Mine mine;
  mine.order();
  const auto upright = mine.plan.blocks.at(0).period;
  // The same blocks with another order of the axes: columns are no longer upright.
  Mine lying;
  lying.model->lattice.axis = {{{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}};
  lying.order();
  const auto& periods = lying.plan.blocks.at(0).period;
  for (std::size_t b = 0; b < periods.size(); ++b) {
    const auto same = mine.model->blockAt(lying.model->blockCenter(b));
    ASSERT_TRUE(same);
    EXPECT_EQ(periods[b], upright[*same]);
  }
}

TEST(PitBlocks, APlanThatOrdersBlocksKeepsItsOrder) {
  Mine mine;
  mine.plan.blocks.push_back({"blocks", "period", {}, geology::PlanActivity::Pit, {}});
  EXPECT_TRUE(mine.order().empty());
  EXPECT_EQ(mine.plan.blocks.size(), 1U);
  EXPECT_FALSE(mine.plan.blocks[0].bySurfaces);
}

TEST(PitBlocks, PitsBesideTheModelOrderNothing) {
  Mine mine;
  for (auto& mesh : mine.deposit.meshes) mesh = levelPit(mesh->name.c_str(), 200, 300, 10);
  EXPECT_TRUE(mine.order().empty());
  EXPECT_TRUE(mine.plan.blocks.empty());
}

}  // namespace
}  // namespace adit::planning
