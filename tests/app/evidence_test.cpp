// What leaves the program says what it rests on: an estimate as known by a date, a scene in public mode.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Five by five vertical holes, drilled from west to east over five years; only the first `years` of them.
void writeDrilledMine(const TemporaryFolder& folder, int years) {
  std::string collar = "hole_id,x,y,z,depth,year\n", assay = "hole_id,from,to,cu_pct\n";
  for (int i = 0; i < years; ++i)
    for (int j = 0; j < 5; ++j) {
      const std::string id = "H" + std::to_string(i) + std::to_string(j);
      collar += id + "," + std::to_string(500'000 + 50 * i) + "," + std::to_string(4'000'000 + 50 * j) +
                ",1000,60," + std::to_string(2001 + i) + "\n";
      for (int m = 0; m < 12; ++m)
        assay += id + "," + std::to_string(5 * m) + "," + std::to_string(5 * m + 5) + "," +
                 std::to_string(1 + std::sin(0.7 * i + 0.4 * j) * std::cos(0.3 * m)) + "\n";
    }
  folder.write("collar.csv", collar);
  folder.write("assay.csv", assay);
}

std::string withoutFirstLine(const std::string& text) {
  return text.substr(text.find('\n') + 1);
}

TEST(EstimateAsKnown, IsTheEstimateOfTheHolesOfThatDate) {
  const TemporaryFolder all, early, out;
  writeDrilledMine(all, 5);
  writeDrilledMine(early, 3);
  const std::string plan = out.at("plan.json");
  const AditRun proposed = runAdit(
      {"estimate", all.path().string(), "--template", "--column", "cu_pct", "--blocks", "2000", "-o", plan});
  ASSERT_EQ(proposed.exitCode, 0) << proposed.err;
  const AditRun known =
      runAdit({"estimate", all.path().string(), "--plan", plan, "--asof", "2003", "-o", out.at("known.csv")});
  ASSERT_EQ(known.exitCode, 0) << known.err;
  EXPECT_THAT(known.err, HasSubstr("as known by 2003: 15 of 25 holes"));
  ASSERT_EQ(runAdit({"estimate", early.path().string(), "--plan", plan, "-o", out.at("early.csv")}).exitCode,
            0);
  ASSERT_EQ(runAdit({"estimate", all.path().string(), "--plan", plan, "-o", out.at("all.csv")}).exitCode, 0);
  const std::string knownText = contentOf(out.at("known.csv"));
  EXPECT_EQ(withoutFirstLine(knownText), withoutFirstLine(contentOf(out.at("early.csv"))));
  EXPECT_NE(withoutFirstLine(knownText), withoutFirstLine(contentOf(out.at("all.csv"))));
  EXPECT_THAT(knownText.substr(0, knownText.find('\n')), HasSubstr("asof_2003_cu_pct"));
  EXPECT_EQ(json::parse(contentOf(out.at("known.csv.estimate.json")))["asKnownBy"], "2003");
}

TEST(EstimateAsKnown, WhereNobodyCanKnowItSaysSo) {
  const TemporaryFolder mine, out;
  writeSmallMine(mine);
  const auto asof = [&](const char* date) {
    return runAdit({"estimate", mine.path().string(), "--template", "--asof", date, "-o", out.at("p.json")});
  };
  EXPECT_EQ(asof("2003").exitCode, 2);
  EXPECT_THAT(asof("2003").err, HasSubstr("no collar has a date of drilling"));
  EXPECT_THAT(asof("soon").err, HasSubstr("'soon' is no date"));
}

class PublicExport : public testing::Test {
 protected:
  PublicExport() { writeSmallMine(mine); }
  AditRun convert(const std::string& name, const std::string& object,
                  const std::vector<std::string>& commands) const {
    std::vector<std::string> arguments{"convert", mine.path().string(), "-o", out.at(name)};
    if (!object.empty()) arguments.insert(arguments.end(), {"--object", object});
    for (const std::string& command : commands) arguments.insert(arguments.end(), {"-c", command});
    return runAdit(arguments);
  }
  bool written(const std::string& name) const { return std::filesystem::exists(out.at(name)); }

  TemporaryFolder mine, out;
};

TEST_F(PublicExport, WhatBreaksARuleStaysIn) {
  for (const auto& [name, object] :
       {std::pair("a.gltf", ""), {"a.csv", "blocks"}, {"a.vti", ""}, {"a.vtu", ""}}) {
    EXPECT_EQ(convert(name, object, {}).exitCode, 0) << name << " in technical mode";
    std::filesystem::remove(out.at(name));
    const AditRun refused = convert(name, object, {"mode public"});
    EXPECT_EQ(refused.exitCode, 1) << name;
    EXPECT_THAT(refused.err, HasSubstr("Public mode does not let this "));
    EXPECT_THAT(refused.err, HasSubstr("effective-date:")) << name;
    EXPECT_FALSE(written(name));
  }
}

TEST_F(PublicExport, WhatTellsNoEstimateGoesOut) {
  EXPECT_EQ(convert("a.vtp", "assay", {"mode public"}).exitCode, 0);
  EXPECT_EQ(convert("a.obj", "", {"mode public"}).exitCode, 0);
  EXPECT_TRUE(written("a.vtp") && written("a.obj"));
}

TEST_F(PublicExport, TheSceneIsThatOfTheView) {
  ASSERT_EQ(convert("a.gltf", "", {"hide *", "show blocks", "range blocks cu_pct 0.3 inf"}).exitCode, 0);
  const json gltf = json::parse(contentOf(out.at("a.gltf")));
  EXPECT_EQ(gltf["asset"]["extras"]["view"]["cutOffs"], json::array({"blocks: cu_pct >= 0.3 %"}));
  EXPECT_EQ(gltf["meshes"].size(), 1U);
}

}  // namespace
}  // namespace adit::tests
