// The file dialog for its three tasks: what it gives back, and when it gives nothing.
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"
#include "tests/support/temporary_folder.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;

class FileDialogTest : public testing::Test {
 protected:
  FileDialogTest() {
    folder_.write("cu.csv", "x");
    folder_.write("sub/other.csv", "x");
  }
  void begin(FileTask task) {
    rig_.memory.browser = browseFolder(folder_.path());
    rig_.memory.fileTask = task;
    rig_.memory.fileColumn = "cu_pct";
    rig_.driver.frames(2);
  }
  ImVec2 entry(const char* name) { return rig_.find({}, name); }

  struct Rig : PanelRig {
    Rig() : PanelRig(draw, 700) {}
    static void draw(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
      if (memory.browser) drawFileDialog(input, memory, output);
    }
    /// An entry of the list, which is a window in the panel.
    ImVec2 find(const std::vector<tests::Label>& path, const char* name) {
      for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (window->Active && std::string(window->Name).find("##entries") != std::string::npos) {
          std::vector<tests::Label> whole = path;
          whole.emplace_back(name);
          return driver.find(window->Name, whole);
        }
      ADD_FAILURE() << "no list of entries";
      return {};
    }
  };

  tests::TemporaryFolder folder_;
  Rig rig_;
};

TEST_F(FileDialogTest, ImportGivesAFileAndItsColumn) {
  begin(FileTask::ImportLegend);
  rig_.click({"Choose a file##open"});
  EXPECT_TRUE(rig_.requests.empty()) << "no file is chosen yet";
  rig_.driver.click(entry("sub"));
  rig_.click({"Choose a file##open"});
  EXPECT_TRUE(rig_.requests.empty()) << "a folder is no legend";
  rig_.driver.click(entry("cu.csv"));
  rig_.click({"Import cu.csv##open"});
  ASSERT_EQ(rig_.requests.size(), 1U);
  EXPECT_EQ(rig_.requests[0].kind, AppRequest::Kind::ImportLegend);
  EXPECT_EQ(rig_.requests[0].text, folder_.at("cu.csv"));
  EXPECT_EQ(rig_.requests[0].column, "cu_pct");
}

TEST_F(FileDialogTest, ExportSaysWhenItReplaces) {
  begin(FileTask::ExportLegend);
  rig_.driver.typeInto(rig_.PanelRig::find({"##name"}), "new.cpt");
  rig_.click({"Write new.cpt##open"});
  ASSERT_EQ(rig_.requests.size(), 1U);
  EXPECT_EQ(rig_.requests[0].kind, AppRequest::Kind::ExportLegend);
  EXPECT_EQ(rig_.requests[0].text, folder_.at("new.cpt"));
  rig_.driver.click(entry("cu.csv"));
  rig_.click({"Replace cu.csv##open"});
  EXPECT_EQ(rig_.requests.back().text, folder_.at("cu.csv"));
}

TEST_F(FileDialogTest, OpenStillTakesFolders) {
  begin(FileTask::Open);
  rig_.driver.typeInto(rig_.PanelRig::find({"##path"}), folder_.path().string());
  EXPECT_TRUE(rig_.requests.empty()) << "Enter in the field shows the folder and does not open it, too";
  rig_.click({"Open this folder##open"});
  ASSERT_EQ(rig_.requests.size(), 1U);
  EXPECT_EQ(rig_.requests[0].kind, AppRequest::Kind::OpenPath);
  EXPECT_EQ(rig_.requests[0].text, folder_.path().string());
}

}  // namespace
}  // namespace adit::viewer
