// Reads the sources of the house: includes run along the arrows, and no file outgrows its room.
#include "tests/unit/house/arrows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace adit::tests {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string readText(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Paths from the root of every C++ file under the folder.
std::vector<std::string> sourcesUnder(const std::string& folder) {
  std::vector<std::string> paths;
  const fs::path root = ADIT_SOURCE_DIR;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".h" || ending == ".cpp")
      paths.push_back(fs::relative(entry.path(), root).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The folders that docs/architecture.md allows a folder, by their last names; the libraries behind the
/// semicolon are left out.
std::set<std::string> documentedFolders(const std::string& page, const std::string& folder) {
  const std::size_t table = page.find("| folder | may include |");
  const std::string head = "\n| " + folder + " | ";
  const std::size_t row = page.find(head, table);
  if (table == std::string::npos || row == std::string::npos) return {};
  const std::size_t from = row + head.size();
  std::istringstream list(page.substr(from, page.find_first_of(";|", from) - from));
  std::set<std::string> names;
  for (std::string name; std::getline(list, name, ',');) {
    name.erase(0, name.find_first_not_of(' '));
    name.erase(name.find_last_not_of(' ') + 1);
    names.insert(name);
  }
  return names;
}

TEST(Arrows, TheirPageSaysTheSame) {
  const std::string page = readText(fs::path(ADIT_SOURCE_DIR) / "docs/architecture.md");
  for (const auto& [folder, rule] : arrows()) {
    if (rule.standardLibraryOnly || folder == "viewer/app") continue;  // told in words
    std::set<std::string> wanted;
    for (const std::string& target : rule.folders) wanted.insert(target.substr(target.find('/') + 1));
    EXPECT_EQ(documentedFolders(page, folder), wanted) << folder;
  }
}

TEST(Arrows, EveryIncludeRunsAlongThem) {
  std::vector<std::string> faults;
  std::size_t files = 0;
  for (const char* part : {"geology", "viewer", "shaders"}) {
    for (const std::string& path : sourcesUnder(part)) {
      ++files;
      for (const std::string& fault :
           faultsOfText(houseFolder(path), readText(fs::path(ADIT_SOURCE_DIR) / path)))
        faults.push_back(path + ":" + fault);
    }
  }
  EXPECT_GT(files, 30U) << "the sources were not found";
  EXPECT_THAT(faults, IsEmpty());
}

TEST(Arrows, AreTheFoldersThatExist) {
  for (const auto& [folder, rule] : arrows()) {
    EXPECT_TRUE(fs::is_directory(fs::path(ADIT_SOURCE_DIR) / folder)) << folder;
    for (const std::string& target : rule.folders) EXPECT_TRUE(arrows().contains(target)) << target;
  }
}

/// No folder can be reached from itself.
TEST(Arrows, RunOneWay) {
  for (const auto& [start, rule] : arrows()) {
    std::set<std::string> seen;
    std::vector<std::string> open(rule.folders.begin(), rule.folders.end());
    while (!open.empty()) {
      const std::string folder = open.back();
      open.pop_back();
      if (!seen.insert(folder).second) continue;
      for (const std::string& next : arrows().at(folder).folders) open.push_back(next);
    }
    EXPECT_FALSE(seen.contains(start)) << start;
  }
}

TEST(Arrows, PlantedViolationsAreFound) {
  EXPECT_THAT(faultsOfText("geology/model", "#pragma once\n#include <vector>\n#include <gdal.h>\n"),
              ElementsAre(HasSubstr("3: geology/model knows the standard library only")));
  EXPECT_THAT(faultsOfText("geology/model", "  #  include \"geology/formats/reader.h\" // why not\n"),
              ElementsAre("1: geology/model must not know geology/formats"));
  EXPECT_THAT(
      faultsOfText("viewer/panels", "#include <imgui.h>\n#include <vtkActor.h>\n#include <GLFW/glfw3.h>\n"),
      ElementsAre(HasSubstr("2: "), HasSubstr("3: ")));
  EXPECT_THAT(faultsOfText("viewer/panels", "#include \"viewer/scene/scene.h\"\n"),
              ElementsAre("1: viewer/panels must not know viewer/scene"));
  EXPECT_THAT(faultsOfText("viewer/state", "#include <vtkPolyData.h>\n"),
              ElementsAre("1: viewer/state must not know vtkPolyData.h"));
  EXPECT_THAT(faultsOfText("geology/analysis", "#include \"../model/vec3.h\"\n"),
              ElementsAre(HasSubstr("does not start at the root")));
  EXPECT_THAT(faultsOfText("geology/cellar", "#include <vector>\n"),
              ElementsAre(HasSubstr("no folder of the house")));
}

TEST(Arrows, VtkDataIsToldFromVtkRendering) {
  for (const char* header :
       {"vtkPolyData.h", "vtkXMLImageDataReader.h", "vtkTextureMapToPlane.h", "vtkPNGWriter.h"})
    EXPECT_EQ(faultOfInclude("viewer/geometry", header, false), "") << header;
  for (const char* header : {"vtkRenderer.h", "vtkActor.h", "vtkPolyDataMapper.h", "vtkOpenGLTexture.h",
                             "vtkTexture.h", "vtkCamera.h", "vtkXOpenGLRenderWindow.h"})
    EXPECT_NE(faultOfInclude("viewer/geometry", header, false), "") << header;
}

TEST(Rooms, NoFileIsLongerThan400Lines) {
  std::vector<std::string> tooLong;
  for (const char* part : {"geology", "viewer", "tests", "benchmarks"}) {
    if (!fs::exists(fs::path(ADIT_SOURCE_DIR) / part)) continue;
    for (const std::string& path : sourcesUnder(part)) {
      const std::string text = readText(fs::path(ADIT_SOURCE_DIR) / path);
      const auto lines = std::count(text.begin(), text.end(), '\n');
      if (lines > 400) tooLong.push_back(path + ": " + std::to_string(lines) + " lines");
    }
  }
  EXPECT_THAT(tooLong, IsEmpty());
}

}  // namespace
}  // namespace adit::tests
