#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "geology/project/save_project.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using tests::finding;
using tests::opened;

constexpr const char* kTriangle = "v 0 0 0\nv 10 0 0\nv 0 10 0\nf 1 2 3\n";
constexpr const char* kCollars = "hole_id,x,y,z,depth\nA1,10,20,1200,100\n";

/// A mine folder with a saved project; `view` is the saved view.
class SavedProject : public testing::Test {
 protected:
  void save(const formats::ImportChoices& choices = {}, const std::string& view = R"({"exaggeration":2})") {
    folder.write("mine/data/pit.obj", kTriangle);
    folder.write("mine/data/collar.csv", kCollars);
    folder.write("mine/data/README.md", "notes");
    const OpenResult result = opened(folder.at("mine/data"), choices);
    geology::Progress progress;
    const geology::Diagnostics faults = saveProject(folder.at("mine/p.adit"), result, view, progress);
    ASSERT_TRUE(faults.empty()) << geology::formatDiagnostic(faults.front());
  }

  tests::TemporaryFolder folder;
};

TEST_F(SavedProject, OpensWithItsViewAndItsObjects) {
  save();
  const OpenResult result = opened(folder.at("mine/p.adit"));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
  EXPECT_EQ(result.deposit->drillholes.size(), 1U);
  EXPECT_EQ(result.savedStateJson, R"({"exaggeration":2})");
  EXPECT_EQ(result.projectPath, folder.at("mine/p.adit"));
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
}

TEST_F(SavedProject, NamesItsSourcesRelativeToItself) {
  save();
  const std::string text = tests::contentOf(folder.at("mine/p.adit"));
  EXPECT_THAT(text, HasSubstr("\"data/pit.obj\""));
  EXPECT_THAT(text, testing::Not(HasSubstr(folder.path().string())));
  EXPECT_THAT(text, testing::Not(HasSubstr("README")));
}

TEST_F(SavedProject, OpensAfterItsFolderMoved) {
  save();
  fs::rename(folder.path() / "mine", folder.path() / "elsewhere");
  const OpenResult result = opened(folder.at("elsewhere/p.adit"));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
  EXPECT_EQ(tests::errorsOf(*result.deposit), "");
  EXPECT_EQ(finding(*result.deposit, "PRJ-CHANGED"), nullptr);
}

TEST_F(SavedProject, ASourceThatIsNamedTooIsReadOnce) {
  save();
  folder.write("mine/data/pit.obj", std::string(kTriangle) + "# touched\n");
  const OpenResult result = opened(OpenRequest{
      {folder.at("mine/data/pit.obj"), folder.at("mine/p.adit"), folder.at("mine/data")}, {}, {}});
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
  ASSERT_EQ(result.deposit->drillholes.size(), 1U);
  EXPECT_EQ(result.deposit->drillholes[0]->holes.size(), 1U);
  EXPECT_NE(finding(*result.deposit, "PRJ-CHANGED"), nullptr) << "the project still vouches for it";
}

TEST_F(SavedProject, AFolderLeavesItsOwnProjectOut) {
  save();
  const OpenResult result = opened(folder.at("mine"));
  EXPECT_EQ(finding(*result.deposit, "FMT-UNKNOWN"), nullptr);
  const geology::Diagnostic* left = finding(*result.deposit, "PRJ-IN-FOLDER");
  ASSERT_NE(left, nullptr);
  EXPECT_EQ(left->severity, geology::Severity::Note);
  EXPECT_EQ(left->file, folder.at("mine/p.adit"));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
  EXPECT_EQ(result.savedStateJson, "");
  const OpenResult both = opened(OpenRequest{{folder.at("mine/p.adit"), folder.at("mine")}, {}, {}});
  EXPECT_EQ(finding(*both.deposit, "PRJ-IN-FOLDER"), nullptr) << "it is open";
}

TEST_F(SavedProject, SaysThatASourceChangedAndOpensItAll) {
  save();
  folder.write("mine/data/pit.obj", std::string(kTriangle) + "# touched\n");
  const OpenResult result = opened(folder.at("mine/p.adit"));
  ASSERT_NE(finding(*result.deposit, "PRJ-CHANGED"), nullptr);
  EXPECT_THAT(finding(*result.deposit, "PRJ-CHANGED")->file, HasSubstr("pit.obj"));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
}

TEST_F(SavedProject, SaysThatASourceIsMissingAndOpensTheRest) {
  save();
  fs::remove(folder.path() / "mine/data/pit.obj");
  const OpenResult result = opened(folder.at("mine/p.adit"));
  ASSERT_NE(finding(*result.deposit, "PRJ-MISSING"), nullptr);
  EXPECT_TRUE(result.deposit->meshes.empty());
  EXPECT_EQ(result.deposit->drillholes.size(), 1U);
}

TEST_F(SavedProject, KeepsAMissingSourceWhenItIsSavedAgain) {
  save();
  fs::remove(folder.path() / "mine/data/pit.obj");
  const OpenResult without = opened(folder.at("mine/p.adit"));
  geology::Progress progress;
  ASSERT_TRUE(saveProject(folder.at("mine/p.adit"), without, "", progress).empty());
  folder.write("mine/data/pit.obj", kTriangle);
  const OpenResult result = opened(folder.at("mine/p.adit"));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
  EXPECT_EQ(finding(*result.deposit, "PRJ-CHANGED"), nullptr);
}

TEST_F(SavedProject, RemembersWhatThePersonChose) {
  save({{"unit", "ft"}});
  EXPECT_EQ(opened(folder.at("mine/p.adit")).deposit->unit, geology::LengthUnit::Foot);
  EXPECT_EQ(opened(folder.at("mine/p.adit"), {{"unit", "m"}}).deposit->unit, geology::LengthUnit::Metre);
}

TEST_F(SavedProject, IsRefusedWithThePlaceOfItsFault) {
  const OpenResult result = opened(folder.write("p.adit", "{\"format\": \"adit-project\",\n oops}"));
  ASSERT_NE(finding(*result.deposit, "PRJ-BAD-FILE"), nullptr);
  EXPECT_EQ(finding(*result.deposit, "PRJ-BAD-FILE")->line, 2U);
}

TEST_F(SavedProject, SaysWhereItCannotBeSaved) {
  save();
  geology::Progress progress;
  const auto faults = saveProject(folder.at("no/such/p.adit"), opened(folder.at("mine/data")), "", progress);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code, "PRJ-NOT-SAVED");
}

}  // namespace
}  // namespace adit::project
