#include "geology/formats/stl_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <set>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"
#include "tests/support/real_data.h"

using adit::formats::ImportResult;
using adit::formats::readStl;
using adit::formats::recogniseStl;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

constexpr const char* kText =
    "solid ore body\nfacet normal 0 0 1\n outer loop\n  vertex 478123.125 6771466.2510071 226\n"
    "  vertex 478124.125 6771466.2510071 226\n  vertex 478123.125 6771467.2510071 226\n endloop\nendfacet\n"
    "endsolid ore body\n";

/// Little-endian, as this machine is.
template <typename T>
void append(std::string& bytes, T value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  bytes.append(raw, sizeof(T));
}

/// Triangles (0,0,i) (1,0,i) (0,1,i), shifted in x, with a header that begins like the text form.
std::string binary(std::uint32_t count, float shift = 0) {
  std::string bytes = "solid made by a program that writes binary";
  bytes.resize(80, ' ');
  append(bytes, count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto z = static_cast<float>(i);
    for (const float v : {0.F, 0.F, 1.F, shift, 0.F, z, shift + 1, 0.F, z, shift, 1.F, z}) append(bytes, v);
    append(bytes, std::uint16_t{0});
  }
  return bytes;
}

TEST(StlReader, TextKeepsDoubles) {
  const ImportResult result = readBytes(readStl, kText);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_EQ(mesh.vertices.front(), (Vec3{478123.125, 6771466.2510071, 226}));
  EXPECT_THAT(mesh.parts, ElementsAre("ore body"));
}

TEST(StlReader, SolidsOfATextFileAreParts) {
  const TriangleMesh mesh = onlyObject<TriangleMesh>(
      readBytes(readStl, std::string(kText) +
                             "SOLID waste\nFACET NORMAL 0 0 1\nOUTER LOOP\nVERTEX 0 0 0\nVERTEX 1 0 0\n"
                             "VERTEX 0 1 0\nENDLOOP\nENDFACET\nENDSOLID\n"));
  EXPECT_THAT(mesh.parts, ElementsAre("ore body", "waste"));
  EXPECT_THAT(mesh.trianglePart, ElementsAre(0, 1));
}

TEST(StlReader, BinaryThatBeginsWithSolid) {
  const std::string bytes = binary(3);
  EXPECT_GT(recogniseStl({"", bytes}), 50);
  const ImportResult result = readBytes(readStl, bytes);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_EQ(mesh.triangles.size(), 3U);
  EXPECT_EQ(mesh.vertices.size(), 9U);
  EXPECT_EQ(mesh.vertices[7], (Vec3{1, 0, 2}));
}

TEST(StlReader, EqualCornersAreJoined) {
  std::string bytes = binary(2);
  const std::string first = bytes.substr(84, 50);
  bytes.replace(134, 50, first);
  EXPECT_EQ(onlyObject<TriangleMesh>(readBytes(readStl, bytes)).vertices.size(), 3U);
}

TEST(StlReader, LargeFloatCoordinatesAreDoubted) {
  const ImportResult result = readBytes(readStl, binary(1, 478123.F));
  EXPECT_EQ(countOf(result, "MESH-FLOAT-COORDINATES"), 3U);
  EXPECT_THAT(diagnosticOf(result, "MESH-FLOAT-COORDINATES").message, testing::HasSubstr("0.015625"))
      << "half of the step of 1/32 between 2^18 and 2^19";
}

TEST(StlReader, CutOffBinaryGivesWhatIsThere) {
  const std::string bytes = binary(5).substr(0, 84 + 3 * 50 + 20);
  EXPECT_GT(recogniseStl({"", bytes}), 0);
  const ImportResult result = readBytes(readStl, bytes);
  EXPECT_EQ(onlyObject<TriangleMesh>(result).triangles.size(), 3U);
  EXPECT_THAT(diagnosticOf(result, "MESH-TRUNCATED").message, testing::HasSubstr("3 of 5 triangles"));
}

TEST(StlReader, MoreBytesThanTriangles) {
  EXPECT_THAT(codesOf(readBytes(readStl, binary(4) + std::string(30, '\0'))), ElementsAre("STL-SURPLUS"));
}

TEST(StlReader, HugeCountAllocatesNothing) {
  std::string bytes = binary(2);
  bytes.replace(80, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(onlyObject<TriangleMesh>(readBytes(readStl, bytes)).triangles.size(), 2U);
}

TEST(StlReader, FacetsWithoutThreeCorners) {
  const ImportResult result = readBytes(
      readStl,
      "solid\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nendloop\nendfacet\nendsolid\n");
  EXPECT_EQ(diagnosticOf(result, "STL-FACET").line, 7U);
  EXPECT_EQ(countOf(result, "MESH-EMPTY"), 1U);
  EXPECT_THAT(result.objects, testing::SizeIs(0));
}

TEST(StlReader, AFacetWithoutItsEndIsNotLost) {
  const ImportResult result =
      readBytes(readStl,
                "solid\nfacet normal 0 0 1\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\n"
                "facet normal 0 0 1\nvertex 5 0 0\nvertex 6 0 0\nvertex 5 1 0\n"
                "facet normal 0 0 1\nvertex 9 0 0\nvertex 8 0 0\nendsolid\n");
  EXPECT_EQ(onlyObject<TriangleMesh>(result).triangles.size(), 2U);
  EXPECT_EQ(countOf(result, "STL-FACET"), 1U) << "the last one has two corners";
}

TEST(StlReader, OtherTextIsNotStl) {
  EXPECT_EQ(recogniseStl({"a.stl", "solid,rock,grade\n1,2,3\n"}), 0);
  EXPECT_EQ(recogniseStl({"a.stl", "hole,x,y,z\nA,1,2,3\n"}), 0);
  EXPECT_EQ(recogniseStl({"a.stl", std::string(500, '\0')}), 0);
}

TEST(StlReader, DamagedFilesAreSoundOrRefused) {
  readDamagedSeeds("stl", 400, [](std::string_view bytes) { expectSoundReading(readStl, bytes); });
}

TEST(StlReader, RealWireframeOfBabbitt) {
  ADIT_NEEDS_REAL_DATA("dh_babbitt/Mpz.stl");
  const std::string bytes = fileBytes(realData("dh_babbitt/Mpz.stl"));
  EXPECT_GT(recogniseStl({"", bytes}), 50);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(readBytes(readStl, bytes));
  EXPECT_EQ(mesh.triangles.size(), 63749U);
  // The corners of the file, taken straight from its bytes.
  std::set<std::array<float, 3>> corners;
  for (std::size_t at = 84; at < bytes.size(); at += 50)
    for (std::size_t corner = 0; corner < 3; ++corner) {
      std::array<float, 3> place{};
      std::memcpy(place.data(), bytes.data() + at + 12 + corner * 12, 12);
      corners.insert(place);
    }
  EXPECT_EQ(mesh.vertices.size(), corners.size());
}

}  // namespace
