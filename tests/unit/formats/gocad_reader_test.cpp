#include "geology/formats/gocad_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"
#include "tests/support/real_data.h"

using adit::formats::ImportResult;
using adit::formats::readGocad;
using adit::formats::recogniseGocad;
using adit::geology::PointSet;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

using Triangle = std::array<std::uint32_t, 3>;

ImportResult read(std::string_view text) {
  return readBytes(readGocad, text);
}
ImportResult readReal(const std::string& name) {
  return read(fileBytes(realData("gocad/" + name)));
}

constexpr const char* kSurface =
    "GOCAD TSurf 1\r\nHEADER {\r\nname: Main fault\r\n*solid*color: 1 0 0 1\r\n}\r\n"
    "GOCAD_ORIGINAL_COORDINATE_SYSTEM\r\nNAME Default\r\nAXIS_UNIT \"m\" \"m\" \"m\"\r\nZPOSITIVE Depth\r\n"
    "END_ORIGINAL_COORDINATE_SYSTEM\r\nPROPERTIES \" throw m\" normal\r\nNO_DATA_VALUES -99999 "
    "-99999\r\nESIZES 1 3\r\n"
    "UNITS m unitless\r\nPROPERTY_CLASS_HEADER throw {\r\nname: not this one\r\n}\r\nTFACE\r\n"
    "PVRTX 0 478123.125 6771466.251 -226.5 4.5 0 0 1 CNXYZ\r\nPVRTX 1 1 0 0 -99999 0 0 1\r\nVRTX 7 0 1 10\r\n"
    "TRGL 0 1 7\r\nTFACE\r\nATOM 8 0\r\nPATOM 9 7 2.5 1 0 0\r\nTRGL 8 9 1\r\nBSTONE 1\r\nBORDER 5 1 "
    "2\r\nEND\r\n";

TEST(GocadReader, SurfaceWithDepthsFacesPropertiesAndAtoms) {
  EXPECT_EQ(recogniseGocad({"", kSurface}), 100);
  const ImportResult result = read(kSurface);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_THAT(codesOf(result), ElementsAre("GOCAD-DEPTH"));
  EXPECT_EQ(mesh.name, "Main fault");
  EXPECT_EQ(mesh.vertices.at(0), (Vec3{478123.125, 6771466.251, 226.5}));
  EXPECT_EQ(mesh.vertices.at(3), mesh.vertices.at(0)) << "an atom is at the place of its vertex";
  EXPECT_EQ(mesh.vertices.at(4).z, -10) << "turned once, not twice";
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{3, 4, 1}));
  EXPECT_THAT(mesh.parts, ElementsAre("face 1", "face 2"));
  ASSERT_EQ(mesh.vertexColumns.size(), 4U);
  EXPECT_EQ(mesh.vertexColumns[0].name, "throw m");
  EXPECT_EQ(mesh.vertexColumns[0].unit, "m");
  EXPECT_EQ(mesh.vertexColumns[0].values[0], 4.5F);
  EXPECT_FALSE(mesh.vertexColumns[0].hasValue(1)) << "the value of no data";
  EXPECT_FALSE(mesh.vertexColumns[0].hasValue(2)) << "a vertex without properties";
  EXPECT_EQ(mesh.vertexColumns[0].values[4], 2.5F);
  EXPECT_EQ(mesh.vertexColumns[3].name, "normal 3");
}

TEST(GocadReader, LinesWithAndWithoutSegments) {
  const TriangleMesh mesh =
      onlyObject<TriangleMesh>(read("GOCAD PLine 1\nHEADER {name:section}\nILINE\nVRTX 1 0 0 0\nVRTX 2 1 0 "
                                    "0\nVRTX 3 1 1 0\nSEG 1 2\nSEG 2 3\n"
                                    "SEG 3 1\nILINE\nVRTX 4 5 0 0\nVRTX 5 6 0 0\nILINE\nVRTX 6 0 0 9\nVRTX 7 "
                                    "1 0 9\nVRTX 8 2 0 9\nVRTX 9 3 0 9\n"
                                    "SEG 6 7\nSEG 8 9\nEND\n"));
  EXPECT_EQ(mesh.name, "section");
  ASSERT_EQ(mesh.lines.size(), 4U);
  EXPECT_THAT(mesh.lines[0].vertices, ElementsAre(0, 1, 2));
  EXPECT_TRUE(mesh.lines[0].closed);
  EXPECT_THAT(mesh.lines[1].vertices, ElementsAre(3, 4));
  EXPECT_FALSE(mesh.lines[1].closed);
  EXPECT_THAT(mesh.lines[3].vertices, ElementsAre(7, 8));
}

TEST(GocadReader, ManyObjectsAndKindsThatAreNotRead) {
  const ImportResult result = read(
      "GOCAD VSet 1\nHEADER {\nname: pegs\n}\nSUBVSET\nVRTX 1 1 2 3\nEND\nGOCAD SGrid 1\nVRTX 5 5 5 5\nEND\n"
      "GOCAD TSurf 1\nTFACE\nVRTX 1 0 0 0\nVRTX 2 1 0 0\nVRTX 3 0 1 0\nTRGL 1 2 3\nTRGL 1 2 4\nEND\n"
      "GOCAD TSurf 1\nTFACE\nVRTX 1 0 0 0\nVRTX 2 1 0 0\nVRTX 3 0 1 0\nTRGL 1 2 3\nTRGL 5 2 3\n");
  EXPECT_EQ(onlyObject<PointSet>(result).name, "pegs");
  EXPECT_EQ(objectsOf<TriangleMesh>(result).size(), 2U);
  EXPECT_EQ(diagnosticOf(result, "GOCAD-OTHER-KIND").line, 8U);
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-INDEX").count, 2U) << "one diagnostic a kind and file";
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-INDEX").line, 17U);
  EXPECT_EQ(countOf(result, "GOCAD-NO-END"), 1U);
}

TEST(GocadReader, DoubtsAreSaid) {
  const ImportResult result = read(
      "GOCAD TSurf 1\nAXIS_UNIT ft ft ft\nPROPERTIES a\nESIZES 999999999\nTFACE\nVRTX 1 0 0 x\nVRTX 1 1 1 0\n"
      "VRTX 2 1 0 0\nVRTX 3 0 1 0\nTRGL 1 2 3\nEND");
  EXPECT_THAT(codesOf(result),
              testing::UnorderedElementsAre("GOCAD-UNIT", "GOCAD-PROPERTIES", "MESH-BAD-NUMBER",
                                            "GOCAD-SAME-ID", "MESH-BAD-VERTEX"));
}

TEST(GocadReader, OnlyItsOwnKindsForSure) {
  EXPECT_LT(recogniseGocad({"", "GOCAD Voxet 1\n"}), 100);
  EXPECT_EQ(recogniseGocad({"a.ts", "name,GOCAD TSurf\n"}), 0);
}

TEST(GocadReader, DamagedFilesAreSoundOrRefused) {
  readDamagedSeeds("gocad", 400, [](std::string_view bytes) { expectSoundReading(readGocad, bytes); });
}

TEST(GocadReader, RealSurfaces) {
  ADIT_NEEDS_REAL_DATA("gocad");
  const TriangleMesh two = onlyObject<TriangleMesh>(readReal("2triangles.ts"));
  EXPECT_EQ(two.name, "2triangles.ts");
  EXPECT_THAT(two.triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{1, 2, 3}));
  EXPECT_EQ(two.vertices[0], (Vec3{1066960.43428972, 6894769.78384417, -2238.04224665696}));

  const ImportResult depth = readReal("ts-2props.ts");
  EXPECT_EQ(onlyObject<TriangleMesh>(depth).vertices.at(0).z, 44070.2578125);
  EXPECT_EQ(onlyObject<TriangleMesh>(depth).vertexColumns.size(), 2U);
  EXPECT_FALSE(onlyObject<TriangleMesh>(depth).vertexColumns.at(0).hasValue(0));

  const auto multi = objectsOf<TriangleMesh>(readReal("surf2d_multi.ts"));
  ASSERT_EQ(multi.size(), 2U);
  EXPECT_GT(multi[0].parts.size(), 1U);
  const TriangleMesh single = onlyObject<TriangleMesh>(readReal("surf2d.ts"));
  EXPECT_EQ(single.triangles.size(), multi[0].triangles.size());
}

TEST(GocadReader, RealLinesAndPoints) {
  ADIT_NEEDS_REAL_DATA("gocad");
  const ImportResult lines = readReal("normal_lines.pl");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(lines);
  EXPECT_EQ(mesh.lines.size(), 17U);
  EXPECT_EQ(mesh.vertices.size(), 11391U);
  EXPECT_EQ(mesh.name, "ls-fcl-25");
  EXPECT_THAT(lines.diagnostics, IsEmpty());

  const ImportResult points = readReal("points.vs");
  EXPECT_EQ(onlyObject<PointSet>(points).points.size(), 6U);
  EXPECT_EQ(onlyObject<PointSet>(points).columns.size(), 3U);
  EXPECT_THAT(points.diagnostics, IsEmpty());
}

}  // namespace
