#include "geology/formats/obj_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"
#include "tests/support/real_data.h"

using adit::formats::ImportResult;
using adit::formats::readObj;
using adit::formats::recogniseObj;
using adit::geology::PointSet;
using adit::geology::Severity;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

ImportResult read(std::string_view text) {
  return readBytes(readObj, text);
}
using Triangle = std::array<std::uint32_t, 3>;

TEST(ObjReader, EveryFormOfACorner) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(
      read("v 0 0 0\nv 1 0 0\nv 0 1 0\nvt 0 0\nvn 0 0 1\n"
           "f 1 2 3\nf 1/1 2/1 3/1\nf 1//1 2//1 3//1\nf 1/1/1 2/1/1 3/1/1\nf -3 -2 -1\n"));
  EXPECT_THAT(mesh.triangles, testing::AllOf(testing::SizeIs(5), testing::Each(Triangle{0, 1, 2})));
  EXPECT_EQ(mesh.name, "some");
}

TEST(ObjReader, NegativeNumbersCountFromWhereTheyStand) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(
      read("v 0 0 0\nv 1 0 0\nv 0 1 0\nf -3 -2 -1\nv 5 5 5\nv 6 5 5\nv 5 6 5\nf -3 -2 -1\n"));
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{3, 4, 5}));
}

TEST(ObjReader, FaceMayComeBeforeItsVertices) {
  const ImportResult result = read("f 1 2 3\nv 0 0 0\nv 1 0 0\nv 0 1 0\n");
  EXPECT_THAT(onlyObject<TriangleMesh>(result).triangles, ElementsAre(Triangle{0, 1, 2}));
  EXPECT_THAT(result.diagnostics, IsEmpty());
}

TEST(ObjReader, PolygonBecomesAFanAndSaysSo) {
  const ImportResult result = read("v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf 1 2 3 4\n");
  EXPECT_THAT(onlyObject<TriangleMesh>(result).triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{0, 2, 3}));
  EXPECT_EQ(diagnosticOf(result, "MESH-FAN").line, 5U);
}

TEST(ObjReader, LinesOpenAndClosed) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(read("v 0 0 0\nv 1 0 0\nv 1 1 0\nl 1 2 3\nl 1 2 3 1\n"));
  ASSERT_EQ(mesh.lines.size(), 2U);
  EXPECT_THAT(mesh.lines[0].vertices, ElementsAre(0, 1, 2));
  EXPECT_FALSE(mesh.lines[0].closed);
  EXPECT_THAT(mesh.lines[1].vertices, ElementsAre(0, 1, 2));
  EXPECT_TRUE(mesh.lines[1].closed);
}

TEST(ObjReader, GroupsArePartsAndMaterialsOnlyWithoutThem) {
  const TriangleMesh groups =
      onlyObject<TriangleMesh>(read("v 0 0 0\nv 1 0 0\nv 0 1 0\ng Low grade\nusemtl red\nf 1 2 3\no Core\nf "
                                    "1 3 2\ng Low grade\nf 1 2 3\n"));
  EXPECT_THAT(groups.parts, ElementsAre("Low grade", "Core"));
  EXPECT_THAT(groups.trianglePart, ElementsAre(0, 1, 0));
  const TriangleMesh materials = onlyObject<TriangleMesh>(
      read("v 0 0 0\nv 1 0 0\nv 0 1 0\nusemtl red\nf 1 2 3\nusemtl blue\nf 1 2 3\n"));
  EXPECT_THAT(materials.parts, ElementsAre("red", "blue"));
  const TriangleMesh neither = onlyObject<TriangleMesh>(read("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"));
  EXPECT_THAT(neither.parts, IsEmpty());
  EXPECT_THAT(neither.trianglePart, IsEmpty());
}

TEST(ObjReader, LineEndsCommentsContinuationsAndMark) {
  const TriangleMesh mesh =
      onlyObject<TriangleMesh>(read("\xEF\xBB\xBF# a comment\r\nv 478123.123456789 6771466.251007080078 "
                                    "-2.5e2 # here\r\nv 1 \\\r\n0 \\\r\n0\r\n"
                                    "v 0 1 0\rf 1 2 3"));
  ASSERT_EQ(mesh.vertices.size(), 3U);
  EXPECT_EQ(mesh.vertices[0], (Vec3{478123.123456789, 6771466.251007080078, -250}));
  EXPECT_EQ(mesh.vertices[1], (Vec3{1, 0, 0}));
  EXPECT_EQ(mesh.triangles.size(), 1U);
}

TEST(ObjReader, CornerThatDoesNotExistIsReportedWithItsLine) {
  const ImportResult result =
      read("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\nf 1 2 9\nf 0 1 2\nf -9 1 2\nf 1 x 3\n");
  EXPECT_EQ(onlyObject<TriangleMesh>(result).triangles.size(), 1U);
  EXPECT_EQ(countOf(result, "MESH-BAD-INDEX"), 4U);
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-INDEX").line, 5U);
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-INDEX").severity, Severity::Error);
}

TEST(ObjReader, BadVertexGoesWithItsFaceAndTheOthersKeepTheirPlace) {
  const ImportResult result =
      read("v nan 0 0\nv 0 0 0\nv 1 0 0\nv 0 1 0\nv 7 7\nf 1 2 3\nf 2 3 4\nl 2 5\nl 3 4\n");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_TRUE(isSound(mesh));
  EXPECT_EQ(mesh.vertices.size(), 3U);
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}));
  ASSERT_EQ(mesh.lines.size(), 1U);
  EXPECT_THAT(mesh.lines[0].vertices, ElementsAre(1, 2));
  EXPECT_EQ(countOf(result, "MESH-BAD-NUMBER"), 2U);
  EXPECT_EQ(countOf(result, "MESH-BAD-VERTEX"), 2U);
  EXPECT_EQ(countOf(result, "MESH-LOST-FACE"), 2U);
}

TEST(ObjReader, FlatTrianglesShortFacesAndLooseVerticesAreCounted) {
  const ImportResult result =
      read("v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 0\nv 9 9 9\nf 1 2 3\nf 1 2 4\nf 1 2\nl 1\n");
  EXPECT_EQ(onlyObject<TriangleMesh>(result).triangles.size(), 2U);
  EXPECT_EQ(countOf(result, "MESH-DEGENERATE"), 1U);
  EXPECT_EQ(countOf(result, "MESH-SHORT-FACE"), 2U);
  EXPECT_EQ(countOf(result, "MESH-LOOSE-VERTICES"), 1U);
}

TEST(ObjReader, WhatIsNotDrawnIsNamed) {
  const ImportResult result = read("v 0 0 0 1 0.5 0.5\nv 1 0 0\nv 0 1 0\nf 1 2 3\ncurv 0 1 1 2\nsurf 0 1\n");
  EXPECT_THAT(diagnosticOf(result, "OBJ-NOT-DRAWN").message, testing::HasSubstr("curv, surf"));
  EXPECT_EQ(countOf(result, "OBJ-VERTEX-COLOURS"), 1U);
}

TEST(ObjReader, RecognisesContentNotNames) {
  EXPECT_GT(recogniseObj({"a.txt", "# x\nmtllib a.mtl\nv 1 2 3\nv 1 2 4\n"}), 50);
  EXPECT_EQ(recogniseObj({"a.obj", "x,y,z\n1,2,3\n"}), 0);
  EXPECT_EQ(recogniseObj({"a.obj", "name,v\nv 1\n"}), 0);
  EXPECT_EQ(recogniseObj({"a.obj", ""}), 0);
}

TEST(ObjReader, DamagedFilesAreSoundOrRefused) {
  readDamagedSeeds("obj", 400, [](std::string_view bytes) { expectSoundReading(readObj, bytes); });
}

TEST(ObjReader, RealPitKeepsEveryDigit) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/KIRRA_OBJ_CC.obj");
  const std::string bytes = fileBytes(realData("pit_karara_kirra/KIRRA_OBJ_CC.obj"));
  EXPECT_GT(recogniseObj({"", bytes}), 50);
  const ImportResult result = readBytes(readObj, bytes);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_EQ(mesh.triangles.size(), 489U);

  std::istringstream lines(bytes);
  std::size_t vertex = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("v ")) continue;
    std::istringstream words(line.substr(2));
    Vec3 place;
    words >> place.x >> place.y >> place.z;
    ASSERT_LT(vertex, mesh.vertices.size());
    ASSERT_EQ(mesh.vertices[vertex], place) << line;
    ++vertex;
  }
  EXPECT_EQ(vertex, mesh.vertices.size());
}

TEST(ObjReader, MalformedFilesAsTheyDeserve) {
  ADIT_NEEDS_REAL_DATA("malformed");
  const auto readFile = [](const char* name) {
    return readBytes(readObj, fileBytes(realData(std::string("malformed/") + name)));
  };
  const ImportResult sound = readFile("simple_shapes_ok.obj");
  EXPECT_THAT(sound.diagnostics, IsEmpty());
  EXPECT_EQ(onlyObject<TriangleMesh>(sound).triangles.size(), 18U);
  EXPECT_THAT(onlyObject<TriangleMesh>(sound).parts, ElementsAre("Cube", "Pyramid"));

  const ImportResult corrupt = readFile("simple_shapes_corrupt.obj");
  EXPECT_THAT(codesOf(corrupt), ElementsAre("MESH-BAD-INDEX"));
  EXPECT_EQ(diagnosticOf(corrupt, "MESH-BAD-INDEX").line, 23U);
  EXPECT_EQ(onlyObject<TriangleMesh>(corrupt).triangles.size(), 12U);

  const ImportResult points = readFile("vertices_only.obj");
  EXPECT_THAT(codesOf(points), ElementsAre("MESH-NO-FACES"));
  EXPECT_EQ(onlyObject<PointSet>(points).points.size(), 3U);
}

}  // namespace
