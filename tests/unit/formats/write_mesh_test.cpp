#include "geology/formats/write_mesh.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "geology/formats/obj_reader.h"
#include "geology/formats/stl_reader.h"
#include "geology/formats/vtp_reader.h"
#include "tests/support/reading.h"
#include "tests/support/real_data.h"
#include "tests/support/shapes.h"

using adit::formats::ImportResult;
using adit::formats::readObj;
using adit::formats::readStl;
using adit::formats::readVtp;
using adit::formats::StlForm;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

constexpr Vec3 kUtm{478123.123456789, 6772345.987654321, 310.1};

/// Two parts, an open and a closed line, columns of both kinds with missing values.
TriangleMesh richMesh(const Vec3& at = kUtm) {
  TriangleMesh mesh = tetrahedronMesh(at, 1.0 / 3);
  mesh.name = "ore";
  mesh.parts = {"high grade", "low grade"};
  mesh.trianglePart = {0, 0, 1, 1};
  mesh.lines = {{{0, 1, 2}, true, 1}, {{3, 0}, false, 0}};
  mesh.vertexColumns = {adit::geology::numericColumn("cu", {0.5F, adit::geology::kMissing, 0.25F, 0}),
                        adit::geology::categoryColumn("rock", {"POR", "", "AND", "POR"})};
  mesh.triangleColumns = {adit::geology::numericColumn("class", {1, 2, 3, 4})};
  return mesh;
}

template <typename Write>
std::string written(Write&& write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

void expectSameShape(const TriangleMesh& a, const TriangleMesh& b) {
  EXPECT_EQ(a.vertices, b.vertices);
  EXPECT_EQ(a.triangles, b.triangles);
  EXPECT_EQ(a.parts, b.parts);
  EXPECT_EQ(a.trianglePart, b.trianglePart);
  ASSERT_EQ(a.lines.size(), b.lines.size());
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    EXPECT_EQ(a.lines[i].vertices, b.lines[i].vertices);
    EXPECT_EQ(a.lines[i].closed, b.lines[i].closed);
    EXPECT_EQ(a.parts[static_cast<std::size_t>(a.lines[i].part)],
              b.parts[static_cast<std::size_t>(b.lines[i].part)]);
  }
}

TEST(WriteMesh, ObjKeepsEveryBit) {
  const TriangleMesh mesh = richMesh();
  const ImportResult result =
      readBytes(readObj, written([&](std::ostream& out) { adit::formats::writeObj(mesh, out); }));
  EXPECT_THAT(result.diagnostics, IsEmpty());
  expectSameShape(onlyObject<TriangleMesh>(result), mesh);
}

TEST(WriteMesh, ObjNamesStayOnOneLine) {
  TriangleMesh mesh = tetrahedronMesh({}, 1);
  mesh.name = "two\nv 1 2 3\nlines";
  const TriangleMesh back = onlyObject<TriangleMesh>(
      readBytes(readObj, written([&](std::ostream& out) { adit::formats::writeObj(mesh, out); })));
  EXPECT_EQ(back.vertices.size(), 4U);
}

TEST(WriteMesh, StlInTextKeepsEveryBitAndTheParts) {
  const TriangleMesh mesh = richMesh();
  const std::string text = written([&](std::ostream& out) { adit::formats::writeStl(mesh, out); });
  EXPECT_TRUE(text.starts_with("solid high grade")) << "coordinates of a grid go as text by themselves";
  const TriangleMesh back = onlyObject<TriangleMesh>(readBytes(readStl, text));
  EXPECT_EQ(back.parts, mesh.parts);
  ASSERT_EQ(back.triangles.size(), mesh.triangles.size());
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
    for (std::size_t c = 0; c < 3; ++c)
      EXPECT_EQ(back.vertices[back.triangles[t][c]], mesh.vertices[mesh.triangles[t][c]]);
}

TEST(WriteMesh, StlInBinaryNearTheOrigin) {
  const TriangleMesh mesh = boxMesh({0, 0, 0}, {1, 2, 3});
  const std::string bytes = written([&](std::ostream& out) { adit::formats::writeStl(mesh, out); });
  EXPECT_EQ(bytes.size(), 84 + 12 * 50U);
  const ImportResult result = readBytes(readStl, bytes);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_EQ(onlyObject<TriangleMesh>(result).vertices.size(), 8U);
  EXPECT_EQ(onlyObject<TriangleMesh>(result).bounds().max, (Vec3{1, 2, 3}));
  const std::string forced =
      written([&](std::ostream& out) { adit::formats::writeStl(richMesh(), out, StlForm::Binary); });
  EXPECT_EQ(forced.size(), 84 + 4 * 50U) << "who asks for binary gets it";
}

TEST(WriteMesh, VtpKeepsEverything) {
  const TriangleMesh mesh = richMesh();
  const std::string bytes = written([&](std::ostream& out) { adit::formats::writeVtp(mesh, out); });
  EXPECT_EQ(adit::formats::recogniseVtp({"", bytes}), 100);
  const ImportResult result = readBytes(readVtp, bytes);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  const TriangleMesh back = onlyObject<TriangleMesh>(result);
  EXPECT_EQ(back.vertices, mesh.vertices);
  EXPECT_EQ(back.triangles, mesh.triangles);
  ASSERT_EQ(back.lines.size(), 2U);
  EXPECT_TRUE(back.lines[0].closed);
  EXPECT_EQ(back.parts[static_cast<std::size_t>(back.lines[0].part)], "low grade");
  EXPECT_EQ(back.parts[static_cast<std::size_t>(back.trianglePart[0])], "high grade");
  ASSERT_EQ(back.vertexColumns.size(), 2U);
  EXPECT_EQ(back.vertexColumns[0].values[0], 0.5F);
  EXPECT_FALSE(back.vertexColumns[0].hasValue(1));
  EXPECT_EQ(back.vertexColumns[1].category(2), "AND");
  EXPECT_FALSE(back.vertexColumns[1].hasValue(1));
  ASSERT_EQ(back.triangleColumns.size(), 1U);
  EXPECT_THAT(back.triangleColumns[0].values, ElementsAre(1, 2, 3, 4));
}

TEST(WriteMesh, NothingIsWrittenAsNothing) {
  for (const auto write : {adit::formats::writeObj, adit::formats::writeVtp})
    EXPECT_FALSE(written([&](std::ostream& out) { write({}, out); }).empty());
  EXPECT_EQ(written([](std::ostream& out) { adit::formats::writeStl({}, out); }).size(), 84U);
}

TEST(WriteMesh, RealPitThroughObjAndVtp) {
  ADIT_NEEDS_REAL_DATA("pit_karara_kirra/KIRRA_OBJ_CC.obj");
  const TriangleMesh mesh =
      onlyObject<TriangleMesh>(readBytes(readObj, fileBytes(realData("pit_karara_kirra/KIRRA_OBJ_CC.obj"))));
  const TriangleMesh obj = onlyObject<TriangleMesh>(
      readBytes(readObj, written([&](std::ostream& out) { adit::formats::writeObj(mesh, out); })));
  const TriangleMesh vtp = onlyObject<TriangleMesh>(
      readBytes(readVtp, written([&](std::ostream& out) { adit::formats::writeVtp(mesh, out); })));
  EXPECT_EQ(obj.vertices, mesh.vertices);
  EXPECT_EQ(vtp.vertices, mesh.vertices);
  EXPECT_EQ(vtp.triangles, mesh.triangles);
}

}  // namespace
