#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Convert : public testing::Test {
 protected:
  Convert() { writeSmallMine(mine); }

  AditRun to(const std::string& name, const std::string& object = {}) const {
    std::vector<std::string> arguments{"convert", mine.path().string(), "-o", out.at(name)};
    if (!object.empty()) arguments.insert(arguments.end(), {"--object", object});
    return runAdit(arguments);
  }
  /// What Adit finds in a file that it wrote.
  json readBack(const std::string& name) const {
    return json::parse(runAdit({"check", out.at(name), "--json"}).out);
  }

  TemporaryFolder mine, out;
};

TEST_F(Convert, DesurveyedIntervalsToCsv) {
  const AditRun run = to("a.csv", "assay");
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const std::string text = contentOf(out.at("a.csv"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
  EXPECT_THAT(text, HasSubstr("A2,0,5,"));
}

TEST_F(Convert, DesurveyedIntervalsToVtp) {
  ASSERT_EQ(to("a.vtp", "drillholes.assay").exitCode, 0);
  const json surface = readBack("a.vtp")["surfaces"][0];
  EXPECT_EQ(surface["lines"], 3);
  EXPECT_EQ(surface["vertices"], 9);
}

TEST_F(Convert, BlocksToEveryForm) {
  for (const char* name : {"b.csv", "b.vti", "b.vtu"}) {
    const AditRun run = to(name, "blocks");
    ASSERT_EQ(run.exitCode, 0) << name << run.err;
    const json model = readBack(name)["blockModels"][0];
    EXPECT_EQ(model["blocks"], 24) << name;
    EXPECT_EQ(model["size"], json({10.0, 10.0, 10.0})) << name;
    EXPECT_EQ(model["origin"], json({500000.0, 4000000.0, 1100.0})) << name;
  }
}

TEST_F(Convert, SurfacesToEveryForm) {
  for (const char* name : {"s.obj", "s.stl", "s.vtp"}) {
    const AditRun run = to(name, "pit");
    ASSERT_EQ(run.exitCode, 0) << name << run.err;
    const json surface = readBack(name)["surfaces"][0];
    EXPECT_EQ(surface["triangles"], 4) << name;
    EXPECT_EQ(surface["closed"], true) << name;
    EXPECT_EQ(surface["extent"]["min"], json({500000.0, 4000000.0, 1100.0})) << name;
  }
}

TEST_F(Convert, TerrainToRasters) {
  for (const char* name : {"t.tif", "t.asc"}) {
    ASSERT_EQ(to(name).exitCode, 0) << name;
    const json terrain = readBack(name)["terrains"][0];
    EXPECT_EQ(terrain["nodata"], 1) << name;
    EXPECT_EQ(terrain["minHeight"], 1200.0) << name;
  }
}

TEST_F(Convert, TheSceneToGltf) {
  const AditRun run = to("scene.gltf");
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_EQ(json::parse(contentOf(out.at("scene.gltf")))["asset"]["version"], "2.0");
}

TEST_F(Convert, AsksWhichWhenSeveralSuit) {
  const AditRun run = to("x.csv");
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, HasSubstr("drillholes.assay, drillholes.lith, blocks"));
}

TEST_F(Convert, NamesWhatThereIsWhenAskedForSomethingElse) {
  const AditRun run = to("x.csv", "gold");
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_THAT(run.err, HasSubstr("no \"gold\""));
  EXPECT_EQ(to("x.xyz").exitCode, 2);
}

TEST_F(Convert, SaysWhenAFileCannotBeWritten) {
  const AditRun run = to("no/such/folder/p.obj", "pit");
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_THAT(run.err, HasSubstr("PRJ-NOT-EXPORTED"));
}

}  // namespace
}  // namespace adit::tests
