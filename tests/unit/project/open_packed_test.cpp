// Archives: what is in them, what is left out, and what the report says of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/stored_zip.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

using geology::Severity;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::finding;
using tests::opened;
using tests::storedZip;

constexpr const char* kCollars = "hole_id,x,y,z,depth\nA1,500010,4000020,1200,100\n";
constexpr const char* kTriangle = "v 0 0 0\nv 10 0 0\nv 0 10 0\nf 1 2 3\n";

TEST(OpenPacked, AnArchiveNamesWhatBecameOfIt) {
  const tests::TemporaryFolder folder;
  const std::string path =
      folder.write("all.zip", storedZip({{"holes/collar.csv", kCollars}, {"pit.obj", kTriangle}}));
  const OpenResult result = opened(path);
  ASSERT_EQ(result.sources.size(), 1U);
  EXPECT_THAT(result.sources[0].objects, ElementsAre("drillholes", "pit"));
}

TEST(OpenPacked, ClosedAndEmptyMembersAreNamed) {
  const tests::TemporaryFolder folder;
  const OpenResult result = opened(folder.write("all.zip", storedZip({{"plan.dwg", "AC1032 and more"},
                                                                      {"empty.csv", ""},
                                                                      {"remarks.txt", "It rained."},
                                                                      {"pit.obj", kTriangle}})));
  const geology::Diagnostic* closed = finding(*result.deposit, "FMT-CLOSED");
  ASSERT_NE(closed, nullptr);
  EXPECT_THAT(closed->file, HasSubstr("all.zip/plan.dwg"));
  EXPECT_EQ(closed->remedy, "save it as DXF");
  const geology::Diagnostic* empty = finding(*result.deposit, "FMT-EMPTY");
  ASSERT_NE(empty, nullptr);
  EXPECT_EQ(empty->severity, Severity::Warning) << "as in a folder";
  const geology::Diagnostic* notes = finding(*result.deposit, "PACK-UNKNOWN-MEMBER");
  ASSERT_NE(notes, nullptr);
  EXPECT_EQ(notes->count, 1U) << "the remarks alone";
}

TEST(OpenPacked, MoreMembersThanAreOpenedAreCounted) {
  const tests::TemporaryFolder folder;
  std::vector<std::pair<std::string, std::string>> members{{"pit.obj", kTriangle}};
  for (int i = 0; i < 1004; ++i) members.emplace_back("note " + std::to_string(i) + ".txt", "It rained.");
  const OpenResult result = opened(folder.write("many.zip", storedZip(members)));
  const geology::Diagnostic* many = finding(*result.deposit, "PACK-TOO-MANY");
  ASSERT_NE(many, nullptr);
  EXPECT_EQ(many->count, 5U);
  EXPECT_EQ(many->severity, Severity::Error);
}

}  // namespace
}  // namespace adit::project
