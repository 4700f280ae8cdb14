#include "geology/project/picture_project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "geology/project/save_project.h"
#include "tests/support/small_png.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using tests::errorsOf;
using tests::finding;
using tests::opened;

constexpr const char* kTriangle = "v 0 0 0\nv 10 0 0\nv 0 10 0\nf 1 2 3\n";
constexpr const char* kOre = "v 0 0 0\nv 5 0 0\nv 0 5 0\nf 1 2 3\n";
constexpr const char* kLarger = "v 0 0 0\nv 20 0 0\nv 0 20 0\nf 1 2 3\n";

/// A mine with two surfaces, and a picture of it beside the folder of its data.
class PictureProject : public testing::Test {
 protected:
  PictureProject() {
    folder.write("mine/data/pit.obj", kTriangle);
    folder.write("mine/data/ore.obj", kOre);
    geology::Progress progress;
    ProjectFile project = describeProject(opened(folder.at("mine/data")), folder.at("mine"), progress);
    project.viewJson = R"({"exaggeration":2})";
    picture = folder.write("mine/p.png", tests::pngWith({{kPictureKeyword, formatProject(project)}}));
  }

  tests::TemporaryFolder folder;
  std::string picture;
};

TEST_F(PictureProject, OpensAsTheViewThatItShows) {
  const OpenResult result = opened(picture);
  EXPECT_EQ(result.deposit->meshes.size(), 2U);
  EXPECT_EQ(result.savedStateJson, R"({"exaggeration":2})");
  EXPECT_EQ(result.picturePath, picture);
  EXPECT_EQ(result.projectPath, "") << "saving the project must not write over the picture";
  EXPECT_EQ(errorsOf(*result.deposit), "");
  EXPECT_EQ(finding(*result.deposit, "PRJ-CHANGED"), nullptr);
}

TEST_F(PictureProject, SaysWithBothHashesWhatHasChanged) {
  folder.write("mine/data/pit.obj", kLarger);
  const OpenResult result = opened(picture);
  const geology::Diagnostic* changed = finding(*result.deposit, "PRJ-CHANGED");
  ASSERT_NE(changed, nullptr);
  EXPECT_EQ(changed->file, folder.at("mine/data/pit.obj"));
  EXPECT_THAT(changed->message, testing::ContainsRegex("was [0-9a-f]{8}, is [0-9a-f]{8}"));
  EXPECT_EQ(result.deposit->meshes.size(), 2U);
}

TEST_F(PictureProject, SaysWhichSourceIsMissing) {
  fs::remove(folder.at("mine/data/pit.obj"));
  const OpenResult result = opened(picture);
  const geology::Diagnostic* missing = finding(*result.deposit, "PRJ-MISSING");
  ASSERT_NE(missing, nullptr);
  EXPECT_EQ(missing->file, folder.at("mine/data/pit.obj"));
  EXPECT_THAT(missing->remedy, HasSubstr("beside the picture"));
  EXPECT_EQ(result.deposit->meshes.size(), 1U);
}

TEST_F(PictureProject, FindsItsSourcesInAFolderNamedBesideIt) {
  const std::string sent = folder.at("sent/p.png");
  fs::create_directories(folder.path() / "sent");
  fs::rename(picture, sent);
  fs::rename(folder.path() / "mine/data", folder.path() / "elsewhere");
  fs::rename(folder.path() / "elsewhere/pit.obj", folder.path() / "elsewhere/pit renamed.obj");
  folder.write("elsewhere/other.obj", kLarger);
  const OpenResult result = opened(OpenRequest{{sent, folder.at("elsewhere")}, {}, {}});
  EXPECT_EQ(errorsOf(*result.deposit), "");
  EXPECT_EQ(result.deposit->meshes.size(), 1U + 1U) << "both found by content";
  const geology::Diagnostic* left = finding(*result.deposit, "PIC-OTHER-FILES");
  ASSERT_NE(left, nullptr);
  EXPECT_EQ(left->count, 1U);
}

TEST_F(PictureProject, AFileOfTheNameStandsInAndIsSaid) {
  folder.write("newer/pit.obj", kLarger);
  const OpenResult result = opened(OpenRequest{{picture, folder.at("newer")}, {}, {}});
  const geology::Diagnostic* changed = finding(*result.deposit, "PRJ-CHANGED");
  ASSERT_NE(changed, nullptr) << "what is named now goes before what the picture remembers";
  EXPECT_EQ(changed->file, folder.at("newer/pit.obj"));
}

TEST_F(PictureProject, IsNoDataInAFolder) {
  const OpenResult result = opened(folder.at("mine"));
  EXPECT_EQ(result.deposit->images.size(), 0U);
  EXPECT_EQ(result.savedStateJson, "");
  const geology::Diagnostic* left = finding(*result.deposit, "PRJ-IN-FOLDER");
  ASSERT_NE(left, nullptr);
  EXPECT_EQ(left->file, picture);
}

TEST_F(PictureProject, OtherPicturesAreStillImages) {
  const std::string plain = folder.write("map/map.png", tests::smallPng());
  folder.write("map/map.pgw", "1\n0\n0\n-1\n100\n200\n");
  EXPECT_EQ(opened(plain).deposit->images.size(), 1U);
  EXPECT_EQ(opened(folder.at("map")).deposit->images.size(), 1U);
}

TEST_F(PictureProject, ACutOffPictureIsSaid) {
  fs::resize_file(picture, fs::file_size(picture) - 20);
  const OpenResult result = opened(picture);
  ASSERT_NE(finding(*result.deposit, "PIC-DAMAGED"), nullptr);
  EXPECT_NE(finding(*result.deposit, "PIC-DAMAGED")->remedy, "");
}

TEST_F(PictureProject, HostileContentIsSaid) {
  const std::string deep(100'000, '[');
  for (const std::string& text :
       {deep, std::string("{"), std::string("{\"format\":\"adit-project\"}"),
        "{\"format\":\"adit-project\",\"version\":1,\"sources\":" + deep, std::string(10U << 20U, 'x')}) {
    const OpenResult result = opened(folder.write("bad.png", tests::pngWith({{kPictureKeyword, text}})));
    EXPECT_NE(finding(*result.deposit, "PRJ-BAD-FILE"), nullptr) << text.substr(0, 60);
  }
}

TEST_F(PictureProject, TenMegabytesOfForeignTextsDoNoHarm) {
  const std::string text = std::get<std::string>(projectInPicture(tests::contentOf(picture), picture));
  const std::string fat =
      tests::pngWith({{"XML:com.adobe.xmp", std::string(10U << 20U, 'x')}, {kPictureKeyword, text}});
  EXPECT_EQ(opened(folder.write("mine/fat.png", fat)).savedStateJson, R"({"exaggeration":2})");
}

TEST_F(PictureProject, AHashVouchesForWhatWasRead) {
  OpenResult result = opened(folder.at("mine/data"));
  folder.write("mine/data/pit.obj", kLarger);
  geology::Progress progress;
  hashSources(result.sources, progress);
  for (const SourceReport& source : result.sources) {
    const bool changed = source.path == folder.at("mine/data/pit.obj");
    EXPECT_EQ(source.changedSinceRead, changed) << source.path;
    EXPECT_EQ(source.sha256.empty(), changed) << source.path;
  }
}

}  // namespace
}  // namespace adit::project
