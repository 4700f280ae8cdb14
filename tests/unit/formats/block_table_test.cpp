// Block models and points as text: typed rows of every program's export, real models, and damaged bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <random>

#include "geology/formats/block_presets.h"
#include "geology/formats/block_table_reader.h"
#include "geology/formats/import_choice.h"
#include "tests/support/mutate.h"
#include "tests/support/real_data.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::PointSet;
using geology::Vec3;
using testing::ElementsAre;

ImportResult readText(std::string_view text, const ImportChoices& choices = {}) {
  geology::Progress progress;
  return readBlockTable({"model.csv", text}, choices, progress);
}

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

std::string choiceOf(const geology::Provenance& source, const std::string& question) {
  for (const auto& choice : source.choices)
    if (choice.key == "model.csv/" + question) return choice.value;
  return "not asked";
}

double volume(const BlockModel& model) {
  double sum = 0;
  for (std::size_t block = 0; block < model.blockCount(); ++block) sum += model.blockVolume(block);
  return sum;
}

std::string fileText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(BlockTable, ReadsADatamineExportWithSubCells) {
  const auto result = readText(
      "IJK,XC,YC,ZC,XINC,YINC,ZINC,AU,ROCK\n"
      "0,105,205,52.5,10,10,5,1.5,GRANITE\n"
      "1,112.5,205,52.5,5,10,5,2.5,GRANITE\n"
      "1,117.5,205,52.5,5,10,5,,SCHIST\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.origin, (Vec3{100, 200, 50}));
  EXPECT_EQ(model.lattice.size, (std::array<double, 3>{10, 10, 5}));
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{2, 1, 1}));
  EXPECT_THAT(model.cellOfBlock, ElementsAre(0U, 1U, 1U));
  ASSERT_TRUE(model.subBlocked());
  EXPECT_EQ(model.boxes[2].min, (std::array<float, 3>{0.5F, 0, 0}));
  EXPECT_EQ(volume(model), 2 * 10 * 10 * 5);
  const auto* gold = findColumn(model.columns, "AU");
  ASSERT_NE(gold, nullptr);
  EXPECT_EQ(gold->values[1], 2.5F);
  EXPECT_EQ(gold->state(2), geology::ValueState::NotSampled);
  EXPECT_EQ(findColumn(model.columns, "ROCK")->category(2), "SCHIST");
  EXPECT_EQ(countOf(result, "BM-PROGRAM"), 1U);
  EXPECT_EQ(model.line, geology::LineNumbers({2U, 3U, 4U}));
  EXPECT_TRUE(model.line.rising()) << "one below the other: no memory for each";
}

TEST(BlockTable, ARotatedDatamineModelIsNotInItsPlaceAndSaysSo) {
  constexpr std::string_view kHead = "XC,YC,ZC,XINC,YINC,ZINC,ANGLE1,ANGLE2\n";
  EXPECT_EQ(countOf(readText(std::string(kHead) + "5,5,5,10,10,10,30,0\n"), "BM-LOCAL-COORDINATES"), 1U);
  EXPECT_EQ(countOf(readText(std::string(kHead) + "5,5,5,10,10,10,0,0\n"), "BM-LOCAL-COORDINATES"), 0U);
}

TEST(BlockTable, ReadsAVulcanExportWithLinesAfterTheHeader) {
  const auto result = readText(
      "centroid_x,centroid_y,centroid_z,dim_x,dim_y,dim_z,volume,au\n"
      "Variable descriptions:,,,,,,,gold\n"
      "Variable types:,,,,,,double,double\n"
      "Variable defaults:,,,,,,0.0,-99.0\n"
      "5,5,5,10,10,10,1000,0.4\n"
      "15,5,5,10,10,10,1000,-99\n"
      "5,15,5,10,10,10,1000,0.8\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.blockCount(), 3U);
  EXPECT_THAT(model.cellOfBlock, ElementsAre(0U, 1U, 2U));
  EXPECT_EQ(countOf(result, "BM-HEADER-LINES"), 3U);
  const auto* gold = findColumn(model.columns, "au");
  ASSERT_NE(gold, nullptr);
  EXPECT_FALSE(gold->hasValue(1)) << "-99 is the default, not a grade";
  EXPECT_EQ(countOf(result, "TAB-NULL-NUMBER"), 1U);
  EXPECT_EQ(model.line.front(), 5U);
}

TEST(BlockTable, DeclaredNullsReplaceTheGuess) {
  const auto result = readText("X,Y,Z,score\n5,5,5,-99\n15,5,5,7\n5,15,5,3\n15,15,5,1\n",
                               {{"model.csv/nulls", "7"}, {"model.csv/cell-size", "10"}});
  const auto& column = only<BlockModel>(result).columns.at(0);
  EXPECT_EQ(column.values[0], -99.0F);
  EXPECT_EQ(column.state(1), geology::ValueState::NotSampled);
}

TEST(BlockTable, CountsNegativeCodesExactlyHoweverManyDifferentOnesThereAre) {
  std::string text = "X,Y,Z,cu_ppm\n";
  for (int i = 1; i <= 300; ++i) text += std::to_string(i * 10) + ",5,5," + std::to_string(-i) + "\n";
  text += "3010,5,5,100\n";
  const auto result =
      readText(text, {{"model.csv/cu_ppm/negatives", "below-detection"}, {"model.csv/cu_ppm/nulls", "none"}});
  EXPECT_EQ(countOf(result, "TAB-NEGATIVE-CODE"), 200U);
  EXPECT_EQ(countOf(result, "TAB-NEGATIVE-LIMIT"), 100U);
}

TEST(BlockTable, TakesYBeforeXFromTheHeaderAsSurpacWritesIt) {
  const auto result = readText(
      "Y,X,Z,cu\n"
      "1005,50,10,1\n1005,60,10,2\n1025,50,10,3\n1025,60,10,4\n1025,60,15,5\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{2, 2, 2}));
  EXPECT_EQ(model.lattice.size, (std::array<double, 3>{10, 20, 5}));
  EXPECT_EQ(model.blockCenter(1), (Vec3{60, 1005, 10}));
}

TEST(BlockTable, ReadsALeapfrogExportBehindItsCommentLines) {
  const auto result = readText(
      "# Block model exported by a modelling program\n"
      "# Base point: 1000, 2000, 300\n"
      "# Parent block size: 10, 10, 4\n"
      "X,Y,Z,Zone\n"
      "1005,2005,302,HG\n1015,2005,302,LG\n1005,2015,302,HG\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.size, (std::array<double, 3>{10, 10, 4}))
      << "one bench: the height is in the preamble";
  EXPECT_EQ(model.lattice.origin, (Vec3{1000, 2000, 300}));
  EXPECT_EQ(countOf(result, "BM-ASSUMED-SIZE"), 0U);
  EXPECT_EQ(countOf(result, "BM-HEADER-LINES"), 3U);
}

TEST(BlockTable, TellsMicrominesSizesFromItsPositions) {
  const auto result = readText(
      "EAST;_EAST;NORTH;_NORTH;RL;_RL;DENSITY\n"
      "500010;20;7000010;20;-5;10;2,71\n"
      "500030;20;7000010;20;-5;10;2,68\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.origin, (Vec3{500'000, 7'000'000, -10}));
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{2, 1, 1}));
  EXPECT_TRUE(model.full());
  EXPECT_EQ(model.columns.at(0).values[1], 2.68F);
}

TEST(BlockTable, SortsShuffledRowsByCellWithAllTheirValues) {
  const auto result = readText("X,Y,Z,v\n15,15,5,4\n5,5,5,1\n5,15,5,3\n15,5,5,2\n", {});
  const auto& model = only<BlockModel>(result);
  EXPECT_TRUE(model.full());
  EXPECT_THAT(model.columns.at(0).values, ElementsAre(1.0F, 2.0F, 3.0F, 4.0F));
  EXPECT_EQ(model.line, geology::LineNumbers({3U, 5U, 4U, 2U}));
}

/// Rows in any order, some twice, some cells absent: few cells a row are sorted by a place for each, many by
/// comparison; the brute-force way is a map.
TEST(BlockTable, AnyOrderGivesTheFirstRowOfEachCell) {
  std::mt19937 random(11);
  for (const int width : {12, 400}) {
    std::map<std::array<int, 3>, int> first;  // by k, j, i: the order of cells
    std::string text = "X,Y,Z,v\n";
    const auto add = [&](int i, int j, int k) {
      const int row = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
      first.try_emplace({k, j, i}, row);
      text += std::to_string(10 * i) + "," + std::to_string(10 * j) + "," + std::to_string(10 * k) + "," +
              std::to_string(row) + "\n";
    };
    std::size_t rows = 0;
    for (; rows < 900; ++rows)
      add(static_cast<int>(random() % 12), static_cast<int>(random() % 12), static_cast<int>(random() % 3));
    for (int i = 12; i < width; i += 2, rows += 2) {  // far blocks in pairs, most cells between them absent
      add(i, 0, 0);
      add(i, 0, 1);
    }
    const auto result = readText(text);
    const auto& model = only<BlockModel>(result);
    ASSERT_EQ(model.blockCount(), first.size());
    std::size_t block = 0;
    for (const auto& [cell, row] : first) {
      ASSERT_EQ(model.columns.at(0).values[block], static_cast<float>(row));
      ASSERT_EQ(model.line[block], static_cast<std::uint32_t>(row + 1));
      ++block;
    }
    EXPECT_EQ(countOf(result, "BM-DUPLICATE-CELL"), rows - first.size());
  }
}

TEST(BlockTable, KeepsAbsentCellsAbsent) {
  const auto result = readText("X,Y,Z,v\n5,5,5,1\n15,5,5,2\n25,5,5,3\n5,15,5,4\n25,15,5,0\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_THAT(model.cellOfBlock, ElementsAre(0U, 1U, 2U, 3U, 5U));
  EXPECT_FALSE(model.blockAt({15, 15, 5}));
  EXPECT_EQ(model.columns.at(0).values[4], 0.0F);
}

TEST(BlockTable, CountsDuplicatesAndRowsWithoutPosition) {
  const auto result = readText(
      "X,Y,Z,v\n5,5,5,1\n15,5,5,2\n5,15,5,3\n15,15,5,4\n15,15,5,9\n"
      "5,5,15,5\n15,5,15,6\n5,15,15,7\n15,15,15,8\nunknown,5,5,7\n"
      "5,5,25,1\n15,5,25,2\n5,15,25,3\n15,15,25,4\n5,5,35,1\n15,5,35,2\n5,15,35,3\n15,15,35,4\n"
      "5,5,45,1\n15,5,45,2\n5,15,45,3\n15,15,45,4\n");
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.blockCount(), 20U);
  EXPECT_EQ(model.columns.at(0).values[3], 4.0F) << "the first row of a cell is used";
  EXPECT_EQ(countOf(result, "BM-DUPLICATE-CELL"), 1U);
  EXPECT_EQ(countOf(result, "BM-NO-POSITION"), 1U);
}

TEST(BlockTable, ReadsIndicesAloneWithAStatedCellSize) {
  constexpr std::string_view kText = "i,j,k,v\n1,1,1,10\n2,1,1,20\n1,2,1,30\n2,2,2,40\n";
  const auto unstated = readText(kText);
  EXPECT_EQ(only<BlockModel>(unstated).lattice.size, (std::array<double, 3>{1, 1, 1}));
  EXPECT_EQ(countOf(unstated, "BM-INDEX-ONLY"), 1U);
  const auto stated = readText(kText, {{"model.csv/cell-size", "25,25,10"}});
  const auto& model = only<BlockModel>(stated);
  EXPECT_EQ(model.lattice.origin, (Vec3{0, 0, 0}));
  EXPECT_EQ(model.lattice.size, (std::array<double, 3>{25, 25, 10}));
  EXPECT_THAT(model.cellOfBlock, ElementsAre(0U, 1U, 2U, 7U));
}

TEST(BlockTable, IndicesThatCountFromOneAlongSomeAxesStayInTheirCells) {
  constexpr std::string_view kText = "i,j,k,v\n1,1,0,10\n2,1,0,20\n1,2,0,30\n2,2,1,40\n";
  const auto guessed = readText(kText);
  EXPECT_EQ(only<BlockModel>(guessed).lattice.origin, (Vec3{0, 0, 0}));
  EXPECT_EQ(choiceOf(only<BlockModel>(guessed).source, "index-base"), "1,1,0");
  EXPECT_EQ(countOf(guessed, "BM-INDEX-BASE"), 1U);
  const auto chosen = readText(kText, {{"model.csv/index-base", "0"}});
  EXPECT_EQ(only<BlockModel>(chosen).lattice.origin, (Vec3{1, 1, 0}));
  EXPECT_EQ(countOf(chosen, "BM-INDEX-BASE"), 0U);
  const auto part = readText("i,j,k,v\n7,3,0,1\n8,3,0,2\n7,4,0,3\n8,4,1,4\n");
  EXPECT_EQ(only<BlockModel>(part).lattice.origin, (Vec3{7, 3, 0})) << "a part of a model that counts from 0";
}

TEST(BlockTable, FirstRowsWithoutAPositionAreRows) {
  const auto result = readText(
      "X,Y,Z,v\n,5,5,1\n,,,2\nNA,NA,NA,3\n"
      "5,5,5,1\n15,5,5,2\n5,15,5,3\n15,15,5,4\n5,5,15,5\n15,5,15,6\n5,15,15,7\n15,15,15,8\n");
  EXPECT_EQ(only<BlockModel>(result).blockCount(), 8U);
  EXPECT_EQ(countOf(result, "BM-NO-POSITION"), 3U);
  EXPECT_EQ(countOf(result, "BM-HEADER-LINES"), 0U);
}

TEST(BlockTable, ThePersonOverrulesPositionTypeAndKind) {
  constexpr std::string_view kText = "X,Y,Z,domain\n0,0,0,10\n10,0,0,20\n0,10,0,10\n10,10,0,10\n0,0,10,10\n";
  const auto guessed = readText(kText);
  EXPECT_EQ(only<BlockModel>(guessed).lattice.origin, (Vec3{-5, -5, -5}));
  EXPECT_FALSE(only<BlockModel>(guessed).columns.at(0).isNumeric()) << "domains are codes";
  EXPECT_EQ(countOf(guessed, "BM-POSITION-DOUBT"), 1U);
  EXPECT_EQ(choiceOf(only<BlockModel>(guessed).source, "position"), "centroid");
  const auto chosen =
      readText(kText, {{"model.csv/position", "corner"}, {"model.csv/domain/type", "numeric"}});
  EXPECT_EQ(only<BlockModel>(chosen).lattice.origin, (Vec3{0, 0, 0}));
  EXPECT_TRUE(only<BlockModel>(chosen).columns.at(0).isNumeric());
  const auto points = readText(kText, {{"model.csv/kind", "points"}});
  EXPECT_EQ(only<PointSet>(points).points.size(), 5U);
}

TEST(BlockTable, PointsOffAnyLatticeBecomePointsAndTheReasonIsGiven) {
  const auto result = readText("X,Y,Z,cu\n0.31,5.2,1\n0.9,1.7,2.2,0.5\n8.3,4.1,1.1,0.7\n5.5,9.9,0.4,0.1\n");
  EXPECT_EQ(only<PointSet>(result).points.size(), 4U);
  EXPECT_EQ(countOf(result, "BM-NO-LATTICE"), 1U);
  EXPECT_EQ(countOf(result, "TAB-SHORT-ROW"), 1U);
}

TEST(BlockTable, ReportsOverlappingSubBlocks) {
  const auto result =
      readText("x,y,z,dx,dy,dz\n5,5,5,10,10,10\n15,5,5,10,10,10\n12.5,5,5,5,10,10\n25,5,5,10,10,10\n");
  EXPECT_EQ(only<BlockModel>(result).blockCount(), 4U);
  EXPECT_EQ(countOf(result, "BM-OVERLAP"), 1U);
}

TEST(BlockTable, RecognisesItsOwnAndNotDrillholeTables) {
  const auto score = [](std::string_view text) { return recogniseBlockTable({"t.csv", text}); };
  EXPECT_EQ(score("X,Y,Z,dx,dy,dz,v\n1,2,3,4,5,6,7\n"), 95);
  EXPECT_EQ(score("X,Y,Z,v\n1,2,3,7\n"), 92);
  EXPECT_EQ(score("EAST,NORTH,RL,HOLEID,PL_CU\n1,2,3,B1,0.5\n"), 70);
  EXPECT_EQ(score("i,j,k,v\n1,2,3,7\n"), 60);
  EXPECT_EQ(score("X,Y,Z\n1,2,3\n"), 40);
  EXPECT_EQ(score("HOLE,X,Y,Z,DEPTH\nA1,1,2,3,100\n"), 0);
  EXPECT_EQ(score("BHID,FROM,TO,X,Y,Z,AU\nA1,0,1,1,2,3,0.1\n"), 0);
  EXPECT_EQ(score("HOLE,X,Y,Z,AZIMUTH,DIP\nA1,1,2,3,90,-60\n"), 0);
  EXPECT_EQ(score("X,Y,Z,v\n"), 0) << "no numbers under the header";
  EXPECT_EQ(score("1,2,3\n4,5,6\n"), 0) << "no header";
  EXPECT_EQ(score(std::string_view("X,Y,Z\0\n1,2,3\n", 14)), 0);
}

TEST(BlockTable, RefusesATableWithoutCoordinatesAndSaysWhatToDo) {
  try {
    readText("a,b,c\n1,2,3\n");
    FAIL() << "it was read";
  } catch (const ReadError& error) {
    EXPECT_EQ(error.diagnostic.code, "BM-NO-HEADER");
    EXPECT_FALSE(error.diagnostic.remedy.empty());
  }
}

TEST(BlockTable, ReadsTheRealSparseModelOfBingham) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  const std::string text = fileText(tests::realData("bm_bingham_eup3m/merged_blocks.csv"));
  EXPECT_EQ(recogniseBlockTable({"merged_blocks.csv", text}), 92);
  const auto result = readText(text);
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.origin, (Vec3{-5, -180, 37.5}));
  EXPECT_EQ(model.lattice.size, (std::array<double, 3>{25, 25, 50}));
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{181, 43, 11}));
  EXPECT_EQ(model.lattice.cellCount(), 85'613);
  EXPECT_EQ(model.blockCount(), 16'242U);
  EXPECT_EQ(volume(model), 16'242.0 * 25 * 25 * 50);
  EXPECT_EQ(countOf(result, "BM-DUPLICATE-CELL") + countOf(result, "BM-OFF-LATTICE"), 0U);
  const auto* domain = findColumn(model.columns, "domain");
  ASSERT_NE(domain, nullptr);
  EXPECT_EQ(domain->names.size(), 12U);
  const auto* blastholes = findColumn(model.columns, "cu_bh_nn");
  ASSERT_NE(blastholes, nullptr);
  EXPECT_EQ(std::count_if(blastholes->values.begin(), blastholes->values.end(),
                          [](float v) { return std::isnan(v); }),
            1);
  EXPECT_EQ(geology::valueRange(*findColumn(model.columns, "MINED")), (std::pair{1.0F, 17.0F}));
}

TEST(BlockTable, ReadsTheRealBlastholesAsPoints) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  const std::string text = fileText(tests::realData("bm_bingham_eup3m/merged_blastholes.csv"));
  const auto result = readText(text);
  const auto& set = only<PointSet>(result);
  EXPECT_EQ(set.points.size(), 17'687U);
  EXPECT_EQ(set.points.front(), (Vec3{1995.79, 517.77, 464.75}));
  EXPECT_EQ(findColumn(set.columns, "HOLEID")->category(0), "0202231031-17929");
  EXPECT_EQ(countOf(result, "BM-NO-LATTICE"), 1U);
}

TEST(BlockTable, ReadsTheRealRotatedOctreeModel) {
  ADIT_NEEDS_REAL_DATA("omf_v2");
  const std::string text = fileText(tests::realData("omf_v2/bunny_blocks.csv"));
  const auto result = readText(text);
  const auto& model = only<BlockModel>(result);
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{8, 6, 8}));
  EXPECT_EQ(model.blockCount(), 5'123U);
  EXPECT_NEAR(dot(model.lattice.axis[0], {std::cos(M_PI / 18), std::sin(M_PI / 18), 0}), 1, 1e-12);
  EXPECT_NEAR(length(model.lattice.origin - Vec3{-1662, -1340, -423}), 0, 1e-6);
  EXPECT_EQ(volume(model), 8.0 * 6 * 8 * 400 * 400 * 400) << "the blocks fill every parent";
  const auto* body = findColumn(model.columns, "Bunny");
  ASSERT_NE(body, nullptr);
  double inside = 0;
  for (std::size_t block = 0; block < model.blockCount(); ++block)
    if (body->category(block) == "Body") inside += model.blockVolume(block);
  EXPECT_EQ(inside, 1476 * 1e6 + 259 * 8e6 + 39 * 64e6) << "counted by hand in the file of the body's blocks";
}

TEST(BlockTable, SurvivesDamagedText) {
  geology::Progress progress;
  tests::readDamagedSeeds("block_table", 150, [&](std::string_view bytes) {
    const Source source{"fuzz.csv", bytes};
    recogniseBlockTable(source);
    try {
      const auto result = readBlockTable(source, {}, progress);
      for (const Object& object : result.objects) {
        const auto* model = std::get_if<BlockModel>(&object);
        if (model == nullptr) continue;
        for (const auto& column : model->columns) ASSERT_EQ(column.size(), model->blockCount());
      }
    } catch (const ReadError& error) {
      ASSERT_FALSE(error.diagnostic.message.empty());
    }
  });
}

}  // namespace
}  // namespace adit::formats
