#include "geology/formats/dxf_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "geology/formats/obj_reader.h"
#include "geology/formats/unknown_content.h"
#include "tests/support/mutate.h"
#include "tests/support/reading.h"
#include "tests/support/real_data.h"

using adit::formats::ImportResult;
using adit::formats::readDxf;
using adit::formats::recogniseDxf;
using adit::geology::PointSet;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

using Triangle = std::array<std::uint32_t, 3>;

/// Groups written as "code value; code value; ..." become the pairs of lines of a DXF file.
std::string pairs(std::string_view groups) {
  std::string text;
  while (!groups.empty()) {
    std::string_view group = groups.substr(0, groups.find(';'));
    groups.remove_prefix(std::min(group.size() + 1, groups.size()));
    group.remove_prefix(std::min(group.find_first_not_of(" \n"), group.size()));
    if (group.empty()) continue;
    text.append(group.substr(0, group.find(' '))).append("\n");
    text.append(group.substr(std::min(group.find(' ') + 1, group.size()))).append("\n");
  }
  return text;
}

std::string withEntities(std::string_view entities) {
  return pairs("0 SECTION; 2 ENTITIES;" + std::string(entities) + ";0 ENDSEC; 0 EOF");
}

ImportResult readEntities(std::string_view entities) {
  return readBytes(readDxf, withEntities(entities));
}

TEST(DxfReader, FacesOfThreeAndFourCorners) {
  const ImportResult result = readEntities(
      "0 3DFACE; 8 TOPO; 10 478123.125; 20 6771466.251; 30 5; 11 1; 21 0; 31 0; 12 0; 22 1; 32 0; 13 0; 23 "
      "1; 33 0;"
      "0 3DFACE; 8 PIT;  10 1; 20 0; 30 0; 11 2; 21 0; 31 0; 12 2; 22 1; 32 0; 13 0; 23 1; 33 0");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(mesh.vertices.front(), (Vec3{478123.125, 6771466.251, 5}));
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{1, 3, 4}, Triangle{1, 4, 2}));
  EXPECT_THAT(mesh.parts, ElementsAre("TOPO", "PIT"));
  EXPECT_THAT(mesh.trianglePart, ElementsAre(0, 1, 1));
  EXPECT_THAT(codesOf(result), ElementsAre("MESH-FAN"));
}

TEST(DxfReader, PolylineInSpaceAndClosed) {
  const TriangleMesh mesh =
      onlyObject<TriangleMesh>(readEntities("0 POLYLINE; 8 CREST300; 66 1; 70 9; 0 VERTEX; 10 1; 20 2; 30 "
                                            "300; 70 32; 0 VERTEX; 10 3; 20 4; 30 300; 70 32;"
                                            "0 VERTEX; 10 3; 20 2; 30 301; 70 32; 0 SEQEND; 0 LINE; 8 "
                                            "TOE290; 10 0; 20 0; 30 290; 11 1; 21 1; 31 290"));
  ASSERT_EQ(mesh.lines.size(), 2U);
  EXPECT_TRUE(mesh.lines[0].closed);
  EXPECT_EQ(mesh.vertices[2], (Vec3{3, 2, 301}));
  EXPECT_THAT(mesh.parts, ElementsAre("CREST300", "TOE290"));
  EXPECT_EQ(mesh.lines[1].part, 1);
}

TEST(DxfReader, FlatPolylineThatCarriesHeights) {
  const ImportResult result = readEntities(
      "0 POLYLINE; 8 RAMP280; 66 1; 70 0; 0 VERTEX; 10 1; 20 2; 30 280; 0 VERTEX; 10 3; 20 4; 30 285; 0 "
      "SEQEND;"
      "0 POLYLINE; 8 BENCH; 66 1; 70 0; 30 290; 0 VERTEX; 10 1; 20 2; 0 VERTEX; 10 3; 20 4; 0 SEQEND");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(mesh.vertices[1].z, 285);
  EXPECT_EQ(mesh.vertices[2].z, 290) << "the height of a truly flat one is in its head";
  EXPECT_EQ(countOf(result, "DXF-FLAT-WITH-HEIGHTS"), 1U);
}

TEST(DxfReader, LightPolylineWithElevationAndMirroredPlane) {
  const ImportResult result = readEntities(
      "0 LWPOLYLINE; 8 A; 90 2; 70 1; 38 310; 10 1; 20 2; 10 3; 20 4;"
      "0 LWPOLYLINE; 8 A; 90 2; 38 5; 10 1; 20 2; 10 3; 20 4; 210 0; 220 0; 230 -1");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  ASSERT_EQ(mesh.lines.size(), 2U);
  EXPECT_TRUE(mesh.lines[0].closed);
  EXPECT_EQ(mesh.vertices[1], (Vec3{3, 4, 310}));
  EXPECT_EQ(mesh.vertices[2], (Vec3{-1, 2, -5})) << "seen from below, x runs the other way";
  EXPECT_EQ(countOf(result, "DXF-CHORDS"), 0U);
}

TEST(DxfReader, PolyfaceWithHiddenEdges) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(readEntities(
      "0 POLYLINE; 8 SOLID; 66 1; 70 64; 71 4; 72 2;"
      "0 VERTEX; 10 0; 20 0; 30 0; 70 192; 0 VERTEX; 10 1; 20 0; 30 0; 70 192; 0 VERTEX; 10 0; 20 1; 30 0; "
      "70 192;"
      "0 VERTEX; 10 0; 20 0; 30 1; 70 192; 0 VERTEX; 10 0; 20 0; 30 0; 70 128; 71 1; 72 -2; 73 3;"
      "0 VERTEX; 10 0; 20 0; 30 0; 70 128; 71 1; 72 2; 73 4; 0 SEQEND"));
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{0, 1, 3}));
  EXPECT_THAT(mesh.lines, testing::SizeIs(0));
}

TEST(DxfReader, PolygonMeshOpenAndClosed) {
  const std::string vertices =
      "0 VERTEX; 10 0; 20 0; 30 0; 70 64; 0 VERTEX; 10 1; 20 0; 30 0; 70 64; 0 VERTEX; 10 2; 20 0; 30 0; 70 "
      "64;"
      "0 VERTEX; 10 0; 20 1; 30 0; 70 64; 0 VERTEX; 10 1; 20 1; 30 0; 70 64; 0 VERTEX; 10 2; 20 1; 30 0; 70 "
      "64; 0 SEQEND";
  const auto triangles = [&](const char* head) {
    const auto meshes = objectsOf<TriangleMesh>(readEntities(head + vertices));
    return meshes.empty() ? 0 : meshes.front().triangles.size();
  };
  EXPECT_EQ(triangles("0 POLYLINE; 8 A; 66 1; 70 16; 71 2; 72 3;"), 4U);
  EXPECT_EQ(triangles("0 POLYLINE; 8 A; 66 1; 70 48; 71 2; 72 3;"), 6U) << "closed across";
  const ImportResult wrong = readEntities("0 POLYLINE; 8 A; 66 1; 70 16; 71 2; 72 4;" + vertices);
  EXPECT_EQ(countOf(wrong, "DXF-GRID-SIZE"), 1U);
}

TEST(DxfReader, PointsHaveTheirOwnSetWithLayers) {
  const ImportResult result =
      readEntities("0 POINT; 8 HOLES; 10 1; 20 2; 30 3; 0 POINT; 8 PEGS; 10 4; 20 5; 30 6");
  const PointSet points = onlyObject<PointSet>(result);
  EXPECT_THAT(points.points, ElementsAre(Vec3{1, 2, 3}, Vec3{4, 5, 6}));
  EXPECT_EQ(points.columns.at(0).category(1), "PEGS");
  EXPECT_THAT(result.diagnostics, IsEmpty());
}

TEST(DxfReader, WhatIsNotDrawnIsCountedByKind) {
  const ImportResult result = readEntities(
      "0 LINE; 8 A; 10 0; 20 0; 30 0; 11 1; 21 0; 31 0; 0 TEXT; 1 hello; 0 INSERT; 2 TREE; 0 INSERT; 2 TREE;"
      "0 LINE; 67 1; 10 0; 20 0; 30 0; 11 1; 21 0; 31 0");
  const auto notDrawn = diagnosticOf(result, "DXF-NOT-DRAWN");
  EXPECT_EQ(notDrawn.count, 4U);
  EXPECT_THAT(notDrawn.message, testing::HasSubstr("TEXT, INSERT, paper space"));
}

TEST(DxfReader, BlocksAreNotDrawnTwice) {
  const ImportResult result = readBytes(
      readDxf, pairs("0 SECTION; 2 BLOCKS; 0 BLOCK; 2 TREE; 0 LINE; 10 0; 20 0; 30 0; 11 1; 21 1; 31 1; 0 "
                     "ENDBLK; 0 ENDSEC;"
                     "0 SECTION; 2 ENTITIES; 0 LINE; 10 0; 20 0; 30 0; 11 1; 21 1; 31 1; 0 ENDSEC; 0 EOF"));
  EXPECT_EQ(onlyObject<TriangleMesh>(result).lines.size(), 1U);
}

/// A section with a block TREE: a line from its base (1, 1, 0) two to the right, and a face on its own layer.
std::string treeBlock() {
  return "0 SECTION; 2 BLOCKS; 0 BLOCK; 2 TREE; 10 1; 20 1; 30 0; 0 LINE; 8 0; 10 1; 20 1; 30 0; 11 3; 21 1; "
         "31 0;"
         "0 3DFACE; 8 LEAF; 10 1; 20 1; 30 0; 11 2; 21 1; 31 0; 12 1; 22 2; 32 5; 13 1; 23 2; 33 5; 0 ENDBLK;"
         "0 BLOCK; 2 WOOD; 10 0; 20 0; 30 0; 0 INSERT; 2 TREE; 8 0; 10 10; 20 0; 30 0; 50 90; 0 ENDBLK; 0 "
         "ENDSEC;";
}

TriangleMesh readInserts(const std::string& inserts) {
  return onlyObject<TriangleMesh>(
      readBytes(readDxf, pairs(treeBlock() + "0 SECTION; 2 ENTITIES;" + inserts + "; 0 ENDSEC; 0 EOF")));
}

std::vector<Vec3> endsOf(const TriangleMesh& mesh, std::size_t line) {
  return {mesh.vertices[mesh.lines.at(line).vertices.front()],
          mesh.vertices[mesh.lines.at(line).vertices.back()]};
}

void expectPlace(const Vec3& is, const Vec3& wanted) {
  EXPECT_NEAR(is.x, wanted.x, 1e-9);
  EXPECT_NEAR(is.y, wanted.y, 1e-9);
  EXPECT_NEAR(is.z, wanted.z, 1e-9);
}

TEST(DxfReader, ABlockIsDrawnWhereItIsInserted) {
  const TriangleMesh mesh =
      readInserts("0 INSERT; 2 TREE; 8 PARK; 10 500000; 20 6770000; 30 250; 41 2; 42 3; 43 4; 50 90");
  // Scaled in the block, then turned anticlockwise, then with its base at the place.
  expectPlace(endsOf(mesh, 0)[0], {500000, 6770000, 250});
  expectPlace(endsOf(mesh, 0)[1], {500000, 6770004, 250});
  ASSERT_EQ(mesh.triangles.size(), 1U);
  expectPlace(mesh.vertices[mesh.triangles[0][2]], {500000 - 3, 6770000, 250 + 20});
  EXPECT_THAT(mesh.parts, ElementsAre("PARK", "LEAF")) << "layer 0 of a block is that of its insertion";
}

TEST(DxfReader, BlocksStandInRowsAndWithinEachOther) {
  const TriangleMesh grid = readInserts("0 INSERT; 2 TREE; 10 0; 20 0; 30 0; 70 3; 71 2; 44 10; 45 100");
  ASSERT_EQ(grid.lines.size(), 6U);
  expectPlace(endsOf(grid, 5)[0], {20, 100, 0});
  const TriangleMesh nested = readInserts("0 INSERT; 2 WOOD; 10 0; 20 0; 30 7; 50 90");
  // The tree stands at 10, 0 of the wood, turned by 90 there and by 90 with it.
  expectPlace(endsOf(nested, 0)[0], {0, 10, 7});
  expectPlace(endsOf(nested, 0)[1], {-2, 10, 7});
  const TriangleMesh mirrored = readInserts("0 INSERT; 2 TREE; 10 5; 20 0; 30 0; 210 0; 220 0; 230 -1");
  expectPlace(endsOf(mirrored, 0)[0], {-5, 0, 0});
  expectPlace(endsOf(mirrored, 0)[1], {-7, 0, 0});
}

TEST(DxfReader, BlocksThatInsertThemselvesEnd) {
  const std::string bomb =
      "0 SECTION; 2 BLOCKS; 0 BLOCK; 2 A; 0 LINE; 10 0; 20 0; 11 1; 21 1; 0 INSERT; 2 A; 10 1; 20 0; 0 "
      "INSERT; 2 "
      "A; 10 0; 20 1; 0 ENDBLK; 0 ENDSEC; 0 SECTION; 2 ENTITIES; 0 INSERT; 2 A; 10 0; 20 0; 70 30000; 71 "
      "30000; 0 "
      "ENDSEC; 0 EOF";
  const ImportResult result = readBytes(readDxf, pairs(bomb));
  EXPECT_EQ(countOf(result, "DXF-TOO-MANY-INSERTS"), 1U);
  EXPECT_GT(countOf(result, "DXF-NOT-DRAWN"), 0U) << "an insertion that is too deep is counted";
  EXPECT_LE(onlyObject<TriangleMesh>(result).lines.size(), 500'000U);
}

TEST(DxfReader, UnitThatIsNotMetresIsSaid) {
  const std::string text = pairs("0 SECTION; 2 HEADER; 9 $ACADVER; 1 AC1015; 9 $INSUNITS; 70 2; 0 ENDSEC") +
                           withEntities("0 LINE; 10 0; 20 0; 30 0; 11 1; 21 1; 31 1");
  const ImportResult result = readBytes(readDxf, text);
  EXPECT_THAT(diagnosticOf(result, "DXF-UNIT").message, testing::HasSubstr("feet"));
  std::string survey = text;
  survey.replace(survey.find("\n2\n", survey.find("$INSUNITS")), 3, "\n21\n");
  EXPECT_THAT(diagnosticOf(readBytes(readDxf, survey), "DXF-UNIT").message,
              testing::HasSubstr("US survey feet"));
}

TEST(DxfReader, BrokenPairsStopWithTheirLine) {
  const ImportResult result = readBytes(
      readDxf,
      "0\nSECTION\n2\nENTITIES\n0\nLINE\n10\n0\n20\n0\n30\n0\n11\n1\n21\n1\n31\n1\noops\n8\nA\n0\nEOF\n");
  EXPECT_EQ(diagnosticOf(result, "DXF-BROKEN").line, 19U);
  EXPECT_EQ(onlyObject<TriangleMesh>(result).lines.size(), 1U) << "what came before is kept";
}

TEST(DxfReader, MissingEndAndBadNumbers) {
  const ImportResult result = readBytes(readDxf, pairs("0 SECTION; 2 ENTITIES; 0 LINE; 10 0; 20 abc; 30 0; "
                                                       "11 1; 21 1; 31 1; 0 LINE; 10 0; 20 0; 11 1; 21 1"));
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-NUMBER").line, 10U);
  EXPECT_EQ(countOf(result, "MESH-LOST-FACE"), 1U);
  EXPECT_EQ(countOf(result, "DXF-NO-END"), 1U);
  EXPECT_EQ(onlyObject<TriangleMesh>(result).lines.size(), 1U) << "a missing height is 0, as DXF says";
}

TEST(DxfReader, RecognisesTextAndNamesTheBinaryForm) {
  EXPECT_EQ(recogniseDxf({"", "999\nmade by a mine planning system\n  0\nSECTION \n  2\nENTITIES\n"}), 100);
  EXPECT_EQ(recogniseDxf({"a.dxf", "0,SECTION\n"}), 0);
  const adit::formats::Source binary{"a.dxf",
                                     std::string_view("AutoCAD Binary DXF\r\n\x1a\0\0\0SECTION\0", 34)};
  EXPECT_EQ(recogniseDxf(binary), 0);
  EXPECT_THAT(adit::formats::describeUnknown(binary).remedy, testing::HasSubstr("ASCII DXF"));
}

TEST(DxfReader, DamagedFilesAreSoundOrRefused) {
  readDamagedSeeds("dxf", 400, [](std::string_view bytes) { expectSoundReading(readDxf, bytes); });
}

struct RealFile {
  const char* name;
  std::size_t triangles, lines, lineVertices, notDrawn;
};

/// Counts taken from the files by counting their VERTEX, LINE and 3DFACE entities.
constexpr RealFile kRealFiles[] = {{"KIRRA_DXF_3DFACE.dxf", 489, 0, 0, 0},
                                   {"PITSHELL-KIRRA.dxf", 0, 13, 299, 4},
                                   {"SIMPLIER_SUSCCESS_PITSHELL.dxf", 0, 15, 498, 0},
                                   {"SUBSET_PROBLEM_PITSHELL.dxf", 0, 4, 136, 0},
                                   {"clup_s4_226_406.dxf", 0, 13, 494, 0},
                                   {"s5_346_516_v2.dxf", 0, 342, 1218, 32},
                                   {"Holes_only_s5_346_516_v2.dxf", 0, 324, 972, 0}};

TEST(DxfReader, RealFilesOfAPit) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra");
  for (const RealFile& file : kRealFiles) {
    SCOPED_TRACE(file.name);
    const std::string bytes = fileBytes(realData(std::string("pit_karara_kirra/") + file.name));
    EXPECT_EQ(recogniseDxf({"", bytes}), 100);
    const ImportResult result = readBytes(readDxf, bytes);
    const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
    EXPECT_TRUE(isSound(mesh));
    std::size_t lineVertices = 0;
    for (const auto& line : mesh.lines) lineVertices += line.vertices.size();
    EXPECT_EQ(mesh.triangles.size(), file.triangles);
    EXPECT_EQ(mesh.lines.size(), file.lines);
    EXPECT_EQ(lineVertices, file.lineVertices);
    EXPECT_EQ(countOf(result, "DXF-NOT-DRAWN"), file.notDrawn);
    EXPECT_EQ(adit::geology::countSeverity(result.diagnostics, adit::geology::Severity::Error), 0U);
    EXPECT_GT(mesh.bounds().min.y, 6.7e6);
    EXPECT_GT(mesh.bounds().min.z, 100) << "heights of polylines that are flagged as flat";
  }
}

TEST(DxfReader, RealLayersAreParts) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/SIMPLIER_SUSCCESS_PITSHELL.dxf");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(
      readBytes(readDxf, fileBytes(realData("pit_karara_kirra/SIMPLIER_SUSCCESS_PITSHELL.dxf"))));
  EXPECT_THAT(mesh.parts, testing::IsSupersetOf({"CREST300", "TOE290"}));
}

TEST(DxfReader, RealSurfaceIsTheOneOfTheObjFile) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/KIRRA_DXF_3DFACE.dxf");
  const TriangleMesh dxf = onlyObject<TriangleMesh>(
      readBytes(readDxf, fileBytes(realData("pit_karara_kirra/KIRRA_DXF_3DFACE.dxf"))));
  const TriangleMesh obj = onlyObject<TriangleMesh>(
      readBytes(adit::formats::readObj, fileBytes(realData("pit_karara_kirra/KIRRA_OBJ_CC.obj"))));
  // The DXF has millimetres. Corners are compared without order: the programs begin at different ones.
  const auto places = [](const TriangleMesh& mesh, const Triangle& triangle) {
    std::set<std::array<long long, 3>> corners;
    for (const std::uint32_t corner : triangle) {
      const Vec3& v = mesh.vertices[corner];
      corners.insert({std::llround(v.x * 1000), std::llround(v.y * 1000), std::llround(v.z * 1000)});
    }
    return corners;
  };
  std::multiset<std::set<std::array<long long, 3>>> ofDxf, ofObj;
  for (const Triangle& triangle : dxf.triangles) ofDxf.insert(places(dxf, triangle));
  for (const Triangle& triangle : obj.triangles) ofObj.insert(places(obj, triangle));
  EXPECT_EQ(ofDxf, ofObj);
}

}  // namespace
