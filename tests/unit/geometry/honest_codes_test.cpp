// What Honest View makes of classes and distances, and where the points of a mesh lie in their blocks.
#include "viewer/geometry/honest_codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>

#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/honest_array.h"
#include "viewer/geometry/honest_core.h"
#include "viewer/geometry/mesh_buffer.h"

namespace adit::viewer {
namespace {

using geology::kMissing;
using reporting::ResourceClass;
using testing::ElementsAre;

/// A row of blocks of 10 m: grades, classes, and distances to the nearest sample.
struct Row {
  std::shared_ptr<geology::BlockModel> model = std::make_shared<geology::BlockModel>();
  geology::Deposit deposit;
  ViewState state;

  explicit Row(const std::vector<std::string>& classes) {
    model->name = "blocks";
    model->lattice.origin = {1000, 2000, 300};
    model->lattice.size = {10, 10, 10};
    model->lattice.count = {static_cast<std::int64_t>(classes.size()), 1, 1};
    model->columns = {geology::categoryColumn("CLASS", classes)};
    deposit.blockModels = {model};
    state.honest.on = true;
  }
  void classify() {
    state.categories["blocks"] = {"CLASS",
                                  {{"MEAS", ResourceClass::Measured}, {"INF", ResourceClass::Inferred}}};
  }
  void support(std::vector<float> distances, double spacing) {
    auto known = std::make_shared<geology::DataSupport>();
    known->spacing = spacing;
    known->columns = {geology::numericColumn(std::string(geology::kSupportNearest), std::move(distances))};
    deposit.support = {known};
  }
  std::vector<std::uint8_t> codes() const { return honestCodes(honestBasis(deposit, *model, state)); }
};

TEST(HonestCodes, ClassesAndDistances) {
  Row row({"MEAS", "INF", "INF", "", "X"});
  row.classify();
  row.support({5, 35, 500, 0, 0}, 70);
  EXPECT_THAT(row.codes(),
              ElementsAre(honestCode(Knowledge::Measured, 0), honestCode(Knowledge::Inferred, 3),
                          honestCode(Knowledge::Inferred, 7), honestCode(Knowledge::Unclassified, 0),
                          honestCode(Knowledge::Unclassified, 0)))
      << "no code, and a code that nobody has given a meaning, classify nothing";
}

TEST(HonestCodes, WithoutClassesOnlyTheDrillingSpeaks) {
  Row row({"MEAS", "INF"});
  row.support({0, 1000}, 70);
  EXPECT_THAT(row.codes(),
              ElementsAre(honestCode(Knowledge::DrillingOnly, 0), honestCode(Knowledge::DrillingOnly, 7)))
      << "a column that looks like classes is none until a person says so";
}

TEST(HonestCodes, WithoutHolesClassesSpeakAndNothingElseDoes) {
  Row row({"MEAS", "INF"});
  EXPECT_THAT(row.codes(),
              ElementsAre(honestCode(Knowledge::DrillingOnly, 7), honestCode(Knowledge::DrillingOnly, 7)));
  row.classify();
  EXPECT_THAT(row.codes(),
              ElementsAre(honestCode(Knowledge::Measured, 0), honestCode(Knowledge::Inferred, 0)));
}

TEST(HonestCodes, HolesWithoutSamplesMakeNothingLookNear) {
  Row row({"MEAS", "INF"});
  row.classify();
  row.deposit.drillholes = {std::make_shared<geology::DrillHoles>()};
  row.deposit.support = {nullptr};  // looked for, say before the first hole was drilled
  EXPECT_THAT(row.codes(),
              ElementsAre(honestCode(Knowledge::Measured, 7), honestCode(Knowledge::Inferred, 7)));
}

TEST(HonestCodes, AStatedReachReplacesTheSpacing) {
  Row row({"INF"});
  row.classify();
  row.support({35}, 70);
  row.state.honest.reach = 350;
  EXPECT_THAT(row.codes(), ElementsAre(honestCode(Knowledge::Inferred, 0)));
}

TEST(HonestArray, PointsOfACutKnowTheirBlock) {
  Row row({"MEAS", "INF", "MEAS"});
  row.classify();
  const std::vector<std::uint8_t> codes = row.codes();
  const BlockIndex index(*row.model);
  const geology::BitMask shown(3, true);
  const SceneFrame frame{{1000, 2000, 300}, 2};
  // Cut level through the blocks at a quarter of their height.
  const CutPlanes planes{{{1000, 2000, 302.5}, {0, 0, 1}}};
  const auto mesh = toPolyData(blockCutFaces(index, shown, {planes, 0}, frame));
  ASSERT_EQ(mesh->GetNumberOfCells(), 3);
  addHonestArray(*mesh, {*row.model, codes, frame});
  auto* array = vtkFloatArray::SafeDownCast(mesh->GetPointData()->GetArray(kHonestArray));
  ASSERT_NE(array, nullptr);
  for (vtkIdType cell = 0; cell < 3; ++cell) {
    const std::int64_t block = rowOfCell(*mesh, cell);
    vtkNew<vtkIdList> points;
    mesh->GetCellPoints(cell, points);
    ASSERT_EQ(points->GetNumberOfIds(), 4);
    for (const vtkIdType point : *points) {
      const double* entry = array->GetTuple4(point);
      EXPECT_EQ(entry[3], codes[static_cast<std::size_t>(block)]);
      EXPECT_NEAR(entry[2], 0.25, 1e-5);
      for (int a = 0; a < 2; ++a) EXPECT_NEAR(std::min(entry[a], 1 - entry[a]), 0, 1e-5) << "corners";
    }
  }
}

TEST(HonestCore, FacesBetweenSolidAndDottedAreAdded) {
  Row row({"MEAS", "INF", "INF", "MEAS", "MEAS"});
  row.classify();
  const BlockIndex index(*row.model);
  const geology::BitMask shown(5, true);
  BlockSkin skin;
  skinOf(index, shown, skin);
  const std::size_t outside = skin.faceCount();
  addCoreFaces(index, shown, solidBlocks(row.codes()), skin);
  EXPECT_EQ(skin.faceCount(), outside + 2) << "from block 0 to 1, and from block 3 to 2";
  EXPECT_THAT(std::vector<std::uint32_t>(skin.blocks[1].begin(), skin.blocks[1].end()), ElementsAre(0, 4));
  EXPECT_THAT(std::vector<std::uint32_t>(skin.blocks[0].begin(), skin.blocks[0].end()), ElementsAre(0, 3));
}

TEST(HonestCore, HiddenBlocksHaveNoFaces) {
  Row row({"MEAS", "INF", "MEAS"});
  row.classify();
  const BlockIndex index(*row.model);
  geology::BitMask shown(3, true);
  shown.reset(0);
  BlockSkin skin;
  skinOf(index, shown, skin);
  addCoreFaces(index, shown, solidBlocks(row.codes()), skin);
  EXPECT_THAT(std::vector<std::uint32_t>(skin.blocks[0].begin(), skin.blocks[0].end()), ElementsAre(1, 2));
}

}  // namespace
}  // namespace adit::viewer
