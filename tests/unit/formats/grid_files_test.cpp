// Grids whose positions are in a head, a mesh or the person's choice: GSLIB, SGeMS, value lists, UBC-GIF.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include "geology/formats/gslib_reader.h"
#include "geology/formats/lattice_text.h"
#include "geology/formats/packed_reader.h"
#include "geology/formats/tensor_grid.h"
#include "geology/formats/ubc_mesh.h"
#include "geology/formats/ubc_reader.h"
#include "geology/formats/value_list_reader.h"
#include "tests/support/mutate.h"
#include "tests/support/real_data.h"
#include "tests/support/temporary_folder.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::PointSet;
using geology::Vec3;
using Counts = std::array<std::int64_t, 3>;
using Sizes = std::array<double, 3>;

template <typename T>
const T& only(const ImportResult& result) {
  EXPECT_EQ(result.objects.size(), 1U);
  return std::get<T>(result.objects.at(0));  // throws, and fails the test, when it became something else
}

std::size_t countOf(const ImportResult& result, std::string_view code) {
  for (const auto& diagnostic : result.diagnostics)
    if (diagnostic.code == code) return diagnostic.count;
  return 0;
}

using Read = ImportResult (*)(const Source&, const ImportChoices&, geology::Progress&);
ImportResult readWith(Read read, const Source& source, const ImportChoices& choices = {}) {
  geology::Progress progress;
  return read(source, choices, progress);
}

/// The code of the refusal, or "read".
std::string refusal(Read read, const Source& source, const ImportChoices& choices = {}) {
  try {
    readWith(read, source, choices);
  } catch (const ReadError& error) {
    EXPECT_FALSE(error.diagnostic.remedy.empty());
    return error.diagnostic.code;
  }
  return "read";
}

std::string fileText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

double sum(const std::vector<float>& values) {
  double total = 0;
  for (const float v : values)
    if (!std::isnan(v)) total += static_cast<double>(v);
  return total;
}

double volume(const BlockModel& model) {
  double total = 0;
  for (std::size_t block = 0; block < model.blockCount(); ++block) total += model.blockVolume(block);
  return total;
}

TEST(LatticeText, ReadsWhatItWrites) {
  const auto lattice = parseLattice("140x296x68@25,25,20");
  ASSERT_TRUE(lattice);
  EXPECT_EQ(lattice->count, (Counts{140, 296, 68}));
  EXPECT_EQ(lattice->size, (Sizes{25, 25, 20}));
  EXPECT_EQ(formatLattice(*lattice), "140x296x68@25,25,20");
  const auto placed = parseLattice("2x3x4@5,5,2.5+451000,-20,1e+3");
  ASSERT_TRUE(placed);
  EXPECT_EQ(placed->origin, (Vec3{451'000, -20, 1000}));
  EXPECT_EQ(parseLattice(formatLattice(*placed)), placed);
  EXPECT_EQ(parseLattice("2x3x4")->size, (Sizes{1, 1, 1}));
  EXPECT_EQ(parseLattice("2x3x4@10")->size, (Sizes{10, 10, 10}));
}

TEST(LatticeText, RefusesWhatIsNoLattice) {
  for (const char* text : {"", "2x3", "2x3x4x5", "0x1x1", "1.5x2x2", "2x3x4@1,2", "2x3x4@0,1,1",
                           "2x3x4@1,1,1+5", "99999x99999x99999", "1e300x1x1", "axbxc", "2x3x4@1,1,1+1,2,nan"})
    EXPECT_FALSE(parseLattice(text)) << text;
}

TEST(Gslib, ReadsATableOfPoints) {
  const std::string_view text =
      "Samples\n4\nXlocation\nYlocation\nZlocation\nPrimary\n"
      "39.5 18.5 1.5 .06\n 5.5\t1.5 2.25  .22 \n38.25 5.5 7.0 1e31\n";
  const Source source{"cluster.dat", text};
  EXPECT_EQ(recogniseGslib(source), 60);
  const auto result = readWith(readGslib, source);
  const auto& set = only<PointSet>(result);
  ASSERT_EQ(set.points.size(), 3U);
  EXPECT_EQ(set.points[1], (Vec3{5.5, 1.5, 2.25}));
  EXPECT_EQ(set.columns.at(0).values[0], 0.06F);
  EXPECT_FALSE(set.columns.at(0).hasValue(2)) << "1e31 is a trimming limit";
  EXPECT_EQ(set.line.front(), 7U) << "lines are counted from the head";
}

TEST(Gslib, ReadsTheGridOfAProgramsOutput) {
  const auto result = readWith(readGslib, {"kt3d.out",
                                           "KT3D ESTIMATES\n"
                                           " 2 3 2 1 .5 10.5 100 1.0 1.0 2.0 1\nEstimate\nVariance\n"
                                           "1 .1\n2 .2\n3 .3\n4 .4\n5 .5\n6 .6\n"});
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.count, (Counts{3, 2, 1}));
  EXPECT_EQ(model.lattice.origin, (Vec3{0, 10, 99}));
  EXPECT_EQ(model.lattice.size, (Sizes{1, 1, 2}));
  EXPECT_EQ(model.columns.at(0).values[4], 5.0F);
  EXPECT_EQ(countOf(result, "BM-ASSUMED-GRID"), 0U);
}

TEST(Gslib, AnSgemsGridSaysThatItsCellSizeIsAssumed) {
  const Source source{"f.sgems", "2 2 1\r\n1\r\nfacies\r\n1 \r\n0 \r\n1 \r\n1 \r\n"};
  EXPECT_EQ(recogniseGslib(source), 80);
  const auto assumed = readWith(readGslib, source);
  EXPECT_EQ(only<BlockModel>(assumed).lattice.size, (Sizes{1, 1, 1}));
  EXPECT_EQ(countOf(assumed, "BM-ASSUMED-GRID"), 1U);
  const auto& facies = only<BlockModel>(assumed).columns.at(0);
  ASSERT_FALSE(facies.isNumeric()) << "facies are codes";
  EXPECT_EQ(facies.category(1), "0");
  const auto stated = readWith(readGslib, source, {{"f.sgems/lattice", "2x2x1@10,10,5+100,200,300"}});
  EXPECT_EQ(only<BlockModel>(stated).lattice.origin, (Vec3{100, 200, 300}));
  EXPECT_EQ(countOf(stated, "BM-ASSUMED-GRID"), 0U);
}

TEST(Gslib, TakesTheFirstOfSeveralRealisationsAndSaysSo) {
  const auto result =
      readWith(readGslib, {"sgsim.out", "SGSIM\n1 2 1 1 0 0 0 1 1 1 2\nvalue\n0.1\n0.2\n0.3\n0.4\n"});
  EXPECT_EQ(only<BlockModel>(result).columns.at(0).values, (std::vector<float>{0.1F, 0.2F}));
  EXPECT_EQ(countOf(result, "BM-REALISATIONS"), 1U);
}

TEST(Gslib, RefusesAGridWithAnotherNumberOfRows) {
  EXPECT_EQ(refusal(readGslib, {"f.sgems", "2 2 1\n1\nv\n1\n2\n3\n"}), "BM-CELL-COUNT");
  EXPECT_EQ(refusal(readGslib, {"true.dat", "Title\n2\na\nb\n1 2\n3 4\n"}), "BM-NEEDS-LATTICE");
  EXPECT_EQ(refusal(readGslib, {"f.sgems", "2 1 1\n1\nv\n1\n2\n"}, {{"f.sgems/lattice", "two"}}),
            "BM-NEEDS-LATTICE");
}

TEST(Gslib, ReadsTheRealTables) {
  ADIT_NEEDS_REAL_DATA("gslib_geoeas");
  const auto clusterText = fileText(tests::realData("gslib_geoeas/cluster.dat"));
  const auto cluster = readWith(readGslib, {"cluster.dat", clusterText});
  EXPECT_EQ(only<PointSet>(cluster).points.size(), 140U);
  const auto sicText = fileText(tests::realData("gslib_geoeas/sic_full.dat"));
  const auto sic = readWith(readGslib, {"sic_full.dat", sicText});
  EXPECT_EQ(only<PointSet>(sic).points.size(), 467U)
      << "474 lines less one of title, one of count, four names, one empty";
  const auto walkerText = fileText(tests::realData("gslib_geoeas/walker.dat"));
  const auto walker = readWith(readGslib, {"walker.dat", walkerText});
  EXPECT_EQ(only<PointSet>(walker).points.size(), 470U);
  const auto krigedText = fileText(tests::realData("gslib_geoeas/kt3d.out"));
  const auto kriged = readWith(readGslib, {"kt3d.out", krigedText});
  const auto& model = only<BlockModel>(kriged);
  EXPECT_EQ(model.lattice.count, (Counts{50, 50, 1}));
  EXPECT_EQ(model.lattice.center(0), (Vec3{0.5, 0.5, 0.5}));
  EXPECT_FLOAT_EQ(model.columns.at(0).values[0], 2.8727570F);
}

TEST(ValueList, NeedsALatticeAndSaysHowToStateIt) {
  const Source source{"values.dat", "-775\r\n-676\r\n-600\r\n12\r\n5\r\n7\r\n"};
  EXPECT_EQ(recogniseValueList(source), 40);
  EXPECT_EQ(refusal(readValueList, source), "BM-NEEDS-LATTICE");
  EXPECT_EQ(refusal(readValueList, source, {{"values.dat/lattice", "2x2x2@1"}}), "BM-CELL-COUNT");
  const auto result = readWith(readValueList, source, {{"values.dat/lattice", "3x1x2@25,25,20"}});
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.count, (Counts{3, 1, 2}));
  EXPECT_EQ(model.columns.at(0).values, (std::vector<float>{-775, -676, -600, 12, 5, 7}));
}

TEST(ValueList, IsNoListWhenALineHoldsMore) {
  EXPECT_EQ(recogniseValueList({"a", "1\n2\n3\n4 5\n"}), 0);
  EXPECT_EQ(recogniseValueList({"a", "value\n1\n2\n3\n4\n"}), 0);
  EXPECT_EQ(recogniseValueList({"a", "1\n2\n"}), 0) << "two numbers are no model";
}

TEST(ValueList, ReadsTheRealEconomicModelOutOfItsGzip) {
  ADIT_NEEDS_REAL_DATA("bm_mineflow");
  const std::string path = tests::realData("bm_mineflow/mclaughlingeo.dat.gz");
  const std::string bytes = fileText(path);
  const auto result =
      readWith(readPacked, {path, bytes}, {{"mclaughlingeo.dat/lattice", "140x296x68@25,25,20"}});
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.blockCount(), 2'817'920U);
  EXPECT_TRUE(model.full());
  EXPECT_EQ(geology::valueRange(model.columns.at(0)), (std::pair{-1375.0F, 998'573.0F}));
  const auto refused = readWith(readPacked, {path, bytes});
  EXPECT_TRUE(refused.objects.empty());
  EXPECT_EQ(countOf(refused, "BM-NEEDS-LATTICE"), 1U);
}

TEST(Packed, ReadsTheRealFaciesModelOutOfItsZip) {
  ADIT_NEEDS_REAL_DATA("voxel_maules_creek");
  const std::string path = tests::realData("voxel_maules_creek/Maules_Creek_3D.SGEMS.zip");
  const std::string bytes = fileText(path);
  const auto result = readWith(readPacked, {path, bytes});
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.count, (Counts{340, 200, 80}));
  EXPECT_EQ(model.blockCount(), 5'440'000U);
  const auto& facies = model.columns.at(0);
  ASSERT_FALSE(facies.isNumeric());
  EXPECT_EQ(facies.size(), 5'440'000U);
  EXPECT_TRUE(std::none_of(facies.codes.begin(), facies.codes.end(),
                           [](std::int32_t code) { return code == geology::kNoCategory; }));
}

TEST(Packed, ReportsWhatItCannotOpen) {
  const std::string_view emptyZip("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
  EXPECT_EQ(recognisePacked({"a.zip", emptyZip}), 20);
  EXPECT_EQ(countOf(readWith(readPacked, {"a.zip", emptyZip}), "PACK-NOTHING"), 1U);
  const std::string_view brokenGzip("\x1f\x8b\x08\0\0\0\0\0\0\3garbage that is no deflate stream", 42);
  const auto broken = readWith(readPacked, {"a.dat.gz", brokenGzip});
  EXPECT_TRUE(broken.objects.empty());
  EXPECT_FALSE(broken.diagnostics.empty());
}

TEST(TensorGrid, EqualWidthsAreALattice) {
  const TensorBlocks blocks = tensorBlocks({{{{0, 10, 20}, {5, 10}, {-3, 0, 3, 6}}}});
  EXPECT_TRUE(blocks.cellOfBlock.empty());
  EXPECT_EQ(blocks.lattice.count, (Counts{2, 1, 3}));
  EXPECT_EQ(blocks.lattice.size, (Sizes{10, 5, 3}));
}

TEST(TensorGrid, UnequalWidthsAreSubBlocksOfParentsThatNoCellCrosses) {
  // Along X the parts 0-4, 4-8, 8-12 are cut at faces; 0-2, 2-4, ... are not, because of 4-8.
  const TensorGrid grid{{{{0, 2, 4, 8, 9, 12}, {0, 1}, {0, 1, 3}}}};
  ASSERT_TRUE(valid(grid));
  const TensorBlocks blocks = tensorBlocks(grid);
  EXPECT_EQ(blocks.lattice.count, (Counts{3, 1, 1}));
  ASSERT_EQ(blocks.boxes.size(), 10U);
  EXPECT_TRUE(std::is_sorted(blocks.cellOfBlock.begin(), blocks.cellOfBlock.end()));
  BlockModel model;
  model.lattice = blocks.lattice;
  model.cellOfBlock = blocks.cellOfBlock;
  model.boxes = blocks.boxes;
  EXPECT_NEAR(volume(model), 12 * 1 * 3, 1e-5);
  for (std::size_t block = 0; block < blocks.boxes.size(); ++block) {
    const std::size_t i = blocks.gridCell[block] % 5;
    EXPECT_NEAR(model.blockSize(block).x, grid.faces[0][i + 1] - grid.faces[0][i], 1e-6);
    EXPECT_NEAR(model.blockCenter(block).x, (grid.faces[0][i + 1] + grid.faces[0][i]) / 2, 1e-6);
  }
  auto cells = blocks.gridCell;
  std::sort(cells.begin(), cells.end());
  for (std::size_t cell = 0; cell < cells.size(); ++cell) EXPECT_EQ(cells[cell], cell);
}

constexpr std::string_view kMesh = "2 1 3 ! counts\n100 200 50\n10 10\n5\n1 2*2.5\n";

TEST(UbcMesh, HangsFromItsTopSouthWestCorner) {
  const auto grid = readUbcMesh(kMesh, "a.msh");
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->faces[0], (std::vector<double>{100, 110, 120}));
  EXPECT_EQ(grid->faces[1], (std::vector<double>{200, 205}));
  EXPECT_EQ(grid->faces[2], (std::vector<double>{44, 46.5, 49, 50}));
  EXPECT_EQ(ubcValueOf(*grid, 0), 2U) << "the lowest cell comes last in its column";
  EXPECT_EQ(ubcValueOf(*grid, 1), 5U);
  EXPECT_EQ(ubcValueOf(*grid, 4), 0U);
}

TEST(UbcMesh, SaysWhatIsWrong) {
  EXPECT_FALSE(readUbcMesh("2 1\n0 0\n1 1\n1\n", "a.msh")) << "a 2D mesh begins otherwise";
  EXPECT_EQ(recogniseUbc({"a.msh", "X,Y,Z\n1,2,3\n"}), 0);
  for (const char* text :
       {"2 1 3\n0 0 0\n1 1\n1\n1 1\n", "2 1 3\n0 0 0\n1 -1\n1\n1 1 1\n", "1 1 1\n0 0 0\n9*1\n1\n1\n",
        "1 1 1\n0 0 0\n1\n1\n1\n5 5\n", "1 1 1\n0 0 0\nwide\n1\n1\n"})
    EXPECT_EQ(refusal(readUbc, {"a.msh", text}), "BM-BAD-MESH") << text;
}

TEST(UbcModel, LiesOnTheMeshBesideIt) {
  const tests::TemporaryFolder folder;
  const std::string mesh = folder.write("a.msh", kMesh);
  const std::string_view values = "1\n2\n3\nnan\n5\n6\n";
  const std::string path = folder.write("a.mod", values);
  const auto result = readWith(readValueList, {path, values});
  const auto& model = only<BlockModel>(result);
  ASSERT_EQ(result.sideFiles, (std::vector<std::string>{mesh}));
  EXPECT_EQ(model.blockCount(), 6U);
  const auto valueAt = [&](const Vec3& point) { return model.columns.at(0).values[*model.blockAt(point)]; };
  EXPECT_EQ(valueAt({105, 202, 49.5}), 1.0F) << "first value: top of the first column";
  EXPECT_EQ(valueAt({105, 202, 45}), 3.0F);
  EXPECT_TRUE(std::isnan(valueAt({115, 202, 49.5})));
  EXPECT_EQ(valueAt({115, 202, 45}), 6.0F);
  EXPECT_EQ(countOf(readWith(readUbc, {mesh, kMesh}), "BM-MESH-OF-MODELS"), 1U);
  EXPECT_EQ(refusal(readValueList, {path, values}, {{"a.mod/mesh", "none"}}), "BM-NEEDS-LATTICE");
}

TEST(UbcModel, ReadsTheRealInversion) {
  ADIT_NEEDS_REAL_DATA("ubc_laguna_del_maule");
  const std::string path = tests::realData("ubc_laguna_del_maule/Lpout.mod");
  const std::string text = fileText(path);
  const auto result = readWith(readValueList, {path, text});
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.blockCount(), 190'440U);
  EXPECT_EQ(model.lattice.count, (Counts{69, 69, 1})) << "the heights vary: one parent a column";
  EXPECT_EQ(model.lattice.origin, (Vec3{355'000, 5'999'000, 3000 - 8250}));
  const auto& density = model.columns.at(0).values;
  EXPECT_EQ(std::count_if(density.begin(), density.end(), [](float v) { return !std::isnan(v); }), 159'705);
  EXPECT_NEAR(sum(density), 1296.2668, 1e-3);
  EXPECT_NEAR(volume(model) / (69 * 250.0 * 69 * 250.0 * 8250.0), 1, 1e-6);
  EXPECT_TRUE(std::isnan(density[*model.blockAt({355'001, 5'999'001, 2999})])) << "the top is air";
}

TEST(GridFiles, SurviveDamagedText) {
  geology::Progress progress;
  tests::readDamagedSeeds("grid_file", 150, [&](std::string_view bytes) {
    const Source source{"fuzz.dat", bytes};
    for (const Read read : {readGslib, readValueList, readUbc}) {
      try {
        const auto result = read(source, {{"fuzz.dat/lattice", "2x2x1"}}, progress);
        for (const Object& object : result.objects) {
          const auto* model = std::get_if<BlockModel>(&object);
          if (model == nullptr) continue;
          for (const auto& column : model->columns) ASSERT_EQ(column.size(), model->blockCount());
        }
      } catch (const ReadError& error) {
        ASSERT_FALSE(error.diagnostic.message.empty());
      }
    }
  });
}

}  // namespace
}  // namespace adit::formats
