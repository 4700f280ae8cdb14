#include "geology/formats/ply_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstring>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"

using adit::formats::ImportResult;
using adit::formats::readPly;
using adit::formats::recognisePly;
using adit::geology::PointSet;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

using Triangle = std::array<std::uint32_t, 3>;

constexpr const char* kHeader =
    "ply\nformat ascii 1.0\ncomment made by hand\nelement vertex 4\nproperty double x\nproperty double y\n"
    "property double z\nproperty float cu\nelement face 2\nproperty list uchar int vertex_indices\n"
    "property uchar zone\nend_header\n";

template <typename T>
void append(std::string& bytes, T value, std::endian order) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  if (order != std::endian::native) std::reverse(raw, raw + sizeof(T));
  bytes.append(raw, sizeof(T));
}

TEST(PlyReader, TextWithColumns) {
  const ImportResult result = readBytes(
      readPly, std::string(kHeader) +
                   "478123.123456789 6771466.25 226 0.5\n1 0 0 0.6\n1 1 0 0.7\n0 1 0 0.8\n3 0 1 2 7\n"
                   "4 0 1 2 3 8\n");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(mesh.vertices.front(), (Vec3{478123.123456789, 6771466.25, 226}));
  EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{0, 1, 2}, Triangle{0, 2, 3}));
  ASSERT_EQ(mesh.vertexColumns.size(), 1U);
  EXPECT_EQ(mesh.vertexColumns[0].name, "cu");
  EXPECT_THAT(mesh.vertexColumns[0].values, ElementsAre(0.5F, 0.6F, 0.7F, 0.8F));
  ASSERT_EQ(mesh.triangleColumns.size(), 1U);
  EXPECT_THAT(mesh.triangleColumns[0].values, ElementsAre(7, 8, 8))
      << "both triangles of the quad have its value";
}

std::string binary(std::endian order) {
  std::string bytes =
      std::string("ply\nformat ") +
      (order == std::endian::big ? "binary_big_endian" : "binary_little_endian") +
      " 1.0\nelement vertex 3\nproperty double x\nproperty float64 y\nproperty float z\n"
      "property int16 code\nelement face 1\nproperty list ushort uint vertex_index\nend_header\n";
  for (int i = 0; i < 3; ++i) {
    append(bytes, 478123.123456789 + i, order);
    append(bytes, 6771466.25 - i * i, order);
    append(bytes, 226.5F, order);
    append(bytes, static_cast<std::int16_t>(-i), order);
  }
  append(bytes, std::uint16_t{3}, order);
  for (const std::uint32_t corner : {0U, 1U, 2U}) append(bytes, corner, order);
  return bytes;
}

TEST(PlyReader, BinaryInBothByteOrders) {
  for (const std::endian order : {std::endian::little, std::endian::big}) {
    const std::string bytes = binary(order);
    EXPECT_EQ(recognisePly({"", bytes}), 100);
    const ImportResult result = readBytes(readPly, bytes);
    const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
    EXPECT_THAT(result.diagnostics, IsEmpty());
    ASSERT_EQ(mesh.vertices.size(), 3U);
    EXPECT_EQ(mesh.vertices[2], (Vec3{478125.123456789, 6771462.25, 226.5}));
    EXPECT_THAT(mesh.triangles, ElementsAre(Triangle{0, 1, 2}));
    EXPECT_THAT(mesh.vertexColumns.at(0).values, ElementsAre(0, -1, -2));
  }
}

TEST(PlyReader, CutOffBinaryGivesWhatIsThere) {
  const std::string whole = binary(std::endian::little);
  const ImportResult result = readBytes(readPly, std::string_view(whole).substr(0, whole.size() - 8));
  EXPECT_EQ(countOf(result, "MESH-TRUNCATED"), 1U);
  EXPECT_EQ(onlyObject<PointSet>(result).points.size(), 3U) << "the vertices are there, the face is not";
}

TEST(PlyReader, FloatCoordinatesOfABinaryFileAreDoubted) {
  std::string bytes =
      "ply\nformat binary_little_endian 1.0\nelement vertex 1\nproperty float x\nproperty float y\nproperty "
      "float z\n"
      "end_header\n";
  for (const float v : {478123.F, 6771466.F, 226.F}) append(bytes, v, std::endian::little);
  const ImportResult result = readBytes(readPly, bytes);
  EXPECT_THAT(codesOf(result), ElementsAre("MESH-FLOAT-COORDINATES", "MESH-NO-FACES"));
}

TEST(PlyReader, EdgesAreLinesAndOtherElementsAreCounted) {
  const ImportResult result = readBytes(
      readPly,
      "ply\nformat ascii 1.0\nelement camera 1\nproperty float view\nproperty list int float knots\n"
      "element vertex 2\nproperty int x\nproperty int y\nproperty int z\nproperty int nx\n"
      "element edge 1\nproperty int vertex1\nproperty int vertex2\nend_header\n"
      "1.5 2 0.1 0.2\n0 0 0 1\n1 2 3 1\n0 1\n");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  ASSERT_EQ(mesh.lines.size(), 1U);
  EXPECT_THAT(mesh.lines[0].vertices, ElementsAre(0, 1));
  EXPECT_THAT(mesh.vertexColumns, IsEmpty()) << "normals are no columns";
  EXPECT_THAT(diagnosticOf(result, "PLY-NOT-DRAWN").message, testing::HasSubstr("camera"));
}

TEST(PlyReader, BadBodiesAreReportedWithTheirLine) {
  const ImportResult number =
      readBytes(readPly, std::string(kHeader) + "0 0 0 1\n1 x 0 1\n1 1 0 1\n0 1 0 1\n3 0 2 3 1\n3 0 1 2 1\n");
  EXPECT_EQ(diagnosticOf(number, "MESH-BAD-NUMBER").line, 14U);
  EXPECT_EQ(onlyObject<TriangleMesh>(number).triangles.size(), 1U);
  EXPECT_EQ(countOf(number, "MESH-LOST-FACE"), 1U);

  const ImportResult list =
      readBytes(readPly, std::string(kHeader) + "0 0 0 1\n1 0 0 1\n1 1 0 1\n0 1 0 1\n-3 0 1 2 1\n");
  EXPECT_EQ(diagnosticOf(list, "PLY-BAD-LIST").line, 17U);
  const ImportResult index =
      readBytes(readPly, std::string(kHeader) + "0 0 0 1\n1 0 0 1\n1 1 0 1\n0 1 0 1\n3 0 1 4 1\n3 0 1 2 1\n");
  EXPECT_EQ(diagnosticOf(index, "MESH-BAD-INDEX").line, 17U);
}

TEST(PlyReader, HugeCountsAllocateNothing) {
  const ImportResult result = readBytes(
      readPly,
      "ply\nformat ascii 1.0\nelement vertex 18446744073709551615\nproperty float x\nproperty float y\n"
      "property float z\nend_header\n1 2 3\n");
  EXPECT_EQ(countOf(result, "MESH-TRUNCATED"), 1U);
  EXPECT_EQ(onlyObject<PointSet>(result).points.size(), 1U);
  EXPECT_EQ(countOf(readBytes(readPly, "ply\nformat ascii 1.0\nelement nothing 99999999999\nend_header\n"),
                    "MESH-EMPTY"),
            1U);
}

TEST(PlyReader, HeadersThatCannotBeUnderstoodAreRefused) {
  for (const char* header :
       {"ply\nformat ascii 1.0\nelement vertex many\nend_header\n", "ply\nformat odd 1.0\nend_header\n",
        "ply\nformat ascii 1.0\nproperty float x\nend_header\n",
        "ply\nformat ascii 1.0\nelement vertex 1\nproperty quad x\nend_header\n",
        "ply\nformat ascii 1.0\nelement vertex 1\n"})
    EXPECT_THROW(readBytes(readPly, header), adit::formats::ReadError) << header;
}

TEST(PlyReader, DamagedFilesAreSoundOrRefused) {
  readDamagedSeeds("ply", 400, [](std::string_view bytes) { expectSoundReading(readPly, bytes); });
}

}  // namespace
