// The exported scene: valid JSON, Y up, coloured, cut, and saying where it is.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/sample_deposit.h"
#include "tests/support/temporary_folder.h"
#include "viewer/publish/gltf_export.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

nlohmann::json exported(const geology::Deposit& deposit, const ViewState& state) {
  const tests::TemporaryFolder folder;
  const std::string path = folder.at("export.gltf");
  EXPECT_EQ(exportGltf(std::make_shared<geology::Deposit>(deposit), state, path), "");
  return nlohmann::json::parse(tests::contentOf(path));
}

// Extent along the glTF's y of all position accessors.
std::pair<double, double> heightRange(const nlohmann::json& gltf) {
  double lo = 1e9;
  double hi = -1e9;
  for (const auto& mesh : gltf["meshes"])
    for (const auto& primitive : mesh["primitives"]) {
      const auto& accessor = gltf["accessors"][primitive["attributes"]["POSITION"].get<std::size_t>()];
      lo = std::min(lo, accessor["min"][1].get<double>());
      hi = std::max(hi, accessor["max"][1].get<double>());
    }
  return {lo, hi};
}

TEST(GltfExport, BlocksAreYUpAndColoured) {
  const auto deposit = tests::sampleDeposit();
  ViewState state = initialState(*deposit);
  for (auto& [name, layer] : state.layers) layer.visible = name == "blocks";
  const nlohmann::json gltf = exported(*deposit, state);
  EXPECT_EQ(gltf["asset"]["version"], "2.0");
  EXPECT_EQ(gltf["asset"]["extras"]["crs"], "EPSG:32641");
  ASSERT_FALSE(gltf["meshes"].empty());
  EXPECT_TRUE(gltf["meshes"][0]["primitives"][0]["attributes"].contains("COLOR_0"));
  const double origin = gltf["asset"]["extras"]["origin"][2];
  const auto [lo, hi] = heightRange(gltf);
  EXPECT_NEAR(origin + lo, tests::kSampleCenter.z - 160, 1e-3);
  EXPECT_NEAR(origin + hi, tests::kSampleCenter.z + 160, 1e-3);
}

TEST(GltfExport, IsCutWhereTheViewIs) {
  const auto deposit = tests::sampleDeposit();
  ViewState state = initialState(*deposit);
  for (auto& [name, layer] : state.layers) layer.visible = name == "solid";
  SectionState level;  // horizontal: everything above the middle goes
  level.point = tests::kSampleCenter;
  level.dip = 0;
  state.sections = {level};
  const nlohmann::json gltf = exported(*deposit, state);
  const auto [lo, hi] = heightRange(gltf);
  EXPECT_NEAR(hi - lo, 140, 1) << "half of the octahedron is left";
}

/// Blocks in two classes, half of them each.
std::shared_ptr<geology::Deposit> twoClasses() {
  const auto deposit = tests::sampleDeposit();
  auto model = std::make_shared<geology::BlockModel>(*deposit->blockModels[0]);
  std::vector<std::string> classes;
  for (std::size_t b = 0; b < model->blockCount(); ++b)
    classes.emplace_back(model->blockCenter(b).x < tests::kSampleCenter.x ? "sure" : "guess");
  model->columns.push_back(geology::categoryColumn("class", classes));
  deposit->blockModels = {model};
  return deposit;
}

TEST(GltfExport, HonestViewHasAMaterialThatOneLooksThrough) {
  const auto deposit = twoClasses();
  ViewState state = initialState(*deposit);
  for (auto& [name, layer] : state.layers) layer.visible = name == "blocks";
  state.categories["blocks"] = {
      "class", {{"sure", reporting::ResourceClass::Measured}, {"guess", reporting::ResourceClass::Inferred}}};
  EXPECT_FALSE(exported(*deposit, state)["asset"]["extras"].contains("honestView"));
  state.honest.on = true;
  const nlohmann::json gltf = exported(*deposit, state);
  const nlohmann::json& note = gltf["asset"]["extras"]["honestView"];
  EXPECT_EQ(note["models"][0]["classColumn"], "class");
  EXPECT_EQ(note["models"][0]["classes"]["guess"], "inferred");
  std::size_t through = 0, solid = 0;
  for (const auto& mesh : gltf["meshes"])
    for (const auto& primitive : mesh["primitives"]) {
      const auto& material = gltf["materials"][primitive["material"].get<std::size_t>()];
      const std::size_t faces =
          gltf["accessors"][primitive["indices"].get<std::size_t>()]["count"].get<std::size_t>();
      const bool blended = material.value("alphaMode", "OPAQUE") == "BLEND";
      (blended ? through : solid) += faces;
      EXPECT_EQ(blended, material.contains("name"));
    }
  EXPECT_GT(through, 1000U);
  EXPECT_GT(solid, 1000U);
}

TEST(GltfExport, PublicModeKeepsInWhatBreaksARule) {
  const auto deposit = tests::sampleDeposit();
  ViewState state = initialState(*deposit);
  state.mode = ReportMode::Public;
  const tests::TemporaryFolder folder;
  const std::string fault = exportGltf(deposit, state, folder.at("a.gltf"));
  EXPECT_NE(fault.find("Public mode does not let this scene out"), std::string::npos) << fault;
  EXPECT_FALSE(std::filesystem::exists(folder.at("a.gltf")));
}

TEST(GltfExport, UnwritablePathIsAnError) {
  EXPECT_NE(exportGltf(tests::sampleDeposit(), {}, "/nonexistent/folder/a.gltf"), "");
}

}  // namespace
}  // namespace adit::viewer
