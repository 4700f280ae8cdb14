// The resource table against hand-computed sums and against one loop over the blocks.
#include "geology/reporting/resource_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geology/reporting/category.h"
#include "tests/support/random_blocks.h"

namespace adit::reporting {
namespace {

using geology::categoryColumn;
using geology::Column;
using geology::kMissing;
using geology::numericColumn;
using tests::BlockShape;
using tests::RandomBlocks;
using enum ResourceClass;

/// Six blocks of 10 x 10 x 10 m in a row.
struct SixBlocks {
  geology::BlockModel model;
  Column cu = numericColumn("cu", {1.0F, 0.5F, 0.2F, 0.8F, kMissing, 0.1F}, "%");
  Column au = numericColumn("au", {2.0F, kMissing, 1.0F, 0.5F, 9, 0}, "g/t");
  Column density = numericColumn("sg", {3.0F, 2.0F, 2.5F, -1, 2.5F, 2.0F});
  std::vector<std::uint8_t> classes =
      categoryOfBlocks(categoryColumn("class", {"M", "M", "I", "I", "M", "F"}),
                       {{"M", Measured}, {"I", Indicated}, {"F", Inferred}});
  SixBlocks() {
    model.lattice.count = {6, 1, 1};
    model.lattice.size = {10, 10, 10};
  }
  ResourceQuestion question() const {
    return {.model = model, .grade = cu, .density = {.column = &density}, .classes = classes};
  }
};

ResourceTable tableOf(const ResourceQuestion& question) {
  const geology::Progress progress;
  return resourceTable(question, progress);
}

struct Wanted {
  std::string group{};
  float cutoff = -std::numeric_limits<float>::infinity();
  std::string title;
};
const ResourceSum& sumOf(const ResourceTable& table, const Wanted& wanted) {
  static const ResourceSum kNone;
  for (const ResourceLine& line : table.lines)
    if (line.group == wanted.group && table.cutoffs[line.cutoff] == wanted.cutoff &&
        titleOf(line) == wanted.title)
      return line.sum;
  ADD_FAILURE() << "no line " << wanted.title;
  return kNone;
}

TEST(ResourceTable, SixBlocksByHand) {
  const SixBlocks six;
  ResourceQuestion question = six.question();
  question.otherGrades = {&six.au};
  question.cutoffs = {0.5F, 0.15F};
  const ResourceTable table = tableOf(question);
  EXPECT_THAT(table.cutoffs, testing::ElementsAre(0.15F, 0.5F));
  EXPECT_EQ(table.looked, 6U);
  EXPECT_EQ(table.withoutGrade, 1U);
  // Measured at 0.15: 3000 t at 1 % and 2000 t at 0.5 %; gold is known of the first only.
  const ResourceSum& measured = sumOf(table, {"", 0.15F, "Measured"});
  EXPECT_EQ(measured.blocks, 2U);
  EXPECT_DOUBLE_EQ(measured.tonnes, 5000);
  EXPECT_DOUBLE_EQ(measured.grades[0].mean(), 0.8);
  EXPECT_DOUBLE_EQ(measured.grades[0].metal, 4000);
  EXPECT_EQ(measured.grades[1].withoutGrade, 1U);
  EXPECT_DOUBLE_EQ(measured.grades[1].tonnes, 3000);
  EXPECT_DOUBLE_EQ(measured.grades[1].mean(), 2);
  // Indicated: 2500 t at 0.2 %; the other block weighs less than nothing and is in the volume only.
  const ResourceSum& indicated = sumOf(table, {"", 0.15F, "Indicated"});
  EXPECT_EQ(indicated.blocks, 2U);
  EXPECT_EQ(indicated.withoutDensity, 1U);
  EXPECT_DOUBLE_EQ(indicated.volume, 2000);
  EXPECT_DOUBLE_EQ(indicated.tonnes, 2500);
  const ResourceSum& both = sumOf(table, {"", 0.15F, "Measured + indicated"});
  EXPECT_DOUBLE_EQ(both.tonnes, 7500);
  EXPECT_NEAR(both.grades[0].mean(), 4500.0 / 7500, 1e-8);
  EXPECT_DOUBLE_EQ(sumOf(table, {"", 0.5F, "Measured"}).tonnes, 5000);
  EXPECT_DOUBLE_EQ(sumOf(table, {"", 0.5F, "Indicated"}).tonnes, 0);
}

TEST(ResourceTable, InferredIsInNoTotal) {
  SixBlocks six;
  six.classes = {4, 3, 2, 2, 6, 5};
  for (const ResourceLine& line : tableOf(six.question()).lines) {
    if (line.kind == ResourceLineKind::Class) continue;
    EXPECT_NE(line.kind, ResourceLineKind::NoClasses);
    EXPECT_EQ(line.sum.blocks, 2U) << titleOf(line);  // of the six only 1.0 and 0.5 are measured, indicated
  }
  six.classes = {4, 2, 2, 2, 2, 2};  // no indicated: the sum would repeat the measured line
  for (const ResourceLine& line : tableOf(six.question()).lines)
    EXPECT_EQ(line.kind, ResourceLineKind::Class);
}

TEST(ResourceTable, ProportionsCountPartsAndNameWhatIsNone) {
  const SixBlocks six;
  const Column part = numericColumn("part", {50, 100.05F, kMissing, 30, 100, 120}, "%");
  ResourceQuestion question = six.question();
  question.classes = {};
  question.density = {.value = 2};
  question.proportion = {&part, 0.01};
  const ResourceSum all = sumOf(tableOf(question), {.title = "All blocks"});  // the table is gone after it
  EXPECT_EQ(all.blocks, 5U);
  EXPECT_EQ(all.withoutProportion, 2U);  // the missing one and 120 %
  EXPECT_EQ(all.withoutDensity, 0U);
  EXPECT_NEAR(all.volume, 500 + 1000 + 300, 1e-4);
  EXPECT_NEAR(all.tonnes, 3600, 1e-3);
  EXPECT_NEAR(all.grades[0].mean(), (1000 * 1.0 + 2000 * 0.5 + 600 * 0.8) / 3600, 1e-6);
}

TEST(ResourceTable, WithoutADensityThereAreNoTonnes) {
  const SixBlocks six;
  ResourceQuestion question = six.question();
  question.density = {};
  for (const ResourceLine& line : tableOf(question).lines) {
    EXPECT_EQ(line.sum.tonnes, 0);
    EXPECT_GT(line.sum.volume, 0);
    EXPECT_TRUE(std::isnan(line.sum.grades[0].mean()));
    EXPECT_EQ(line.sum.withoutDensity, line.sum.blocks);
  }
}

TEST(ResourceTable, AColumnOfManyValuesDoesNotGroup) {
  SixBlocks six;
  six.model.lattice.count = {100, 1, 1};
  std::vector<float> many;
  for (int i = 0; i < 100; ++i) many.push_back(static_cast<float>(i));
  const Column cu = numericColumn("cu", many);
  const ResourceTable table = tableOf({.model = six.model, .grade = cu, .group = &cu});
  EXPECT_TRUE(table.tooManyGroups);
  ASSERT_EQ(table.lines.size(), 1U);
  EXPECT_EQ(table.lines[0].sum.blocks, 100U);
}

/// Random values of every column, one of five rows without.
struct RandomColumns {
  RandomBlocks random;
  geology::BlockModel model;
  Column grade, other, density, part, group;
  std::vector<std::uint8_t> classes;

  RandomColumns(BlockShape shape, unsigned seed) : random(seed), model(random.model(shape, {61, 53, 37})) {
    std::vector<std::string> groups;
    for (std::size_t b = 0; b < model.blockCount(); ++b) {
      grade.values.push_back(value(-0.2, 3));
      other.values.push_back(value(0, 50));
      density.values.push_back(value(-0.5, 4));
      part.values.push_back(value(-0.1, 1.1));
      groups.push_back(random.oneIn(5) ? "" : std::string(1, static_cast<char>('A' + random.below(3))));
      classes.push_back(static_cast<std::uint8_t>(random.below(8)));
    }
    group = categoryColumn("zone", groups);
  }
  float value(double lo, double hi) {
    return random.oneIn(5) ? kMissing : static_cast<float>(random.within(lo, hi));
  }
};

class ResourceTableOf : public testing::TestWithParam<BlockShape> {};

TEST_P(ResourceTableOf, RandomBlocksEqualsOneLoop) {
  RandomColumns c(GetParam(), 11);
  const geology::BitMask shown = c.random.mask(c.model.blockCount(), 0.7);
  const std::vector<float> cutoffs{0, 0.4F, 1.5F};
  const ResourceTable table = tableOf({.model = c.model,
                                       .grade = c.grade,
                                       .otherGrades = {&c.other},
                                       .density = {.column = &c.density},
                                       .proportion = {&c.part, 1},
                                       .cubicMetres = 0.5,
                                       .classes = c.classes,
                                       .group = &c.group,
                                       .shown = &shown,
                                       .cutoffs = cutoffs});
  std::size_t compared = 0;
  for (const ResourceLine& line : table.lines) {
    if (line.kind != ResourceLineKind::Class) continue;
    long double volume = 0, tonnes = 0, metal = 0, otherTonnes = 0, otherMetal = 0;
    std::size_t blocks = 0, noPart = 0, noDensity = 0, noOther = 0;
    for (std::size_t b = 0; b < c.model.blockCount(); ++b) {
      const std::string group = c.group.codes[b] < 0 ? kNoGroup : std::string(c.group.category(b));
      if (!shown.test(b) || group != line.group ||
          c.classes[b] != static_cast<std::uint8_t>(line.resourceClass) ||
          !(c.grade.values[b] >= cutoffs[line.cutoff]))
        continue;
      ++blocks;
      const bool other = std::isfinite(c.other.values[b]);
      noOther += other ? 0 : 1;
      const auto part = static_cast<double>(c.part.values[b]);
      if (!(part >= -0.001 && part <= 1.001)) {
        ++noPart;
        continue;
      }
      const long double v = static_cast<long double>(c.model.blockVolume(b)) * 0.5L *
                            static_cast<long double>(std::min(1.0, std::max(0.0, part)));
      volume += v;
      if (!(c.density.values[b] > 0)) {
        ++noDensity;
        continue;
      }
      const long double t = v * static_cast<long double>(c.density.values[b]);
      tonnes += t;
      metal += t * static_cast<long double>(c.grade.values[b]);
      if (!other) continue;
      otherTonnes += t;
      otherMetal += t * static_cast<long double>(c.other.values[b]);
    }
    const auto near = [](double value, long double truth) {
      return std::abs(value - static_cast<double>(truth)) <= 1e-9 * std::abs(static_cast<double>(truth));
    };
    EXPECT_EQ(line.sum.blocks, blocks);
    EXPECT_EQ(line.sum.withoutProportion, noPart);
    EXPECT_EQ(line.sum.withoutDensity, noDensity);
    EXPECT_EQ(line.sum.grades[1].withoutGrade, noOther);
    EXPECT_TRUE(near(line.sum.volume, volume) && near(line.sum.tonnes, tonnes));
    EXPECT_TRUE(near(line.sum.grades[0].metal, metal) && near(line.sum.grades[0].tonnes, tonnes));
    EXPECT_TRUE(near(line.sum.grades[1].metal, otherMetal) && near(line.sum.grades[1].tonnes, otherTonnes));
    ++compared;
  }
  EXPECT_EQ(compared, 4U * 3U * 8U);
}

INSTANTIATE_TEST_SUITE_P(Shapes, ResourceTableOf,
                         testing::Values(BlockShape::Full, BlockShape::Sparse, BlockShape::SubBlocked));

}  // namespace
}  // namespace adit::reporting
