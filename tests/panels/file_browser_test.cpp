#include "viewer/panels/file_browser.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace adit::viewer {
namespace {

namespace fs = std::filesystem;

class FileBrowserTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "Zone");
    fs::create_directories(folder_ / "assays");
    std::ofstream(folder_ / "collar.csv") << std::string(1500, 'x');
    std::ofstream(folder_ / "Blocks.csv") << "x";
    std::ofstream(folder_ / ".hidden") << "x";
  }
  tests::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

TEST_F(FileBrowserTest, FoldersComeFirstAndHiddenFilesAreCounted) {
  const FolderListing listing = listFolder(folder_);
  ASSERT_EQ(listing.entries.size(), 4U);
  EXPECT_EQ(listing.entries[0].name, "assays");
  EXPECT_EQ(listing.entries[1].name, "Zone");
  EXPECT_EQ(listing.entries[2].name, "Blocks.csv");
  EXPECT_EQ(listing.entries[3].name, "collar.csv");
  EXPECT_EQ(listing.entries[3].bytes, 1500U);
  EXPECT_EQ(listing.entries[3].modified.size(), 16U);
  EXPECT_EQ(listing.hidden, 1U);
  EXPECT_TRUE(listing.fault.empty());
}

TEST_F(FileBrowserTest, AMissingFolderOpensTheOneAboveIt) {
  const FileBrowser browser = browseFolder(folder_ / "not" / "there");
  EXPECT_EQ(browser.folder, folder_);
  EXPECT_EQ(browseFolder(folder_ / "collar.csv").folder, folder_);
  EXPECT_FALSE(listFolder(folder_ / "not").fault.empty());
}

TEST_F(FileBrowserTest, ChosenAndTypedPaths) {
  FileBrowser browser = browseFolder(folder_);
  EXPECT_EQ(chosenPath(browser), folder_);
  browser.selected = "collar.csv";
  EXPECT_EQ(chosenPath(browser), folder_ / "collar.csv");
  EXPECT_EQ(typedPath(browser, "assays"), folder_ / "assays");
  EXPECT_EQ(typedPath(browser, "/tmp"), fs::path("/tmp"));
}

TEST(FileBrowserText, BytesHaveUnits) {
  EXPECT_EQ(byteText(0), "0 B");
  EXPECT_EQ(byteText(812), "812 B");
  EXPECT_EQ(byteText(1400000), "1.4 MB");
  EXPECT_EQ(byteText(123456789012), "123 GB");
}

}  // namespace
}  // namespace adit::viewer
