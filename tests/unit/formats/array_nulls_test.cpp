// Numbers for "no value" in the arrays of VTK and GOCAD files, and negatives that are codes.
#include "geology/formats/array_nulls.h"

#include <gtest/gtest.h>

#include "geology/formats/gocad_reader.h"
#include "geology/formats/vtk_blocks_reader.h"
#include "geology/formats/vtk_legacy_reader.h"
#include "geology/formats/vtp_reader.h"
#include "tests/support/read_table.h"
#include "tests/support/reading.h"

using adit::formats::ImportChoices;
using adit::formats::ImportResult;
using adit::geology::BlockModel;
using adit::geology::Column;
using adit::geology::TriangleMesh;
using adit::geology::ValueState;
using namespace adit::tests;

namespace {

ImportResult readAs(ReadFunction read, const std::string& text, const ImportChoices& choices = {}) {
  adit::geology::Progress progress;
  return read({"some.file", text}, choices, progress);
}

std::string imageOf(const std::string& values) {
  return "# vtk DataFile Version 3.0\nblocks\nASCII\nDATASET STRUCTURED_POINTS\nDIMENSIONS 5 2 2\n"
         "ORIGIN 0 0 0\nSPACING 10 10 5\nCELL_DATA 4\nSCALARS cu float 1\nLOOKUP_TABLE default\n" +
         values + "\n";
}

TEST(ArrayNulls, OfBlocksAreNotSampledAndSaid) {
  const ImportResult result = readAs(adit::formats::readVtkBlocks, imageOf("0.5 -999 1e21 -9966699"));
  const Column cu = onlyObject<BlockModel>(result).columns.at(0);
  EXPECT_EQ(cu.values[0], 0.5F);
  for (const std::size_t row : {1U, 2U, 3U}) EXPECT_FALSE(cu.hasValue(row)) << row;
  EXPECT_EQ(countOf(result, "TAB-NULL-NUMBER"), 3U);
}

TEST(ArrayNulls, AreValuesAmongTheirLikesAndWhereThePersonSaysSo) {
  const ImportResult near = readAs(adit::formats::readVtkBlocks, imageOf("0.5 -999 -940 -800"));
  EXPECT_EQ(onlyObject<BlockModel>(near).columns.at(0).values[1], -999);
  EXPECT_EQ(countOf(near, "TAB-UNSURE-NULL"), 1U);
  const ImportResult kept =
      readAs(adit::formats::readVtkBlocks, imageOf("0.5 -999 1 2"), {{"some.file/cu/nulls", "none"}});
  EXPECT_EQ(onlyObject<BlockModel>(kept).columns.at(0).values[1], -999);
  const ImportResult declared =
      readAs(adit::formats::readVtkBlocks, imageOf("0.5 -7 1 2"), {{"some.file/nulls", "-7"}});
  EXPECT_FALSE(onlyObject<BlockModel>(declared).columns.at(0).hasValue(1));
}

TEST(ArrayNulls, OfAGocadSurfaceWithoutAStatedOne) {
  const std::string text =
      "GOCAD TSurf 1\nHEADER {\nname: fault\n}\nPROPERTIES throw\nTFACE\nPVRTX 1 0 0 0 4.5\nPVRTX 2 10 0 0 "
      "-99999\n"
      "PVRTX 3 0 10 0 2\nTRGL 1 2 3\nEND\n";
  const ImportResult result = readAs(adit::formats::readGocad, text);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_FALSE(mesh.vertexColumns.at(0).hasValue(1));
  EXPECT_EQ(mesh.source.choices.at(0).key, "some.file/throw/nulls");
  EXPECT_EQ(countOf(result, "TAB-NULL-NUMBER"), 1U);
}

TEST(ArrayNulls, OfAPolyDataOfBothKinds) {
  const std::string legacy =
      "# vtk DataFile Version 3.0\nsurface\nASCII\nDATASET POLYDATA\nPOINTS 3 double\n0 0 0 1 0 0 0 1 0\n"
      "POLYGONS 1 4\n3 0 1 2\nPOINT_DATA 3\nSCALARS throw float 1\nLOOKUP_TABLE default\n4.5 1e30 2\n";
  EXPECT_FALSE(
      onlyObject<TriangleMesh>(readAs(adit::formats::readVtkLegacy, legacy)).vertexColumns.at(0).hasValue(1));
  const std::string xml =
      "<VTKFile type=\"PolyData\" version=\"0.1\" byte_order=\"LittleEndian\"><PolyData>"
      "<Piece NumberOfPoints=\"3\" NumberOfVerts=\"0\" NumberOfLines=\"0\" NumberOfStrips=\"0\" "
      "NumberOfPolys=\"1\"><PointData><DataArray type=\"Float32\" Name=\"throw\" format=\"ascii\">4.5 -999 2"
      "</DataArray></PointData><Points><DataArray type=\"Float64\" NumberOfComponents=\"3\" format=\"ascii\">"
      "0 0 0 1 0 0 0 1 0</DataArray></Points><Polys><DataArray type=\"Int64\" Name=\"connectivity\" "
      "format=\"ascii\">0 1 2</DataArray><DataArray type=\"Int64\" Name=\"offsets\" format=\"ascii\">3"
      "</DataArray></Polys></Piece></PolyData></VTKFile>";
  EXPECT_FALSE(onlyObject<TriangleMesh>(readAs(adit::formats::readVtp, xml)).vertexColumns.at(0).hasValue(1));
}

TEST(NegativeGrades, AreCountedExactlyHoweverManyDifferentOnesThereAre) {
  std::string text = "hole,from,to,Cu_ppm\n";
  for (int i = 1; i <= 300; ++i)
    text += "A," + std::to_string(i) + "," + std::to_string(i + 1) + "," + std::to_string(-i) + "\n";
  text += "A,301,302,100\n";
  const ReadTable read = readTable(
      "a.csv", text, {{"a.csv/Cu_ppm/negatives", "below-detection"}, {"a.csv/Cu_ppm/nulls", "none"}});
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-CODE").count, 200U) << "-101 to -300";
  EXPECT_EQ(found(read.diagnostics, "TAB-NEGATIVE-LIMIT").count, 100U);
  EXPECT_EQ(column(read.table, "Cu_ppm").state(99), ValueState::BelowDetection);
  EXPECT_EQ(column(read.table, "Cu_ppm").state(100), ValueState::NotRepresentable);
}

}  // namespace
