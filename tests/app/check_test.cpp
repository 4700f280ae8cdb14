#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/app/run_adit.h"
#include "tests/support/real_data.h"

namespace adit::tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Check, CountsWhatIsThere) {
  const TemporaryFolder folder;
  writeSmallMine(folder);
  const AditRun run = runAdit({"check", folder.path().string(), "--json"});
  ASSERT_EQ(run.exitCode, 0) << run.out << run.err;
  const json said = json::parse(run.out);
  EXPECT_EQ(said["schema"], 1);
  EXPECT_EQ(said["counts"]["errors"], 0);
  ASSERT_EQ(said["drillholes"].size(), 1U);
  EXPECT_EQ(said["drillholes"][0]["holes"], 2);
  EXPECT_EQ(said["drillholes"][0]["stations"], 3);
  EXPECT_EQ(said["drillholes"][0]["tables"].size(), 2U);
  const json& assay = said["drillholes"][0]["tables"][0];
  EXPECT_EQ(assay["name"], "assay");
  EXPECT_EQ(assay["intervals"], 3);
  EXPECT_EQ(assay["columns"][0]["states"]["measured"], 2);
  EXPECT_EQ(assay["columns"][0]["states"]["not-sampled"], 1);
  EXPECT_EQ(said["blockModels"][0]["blocks"], 24);
  EXPECT_EQ(said["blockModels"][0]["absentCells"], 0);
  EXPECT_EQ(said["blockModels"][0]["count"], json({4, 3, 2}));
  EXPECT_EQ(said["surfaces"][0]["triangles"], 4);
  EXPECT_EQ(said["surfaces"][0]["closed"], true);
  EXPECT_NEAR(said["surfaces"][0]["volume"].get<double>(), 1e6 / 6, 1e-6);
  EXPECT_EQ(said["terrains"][0]["columns"], 3);
  EXPECT_EQ(said["terrains"][0]["rows"], 2);
  EXPECT_EQ(said["terrains"][0]["nodata"], 1);
}

TEST(Check, HashesItsSources) {
  const TemporaryFolder folder;
  const std::string file = folder.write("pit.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
  const json said = json::parse(runAdit({"check", file, "--json"}).out);
  ASSERT_EQ(said["sources"].size(), 1U);
  EXPECT_EQ(said["sources"][0]["sha256"].get<std::string>().size(), 64U);
  EXPECT_EQ(said["sources"][0]["role"], "data");
  EXPECT_EQ(said["sources"][0]["objects"], json({"pit"}));
}

TEST(Check, IsReadableAsText) {
  const TemporaryFolder folder;
  writeSmallMine(folder);
  const AditRun run = runAdit({"check", folder.path().string()});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("Drillholes"), HasSubstr("Block model"), HasSubstr("4 x 3 x 2"),
                             HasSubstr("500,010.00"), HasSubstr("closed"), HasSubstr("Findings")));
  EXPECT_THAT(run.out, Not(HasSubstr("\x1b["))) << "colour in a file";
}

TEST(Check, LeavesOneWithErrors) {
  const TemporaryFolder folder;
  const AditRun run = runAdit({"check", folder.at("nothing.csv"), "--json"});
  EXPECT_EQ(run.exitCode, 1);
  const json said = json::parse(run.out);
  EXPECT_GE(said["counts"]["errors"], 1);
  EXPECT_EQ(said["diagnostics"][0]["code"], "PRJ-NOT-FOUND");
}

TEST(Check, LeavesTwoForWrongUsage) {
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"check"}, {"check", "x", "--jsn"}, {"check", "x", "--choice", "novalue"}}) {
    const AditRun run = runAdit(wrong);
    EXPECT_EQ(run.exitCode, 2) << run.out << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err, "");
  }
}

TEST(Check, TakesChoices) {
  const TemporaryFolder folder;
  writeSmallMine(folder);
  const AditRun run = runAdit({"check", folder.path().string(), "--json", "--choice", "unit=ft"});
  EXPECT_EQ(json::parse(run.out)["deposit"]["unit"], "ft");
  EXPECT_EQ(json::parse(run.out)["deposit"]["unitStated"], true);
}

/// A triangle from 0, 0, 0 to 1, 0, 0 and 2 upwards, with its buffer inside.
constexpr const char* kSign =
    R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],)"
    R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],"accessors":[)"
    R"({"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,2,0]},)"
    R"({"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}],"bufferViews":[)"
    R"({"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6}],"buffers":[{"byteLength":42,)"
    R"("uri":"data:application/octet-stream;base64,AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAAEAAAAAAAAABAAIA"}]})";

TEST(Check, SaysWhereAThingForScaleStands) {
  const TemporaryFolder folder;
  writeSmallMine(folder);
  folder.write("sign.gltf", kSign);
  const json file = json::parse(runAdit({"check", folder.path().string(), "--json"}).out);
  EXPECT_EQ(file["assets"][0]["placed"], false);
  EXPECT_EQ(file["assets"][0]["extent"]["max"], json({1, 0, 2}));
  EXPECT_EQ(file["deposit"]["extent"]["min"][0], 500000) << "what is not placed is no part of the place";
  const std::string project = folder.write(
      "mine.adit", R"({"format":"adit-project","version":1,"name":"mine","sources":[{"path":"sign.gltf"},)"
                   R"({"path":"blocks.csv"}],"view":{"layers":{"sign":{"placement":)"
                   R"({"position":[600000,4000050,1150],"bearing":0,"scale":10}}}}})");
  const json placed = json::parse(runAdit({"check", project, "--json"}).out);
  EXPECT_EQ(placed["assets"][0]["placed"], true);
  EXPECT_EQ(placed["assets"][0]["position"], json({600000, 4000050, 1150}));
  EXPECT_EQ(placed["assets"][0]["extent"]["min"], json({600000, 4000050, 1150}));
  EXPECT_EQ(placed["assets"][0]["extent"]["max"], json({600010, 4000050, 1170}));
  EXPECT_EQ(placed["deposit"]["extent"]["max"][0], 600010);
}

TEST(Check, NamesThePlanAndTheRecordOfAnEstimate) {
  const TemporaryFolder folder;
  writeSmallMine(folder);
  folder.write("plan.json", R"({"column":"cu","composites":{"length":2},"estimator":{"method":"nearest"}})");
  folder.write("model.csv.estimate.json",
               R"({"adit":"0.1.0","plan":{"composites":{"length":2},"estimator":{"method":"nearest"}}})");
  folder.write("other.json", R"({"estimator":"Smith"})");
  const json said = json::parse(runAdit({"check", folder.path().string(), "--json"}).out);
  std::vector<std::string> estimates, unknown;
  for (const json& d : said["diagnostics"]) {
    const std::string file = std::filesystem::path(d["file"].get<std::string>()).filename().string();
    if (d["code"] == "FMT-ESTIMATE") estimates.push_back(file);
    if (d["code"] == "FMT-UNKNOWN") unknown.push_back(file);
  }
  EXPECT_THAT(estimates, testing::UnorderedElementsAre("plan.json", "model.csv.estimate.json"));
  EXPECT_THAT(unknown, testing::ElementsAre("other.json"));
}

TEST(Check, NamesALegendAndOpensTheRest) {
  const TemporaryFolder folder;
  writeSmallMine(folder);
  folder.write("cut-offs.csv", "from,to,color,label\n0,0.4,#808080,waste\n0.4,,#d02020,ore\n");
  folder.write("rocks.csv", "category,color\nPOR,#ff0000\nAND,#00ff00\n");
  folder.write("cu.cpt", "0 255 255 255 1 255 0 0\n1 255 0 0 2 128 0 0\n");
  folder.write("cu.json", R"({"format":"adit-legend","version":1,"kind":"continuous"})");
  const json said = json::parse(runAdit({"check", folder.path().string(), "--json"}).out);
  std::vector<std::string> legends, unknown;
  for (const json& d : said["diagnostics"]) {
    const std::string file = std::filesystem::path(d["file"].get<std::string>()).filename().string();
    if (d["code"] == "FMT-LEGEND") legends.push_back(file);
    if (d["code"] == "FMT-UNKNOWN") unknown.push_back(file);
  }
  EXPECT_THAT(legends, testing::UnorderedElementsAre("cut-offs.csv", "rocks.csv", "cu.cpt", "cu.json"));
  EXPECT_THAT(unknown, testing::IsEmpty());
  EXPECT_EQ(said["counts"]["errors"], 0);
  EXPECT_EQ(said["blockModels"].size(), 1U);
}

TEST(Check, CountsTheHolesOfCopperCreek) {
  ADIT_NEEDS_REAL_DATA("dh_copper_creek");
  const AditRun run = runAdit({"check", realData("dh_copper_creek"), "--json"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  const json said = json::parse(run.out);
  EXPECT_EQ(said["drillholes"][0]["holes"], 545);
  EXPECT_EQ(said["drillholes"][0]["stations"], 5822);
  EXPECT_EQ(said["drillholes"][0]["tables"][0]["intervals"], 67321);
  EXPECT_EQ(said["drillholes"][0]["tables"][1]["intervals"], 7150);
}

}  // namespace
}  // namespace adit::tests
