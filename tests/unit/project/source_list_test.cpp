#include "geology/project/source_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace adit::project {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> namesOf(const SourceList& list) {
  std::vector<std::string> names;
  for (const ListedFile& file : list.files)
    names.push_back(std::filesystem::path(file.path).filename().string());
  return names;
}

std::vector<std::string> codesOf(const SourceList& list) {
  std::vector<std::string> codes;
  for (const auto& diagnostic : list.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

TEST(SourceList, ReadsFoldersWithTheirSubfoldersInOrderOfNames) {
  const tests::TemporaryFolder folder;
  folder.write("b.csv", "b");
  folder.write("a/z.csv", "z");
  folder.write("c.csv", "c");
  const SourceList list = listSources({folder.path().string()});
  EXPECT_THAT(namesOf(list), ElementsAre("z.csv", "b.csv", "c.csv"));
  EXPECT_THAT(list.diagnostics, IsEmpty());
  EXPECT_FALSE(list.files.front().named);
}

TEST(SourceList, LeavesHiddenFilesOutUnlessTheyAreNamed) {
  const tests::TemporaryFolder folder;
  const std::string hidden = folder.write(".secret.csv", "s");
  folder.write(".git/config", "g");
  EXPECT_THAT(listSources({folder.path().string()}).files, IsEmpty());
  const SourceList named = listSources({hidden});
  EXPECT_THAT(namesOf(named), ElementsAre(".secret.csv"));
  EXPECT_TRUE(named.files.front().named);
}

TEST(SourceList, EndsInLoopsOfLinks) {
  const tests::TemporaryFolder folder;
  folder.write("inner/a.csv", "a");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "inner" / "back");
  EXPECT_THAT(namesOf(listSources({folder.path().string()})), ElementsAre("a.csv"));
}

TEST(SourceList, HasEachFileOnceHoweverItIsNamed) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("a.csv", "a");
  std::filesystem::create_symlink(file, folder.path() / "link.csv");
  const SourceList list = listSources({file, folder.path().string(), folder.at("./a.csv")});
  EXPECT_THAT(namesOf(list), ElementsAre("a.csv"));
}

TEST(SourceList, SaysWhatIsNotThere) {
  EXPECT_THAT(codesOf(listSources({"/no/such/folder"})), ElementsAre("PRJ-NOT-FOUND"));
}

TEST(SourceList, SaysWhatIsNoFileAndDoesNotWaitForIt) {
  const tests::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo(folder.at("pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink("nowhere", folder.path() / "broken");
  EXPECT_THAT(codesOf(listSources({folder.path().string()})),
              ElementsAre("PRJ-NOT-A-FILE", "PRJ-NOT-A-FILE"));
}

TEST(SourceList, StopsAtADepthThatNoMineHas) {
  const tests::TemporaryFolder folder;
  std::string deep;
  for (std::size_t level = 0; level < kMaxFolderDepth + 2; ++level) deep += "d/";
  folder.write(deep + "a.csv", "a");
  EXPECT_THAT(codesOf(listSources({folder.path().string()})), ElementsAre("PRJ-TOO-DEEP"));
}

}  // namespace
}  // namespace adit::project
