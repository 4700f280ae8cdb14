#include <gtest/gtest.h>

#include "geology/model/plain_text.h"

namespace adit::geology {
namespace {

TEST(PlainText, OnlyAToZHaveACase) {
  EXPECT_EQ(lowerCase("Cu_PCT @[`{"), "cu_pct @[`{");
  EXPECT_EQ(lowerCase("A\xC3\x91O"), "a\xC3\x91o") << "bytes of other letters stay as they are";
  EXPECT_EQ(lowerCase(""), "");
}

TEST(PlainText, EqualTextsHaveTheSameLength) {
  EXPECT_TRUE(equalIgnoringCase("CLASS", "clAss"));
  EXPECT_FALSE(equalIgnoringCase("CLASS", "classes"));
  EXPECT_FALSE(equalIgnoringCase("classes", "CLASS"));
  EXPECT_FALSE(equalIgnoringCase("a", "b"));
  EXPECT_FALSE(equalIgnoringCase("[", "{")) << "32 apart, and no letters";
}

TEST(PlainText, ThousandsAreSetApart) {
  EXPECT_EQ(withThousands(0), "0");
  EXPECT_EQ(withThousands(999), "999");
  EXPECT_EQ(withThousands(1000), "1,000");
  EXPECT_EQ(withThousands(986'430), "986,430");
  EXPECT_EQ(withThousands(12'345'678), "12,345,678");
}

TEST(PlainText, ACountHasItsNoun) {
  EXPECT_EQ(counted(1, "hole"), "1 hole");
  EXPECT_EQ(counted(0, "hole"), "0 holes");
  EXPECT_EQ(counted(1204, "hole"), "1,204 holes");
  EXPECT_EQ(counted(1, "category", "categories"), "1 category");
  EXPECT_EQ(counted(2, "category", "categories"), "2 categories");
}

}  // namespace
}  // namespace adit::geology
