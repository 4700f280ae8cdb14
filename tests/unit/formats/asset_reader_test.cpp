#include "geology/formats/asset_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"
#include "tests/support/temporary_folder.h"

using adit::formats::ImportResult;
using adit::formats::readAsset;
using adit::formats::recogniseAsset;
using adit::geology::AssetPart;
using adit::geology::Box3;
using adit::geology::PlacedAsset;
using adit::geology::Vec3;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

template <typename T>
void append(std::string& bytes, T value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  bytes.append(raw, sizeof(T));
}

/// Three corners and three indices: a triangle standing on the x axis, 1 wide and 2 high (y is up in glTF).
std::string triangleBuffer() {
  std::string buffer;
  for (const float v : {0.F, 0.F, 0.F, 1.F, 0.F, 0.F, 0.F, 2.F, 0.F}) append(buffer, v);
  for (const std::uint16_t corner : {0, 1, 2}) append(buffer, corner);
  return buffer;
}

std::string gltf(const std::string& buffer, const std::string& node) {
  return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[)" + node +
         R"(],"materials":[{"pbrMetallicRoughness":{"baseColorFactor":[1,0.5,0,1]}}],)"
         R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1,"material":0}]}],)"
         R"("accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,2,0]},)"
         R"({"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}],)"
         R"("bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6}],)"
         R"("buffers":[{"byteLength":42)" +
         buffer + "}]}";
}

std::string glb(std::string json, std::string buffer) {
  json.resize((json.size() + 3) / 4 * 4, ' ');
  buffer.resize((buffer.size() + 3) / 4 * 4, '\0');
  std::string bytes = "glTF";
  append(bytes, std::uint32_t{2});
  append(bytes, static_cast<std::uint32_t>(12 + 8 + json.size() + 8 + buffer.size()));
  append(bytes, static_cast<std::uint32_t>(json.size()));
  bytes += "JSON" + json;
  append(bytes, static_cast<std::uint32_t>(buffer.size()));
  return bytes + std::string("BIN\0", 4) + buffer;
}

std::string triangleGlb(const std::string& node) {
  return glb(gltf("", node), triangleBuffer());
}

void expectNear(const Vec3& a, const Vec3& b) {
  EXPECT_NEAR(a.x, b.x, 1e-5);
  EXPECT_NEAR(a.y, b.y, 1e-5);
  EXPECT_NEAR(a.z, b.z, 1e-5);
}

Vec3 normalOf(const AssetPart& part) {
  const auto at = [&](std::uint32_t corner) {
    const auto& v = part.vertices[corner];
    return Vec3{static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])};
  };
  const auto& [a, b, c] = part.triangles.at(0);
  return normalized(cross(at(b) - at(a), at(c) - at(a)));
}

TEST(AssetReader, GlbStandsUpright) {
  const std::string bytes = triangleGlb(R"({"mesh":0})");
  EXPECT_EQ(recogniseAsset({"", bytes}), 100);
  const ImportResult result = readBytes(readAsset, bytes, "things/truck.bin");
  const PlacedAsset asset = onlyObject<PlacedAsset>(result);
  EXPECT_EQ(asset.name, "truck");
  EXPECT_THAT(result.diagnostics, IsEmpty());
  ASSERT_EQ(asset.parts.size(), 1U);
  EXPECT_THAT(asset.parts[0].color, ElementsAre(1, 0.5F, 0, 1));
  EXPECT_EQ(asset.parts[0].normals.size(), 3U);
  const Box3 box = asset.bounds();
  expectNear(box.min, {0, 0, 0});
  expectNear(box.max, {1, 0, 2});
  expectNear(normalOf(asset.parts[0]), {0, -1, 0});  // +z of glTF, towards the viewer, is south
}

TEST(AssetReader, NodeTransformationsAreApplied) {
  const Box3 box =
      onlyObject<PlacedAsset>(readBytes(readAsset, triangleGlb(R"({"children":[1],"translation":[10,20,30]},)"
                                                               R"({"mesh":0,"scale":[2,2,2]})")))
          .bounds();
  expectNear(box.min, {10, -30, 20});
  expectNear(box.max, {12, -30, 24});
}

TEST(AssetReader, MirroredNodeKeepsItsFront) {
  const PlacedAsset asset =
      onlyObject<PlacedAsset>(readBytes(readAsset, triangleGlb(R"({"mesh":0,"scale":[-1,1,1]})")));
  ASSERT_EQ(asset.parts.size(), 1U);
  expectNear(normalOf(asset.parts[0]), {0, -1, 0});
}

TEST(AssetReader, InstancesOfOneMesh) {
  const PlacedAsset asset = onlyObject<PlacedAsset>(
      readBytes(readAsset, triangleGlb(R"({"children":[1,2]},{"mesh":0},{"mesh":0,"translation":[5,0,0]})")));
  ASSERT_EQ(asset.parts.size(), 1U);
  EXPECT_EQ(asset.parts[0].triangles.size(), 2U);
  expectNear(asset.bounds().max, {6, 0, 2});
}

TEST(AssetReader, BufferBesideTheFileIsASideFile) {
  const TemporaryFolder folder;
  const std::string buffer = folder.write("truck.bin", triangleBuffer());
  const std::string text = gltf(R"(,"uri":"truck.bin")", R"({"mesh":0})");
  EXPECT_EQ(recogniseAsset({"", text}), 90);
  const ImportResult result = readBytes(readAsset, text, folder.at("truck.gltf"));
  EXPECT_THAT(result.sideFiles, ElementsAre(buffer));
  EXPECT_EQ(onlyObject<PlacedAsset>(result).parts.size(), 1U);

  std::filesystem::create_directories(folder.path() / "deeper");
  const std::string outside = gltf(R"(,"uri":"../truck.bin")", R"({"mesh":0})");
  EXPECT_THROW(readBytes(readAsset, outside, folder.at("deeper/truck.gltf")), adit::formats::ReadError)
      << "an asset has no business outside its folder";
}

std::string collada(const char* up, const char* unit) {
  return std::string(
             R"(<?xml version="1.0"?><COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1">)") +
         "<asset><unit meter=\"" + unit + "\"/><up_axis>" + up + "</up_axis></asset>" +
         R"(<library_geometries><geometry id="g"><mesh><source id="p"><float_array id="a" count="9">0 0 0 1 0 0 0 2 0</float_array>)"
         R"(<technique_common><accessor source="#a" count="3" stride="3"><param name="X" type="float"/>)"
         R"(<param name="Y" type="float"/><param name="Z" type="float"/></accessor></technique_common></source>)"
         R"(<vertices id="v"><input semantic="POSITION" source="#p"/></vertices><triangles count="1">)"
         R"(<input semantic="VERTEX" source="#v" offset="0"/><p>0 1 2</p></triangles></mesh></geometry></library_geometries>)"
         R"(<library_visual_scenes><visual_scene id="s"><node id="n"><instance_geometry url="#g"/></node></visual_scene>)"
         R"(</library_visual_scenes><scene><instance_visual_scene url="#s"/></scene></COLLADA>)";
}

TEST(AssetReader, ColladaWithItsUpAxisAndUnit) {
  EXPECT_EQ(recogniseAsset({"", collada("Y_UP", "1")}), 100);
  expectNear(onlyObject<PlacedAsset>(readBytes(readAsset, collada("Y_UP", "1"))).bounds().max, {1, 0, 2});
  expectNear(onlyObject<PlacedAsset>(readBytes(readAsset, collada("Z_UP", "1"))).bounds().max, {1, 2, 0});
  expectNear(onlyObject<PlacedAsset>(readBytes(readAsset, collada("Z_UP", "0.01"))).bounds().max,
             {0.01, 0.02, 0});
}

/// FBX as text, in centimetres (UnitScaleFactor 1) unless said otherwise. UpAxis: 1 is y, 2 is z.
std::string fbx(int up, const char* unit) {
  return "; FBX 7.4.0 project file\nFBXHeaderExtension: {\n FBXHeaderVersion: 1003\n FBXVersion: 7400\n}\n"
         "GlobalSettings: {\n Version: 1000\n Properties70: {\n  P: \"UpAxis\", \"int\", \"Integer\", \"\"," +
         std::to_string(up) + "\n  P: \"UnitScaleFactor\", \"double\", \"Number\", \"\"," + unit +
         "\n }\n}\nObjects: {\n Geometry: 11, \"Geometry::g\", \"Mesh\" {\n  Vertices: *9 {\n   a: "
         "0,0,0,100,0,0,0,200,0\n  }\n"
         "  PolygonVertexIndex: *3 {\n   a: 0,1,-3\n  }\n  GeometryVersion: 124\n }\n"
         " Model: 12, \"Model::m\", \"Mesh\" {\n  Version: 232\n }\n}\n"
         "Connections: {\n C: \"OO\",11,12\n C: \"OO\",12,0\n}\n";
}

TEST(AssetReader, FbxWithItsUpAxisAndUnit) {
  EXPECT_EQ(recogniseAsset({"", fbx(1, "1")}), 100);
  expectNear(onlyObject<PlacedAsset>(readBytes(readAsset, fbx(1, "1"))).bounds().max, {1, 0, 2});
  expectNear(onlyObject<PlacedAsset>(readBytes(readAsset, fbx(2, "1"))).bounds().max, {1, 2, 0});
  expectNear(onlyObject<PlacedAsset>(readBytes(readAsset, fbx(2, "100"))).bounds().max, {100, 200, 0});
}

/// A chunk of 3DS: id, length with this header, content.
std::string chunk(std::uint16_t id, const std::string& content) {
  std::string bytes;
  append(bytes, id);
  append(bytes, static_cast<std::uint32_t>(content.size() + 6));
  return bytes + content;
}

std::string max3ds() {
  std::string vertices, faces;
  append(vertices, std::uint16_t{3});
  for (const float v : {0.F, 0.F, 0.F, 1.F, 0.F, 0.F, 0.F, 0.F, 2.F}) append(vertices, v);
  append(faces, std::uint16_t{1});
  for (const std::uint16_t v : {0, 1, 2, 7}) append(faces, v);
  const std::string mesh = chunk(0x4100, chunk(0x4110, vertices) + chunk(0x4120, faces));
  return chunk(0x4D4D, chunk(0x3D3D, chunk(0x4000, std::string("truck\0", 6) + mesh)));
}

TEST(AssetReader, ThreeDsIsZUpAndStatesNoUnit) {
  EXPECT_EQ(recogniseAsset({"", max3ds()}), 100);
  const ImportResult result = readBytes(readAsset, max3ds());
  expectNear(onlyObject<PlacedAsset>(result).bounds().max, {1, 0, 2});
  EXPECT_THAT(codesOf(result), ElementsAre("ASSET-UNIT"));
}

TEST(AssetReader, FarFromItsOriginIsDoubted) {
  const ImportResult result = readBytes(readAsset, triangleGlb(R"({"mesh":0,"translation":[478123,0,0]})"));
  EXPECT_THAT(codesOf(result), ElementsAre("ASSET-FAR"));
}

TEST(AssetReader, BrokenAndForeignFiles) {
  EXPECT_THROW(readBytes(readAsset, triangleGlb(R"({"mesh":0})").substr(0, 200)), adit::formats::ReadError);
  EXPECT_EQ(recogniseAsset({"a.gltf", R"({"format":"adit project"})"}), 0);
  EXPECT_EQ(recogniseAsset({"a.3ds", "MM is how this text begins, and it is no 3DS"}), 0);
}

TEST(AssetReader, DamagedFilesDoNotCrash) {
  const std::string seeds[] = {triangleGlb(R"({"mesh":0})"), collada("Z_UP", "1"), fbx(1, "1"), max3ds()};
  for (const std::string& seed : seeds)
    for (std::uint32_t i = 0; i < 40; ++i) expectSoundReading(readAsset, mutated(seed, i));
}

}  // namespace
