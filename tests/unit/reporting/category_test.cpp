#include "geology/reporting/category.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace adit::reporting {
namespace {

using geology::categoryColumn;
using geology::kMissing;
using geology::numericColumn;
using testing::ElementsAre;
using testing::IsEmpty;
using enum ResourceClass;

TEST(Category, CodesAreCountedAndMissingOnesApart) {
  const CategoryCodes numbers = codesOf(numericColumn("CLASS", {2, 1, 2, kMissing, 2.5F, 1, 1, -0.0F}));
  EXPECT_THAT(numbers.codes, ElementsAre(CategoryCode{"0", 1}, CategoryCode{"1", 3}, CategoryCode{"2", 2},
                                         CategoryCode{"2.5", 1}));
  EXPECT_EQ(numbers.withoutCode, 1U);
  const CategoryCodes names = codesOf(categoryColumn("CLASS", {"IND", "MEAS", "", "IND"}));
  EXPECT_THAT(names.codes, ElementsAre(CategoryCode{"IND", 2}, CategoryCode{"MEAS", 1}));
  EXPECT_EQ(names.withoutCode, 1U);
}

TEST(Category, AColumnOfManyNumbersIsNone) {
  std::vector<float> values;
  for (int i = 0; i <= static_cast<int>(kMostCodes); ++i) values.push_back(static_cast<float>(i));
  EXPECT_TRUE(codesOf(numericColumn("cu", values)).tooMany);
  values.pop_back();
  EXPECT_FALSE(codesOf(numericColumn("cu", values)).tooMany);
}

TEST(Category, WordsOfTwoLanguagesAreSuggested) {
  const std::vector<std::pair<const char*, ResourceClass>> known = {{"1", Measured},
                                                                    {"2", Indicated},
                                                                    {"3", Inferred},
                                                                    {"MEAS", Measured},
                                                                    {"Ind", Indicated},
                                                                    {"INF", Inferred},
                                                                    {"Medido", Measured},
                                                                    {"INDICADA", Indicated},
                                                                    {"inferidos", Inferred},
                                                                    {"PROVEN", Proved},
                                                                    {"Probado", Proved},
                                                                    {"probable", Probable},
                                                                    {"Indicated_Resource", Indicated},
                                                                    {"depleted", Mined},
                                                                    {"Sin-clasificar", Unclassified},
                                                                    {"POTENCIAL", Exploration}};
  for (const auto& [code, meaning] : known) EXPECT_EQ(suggestedClass(code), meaning) << code;
  for (const char* unknown : {"", "I", "M", "4", "0", "A", "ore", "medium", "12", "indeterminate"})
    EXPECT_EQ(suggestedClass(unknown), std::nullopt) << unknown;
}

TEST(Category, NothingIsClassifiedWithoutAMapping) {
  const geology::Column column = categoryColumn("CLASS", {"MEAS", "IND", "INF", ""});
  EXPECT_THAT(categoryOfBlocks(column, {}), ElementsAre(0, 0, 0, 0));
  const CategoryCounts counts = categoryCounts(codesOf(column), {});
  EXPECT_EQ(counts.blocks[0], 4U);
  EXPECT_EQ(counts.unmapped.size(), 3U);
  EXPECT_EQ(counts.withoutCode, 1U);
}

TEST(Category, APersonOverrulesTheSuggestion) {
  const geology::Column column = numericColumn("CLASS", {1, 2, 3, 9, kMissing});
  CategoryMapping mapping = suggestedMapping(codesOf(column));
  EXPECT_THAT(categoryOfBlocks(column, mapping), ElementsAre(4, 3, 2, 0, 0));
  mapping["1"] = Inferred;
  mapping["3"] = Measured;
  EXPECT_THAT(categoryOfBlocks(column, mapping), ElementsAre(2, 3, 4, 0, 0));
  const CategoryCounts counts = categoryCounts(codesOf(column), mapping);
  EXPECT_THAT(counts.unmapped, ElementsAre(CategoryCode{"9", 1}));
  EXPECT_EQ(counts.blocks[static_cast<std::size_t>(Unclassified)], 2U);
}

/// Against one look-up a block, on more blocks than one piece of work has.
TEST(Category, BytesAndCountsAgreeOnRandomBlocks) {
  std::mt19937 random(7);
  const CategoryMapping mapping{{"0", Mined}, {"1", Measured}, {"2", Indicated}, {"4", Exploration}};
  std::vector<float> values(600'001);
  for (float& value : values) value = random() % 50 == 0 ? kMissing : static_cast<float>(random() % 6);
  const geology::Column column = numericColumn("class", values);
  const std::vector<std::uint8_t> bytes = categoryOfBlocks(column, mapping);
  ASSERT_EQ(bytes.size(), values.size());
  std::array<std::size_t, kResourceClasses> counted{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool missing = std::isnan(values[i]);
    const auto found = missing ? mapping.end() : mapping.find(std::to_string(static_cast<int>(values[i])));
    const ResourceClass expected = found == mapping.end() ? Unclassified : found->second;
    ASSERT_EQ(bytes[i], static_cast<std::uint8_t>(expected)) << i;
    ++counted[bytes[i]];
  }
  EXPECT_EQ(categoryCounts(codesOf(column), mapping).blocks, counted);
}

TEST(Category, LikelyColumnsAreFoundByNameAndFewCodes) {
  geology::BlockModel model;
  model.columns = {numericColumn("cu_class", {1, 2}), categoryColumn("Res_Cat", {"1", "2"}),
                   numericColumn("CLASS", {3, 3}), numericColumn("classes of rock", {3, 3})};
  const auto found = likelyCategoryColumns(model);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0]->name, "Res_Cat");
  EXPECT_EQ(found[1]->name, "CLASS");
}

TEST(Category, EveryClassHasAWordOfItsOwn) {
  for (const ResourceClassName& name : kResourceClassNames) {
    EXPECT_EQ(classFromWord(name.word), name.value);
    EXPECT_EQ(wordOf(name.value), name.word);
    EXPECT_EQ(titleOf(name.value), name.title);
  }
  EXPECT_EQ(classFromWord("Measured"), std::nullopt);
}

}  // namespace
}  // namespace adit::reporting
