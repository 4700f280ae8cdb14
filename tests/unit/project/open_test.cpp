#include "geology/project/open.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "geology/project/object_sources.h"
#include "geology/project/synthetic_source.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

using geology::Severity;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::finding;
using tests::opened;

constexpr const char* kCollars =
    "hole_id,x,y,z,depth\nA1,500010,4000020,1200,100\nA2,500110,4000020,1210,80\n";
constexpr const char* kSurveys = "hole_id,depth,azimuth,dip\nA1,0,90,-60\nA1,50,92,-61\nA2,0,0,-90\n";
constexpr const char* kAssays = "hole_id,from,to,cu_pct\nA1,0,10,0.5\nA1,10,20,\nA2,0,5,1.25\n";
constexpr const char* kTriangle = "v 0 0 0\nv 10 0 0\nv 0 10 0\nf 1 2 3\n";
constexpr const char* kTetrahedron =
    "v 0 0 0\nv 6 0 0\nv 0 6 0\nv 0 0 6\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n";

void writeHoles(const tests::TemporaryFolder& folder, const std::string& below = "") {
  folder.write(below + "collar.csv", kCollars);
  folder.write(below + "survey.csv", kSurveys);
  folder.write(below + "assay.csv", kAssays);
}

TEST(Open, JoinsTheTablesOfAFolder) {
  const tests::TemporaryFolder folder;
  writeHoles(folder);
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->drillholes.size(), 1U) << tests::errorsOf(*result.deposit);
  const geology::DrillHoles& holes = *result.deposit->drillholes[0];
  EXPECT_EQ(holes.holes.size(), 2U);
  ASSERT_EQ(holes.tables.size(), 1U);
  EXPECT_EQ(holes.tables[0].size(), 3U);
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  ASSERT_EQ(result.sources.size(), 3U);
  for (const SourceReport& source : result.sources) {
    EXPECT_EQ(source.role, SourceRole::Data) << source.path;
    EXPECT_THAT(source.objects, ElementsAre(holes.name));
  }
}

TEST(Open, KeepsTwoMinesWithTheSameHoleIdsApart) {
  const tests::TemporaryFolder folder;
  writeHoles(folder, "north/");
  writeHoles(folder, "south/");
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->drillholes.size(), 2U);
  EXPECT_EQ(result.deposit->drillholes[0]->name, "north");
  EXPECT_EQ(result.deposit->drillholes[1]->name, "south");
  for (const auto& holes : result.deposit->drillholes) EXPECT_EQ(holes->holes.size(), 2U);
}

TEST(Open, JoinsTablesThatLieInFoldersByKind) {
  const tests::TemporaryFolder folder;
  folder.write("collars/collar.csv", kCollars);
  folder.write("surveys/survey.csv", kSurveys);
  folder.write("assays/assay.csv", kAssays);
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->drillholes.size(), 1U);
  EXPECT_EQ(result.deposit->drillholes[0]->tables.size(), 1U);
}

TEST(Open, SaysWhetherASurfaceIsClosed) {
  const tests::TemporaryFolder folder;
  folder.write("open.obj", kTriangle);
  folder.write("solid.obj", kTetrahedron);
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.deposit->meshes.size(), 2U);
  EXPECT_FALSE(result.deposit->meshes[0]->closed);
  EXPECT_DOUBLE_EQ(result.deposit->meshes[0]->area, 50);
  EXPECT_TRUE(result.deposit->meshes[1]->closed);
  EXPECT_DOUBLE_EQ(result.deposit->meshes[1]->volume, 36);
}

TEST(Open, GivesEveryObjectANameOfItsOwn) {
  const tests::TemporaryFolder folder;
  folder.write("a/pit.obj", kTriangle);
  folder.write("b/pit.obj", kTriangle);
  folder.write("c/pit.obj", kTriangle);
  const OpenResult result = opened(folder.path().string());
  std::vector<std::string> names;
  for (const auto& mesh : result.deposit->meshes) names.push_back(mesh->name);
  EXPECT_THAT(names, ElementsAre("pit", "pit 2", "pit 3"));
}

TEST(Open, ChoicesOfFilesOfOneNameAreToldApart) {
  const tests::TemporaryFolder folder;
  writeHoles(folder, "a/");
  writeHoles(folder, "b/");
  folder.write("b/survey.csv", "hole_id,depth,azimuth,dip\nA1,0,90,60\nA1,50,92,61\nA2,0,0,90\n");
  const auto valueOf = [](const OpenResult& result, const std::string& key) {
    for (const geology::ImportChoice& choice : madeChoices(*result.deposit))
      if (choice.key == key) return choice.value;
    return std::string("not listed");
  };
  const auto dipOf = [](const OpenResult& result, std::size_t set) {
    return result.deposit->drillholes.at(set)->holes.at(0).surveys.at(0).dip;
  };
  const OpenResult guessed = opened(folder.path().string());
  EXPECT_EQ(valueOf(guessed, "a/survey.csv/dip-sign"), "negative-down");
  EXPECT_EQ(valueOf(guessed, "b/survey.csv/dip-sign"), "positive-down");
  const OpenResult one = opened(folder.path().string(), {{"b/survey.csv/dip-sign", "negative-down"}});
  EXPECT_EQ(dipOf(one, 0), 60);
  EXPECT_EQ(dipOf(one, 1), -60);
  EXPECT_EQ(finding(*one.deposit, "PRJ-CHOICE-UNUSED"), nullptr);
  const OpenResult both = opened(folder.path().string(), {{"survey.csv/dip-sign", "positive-down"}});
  EXPECT_EQ(dipOf(both, 0), -60);
  EXPECT_EQ(finding(*both.deposit, "PRJ-CHOICE-UNUSED"), nullptr);
}

TEST(Open, ATableNamedAsMaterialsIsStillATable) {
  const tests::TemporaryFolder folder;
  folder.write("pit.obj", std::string("mtllib collar.csv\nmtllib paints.txt\n") + kTriangle);
  folder.write("collar.csv", kCollars);
  folder.write("paints.txt", "# paints\nnewmtl red\nKd 1 0 0\n");
  const OpenResult result = opened(folder.path().string());
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
  EXPECT_EQ(result.deposit->drillholes.size(), 1U);
  ASSERT_EQ(result.sources.size(), 3U);
  EXPECT_EQ(result.sources[1].role, SourceRole::SideFile) << result.sources[1].path;
}

TEST(Open, RecognisesByContentAndNotByEnding) {
  const tests::TemporaryFolder folder;
  const OpenResult result = opened(folder.write("surface.csv", kTriangle));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
}

TEST(Open, ListsNotesQuietly) {
  const tests::TemporaryFolder folder;
  folder.write("README.md", "# About, this, data");
  folder.write("pit.obj", kTriangle);
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.sources.size(), 2U);
  EXPECT_EQ(result.sources[0].role, SourceRole::Prose);
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  EXPECT_EQ(finding(*result.deposit, "FMT-UNKNOWN"), nullptr);
}

TEST(Open, TakesASideFileAsPartOfTheFileThatNeedsIt) {
  const tests::TemporaryFolder folder;
  const std::string grid = "ncols 2\nnrows 2\nxllcorner 500000\nyllcorner 4000000\ncellsize 10\n1 2\n3 4\n";
  folder.write("topo.asc", grid);
  folder.write("topo.prj",
               "PROJCS[\"WGS 84 / UTM zone 12N\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\","
               "6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
               "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
               "PARAMETER[\"central_meridian\",-111],PARAMETER[\"scale_factor\",0.9996],"
               "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]");
  const OpenResult result = opened(folder.path().string());
  ASSERT_EQ(result.sources.size(), 2U);
  EXPECT_EQ(result.sources[1].role, SourceRole::SideFile);
  EXPECT_EQ(finding(*result.deposit, "FMT-UNKNOWN"), nullptr);
  EXPECT_EQ(result.deposit->crs, "EPSG:32612");
}

TEST(Open, WarnsOfStrangersInAFolderAndRefusesThemByName) {
  const tests::TemporaryFolder folder;
  const std::string stranger = folder.write("diary.txt", "The rig broke down.\n");
  folder.write("pit.obj", kTriangle);
  const OpenResult inFolder = opened(folder.path().string());
  ASSERT_NE(finding(*inFolder.deposit, "FMT-UNKNOWN"), nullptr);
  EXPECT_EQ(finding(*inFolder.deposit, "FMT-UNKNOWN")->severity, Severity::Warning);
  const OpenResult byName = opened(stranger);
  EXPECT_EQ(finding(*byName.deposit, "FMT-UNKNOWN")->severity, Severity::Error);
  EXPECT_NE(finding(*byName.deposit, "PRJ-NOTHING"), nullptr);
}

TEST(Open, OpensTheRestBesideABrokenFile) {
  const tests::TemporaryFolder folder;
  folder.write("broken.obj", "v 1 2\nv a b c\nf 1 2 99\n");
  folder.write("pit.obj", kTriangle);
  const OpenResult result = opened(folder.path().string());
  ASSERT_FALSE(result.deposit->meshes.empty());
  EXPECT_NE(tests::errorsOf(*result.deposit), "");
}

TEST(Open, IsNeverNullAndSaysWhatIsNotThere) {
  const OpenResult result = opened("/no/such/file.csv");
  ASSERT_NE(result.deposit, nullptr);
  EXPECT_TRUE(result.deposit->empty());
  EXPECT_NE(finding(*result.deposit, "PRJ-NOT-FOUND"), nullptr);
}

TEST(Open, OfNothingIsAnEmptyDepositWithoutComplaint) {
  const OpenResult result = opened(OpenRequest{});
  EXPECT_TRUE(result.deposit->empty());
  EXPECT_TRUE(result.deposit->diagnostics.empty());
}

TEST(Open, CanBeCancelled) {
  const tests::TemporaryFolder folder;
  writeHoles(folder);
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(open({{folder.path().string()}, {}, {}}, progress), geology::Cancelled);
}

TEST(Open, NamesAChoiceThatNothingAskedFor) {
  const tests::TemporaryFolder folder;
  const OpenResult result = opened(folder.write("pit.obj", kTriangle), {{"pit.obj/colour", "red"}});
  ASSERT_NE(finding(*result.deposit, "PRJ-CHOICE-UNUSED"), nullptr);
  EXPECT_THAT(finding(*result.deposit, "PRJ-CHOICE-UNUSED")->message, HasSubstr("pit.obj/colour=red"));
}

TEST(Open, ReportsALocalGridBesideRealCoordinates) {
  const tests::TemporaryFolder folder;
  folder.write("local.obj", kTriangle);
  folder.write("real.obj", "v 478000 6772000 300\nv 478010 6772000 300\nv 478000 6772010 300\nf 1 2 3\n");
  const OpenResult result = opened(folder.path().string());
  const geology::Diagnostic* far = finding(*result.deposit, "PRJ-FAR-APART");
  ASSERT_NE(far, nullptr);
  EXPECT_THAT(far->message, HasSubstr("\"local\""));
  EXPECT_THAT(far->message, HasSubstr("\"real\""));
}

TEST(Open, SaysNothingOfDistanceWhereObjectsBelongTogether) {
  const tests::TemporaryFolder folder;
  writeHoles(folder);
  folder.write("pit.obj", "v 500000 4000000 1200\nv 500400 4000000 1200\nv 500000 4000400 1100\nf 1 2 3\n");
  EXPECT_EQ(finding(*opened(folder.path().string()).deposit, "PRJ-FAR-APART"), nullptr);
}

TEST(Open, RefusesASyntheticDepositThatThereIsNot) {
  EXPECT_NE(finding(*opened("synthetic:diamonds").deposit, "PRJ-SYNTHETIC"), nullptr);
  EXPECT_NE(finding(*opened("synthetic:porphyry?seed=x").deposit, "PRJ-SYNTHETIC"), nullptr);
}

TEST(Open, MakesASyntheticDepositOnceHoweverOftenItIsNamed) {
  const OpenResult result = opened(OpenRequest{{"synthetic:porphyry", "synthetic:porphyry?seed=7"}, {}, {}});
  EXPECT_EQ(result.sources.size(), 1U);
  EXPECT_EQ(result.deposit->blockModels.size(), 1U);
  EXPECT_EQ(fullSyntheticName("synthetic:porphyry?seed=007"), "synthetic:porphyry?seed=7");
  EXPECT_EQ(fullSyntheticName("synthetic:diamonds"), "synthetic:diamonds");
}

std::optional<geology::Diagnostic> knowsPoems(const formats::Source& source) {
  if (!source.bytes.starts_with("Roses")) return std::nullopt;
  return geology::Diagnostic{.severity = geology::Severity::Note,
                             .code = "TEST-POEM",
                             .file = source.path,
                             .message = "a poem",
                             .remedy = "read it"};
}

TEST(Open, AsksTheProgramAboutContentThatIsNoPartOfADeposit) {
  const tests::TemporaryFolder folder;
  folder.write("poem.txt", "Roses are red\n");
  folder.write("pit.obj", kTriangle);
  OpenRequest request{{folder.path().string()}, {}, {}};
  EXPECT_NE(finding(*opened(request).deposit, "FMT-UNKNOWN"), nullptr);
  request.otherContent = knowsPoems;
  const OpenResult result = opened(request);
  EXPECT_EQ(finding(*result.deposit, "FMT-UNKNOWN"), nullptr);
  EXPECT_NE(finding(*result.deposit, "TEST-POEM"), nullptr);
  EXPECT_EQ(std::count_if(result.sources.begin(), result.sources.end(),
                          [](const SourceReport& s) { return s.role == SourceRole::Other; }),
            1);
}

TEST(Open, KnowsSyntheticDataByItsMark) {
  const tests::TemporaryFolder folder;
  folder.write("pit.obj", std::string("# SYNTHETIC - porphyry generator 1, seed 7\r\n") + kTriangle);
  folder.write("real.obj", kTriangle);
  const OpenResult result = opened(folder.path().string());
  EXPECT_TRUE(result.deposit->synthetic);
  EXPECT_EQ(result.deposit->syntheticNote, "SYNTHETIC - porphyry generator 1, seed 7");
  EXPECT_FALSE(opened(folder.at("real.obj")).deposit->synthetic);
}

TEST(Open, GivesTheSameDepositEveryTime) {
  const tests::TemporaryFolder folder;
  for (int i = 0; i < 20; ++i) folder.write("s" + std::to_string(i) + ".obj", kTriangle);
  const OpenResult first = opened(folder.path().string()), second = opened(folder.path().string());
  ASSERT_EQ(first.deposit->meshes.size(), second.deposit->meshes.size());
  for (std::size_t i = 0; i < first.deposit->meshes.size(); ++i)
    EXPECT_EQ(first.deposit->meshes[i]->name, second.deposit->meshes[i]->name);
  EXPECT_EQ(first.deposit->diagnostics, second.deposit->diagnostics);
}

}  // namespace
}  // namespace adit::project
