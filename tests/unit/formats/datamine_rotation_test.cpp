// Rotated Datamine models: numbers worked out by hand, what the rows must carry, and the choice.
#include "geology/formats/datamine_rotation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "geology/formats/block_table_reader.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::Vec3;
using testing::HasSubstr;

ImportResult readText(const std::string& text, const ImportChoices& choices = {}) {
  geology::Progress progress;
  return readBlockTable({"model.csv", text}, choices, progress);
}

const geology::Diagnostic* find(const ImportResult& result, std::string_view code) {
  for (const auto& diagnostic : result.diagnostics)
    if (diagnostic.code == code) return &diagnostic;
  return nullptr;
}

void expectNear(const Vec3& is, const Vec3& wanted, double tolerance) {
  EXPECT_NEAR(is.x, wanted.x, tolerance);
  EXPECT_NEAR(is.y, wanted.y, tolerance);
  EXPECT_NEAR(is.z, wanted.z, tolerance);
}

TEST(TurnedAxes, OneTurnAboutZIsABearing) {
  const auto axes = turnedAxes({30, 0, 0}, {3, 0, 0});
  expectNear(axes[0], {0.8660254037844387, -0.5, 0}, 1e-15);  // X looks to azimuth 120
  expectNear(axes[1], {0.5, 0.8660254037844387, 0}, 1e-15);   // Y looks to azimuth 030
  expectNear(axes[2], {0, 0, 1}, 1e-15);
}

TEST(TurnedAxes, ZThenXIsDipDirectionAndDip) {
  // Y down the dip of 40 to azimuth 030: horizontal part cos 40 = 0.766044443, to the east sin 30 of it, to
  // the north cos 30 of it; down sin 40.
  const auto axes = turnedAxes({30, 40, 0}, {3, 1, 0});
  expectNear(axes[1], {0.3830222215594890, 0.6634139481689384, -0.6427876096865394}, 1e-15);
  expectNear(axes[0], {0.8660254037844387, -0.5, 0}, 1e-15);  // along strike, still horizontal
  // The normal of the plane: up cos 40, leaning to azimuth 030 by sin 40.
  expectNear(axes[2], {0.3213938048432697, 0.5566703992264194, 0.7660444431189780}, 1e-15);
}

TEST(TurnedAxes, TheThirdTurnIsInThePlaneOfTheSecond) {
  const auto two = turnedAxes({30, 40, 0}, {3, 1, 0});
  const auto three = turnedAxes({30, 40, 25}, {3, 1, 3});
  const double c = std::cos(25 * std::numbers::pi / 180), s = std::sin(25 * std::numbers::pi / 180);
  expectNear(three[2], two[2], 1e-15);
  expectNear(three[0], two[0] * c - two[1] * s, 1e-15);
  expectNear(three[1], two[0] * s + two[1] * c, 1e-15);
}

TEST(TurnedAxes, QuarterTurnsAboutEachAxis) {
  // Seen from the positive end, clockwise: about X, Y goes down; about Y, Z goes to -X ... and X up.
  expectNear(turnedAxes({90, 0, 0}, {1, 0, 0})[1], {0, 0, -1}, 1e-15);
  expectNear(turnedAxes({90, 0, 0}, {2, 0, 0})[0], {0, 0, 1}, 1e-15);
  expectNear(turnedAxes({90, 0, 0}, {3, 0, 0})[0], {0, -1, 0}, 1e-15);
  EXPECT_EQ(turnedAxes({90, 45, 10}, {0, 0, 0})[0], (Vec3{1, 0, 0}));
}

TEST(TurnedAxes, StayARightHandedSystem) {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    std::array<double, 3> angle{};
    std::array<int, 3> about{};
    for (std::size_t k = 0; k < 3; ++k) {
      angle[k] = static_cast<double>(random() % 72000) / 100 - 360;
      about[k] = static_cast<int>(random() % 4);
    }
    const auto [x, y, z] = turnedAxes(angle, about);
    expectNear(cross(x, y), z, 1e-12);
    EXPECT_NEAR(length(x), 1, 1e-12);
    EXPECT_NEAR(length(y), 1, 1e-12);
  }
}

constexpr const char* kHeader =
    "XC,YC,ZC,XINC,YINC,ZINC,XMORIG,YMORIG,ZMORIG,NX,NY,NZ,X0,Y0,Z0,ANGLE1,ANGLE2,ANGLE3,ROTAXIS1,ROTAXIS2,"
    "ROTAXIS3,CU\n";

/// 3 x 2 x 2 blocks of 10 x 20 x 5, one with two halves in X; the grid begins at 100, 200, 50.
std::string rotatedModel(const std::string& constants) {
  std::string text = kHeader;
  int row = 0;
  for (int k = 0; k < 2; ++k)
    for (int j = 0; j < 2; ++j)
      for (int i = 0; i < 3; ++i) {
        const auto line = [&](double x, double size) {
          text += std::to_string(x) + "," + std::to_string(200 + 20 * (j + 0.5)) + "," +
                  std::to_string(50 + 5 * (k + 0.5)) + "," + std::to_string(size) +
                  ",20,5,100,200,50,3,2,2," + constants + "," + std::to_string(0.1 * ++row) + "\n";
        };
        if (i == 1 && j == 0 && k == 0) {
          line(112.5, 5);
          line(117.5, 5);
        } else {
          line(100 + 10 * (i + 0.5), 10);
        }
      }
  return text;
}

TEST(DatamineRotation, BlocksLieInTheWorld) {
  const auto result = readText(rotatedModel("547123.45,6781234.56,350,30,40,0,3,1,0"));
  ASSERT_EQ(result.objects.size(), 1U);
  const auto& model = std::get<BlockModel>(result.objects[0]);
  EXPECT_EQ(model.blockCount(), 13U);
  EXPECT_EQ(model.lattice.count, (std::array<std::int64_t, 3>{3, 2, 2}));
  EXPECT_TRUE(model.subBlocked());
  // The corner of the grid is X0, Y0, Z0 itself, with every digit of a UTM coordinate.
  expectNear(model.lattice.origin, {547123.45, 6781234.56, 350}, 1e-8);
  // The first block's centre is 5, 10, 2.5 along the axes of ZThenXIsDipDirectionAndDip:
  // east 5*0.866025 + 10*0.383022 + 2.5*0.321394, north -2.5 + 6.634139 + 1.391676, up -6.427876 + 1.915111.
  expectNear(model.blockCenter(0), {547123.45 + 8.9638337, 6781234.56 + 5.5258155, 350 - 4.5127650}, 1e-6);
  double volume = 0;
  for (std::size_t block = 0; block < model.blockCount(); ++block) volume += model.blockVolume(block);
  EXPECT_NEAR(volume, 12 * 10 * 20 * 5, 1e-6);
  const auto* note = find(result, "BM-TURNED");
  ASSERT_NE(note, nullptr);
  EXPECT_THAT(note->message, HasSubstr("30 degrees about Z, then 40 degrees about X"));
  EXPECT_EQ(find(result, "BM-LOCAL-COORDINATES"), nullptr);
}

TEST(DatamineRotation, EveryBlockIsWhereItsRowSays) {
  const auto result = readText(rotatedModel("547123.45,6781234.56,350,-75,12,33,3,2,1"));
  const auto& model = std::get<BlockModel>(result.objects.at(0));
  const GridRotation rotation{
      {100, 200, 50}, {547123.45, 6781234.56, 350}, turnedAxes({-75, 12, 33}, {3, 2, 1})};
  for (std::size_t block = 0; block < model.blockCount(); ++block) {
    const Vec3 world = model.blockCenter(block);
    const Vec3 d = world - rotation.worldOrigin;
    const Vec3 local = rotation.localOrigin +
                       Vec3{dot(d, rotation.axis[0]), dot(d, rotation.axis[1]), dot(d, rotation.axis[2])};
    const auto cell = model.lattice.cellAt(model.cellOf(block));
    EXPECT_NEAR(local.y, 200 + 20 * (static_cast<double>(cell[1]) + 0.5), 1e-6);
    EXPECT_NEAR(local.z, 50 + 5 * (static_cast<double>(cell[2]) + 0.5), 1e-6);
  }
}

TEST(DatamineRotation, CanBeOverruled) {
  const std::string text = rotatedModel("547123.45,6781234.56,350,30,0,0,3,0,0");
  const auto result = readText(text, {{"model.csv/rotation", "none"}});
  const auto& model = std::get<BlockModel>(result.objects.at(0));
  expectNear(model.lattice.origin, {100, 200, 50}, 1e-9);
  EXPECT_NE(find(result, "BM-LOCAL-COORDINATES"), nullptr);
  EXPECT_EQ(find(result, "BM-TURNED"), nullptr);
  bool kept = false;
  for (const auto& choice : model.source.choices)
    kept = kept || (choice.key == "model.csv/rotation" && choice.value == "none" && choice.byPerson);
  EXPECT_TRUE(kept);
  const auto wrong = readText(text, {{"model.csv/rotation", "left"}});
  EXPECT_NE(find(wrong, "TAB-BAD-CHOICE"), nullptr);
  EXPECT_NE(find(wrong, "BM-TURNED"), nullptr);
}

TEST(DatamineRotation, IsNotGuessedWhereTheRowsDoNotSayEnough) {
  const std::string whole = rotatedModel("547123.45,6781234.56,350,30,0,0,3,0,0");
  const auto without = [&](std::string_view column) {
    std::string text = whole;
    text.replace(text.find(column), column.size(), std::string(column.size(), 'Q'));
    return text;
  };
  for (const char* column : {",X0,", "ROTAXIS1"}) {
    const auto result = readText(without(column));
    EXPECT_NE(find(result, "BM-LOCAL-COORDINATES"), nullptr) << column;
    expectNear(std::get<BlockModel>(result.objects.at(0)).lattice.origin, {100, 200, 50}, 1e-9);
  }
  std::string varying = whole;  // the last row turns by 31 degrees
  const std::size_t last = varying.rfind(",30,");
  varying.replace(last, 4, ",31,");
  EXPECT_NE(find(readText(varying), "BM-LOCAL-COORDINATES"), nullptr);
  EXPECT_NE(find(readText(rotatedModel("547123.45,6781234.56,350,30,0,0,7,0,0")), "BM-LOCAL-COORDINATES"),
            nullptr);
}

TEST(DatamineRotation, ConcernsRotatedModelsOnly) {
  const auto result = readText(rotatedModel("547123.45,6781234.56,350,0,0,0,3,1,0"));
  EXPECT_EQ(find(result, "BM-TURNED"), nullptr);
  EXPECT_EQ(find(result, "BM-LOCAL-COORDINATES"), nullptr);
  expectNear(std::get<BlockModel>(result.objects.at(0)).lattice.origin, {100, 200, 50}, 1e-9);
}

}  // namespace
}  // namespace adit::formats
