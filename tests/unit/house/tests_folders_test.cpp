// Tests run side by side, so each writes into a folder of its own: no test names a folder that another could
// be using.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/temporary_folder.h"

namespace adit::tests {
namespace {

namespace fs = std::filesystem;

bool takesTheSharedFolder(const std::string& source) {
  // In two parts, so that this file does not name what it looks for.
  return source.find(std::string("temp_directory") + "_path") != std::string::npos ||
         source.find(std::string("Temp") + "Dir()") != std::string::npos;
}

TEST(TestFolders, OnlyTemporaryFolderNamesTheSharedOne) {
  const fs::path tests = fs::path(ADIT_SOURCE_DIR) / "tests";
  const fs::path allowed = tests / "support/temporary_folder.h";
  ASSERT_TRUE(takesTheSharedFolder(contentOf(allowed.string()))) << "the check sees nothing";
  for (const auto& entry : fs::recursive_directory_iterator(tests)) {
    const std::string ending = entry.path().extension().string();
    if ((ending != ".cpp" && ending != ".h") || entry.path() == allowed) continue;
    EXPECT_FALSE(takesTheSharedFolder(contentOf(entry.path().string())))
        << entry.path() << ": take tests::TemporaryFolder";
  }
}

}  // namespace
}  // namespace adit::tests
