#include "geology/formats/vtk_legacy_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"

using adit::formats::ImportResult;
using adit::formats::readVtkLegacy;
using adit::formats::recogniseVtkLegacy;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

using Triangle = std::array<std::uint32_t, 3>;

constexpr const char* kLegacy =
    "# vtk DataFile Version 3.0\na pit\nASCII\nDATASET POLYDATA\nPOINTS 4 double\n478123.123456789 "
    "6771466.25 226\n1 0 0\n"
    "1 1 0\n0 1 0\nLINES 1 4\n3 0 1 2\nPOLYGONS 1 5\n4 0 1 2 3\nTRIANGLE_STRIPS 1 5\n4 0 1 2 3\n"
    "CELL_DATA 3\nSCALARS zone int 1\nLOOKUP_TABLE default\n5\n6\n7\nPOINT_DATA 4\nSCALARS cu double 1\n"
    "LOOKUP_TABLE default\n0.1\n0.2\n0.3\n0.4\nVECTORS flow double\n1 2 3\n1 2 3\n1 2 3\n1 2 3\n";

/// Big-endian, as the binary form is.
template <typename T>
void append(std::string& bytes, T value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  std::reverse(raw, raw + sizeof(T));
  bytes.append(raw, sizeof(T));
}

/// Version 5.1: offsets and corners in two lists, texts with their length before them.
std::string binary() {
  std::string bytes = "# vtk DataFile Version 5.1\na pit\nBINARY\nDATASET POLYDATA\nPOINTS 3 double\n";
  for (const double v : {478123.123456789, 6771466.25, 226.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0}) append(bytes, v);
  bytes += "\nMETADATA\nINFORMATION 0\n\nPOLYGONS 2 3\nOFFSETS vtktypeint64\n";
  for (const std::int64_t v : {0, 3}) append(bytes, v);
  bytes += "\nCONNECTIVITY vtktypeint64\n";
  for (const std::int64_t v : {0, 1, 2}) append(bytes, v);
  bytes += "\nCELL_DATA 1\nFIELD FieldData 2\npart 1 1 string\n";
  bytes += "\xC7ore%201";
  bytes += "\nzone 1 1 unsigned_char\n\x07\nPOINT_DATA 3\nSCALARS cu%20pct float\nLOOKUP_TABLE default\n";
  for (const float v : {0.1F, 0.2F, 0.3F}) append(bytes, v);
  return bytes + "\n";
}

TEST(VtkLegacyReader, AllKindsOfCells) {
  EXPECT_EQ(recogniseVtkLegacy({"", kLegacy}), 100);
  const ImportResult result = readBytes(readVtkLegacy, kLegacy);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(mesh.vertices.at(0), (Vec3{478123.123456789, 6771466.25, 226}));
  ASSERT_EQ(mesh.lines.size(), 1U);
  EXPECT_THAT(mesh.lines[0].vertices, ElementsAre(0, 1, 2));
  EXPECT_THAT(mesh.triangles,
              ElementsAre(Triangle{0, 1, 2}, Triangle{0, 2, 3}, Triangle{0, 1, 2}, Triangle{1, 3, 2}));
  ASSERT_EQ(mesh.triangleColumns.size(), 1U);
  EXPECT_THAT(mesh.triangleColumns[0].values, ElementsAre(6, 6, 7, 7)) << "the line has the 5";
  ASSERT_EQ(mesh.vertexColumns.size(), 4U);
  EXPECT_EQ(mesh.vertexColumns[0].name, "cu");
  EXPECT_EQ(mesh.vertexColumns[3].name, "flow 3");
  EXPECT_THAT(codesOf(result), ElementsAre("VTK-LINE-DATA", "MESH-FAN"));
}

TEST(VtkLegacyReader, BinaryOfVersion5) {
  EXPECT_EQ(recogniseVtkLegacy({"", binary()}), 100);
  const ImportResult result = readBytes(readVtkLegacy, binary());
  EXPECT_THAT(result.diagnostics, IsEmpty());
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(mesh.vertices.at(0), (Vec3{478123.123456789, 6771466.25, 226}));
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}));
  EXPECT_THAT(mesh.parts, ElementsAre("ore 1"));
  ASSERT_EQ(mesh.triangleColumns.size(), 1U);
  EXPECT_THAT(mesh.triangleColumns[0].values, ElementsAre(7));
  ASSERT_EQ(mesh.vertexColumns.size(), 1U);
  EXPECT_EQ(mesh.vertexColumns[0].name, "cu pct");
  EXPECT_THAT(mesh.vertexColumns[0].values, ElementsAre(0.1F, 0.2F, 0.3F));
}

TEST(VtkLegacyReader, WhatCannotBeReadIsSaidWithItsLine) {
  const ImportResult word =
      readBytes(readVtkLegacy,
                "# vtk DataFile Version 3.0\nx\nASCII\nDATASET POLYDATA\nPOINTS 2 float\n0 0 0\n1 oops 0\n");
  EXPECT_EQ(diagnosticOf(word, "VTK-BROKEN").line, 7U);
  EXPECT_THAT(diagnosticOf(word, "VTK-BROKEN").message, testing::HasSubstr("oops"));
  const ImportResult huge =
      readBytes(readVtkLegacy,
                "# vtk DataFile Version 3.0\nx\nBINARY\nDATASET POLYDATA\nPOINTS 99999999999 float\n0 0 0\n");
  EXPECT_EQ(countOf(huge, "VTK-BROKEN"), 1U);
  std::string offsets = binary();
  offsets.replace(offsets.find("OFFSETS vtktypeint64\n") + 21, 8, std::string("\x7F\0\0\0\0\0\0\0", 8));
  EXPECT_EQ(countOf(readBytes(readVtkLegacy, offsets), "VTK-CELLS"), 1U);
}

TEST(VtkLegacyReader, OtherVtkFilesAreNotMeshes) {
  EXPECT_EQ(recogniseVtkLegacy({"", "# vtk DataFile Version 3.0\nx\nASCII\nDATASET STRUCTURED_POINTS\n"}), 0);
}

TEST(VtkLegacyReader, DamagedFilesAreSoundOrRefused) {
  for (const std::string& seed : {std::string(kLegacy), binary()})
    for (std::uint32_t i = 0; i < 400; ++i) expectSoundReading(readVtkLegacy, mutated(seed, i));
}

}  // namespace
