#include "geology/analysis/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace adit::analysis {
namespace {

using geology::BitMask;
using geology::categoryColumn;
using geology::Column;
using geology::kMissing;
using geology::namedColumns;
using geology::numericColumn;
using testing::AllOf;
using testing::HasSubstr;

std::vector<Column> sampleColumns() {
  return {numericColumn("cu", {0.2F, 0.4F, 0.6F, kMissing, 2.0F}),
          numericColumn("mo ppm", {10, 20, 30, 40, kMissing}),
          categoryColumn("rock", {"POR", "AND", "", "POR", "OX"}),
          categoryColumn("zone", {"POR", "OX", "OX", "", "OX"})};
}

/// "10110": which of the five rows fulfil the expression.
std::string rowsOf(std::string_view text) {
  const std::vector<Column> columns = sampleColumns();
  const auto parsed = Expression::parse(text, namedColumns(columns));
  if (const auto* error = std::get_if<ExpressionFault>(&parsed)) return error->message;
  const BitMask mask = std::get<Expression>(parsed).evaluate(namedColumns(columns), 5);
  std::string rows;
  for (std::size_t i = 0; i < 5; ++i) rows += mask.test(i) ? '1' : '0';
  return rows;
}

TEST(Expression, ComparesNumbersAsTheFileHasThem) {
  EXPECT_EQ(rowsOf("cu > 0.4"), "00101");  // 0.4 in the file is not above 0.4
  EXPECT_EQ(rowsOf("cu >= 0.4"), "01101");
  EXPECT_EQ(rowsOf("cu == 0.4"), "01000");
  EXPECT_EQ(rowsOf("0.4 < cu"), "00101");
  EXPECT_EQ(rowsOf("cu + 0.2 == 0.4"), "10000");
}

TEST(Expression, AComparisonWithAMissingValueIsFalseOnBothSides) {
  EXPECT_EQ(rowsOf("cu <= 1"), "11100");
  EXPECT_EQ(rowsOf("cu > 1"), "00001");
  EXPECT_EQ(rowsOf("not (cu > 1)"), "11110");
  EXPECT_EQ(rowsOf("cu != 0.2"), "01101");
  EXPECT_EQ(rowsOf("has cu"), "11101");
  EXPECT_EQ(rowsOf("not has rock"), "00100");
  EXPECT_EQ(rowsOf("rock != 'POR'"), "01001");
  EXPECT_EQ(rowsOf("not rock == 'POR'"), "01101");
}

TEST(Expression, TextsAndLists) {
  EXPECT_EQ(rowsOf(R"(rock == "POR")"), "10010");
  EXPECT_EQ(rowsOf(R"('POR' == rock)"), "10010");
  EXPECT_EQ(rowsOf(R"(rock == "por")"), "00000");
  EXPECT_EQ(rowsOf(R"(rock in ("POR", "OX"))"), "10011");
  EXPECT_EQ(rowsOf(R"(not zone in ("OX", "MIX"))"), "10010");
  EXPECT_EQ(rowsOf("rock == zone"), "10001");
  EXPECT_EQ(rowsOf("rock != zone"), "01000");
  EXPECT_EQ(rowsOf("cu in (0.2, 2, -1)"), "10001");
}

TEST(Expression, PrecedenceAndArithmetic) {
  EXPECT_EQ(rowsOf("cu > 1 or cu > 0.3 and cu < 0.5"), "01001");
  EXPECT_EQ(rowsOf("(cu > 1 or cu > 0.3) and cu < 0.5"), "01000");
  EXPECT_EQ(rowsOf("[mo ppm] / 100 + cu * 2 > 1"), "00100");
  EXPECT_EQ(rowsOf("2 - 1 - 1 == 0"), "11111");
  EXPECT_EQ(rowsOf("-cu < -0.5"), "00101");
  EXPECT_EQ(rowsOf("1 / (cu - cu) > 0"), "00000");
  EXPECT_EQ(rowsOf("NOT cu > 1 AND Has cu"), "11100");
  EXPECT_EQ(rowsOf("CU > 1"), "00001");
}

TEST(Expression, FaultsSayWhereAndWhat) {
  EXPECT_THAT(rowsOf("cuu > 1"), AllOf(HasSubstr("character 1:"), HasSubstr("did you mean 'cu'")));
  EXPECT_THAT(rowsOf("cu >"), AllOf(HasSubstr("character 5:"), HasSubstr("here is the end")));
  EXPECT_THAT(rowsOf("cu = 1"), HasSubstr("=="));
  EXPECT_THAT(rowsOf("cu"), HasSubstr("a comparison was expected, this is a number"));
  EXPECT_THAT(rowsOf("cu > 'x'"), AllOf(HasSubstr("character 6:"), HasSubstr("a number was expected")));
  EXPECT_THAT(rowsOf("rock > 'A'"), HasSubstr("only be compared by =="));
  EXPECT_THAT(rowsOf("'A' == 'B'"), HasSubstr("a column was expected"));
  EXPECT_THAT(rowsOf("(cu > 1"), HasSubstr("')' was expected"));
  EXPECT_THAT(rowsOf("cu > 1 cu"), AllOf(HasSubstr("character 8:"), HasSubstr("and, or or the end")));
  EXPECT_THAT(rowsOf("0.3 < cu < 1"), HasSubstr("character 10:"));
  EXPECT_THAT(rowsOf("rock in (1)"), HasSubstr("a text in quotes"));
  EXPECT_THAT(rowsOf("cu in ()"), HasSubstr("a number was expected"));
  EXPECT_THAT(rowsOf("rock == 'x"), HasSubstr("never closed"));
  EXPECT_THAT(rowsOf("cu > 1e999"), HasSubstr("too large"));
  EXPECT_THAT(rowsOf("cu > 1abc"), HasSubstr("digit"));
  EXPECT_THAT(rowsOf("cu & 1"), HasSubstr("'&'"));
  EXPECT_THAT(rowsOf(""), HasSubstr("here is the end"));
  EXPECT_THAT(rowsOf("(cu > 1) + 2 > 1"), HasSubstr("a number was expected"));
}

TEST(Expression, DepthAndLengthHaveLimits) {
  std::string deep(5000, '(');
  EXPECT_THAT(rowsOf(deep), HasSubstr("too deeply"));
  EXPECT_THAT(rowsOf(std::string(5000, '-') + "1 > 0"), HasSubstr("too deeply"));
  std::string nots;
  for (int i = 0; i < 5000; ++i) nots += "not ";
  EXPECT_THAT(rowsOf(nots + "cu > 0"), HasSubstr("too deeply"));
  std::string sum = "1";
  for (int i = 0; i < 5000; ++i) sum += "+1";
  EXPECT_THAT(rowsOf(sum + " > 0"), HasSubstr("1,000 parts"));
  EXPECT_THAT(rowsOf(std::string(200'000, ' ')), HasSubstr("100,000"));
}

TEST(Expression, TellsWhichColumnsItUses) {
  const std::vector<Column> columns = sampleColumns();
  const auto parsed = Expression::parse("has zone and cu > cu / 2", namedColumns(columns));
  EXPECT_THAT(std::get<Expression>(parsed).usedColumns(), testing::ElementsAre(0, 3));
}

TEST(Expression, ManyRowsAgreeWithOneByOne) {
  std::mt19937 random(11);
  std::vector<float> a, b;
  std::vector<std::string> c;
  constexpr std::size_t kRows = 1000;  // not a multiple of 64
  for (std::size_t i = 0; i < kRows; ++i) {
    a.push_back(random() % 9 == 0 ? kMissing : static_cast<float>(random() % 100));
    b.push_back(random() % 9 == 0 ? kMissing : static_cast<float>(random() % 100));
    c.push_back(random() % 9 == 0 ? "" : std::string(1, static_cast<char>('A' + random() % 4)));
  }
  const std::vector<Column> columns{numericColumn("a", a), numericColumn("b", b), categoryColumn("c", c)};
  const auto parsed =
      Expression::parse("not (a * 2 > b + 10 or c in ('A', 'D')) and has b", namedColumns(columns));
  const BitMask mask = std::get<Expression>(parsed).evaluate(namedColumns(columns), kRows);
  ASSERT_EQ(mask.size(), kRows);
  for (std::size_t i = 0; i < kRows; ++i) {
    const bool comparison = !std::isnan(a[i]) && !std::isnan(b[i]) && a[i] * 2 > b[i] + 10;
    const bool expected = !(comparison || c[i] == "A" || c[i] == "D") && !std::isnan(b[i]);
    EXPECT_EQ(mask.test(i), expected) << i;
  }
  EXPECT_EQ(mask.words().back() >> (kRows % 64), 0U);
}

}  // namespace
}  // namespace adit::analysis
