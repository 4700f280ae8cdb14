#include "geology/formats/surpac_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"
#include "tests/support/real_data.h"
#include "tests/support/temporary_folder.h"

using adit::formats::ImportResult;
using adit::formats::readSurpac;
using adit::formats::recogniseSurpac;
using adit::geology::PointSet;
using adit::geology::Polyline;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

using Triangle = std::array<std::uint32_t, 3>;

constexpr const char* kHead = "pit,05-Jan-26,,style.ssi\n0, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000\n";
/// Records 1 to 4 are a closed string, 5 separates, 6 and 7 an open one, 8 separates, 9 is a single point.
constexpr const char* kStrings =
    "511, 6771466.251, 478123.125, 310.000, CREST,1\n511, 6771466.251, 478133.125, 310.000, CREST,2\n"
    "511, 6771476.251, 478123.125, 311.000, CREST,3\n511, 6771466.251, 478123.125, 310.000, CREST,1\n"
    "0, 0.000, 0.000, 0.000,\n32, 6771400.0, 478100.0, 290.0,\n32, 6771401.0, 478101.0, 290.0,\n0, 0.000, "
    "0.000, 0.000,\n"
    "7, 6771500.0, 478200.0, 320.0, peg\n0, 0.000, 0.000, 0.000,\n0, 0.000, 0.000, 0.000, END\n";

std::string text() {
  return std::string(kHead) + kStrings;
}

/// Big-endian, as the binary form is.
template <typename T>
void append(std::string& bytes, T value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  std::reverse(raw, raw + sizeof(T));
  bytes.append(raw, sizeof(T));
}

void appendRecord(std::string& bytes, std::int32_t string, const Vec3& place, const char* description) {
  append(bytes, string);
  for (const double coordinate : {place.y, place.x, place.z}) append(bytes, coordinate);
  bytes.append(description).push_back('\0');
}

std::string binaryStrings() {
  std::string bytes =
      std::string("pit,05-Jan-26,,style.ssi\r\n0, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000\r\n") +
      std::string(5, '\0');
  appendRecord(bytes, 511, {478123.125, 6771466.251, 310}, "CREST,1");
  appendRecord(bytes, 511, {478133.125, 6771466.251, 310}, "CREST,2");
  appendRecord(bytes, 511, {478123.125, 6771476.251, 311}, "CREST,3");
  appendRecord(bytes, 511, {478123.125, 6771466.251, 310}, "CREST,1");
  appendRecord(bytes, 0, {}, "");
  appendRecord(bytes, 32, {478100, 6771400, 290}, "");
  appendRecord(bytes, 32, {478101, 6771401, 290}, "");
  appendRecord(bytes, 0, {}, "");
  appendRecord(bytes, 7, {478200, 6771500, 320}, "peg");
  appendRecord(bytes, 0, {}, "");
  appendRecord(bytes, 0, {}, "END");
  return bytes;
}

constexpr const char* kTriangles =
    "pit.str,0887930400;algorithm=standard;fields=x,y\n0, 0.000, 0.000, 0.000,\n0, 0.000, 0.000, 0.000, END\n"
    "OBJECT, 1, pit\nTRISOLATION, 1, neighbours=yes,validated=true,closed=no\n1, 1, 2, 3, 0, 0, 2,\n2, 4, 3, "
    "6, 0, 0, 1,\n"
    "3, 1, 2, 5, 0, 0, 0,\n4, 1, 2, 99, 0, 0, 0,\nEND\n";

std::string binaryTriangles() {
  std::string bytes = "pit.str,0887930400;algorithm=standard;fields=x,y\r\n" + std::string(5, '\0');
  appendRecord(bytes, 0, {}, "END");
  for (const std::int32_t v : {1, 1}) append(bytes, v);
  bytes += std::string("pit\0", 4);
  for (const std::int32_t v : {2, 1}) append(bytes, v);
  bytes += std::string("closed=no\0", 10);
  for (const std::int32_t v : {3, 1, 1, 2, 3, 0, 0, 2}) append(bytes, v);
  bytes.push_back('\0');
  for (const std::int32_t v : {3, 2, 4, 3, 6, 0, 0, 1}) append(bytes, v);
  bytes.push_back('\0');
  return bytes + std::string(8, '\xFF');
}

/// A folder of its own with the two files of a triangulation.
class SurpacPair : public testing::Test {
 protected:
  void write(const char* name, const std::string& bytes) { folder_.write(name, bytes); }
  ImportResult readTriangles(const std::string& bytes) {
    return readBytes(readSurpac, bytes, folder_.at("pit.dtm"));
  }
  TemporaryFolder folder_;
};

TEST(SurpacReader, StringsInTextAndBinaryAreTheSame) {
  for (const std::string& bytes : {text(), binaryStrings()}) {
    EXPECT_EQ(recogniseSurpac({"", bytes}), 90);
    const ImportResult result = readBytes(readSurpac, bytes);
    EXPECT_THAT(result.diagnostics, IsEmpty());
    const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
    EXPECT_EQ(mesh.vertices.at(0), (Vec3{478123.125, 6771466.251, 310})) << "northing stands before easting";
    EXPECT_THAT(mesh.parts, ElementsAre("string 511", "string 32"));
    ASSERT_EQ(mesh.lines.size(), 2U);
    EXPECT_TRUE(mesh.lines[0].closed) << "its last point is its first";
    EXPECT_THAT(mesh.lines[0].vertices, ElementsAre(0, 1, 2));
    EXPECT_FALSE(mesh.lines[1].closed);
    ASSERT_EQ(mesh.vertexColumns.size(), 2U);
    EXPECT_EQ(mesh.vertexColumns[0].category(1), "CREST");
    EXPECT_EQ(mesh.vertexColumns[1].values.at(2), 3);
    const PointSet points = onlyObject<PointSet>(result);
    EXPECT_THAT(points.points, ElementsAre(Vec3{478200, 6771500, 320}));
    EXPECT_THAT(points.columns.at(0).values, ElementsAre(7));
    EXPECT_EQ(points.columns.at(1).category(0), "peg");
  }
}

TEST(SurpacReader, BadNumbersAndMissingEnd) {
  const ImportResult result = readBytes(
      readSurpac,
      std::string(kHead) + "1, 10, 20, 30\n1, 10, x, 30\n1, 11, 21, 31\n0, 0, 0, 0,\n1, 5, 6\n1, 1, 1, 1\n");
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-NUMBER").line, 4U);
  EXPECT_EQ(countOf(result, "MESH-BAD-NUMBER"), 2U);
  EXPECT_EQ(countOf(result, "MESH-LOST-FACE"), 2U);
  EXPECT_EQ(countOf(result, "SURPAC-NO-END"), 1U);
}

TEST_F(SurpacPair, TrianglesCountTheSeparatorsToo) {
  write("pit.str", text());
  EXPECT_EQ(recogniseSurpac({"", kTriangles}), 90);
  const ImportResult result = readTriangles(kTriangles);
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_THAT(result.sideFiles, ElementsAre(folder_.at("pit.str")));
  ASSERT_EQ(mesh.triangles.size(), 2U);
  EXPECT_EQ(mesh.triangles[0], (Triangle{0, 1, 2}));
  EXPECT_EQ(mesh.triangles[1], (Triangle{0, 2, 3}))
      << "record 4 closes the string, record 6 comes after a separator";
  EXPECT_EQ(mesh.lines.size(), 2U);
  EXPECT_EQ(countOf(result, "MESH-BAD-INDEX"), 2U) << "a corner on a separator, and one that does not exist";
  EXPECT_EQ(diagnosticOf(result, "MESH-BAD-INDEX").line, 8U);
  EXPECT_THAT(mesh.parts, testing::Contains("object 1, trisolation 1"));
}

TEST_F(SurpacPair, BinaryTrianglesOfBinaryStrings) {
  write("pit.str", binaryStrings());
  EXPECT_EQ(recogniseSurpac({"", binaryTriangles()}), 90);
  const ImportResult result = readTriangles(binaryTriangles());
  EXPECT_THAT(onlyObject<TriangleMesh>(result).triangles, ElementsAre(Triangle{0, 1, 2}, Triangle{0, 2, 3}));
  EXPECT_THAT(codesOf(result), ElementsAre("MESH-LOOSE-VERTICES")) << "the peg";
}

TEST_F(SurpacPair, TrianglesWithoutStringsAreRefused) {
  try {
    readTriangles(kTriangles);
    FAIL() << "read without its points";
  } catch (const adit::formats::ReadError& error) {
    EXPECT_EQ(error.diagnostic.code, "SURPAC-NO-STRINGS");
    EXPECT_THAT(error.diagnostic.message, testing::HasSubstr("pit.str"));
  }
}

TEST_F(SurpacPair, CutOffTrianglesAreSaid) {
  write("pit.str", text());
  const std::string whole = binaryTriangles();
  EXPECT_EQ(countOf(readTriangles(whole.substr(0, whole.size() - 20)), "SURPAC-DTM-END"), 1U);
}

TEST_F(SurpacPair, DamagedTrianglesAreSound) {
  write("pit.str", text());
  for (const std::string& seed : {std::string(kTriangles), binaryTriangles()})
    for (std::uint32_t i = 0; i < 200; ++i) try {
        for (const TriangleMesh& mesh : objectsOf<TriangleMesh>(readTriangles(mutated(seed, i))))
          EXPECT_TRUE(isSound(mesh));
      } catch (const adit::formats::ReadError& error) {
        EXPECT_EQ(error.diagnostic.code, "SURPAC-NO-STRINGS");
      }
}

TEST(SurpacReader, OtherTextIsNotSurpac) {
  EXPECT_EQ(recogniseSurpac({"a.str", "x,y,z\n1,2,3\n4,5,6\n"}), 0);
  EXPECT_EQ(recogniseSurpac({"a.str", "hole,x,y,z\nA1,1,2,3\nA2,2,3,4\n"}), 0);
  EXPECT_EQ(recogniseSurpac({"a.str", "0,1,2,3\n0,1,2,3\n1,2,3,4\n"}), 0);
  EXPECT_EQ(recogniseSurpac({"a.str", ""}), 0);
  EXPECT_EQ(recogniseSurpac({"a.dtm", std::string(100, '\0')}), 0);
}

TEST(SurpacReader, DamagedFilesAreSoundOrRefused) {
  readDamagedSeeds("surpac", 400, [](std::string_view bytes) { expectSoundReading(readSurpac, bytes); });
}

ImportResult readReal(const std::string& name) {
  const std::string path = realData("pit_karara_kirra/" + name);
  return readBytes(readSurpac, fileBytes(path), path);
}

/// Points of all objects of a string file, the repeated last points of closed strings too.
std::size_t pointsOf(const ImportResult& result) {
  std::size_t points = 0;
  for (const TriangleMesh& mesh : objectsOf<TriangleMesh>(result)) {
    points += mesh.vertices.size();
    for (const Polyline& line : mesh.lines) points += line.closed ? 1 : 0;
  }
  for (const PointSet& set : objectsOf<PointSet>(result)) points += set.points.size();
  return points;
}

TEST(SurpacReader, RealPitDesign) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/mka_pd_stg4_202406_v1.dtm");
  const ImportResult result = readReal("mka_pd_stg4_202406_v1.dtm");
  const TriangleMesh mesh = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(mesh.triangles.size(), 18528U);
  EXPECT_EQ(countOf(result, "MESH-BAD-INDEX"), 0U);
  EXPECT_TRUE(isSound(mesh));
  // All seen are counter-clockwise in plan, so a wrong count of separators would show at once.
  std::size_t clockwise = 0;
  for (const Triangle& t : mesh.triangles) {
    const Vec3 a = mesh.vertices[t[0]], b = mesh.vertices[t[1]], c = mesh.vertices[t[2]];
    clockwise += cross(b - a, c - a).z < 0 ? 1 : 0;
  }
  EXPECT_EQ(clockwise, 0U);
}

TEST(SurpacReader, RealTextAndBinaryAgreeRecordByRecord) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/blastholestext.str");
  for (const char* name : {"testsurface", "blastholes", "test310"}) {
    SCOPED_TRACE(name);
    const ImportResult asText = readReal(std::string(name) + "text.str");
    const ImportResult asBinary = readReal(std::string(name) + "binary.str");
    const auto textMeshes = objectsOf<TriangleMesh>(asText), binaryMeshes = objectsOf<TriangleMesh>(asBinary);
    ASSERT_EQ(textMeshes.size(), binaryMeshes.size());
    for (std::size_t m = 0; m < textMeshes.size(); ++m) {
      ASSERT_EQ(textMeshes[m].vertices.size(), binaryMeshes[m].vertices.size());
      ASSERT_EQ(textMeshes[m].lines.size(), binaryMeshes[m].lines.size());
      for (std::size_t v = 0; v < textMeshes[m].vertices.size(); ++v)  // the text has millimetres
        ASSERT_LT(length(textMeshes[m].vertices[v] - binaryMeshes[m].vertices[v]), 1e-3);
    }
    ASSERT_EQ(pointsOf(asText), pointsOf(asBinary));
  }
}

TEST(SurpacReader, RealLidarFloor) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/251228_s4_226_406_topo.str");
  EXPECT_EQ(pointsOf(readReal("251228_s4_226_406_topo.str")), 72233U) << "72,234 records with the END";
}

}  // namespace
