// Codes in one, two or four bytes against a plain vector of 32-bit numbers.
#include "geology/model/code_array.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "geology/model/block_memory.h"
#include "geology/model/block_model.h"
#include "geology/model/parallel_for.h"

namespace adit::tests {
namespace {

using geology::CodeArray;
using geology::kNoCategory;
using Plain = std::vector<std::int32_t>;
using testing::ElementsAre;
using testing::ElementsAreArray;

void expectEqual(const CodeArray& codes, const Plain& plain) {
  ASSERT_EQ(codes.size(), plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) ASSERT_EQ(codes[i], plain[i]) << "row " << i;
  EXPECT_TRUE(std::equal(codes.begin(), codes.end(), plain.begin(), plain.end()));
  Plain each;
  codes.forEach([&each](std::int32_t code) { each.push_back(code); });
  EXPECT_EQ(each, plain);
  Plain slots;
  codes.visit([&slots](auto elements) {
    for (const auto element : elements)
      slots.push_back(static_cast<std::int32_t>(geology::slotOfElement(element)) - 1);
  });
  EXPECT_EQ(slots, plain);
}

TEST(CodeArray, BeginsWithOneByte) {
  CodeArray codes;
  EXPECT_TRUE(codes.empty());
  EXPECT_EQ(codes.bytes(), 0U);
  codes = {0, kNoCategory, 254};
  EXPECT_THAT(codes, ElementsAre(0, kNoCategory, 254));
  EXPECT_EQ(codes.bytesOfElement(), 1U);
}

TEST(CodeArray, WidensAtTheCodesThatNoLongerFit) {
  CodeArray codes{7, kNoCategory, 254};
  codes.push_back(255);  // in one byte that is kNoCategory
  EXPECT_EQ(codes.bytesOfElement(), 2U);
  EXPECT_THAT(codes, ElementsAre(7, kNoCategory, 254, 255));
  codes.push_back(65'534);
  EXPECT_EQ(codes.bytesOfElement(), 2U);
  codes.set(0, 65'535);  // in two bytes that is kNoCategory
  EXPECT_EQ(codes.bytesOfElement(), 4U);
  EXPECT_THAT(codes, ElementsAre(65'535, kNoCategory, 254, 255, 65'534));
  codes.set(1, std::numeric_limits<std::int32_t>::max());
  EXPECT_EQ(codes[1], std::numeric_limits<std::int32_t>::max());
}

TEST(CodeArray, WidensFromOneByteToFour) {
  CodeArray codes{1, kNoCategory};
  codes.push_back(1'000'000);
  EXPECT_EQ(codes.bytesOfElement(), 4U);
  EXPECT_THAT(codes, ElementsAre(1, kNoCategory, 1'000'000));
  EXPECT_EQ(CodeArray(Plain{1, 300}).bytesOfElement(), 2U);
  EXPECT_EQ(CodeArray(Plain{1, 70'000}).bytesOfElement(), 4U);
}

TEST(CodeArray, KeepsANegativeCodeThatIsNoneForTheCheckThatRefusesIt) {
  const CodeArray codes{3, -2};
  EXPECT_THAT(codes, ElementsAre(3, -2));
}

TEST(CodeArray, ResizesAndAssignsAsAVectorDoes) {
  CodeArray codes;
  codes.assign(3, 300);
  EXPECT_THAT(codes, ElementsAre(300, 300, 300));
  codes.resize(5);
  EXPECT_THAT(codes, ElementsAre(300, 300, 300, kNoCategory, kNoCategory));
  codes.resize(1, 70'000);  // no row gets it
  EXPECT_EQ(codes.bytesOfElement(), 2U);
  codes.resize(2, 70'000);
  EXPECT_THAT(codes, ElementsAre(300, 70'000));
  codes.clear();
  EXPECT_TRUE(codes.empty());
}

TEST(CodeArray, IsEqualWhateverItsWidth) {
  const CodeArray narrow{1, 2, kNoCategory};
  CodeArray wide = narrow;
  wide.makeWideEnough(70'000);
  EXPECT_EQ(wide.bytesOfElement(), 4U);
  EXPECT_EQ(narrow, wide);
  wide.set(2, 255);
  EXPECT_FALSE(narrow == wide);
  EXPECT_FALSE(narrow == (CodeArray{1, 2}));
}

TEST(CodeArray, TakesRowsInTheirOrder) {
  const CodeArray codes{5, kNoCategory, 300};
  EXPECT_THAT(codes.rows(std::vector<std::uint32_t>{2, 0, 0, 1}), ElementsAre(300, 5, 5, kNoCategory));
  EXPECT_TRUE(CodeArray().rows(std::vector<std::size_t>{2, 0}).empty());
}

TEST(CodeArray, DoesWhatAVectorDoesInAnyOrderOfCalls) {
  std::mt19937 random(20);
  const auto below = [&random](std::int32_t n) {
    return std::uniform_int_distribution<std::int32_t>(0, n - 1)(random);
  };
  for (int round = 0; round < 300; ++round) {
    const std::int32_t most = std::array<std::int32_t, 6>{
        3, 255, 256, 65'535, 65'536, 2'000'000}[static_cast<std::size_t>(round % 6)];
    const auto code = [&] { return below(4) == 0 ? kNoCategory : below(most); };
    CodeArray codes;
    Plain plain;
    for (int step = 0; step < 200; ++step) {
      const std::int32_t what = below(20);
      const std::int32_t value = code();
      if (what == 0) {
        const auto count = static_cast<std::size_t>(below(100));
        codes.assign(count, value);
        plain.assign(count, value);
      } else if (what == 1) {
        const auto count = static_cast<std::size_t>(below(100));
        codes.resize(count, value);
        plain.resize(count, value);
      } else if (what < 10 && !plain.empty()) {
        const auto row = static_cast<std::size_t>(below(static_cast<std::int32_t>(plain.size())));
        codes.set(row, value);
        plain[row] = value;
      } else {
        codes.push_back(value);
        plain.push_back(value);
      }
    }
    expectEqual(codes, plain);
    EXPECT_EQ(codes, CodeArray(plain));
    const unsigned widest = most <= 255 ? 1 : most <= 65'535 ? 2 : 4;
    EXPECT_LE(codes.bytesOfElement(), widest);
  }
}

TEST(CodeArray, RowsAreSetByThreadsWhenItIsWideEnough) {
  constexpr std::size_t kRows = 200'000;
  CodeArray codes;
  codes.makeWideEnough(300);
  codes.assign(kRows, kNoCategory);
  geology::parallelFor({.count = kRows, .grain = 1001}, geology::Progress(),
                       [&codes](geology::ParallelRange rows) {
                         for (std::size_t row = rows.begin; row < rows.end; ++row)
                           codes.set(row, static_cast<std::int32_t>(row % 301));
                       });
  for (std::size_t row = 0; row < kRows; ++row) ASSERT_EQ(codes[row], static_cast<std::int32_t>(row % 301));
}

TEST(CodeArray, TenMillionBlocksOfTwentyCategoriesTakeTenMegabytes) {
  constexpr std::size_t kBlocks = 10'000'000;
  geology::BlockModel model;
  geology::Column& column = model.columns.emplace_back();
  column.kind = geology::ColumnKind::Category;
  column.names.assign(20, "rock");
  column.codes.reserve(kBlocks);
  for (std::size_t b = 0; b < kBlocks; ++b) column.codes.push_back(static_cast<std::int32_t>(b % 20));
  EXPECT_EQ(column.codes.bytes(), kBlocks);
  EXPECT_EQ(geology::memoryOf(model).columns, kBlocks);
}

}  // namespace
}  // namespace adit::tests
