// Whole folders of real deposits, opened as a person would; the counts are those of their SOURCE.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "geology/analysis/convex_polygon.h"
#include "geology/planning/pit_stages.h"
#include "tests/support/real_data.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

using tests::finding;
using tests::opened;
using tests::realData;

std::size_t stationsOf(const geology::DrillHoles& holes) {
  std::size_t stations = 0;
  for (const geology::DrillHole& hole : holes.holes) stations += hole.surveys.size();
  return stations;
}

const geology::TriangleMesh* meshNamed(const geology::Deposit& deposit, const std::string& name) {
  for (const auto& mesh : deposit.meshes)
    if (mesh->name == name) return mesh.get();
  return nullptr;
}

TEST(RealDeposit, CopperCreek) {
  ADIT_NEEDS_REAL_DATA("dh_copper_creek");
  const OpenResult result = opened(realData("dh_copper_creek"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  ASSERT_EQ(result.deposit->drillholes.size(), 1U);
  const geology::DrillHoles& holes = *result.deposit->drillholes[0];
  EXPECT_EQ(holes.holes.size(), 545U);
  EXPECT_EQ(stationsOf(holes), 5822U);
  ASSERT_TRUE(holes.table("assay") != nullptr && holes.table("lithology") != nullptr);
  EXPECT_EQ(holes.table("assay")->size(), 67321U);
  EXPECT_EQ(holes.table("lithology")->size(), 7150U);
  ASSERT_NE(finding(*result.deposit, "DH-OVERLAP"), nullptr);
  EXPECT_EQ(finding(*result.deposit, "DH-OVERLAP")->count, 164U);
}

TEST(RealDeposit, BabbittInFeetWithDipsPositiveDown) {
  ADIT_NEEDS_REAL_DATA("dh_babbitt");
  const OpenResult result = opened(realData("dh_babbitt"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  ASSERT_EQ(result.deposit->drillholes.size(), 1U);
  const geology::DrillHoles& holes = *result.deposit->drillholes[0];
  EXPECT_EQ(holes.holes.size(), 399U);
  EXPECT_EQ(stationsOf(holes), 2628U);
  EXPECT_EQ(holes.tables.at(0).size(), 35616U);
  EXPECT_EQ(result.deposit->unit, geology::LengthUnit::Foot);
  EXPECT_FALSE(result.deposit->unitStated);
  ASSERT_EQ(result.deposit->meshes.size(), 1U);
  EXPECT_EQ(result.deposit->meshes[0]->triangles.size(), 63749U);
  for (const geology::DrillHole& hole : holes.holes)
    EXPECT_LE(hole.trace.positionAt(hole.length).z, hole.collar.z) << hole.id << " goes up";
}

TEST(RealDeposit, GswaInDegreesWithoutSurveys) {
  ADIT_NEEDS_REAL_DATA("dh_gswa");
  const OpenResult result = opened(realData("dh_gswa"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  EXPECT_EQ(result.deposit->crs, "EPSG:32750");
  ASSERT_EQ(result.deposit->drillholes.size(), 1U);
  const geology::DrillHoles& holes = *result.deposit->drillholes[0];
  EXPECT_EQ(holes.holes.size(), 4685U);
  EXPECT_EQ(holes.tables.at(0).size(), 5831U);
  EXPECT_NE(finding(*result.deposit, "DH-NO-SURVEY"), nullptr);
  const auto withoutLength = std::count_if(holes.holes.begin(), holes.holes.end(),
                                           [](const auto& hole) { return !hole.lengthStated; });
  EXPECT_EQ(withoutLength, 286);
}

TEST(RealDeposit, BinghamAsASparseLatticeWithoutSizes) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  const OpenResult result = opened(realData("bm_bingham_eup3m"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  ASSERT_EQ(result.deposit->blockModels.size(), 1U);
  const geology::BlockModel& model = *result.deposit->blockModels[0];
  EXPECT_EQ(model.blockCount(), 16242U);
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{181, 43, 11}));
  EXPECT_EQ(model.lattice.size, (std::array<double, 3>{25, 25, 50}));
  ASSERT_EQ(result.deposit->points.size(), 1U);
  EXPECT_EQ(result.deposit->points[0]->points.size(), 17687U);
}

TEST(RealDeposit, KararaKeepsItsUtmVertices) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra");
  const OpenResult result = opened(realData("pit_karara_kirra"));
  const geology::TriangleMesh* dxf = meshNamed(*result.deposit, "KIRRA_DXF_3DFACE");
  const geology::TriangleMesh* obj = meshNamed(*result.deposit, "KIRRA_OBJ_CC");
  ASSERT_TRUE(dxf != nullptr && obj != nullptr);
  EXPECT_EQ(dxf->triangles.size(), 489U);
  EXPECT_EQ(obj->triangles.size(), 489U);
  std::ifstream file(realData("pit_karara_kirra/KIRRA_OBJ_CC.obj"));
  std::size_t vertex = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string tag;
    geology::Vec3 p;
    if (!(words >> tag >> p.x >> p.y >> p.z) || tag != "v") continue;
    ASSERT_LT(vertex, obj->vertices.size());
    EXPECT_LT(geology::length(obj->vertices[vertex++] - p), 1e-6);
  }
  EXPECT_EQ(vertex, obj->vertices.size());
}

/// Level ground over a box in plan.
std::shared_ptr<geology::Terrain> levelGround(const geology::Box3& box, float height) {
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "level";
  terrain->columns = static_cast<std::int32_t>(box.size().x / 25) + 3;
  terrain->rows = static_cast<std::int32_t>(box.size().y / 25) + 3;
  terrain->origin = {box.min.x - 25, box.min.y - 25};
  terrain->stepColumn = {25, 0};
  terrain->stepRow = {0, 25};
  const std::size_t nodes =
      static_cast<std::size_t>(terrain->columns) * static_cast<std::size_t>(terrain->rows);
  terrain->heights.assign(nodes, height);
  return terrain;
}

/// The volume between a surface and a level above it, triangle by triangle.
double volumeBelow(const geology::TriangleMesh& mesh, double level) {
  double sum = 0;
  for (const auto& [i, j, k] : mesh.triangles) {
    const analysis::Polygon low = analysis::clipped({mesh.vertices[i], mesh.vertices[j], mesh.vertices[k]},
                                                    analysis::HalfSpace{{0, 0, level}, {0, 0, 1}});
    for (std::size_t n = 2; n < low.size(); ++n)
      sum += std::abs(analysis::planArea({low[0], low[n - 1], low[n]})) *
             (level - (low[0].z + low[n - 1].z + low[n].z) / 3);
  }
  return sum;
}

TEST(RealDeposit, KararasStageIsCutOutOfLevelGround) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra");
  const OpenResult result = opened(realData("pit_karara_kirra/mka_pd_stg4_202406_v1.dtm"));
  ASSERT_EQ(result.deposit->plans.size(), 1U);
  ASSERT_EQ(result.deposit->meshes.size(), 1U);
  const geology::TriangleMesh& design = *result.deposit->meshes[0];
  EXPECT_EQ(design.lines.size(), 281U) << "crests, toes and ramps";
  geology::Deposit deposit = *result.deposit;
  constexpr float kLevel = 350;
  deposit.terrains = {levelGround(design.bounds(), kLevel)};
  const planning::PitStages stages(deposit, *deposit.plans[0]);
  const double expected = volumeBelow(design, static_cast<double>(kLevel));
  EXPECT_GT(expected, 1e6);
  EXPECT_NEAR(stages.minedVolume(1) / expected, 1, 1e-4);
}

TEST(RealDeposit, KararaNamesWhatItCannotRead) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra");
  const OpenResult result = opened(realData("pit_karara_kirra"));
  const geology::Diagnostic* closed = finding(*result.deposit, "FMT-CLOSED");
  ASSERT_NE(closed, nullptr);
  EXPECT_THAT(closed->file, testing::EndsWith("Cloud.las"));
  for (const SourceReport& source : result.sources)
    if (source.path.ends_with(".str") || source.path.ends_with(".dtm")) {
      EXPECT_NE(source.role, SourceRole::Unknown) << source.path;
    }
}

TEST(RealDeposit, MountSaintHelens) {
  ADIT_NEEDS_REAL_DATA("dem_usgs");
  const OpenResult result = opened(realData("dem_usgs"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  ASSERT_EQ(result.deposit->terrains.size(), 1U);
  EXPECT_EQ(result.deposit->terrains[0]->columns, 327);
  EXPECT_EQ(result.deposit->terrains[0]->rows, 468);
  EXPECT_EQ(result.deposit->crs, "EPSG:26710");
  EXPECT_TRUE(result.deposit->unitStated);
  const geology::Box3 box = result.deposit->bounds();
  EXPECT_DOUBLE_EQ(box.min.z, 682);
  EXPECT_DOUBLE_EQ(box.max.z, 2543);
}

TEST(RealDeposit, AsciiTerrains) {
  ADIT_NEEDS_REAL_DATA("dem_ascii");
  const OpenResult result = opened(realData("dem_ascii"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  EXPECT_EQ(result.deposit->terrains.size(), 5U);
  const OpenResult swiss = opened(realData("dem_ascii/demstd.grd"));
  ASSERT_EQ(swiss.deposit->terrains.size(), 1U);
  EXPECT_EQ(swiss.deposit->terrains[0]->columns, 376);
  EXPECT_EQ(swiss.deposit->terrains[0]->rows, 253);
  EXPECT_NEAR(swiss.deposit->terrains[0]->stepColumn[0], 1009.975, 1e-3);
}

TEST(RealDeposit, MalformedFilesAreRefusedAndTheGoodOneOpens) {
  ADIT_NEEDS_REAL_DATA("malformed");
  const OpenResult result = opened(realData("malformed"));
  EXPECT_NE(meshNamed(*result.deposit, "simple_shapes_ok"), nullptr);
  for (const char* bad : {"empty_zip_file.omf", "omf2_array_length_mismatch.omf", "simple_shapes_corrupt.obj",
                          "voxet_inverted_axis.vo"})
    EXPECT_THAT(tests::errorsOf(*result.deposit), testing::HasSubstr(bad));
  EXPECT_NE(finding(*result.deposit, "MESH-NO-FACES"), nullptr);
}

TEST(RealDeposit, AllOfThemAtOnceAreToldApart) {
  ADIT_NEEDS_REAL_DATA("dh_copper_creek");
  const OpenResult result =
      opened(OpenRequest{{realData("dh_copper_creek"), realData("dh_babbitt"), realData("dh_gswa")}, {}, {}});
  ASSERT_EQ(result.deposit->drillholes.size(), 3U);
  EXPECT_EQ(result.deposit->drillholes[0]->name, "dh_babbitt");
  EXPECT_EQ(result.deposit->drillholes[1]->name, "dh_copper_creek");
  EXPECT_EQ(result.deposit->drillholes[2]->name, "dh_gswa");
  EXPECT_NE(finding(*result.deposit, "PRJ-FAR-APART"), nullptr);
}

}  // namespace
}  // namespace adit::project
