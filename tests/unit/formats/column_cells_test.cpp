// Shortcuts of reading a column give what the long way gives.
#include "geology/formats/column_cells.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "geology/formats/cell_above.h"

namespace adit::formats {
namespace {

TEST(CategoryCodes, NumberTextsOfAnyLengthAsTheyCome) {
  std::mt19937 random(5);
  ColumnPlan plan;
  plan.kind = geology::ColumnKind::Category;
  plan.words = {"NA"};
  CategoryCodes codes;
  std::map<std::string, std::int32_t> expected{{"", geology::kNoCategory}, {"NA", geology::kNoCategory}};
  for (int i = 0; i < 50'000; ++i) {
    // Over three letters, one of them the byte 0: many of the words differ in their length alone.
    std::string text = random() % 50 == 0 ? "NA" : std::string(random() % 11, '\0');
    if (text != "NA")
      for (char& c : text) c = random() % 4 == 0 ? '\0' : static_cast<char>('a' + random() % 2);
    const auto next = static_cast<std::int32_t>(codes.texts().size());
    const std::int32_t code = expected.try_emplace(text, next).first->second;
    ASSERT_EQ(codes.codeOf(text, plan), code) << i;
  }
  EXPECT_GT(codes.texts().size(), 1000U);
}

TEST(CellAbove, RecognisesOnlyWhatItRemembers) {
  std::mt19937 random(6);
  CellAbove above;
  std::string last;
  std::size_t recognised = 0;
  for (int i = 0; i < 20'000; ++i) {
    // Stretches of rows that are alike, and such that hardly ever are.
    const bool alike = i / 500 % 2 == 0 && random() % 10 != 0;
    const std::string cell = alike && !last.empty() ? last : std::to_string(random() % 100'000);
    const std::string text = cell + ",0.123456789,0.123456789\n";
    const char* const end = text.data() + text.size();
    const std::size_t length = above.startsAt(text.data(), end);
    if (length > 0) {
      ++recognised;
      ASSERT_EQ(cell.substr(0, length), last.substr(0, length)) << i;
      ASSERT_EQ(above.number(), std::stod(last));
    } else {
      above.remember(text.data(), cell.size(), end, std::stod(cell));
    }
    if (length == 0) last = cell;
  }
  EXPECT_GT(recognised, 5000U);
}

}  // namespace
}  // namespace adit::formats
