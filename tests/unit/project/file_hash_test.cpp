#include "geology/project/file_hash.h"

#include <gtest/gtest.h>

#include "geology/project/mapped_file.h"
#include "tests/support/temporary_folder.h"

namespace adit::project {
namespace {

// The examples of FIPS 180-2, appendix B.
TEST(FileHash, IsSha256) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(FileHash, ReadsFilesAndHasNothingForOnesThatAreNotThere) {
  const tests::TemporaryFolder folder;
  EXPECT_EQ(sha256OfFile(folder.write("a", "abc")), sha256("abc"));
  EXPECT_EQ(sha256OfFile(folder.write("empty", "")), sha256(""));
  EXPECT_EQ(sha256OfFile(folder.at("none")), std::nullopt);
}

TEST(MappedFile, HoldsTheBytesAndRefusesFolders) {
  const tests::TemporaryFolder folder;
  EXPECT_EQ(MappedFile(folder.write("a", "line\n")).bytes(), "line\n");
  EXPECT_TRUE(MappedFile(folder.write("empty", "")).bytes().empty());
  EXPECT_THROW(MappedFile(folder.path().string()), std::system_error);
}

}  // namespace
}  // namespace adit::project
