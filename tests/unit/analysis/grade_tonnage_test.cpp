// Tonnes and grade against a plain sum in long double: all blocks, masks of blocks, any cut-off.
#include "geology/analysis/grade_tonnage.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <cmath>
#include <random>

#include "geology/analysis/grade_tonnage_index.h"
#include "geology/analysis/radix_sort.h"
#include "geology/model/unit_scale.h"

namespace adit::analysis {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Column;
using geology::kMissing;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr double kNearly = 1e-9;  // relative

enum class Shape { Full, Sparse, SubBlocked };

/// A random model with holes in every column: grades without a value, negative, equal and zero with both
/// signs; densities without a value, zero, negative and infinite.
struct RandomModel {
  BlockModel model;
  Column grade, density;

  RandomModel(Shape shape, std::size_t cells, unsigned seed) : random_(seed) {
    model.lattice.count = {static_cast<std::int64_t>(cells), 1, 1};
    model.lattice.size = {12.5, 10, 4};
    if (shape != Shape::Full)
      for (std::uint32_t cell = 0; cell < cells; ++cell) addCell(shape, cell);
    const std::size_t blocks = model.blockCount();
    for (std::size_t b = 0; b < blocks; ++b) {
      grade.values.push_back(randomGrade());
      density.values.push_back(randomDensity());
    }
  }
  BitMask mask(double share) {
    BitMask set(model.blockCount());
    std::bernoulli_distribution in(share);
    for (std::size_t b = 0; b < set.size(); ++b)
      if (in(random_)) set.set(b);
    return set;
  }
  float cutoff() { return std::uniform_real_distribution<float>(-1.2F, 4)(random_); }

 private:
  void addCell(Shape shape, std::uint32_t cell) {
    if (random_() % 3 == 0) return;  // absent
    if (shape == Shape::Sparse) {
      model.cellOfBlock.push_back(cell);
      return;
    }
    const float split = std::uniform_real_distribution<float>(0.1F, 0.9F)(random_);
    model.cellOfBlock.insert(model.cellOfBlock.end(), 2, cell);
    model.boxes.push_back({{0, 0, 0}, {split, 1, 1}});
    model.boxes.push_back({{split, 0, 0}, {1, 1, 1}});
  }
  float randomGrade() {
    switch (random_() % 16) {
      case 0:
        return kMissing;
      case 1:
        return kInfinity;
      case 2:
        return -1;
      case 3:
        return random_() % 2 == 0 ? 0.0F : -0.0F;
      case 4:
        return 0.7F;
      default:
        return std::exponential_distribution<float>(1)(random_);
    }
  }
  float randomDensity() {
    switch (random_() % 16) {
      case 0:
        return kMissing;
      case 1:
        return random_() % 2 == 0 ? 0.0F : -2.7F;
      case 2:
        return kInfinity;
      default:
        return std::uniform_real_distribution<float>(2000, 4500)(random_);
    }
  }
  std::mt19937 random_;
};

struct PlainSum {
  std::size_t blocks = 0, withoutDensity = 0;
  long double volume = 0, tonnes = 0, metal = 0;
};

/// `density`: kg/m3 of a block.
template <typename DensityOf>
PlainSum plainSum(const RandomModel& m, const BitMask* shown, float cutoff, const DensityOf& density) {
  PlainSum sum;
  for (std::size_t b = 0; b < m.model.blockCount(); ++b) {
    const float grade = m.grade.values[b];
    if ((shown != nullptr && !shown->test(b)) || !std::isfinite(grade) || !(grade >= cutoff)) continue;
    const auto volume = static_cast<long double>(m.model.blockVolume(b));
    const auto kilograms = static_cast<long double>(density(b));
    ++sum.blocks;
    sum.volume += volume;
    if (!(kilograms > 0) || std::isinf(kilograms)) {
      ++sum.withoutDensity;
      continue;
    }
    sum.tonnes += volume * kilograms / 1000;
    sum.metal += volume * kilograms / 1000 * static_cast<long double>(grade);
  }
  return sum;
}

void expectNear(double value, long double wanted, long double size, const std::string& what) {
  EXPECT_LE(std::abs(static_cast<long double>(value) - wanted), kNearly * static_cast<double>(size)) << what;
}

void expectSum(const GradeTonnage& sum, const PlainSum& wanted, const std::string& what) {
  EXPECT_EQ(sum.blocks, wanted.blocks) << what;
  EXPECT_EQ(sum.withoutDensity, wanted.withoutDensity) << what;
  expectNear(sum.volume, wanted.volume, wanted.volume, what + " volume");
  expectNear(sum.tonnes, wanted.tonnes, wanted.tonnes, what + " tonnes");
  // Grades of both signs: against the mass that they are of.
  expectNear(sum.metal, wanted.metal, wanted.tonnes + std::abs(wanted.metal), what + " metal");
}

class GradeTonnageOfShape : public testing::TestWithParam<Shape> {};
INSTANTIATE_TEST_SUITE_P(Shapes, GradeTonnageOfShape,
                         testing::Values(Shape::Full, Shape::Sparse, Shape::SubBlocked));

TEST_P(GradeTonnageOfShape, EqualsAPlainSum) {
  for (const std::size_t cells : {0U, 1U, 63U, 64U, 65U, 3000U, 200'000U}) {
    RandomModel m(GetParam(), cells, static_cast<unsigned>(cells) + 5);
    const GradedBlocks blocks(m.model, m.grade, {.column = &m.density, .columnScale = 1e-3});
    std::vector<float> cutoffs{0.7F, -kInfinity, kInfinity, 0, -0.0F, -1};
    for (int i = 0; i < 12; ++i) cutoffs.push_back(m.cutoff());
    const BitMask some = m.mask(0.3), none(m.model.blockCount());
    for (const BitMask* shown : {static_cast<const BitMask*>(nullptr), &some, &none}) {
      geology::Progress progress;
      const GradeTonnageTable table = gradeTonnage(blocks, shown, cutoffs, progress);
      const GradeTonnageIndex index(blocks, shown, progress);
      EXPECT_EQ(table.withoutGrade, index.withoutGrade());
      for (std::size_t i = 0; i < cutoffs.size(); ++i) {
        const std::string what = std::to_string(cells) + " cells, cut-off " + std::to_string(cutoffs[i]);
        const PlainSum wanted =
            plainSum(m, shown, cutoffs[i], [&](std::size_t b) { return m.density.values[b]; });
        expectSum(table.above[i], wanted, what);
        expectSum(index.above(cutoffs[i]), wanted, "index, " + what);
      }
    }
  }
}

TEST_P(GradeTonnageOfShape, OneStatedDensityHoldsEverywhere) {
  RandomModel m(GetParam(), 5000, 3);
  geology::Progress progress;
  const GradedBlocks blocks(m.model, m.grade, {.value = 2.5});
  const std::vector<float> cutoffs{0.5F};
  const PlainSum wanted = plainSum(m, nullptr, 0.5F, [](std::size_t) { return 2500.0; });
  EXPECT_EQ(wanted.withoutDensity, 0U);
  expectSum(gradeTonnage(blocks, nullptr, cutoffs, progress).above[0], wanted, "pass");
  expectSum(GradeTonnageIndex(blocks, nullptr, progress).above(0.5F), wanted, "index");
}

TEST_P(GradeTonnageOfShape, WithoutADensityThereIsVolumeOnly) {
  RandomModel m(GetParam(), 5000, 4);
  const geology::Progress progress;
  const std::vector<float> cutoffs{0.5F};
  const GradeTonnage sum = gradeTonnage(GradedBlocks(m.model, m.grade), nullptr, cutoffs, progress).above[0];
  EXPECT_GT(sum.blocks, 0U);
  EXPECT_EQ(sum.withoutDensity, sum.blocks);
  EXPECT_GT(sum.volume, 0);
  EXPECT_EQ(sum.tonnes, 0);
  EXPECT_TRUE(std::isnan(sum.meanGrade()));
}

TEST(GradeTonnage, ClosedForm) {
  // Ten blocks of 2 x 3 x 4 feet with grades 1..10 at 2 t/m3.
  BlockModel model;
  model.lattice.count = {10, 1, 1};
  model.lattice.size = {2, 3, 4};
  const Column grade = geology::numericColumn("cu", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  const double cubicFoot = 0.3048 * 0.3048 * 0.3048;
  const GradedBlocks blocks(model, grade, {.value = 2}, cubicFoot);
  const std::vector<float> cutoffs{6};
  const GradeTonnage sum = gradeTonnage(blocks, nullptr, cutoffs, {}).above[0];
  EXPECT_EQ(sum.blocks, 5U);
  EXPECT_NEAR(sum.volume, 5 * 24 * cubicFoot, 1e-12);
  EXPECT_NEAR(sum.tonnes, 10 * 24 * cubicFoot, 1e-12);
  EXPECT_NEAR(sum.meanGrade(), 8, 1e-12);
}

TEST(GradeTonnage, NothingIsAboveACutOffThatIsNoNumber) {
  RandomModel m(Shape::Full, 1000, 8);
  geology::Progress progress;
  const GradedBlocks blocks(m.model, m.grade, {.value = 2});
  const std::vector<float> cutoffs{1, kMissing, 0.5F};
  const GradeTonnageTable table = gradeTonnage(blocks, nullptr, cutoffs, progress);
  EXPECT_EQ(table.above[1], GradeTonnage{});
  EXPECT_GT(table.above[2].blocks, table.above[0].blocks);
  EXPECT_EQ(GradeTonnageIndex(blocks, nullptr, progress).above(kMissing), GradeTonnage{});
}

/// Runs on one processor while it lives, so that there is one thread only.
class OneProcessor {
 public:
  OneProcessor() {
    sched_getaffinity(0, sizeof(before_), &before_);
    cpu_set_t one;
    CPU_ZERO(&one);
    for (std::size_t cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++cpu)
      if (CPU_ISSET(cpu, &before_)) CPU_SET(cpu, &one);
    sched_setaffinity(0, sizeof(one), &one);
  }
  ~OneProcessor() { sched_setaffinity(0, sizeof(before_), &before_); }
  OneProcessor(const OneProcessor&) = delete;
  OneProcessor& operator=(const OneProcessor&) = delete;

 private:
  cpu_set_t before_{};
};

TEST(GradeTonnage, DoesNotDependOnTheNumberOfThreads) {
  RandomModel m(Shape::SubBlocked, 600'000, 6);
  const GradedBlocks blocks(m.model, m.grade, {.column = &m.density, .columnScale = 1e-3});
  const std::vector<float> cutoffs{0.1F, 0.7F, 2};
  geology::Progress progress;
  const auto answers = [&] {
    std::vector<GradeTonnage> all = gradeTonnage(blocks, nullptr, cutoffs, progress).above;
    const GradeTonnageIndex index(blocks, nullptr, progress);
    for (const float cutoff : cutoffs) all.push_back(index.above(cutoff));
    return all;
  };
  std::vector<GradeTonnage> alone;
  {
    const OneProcessor here;
    alone = answers();
  }
  for (int i = 0; i < 5; ++i) EXPECT_EQ(answers(), alone);
}

TEST(GradeTonnage, CanBeCancelled) {
  RandomModel m(Shape::Full, 100'000, 7);
  const GradedBlocks blocks(m.model, m.grade, {.value = 2});
  geology::Progress progress;
  progress.cancel();
  const std::vector<float> cutoffs{1};
  EXPECT_THROW(gradeTonnage(blocks, nullptr, cutoffs, progress), geology::Cancelled);
  EXPECT_THROW(GradeTonnageIndex(blocks, nullptr, progress), geology::Cancelled);
}

TEST(GradeTonnageIndex, KeepsFewerThanTenBytesABlock) {
  RandomModel m(Shape::Full, 100'000, 7);
  geology::Progress progress;
  const GradeTonnageIndex index(GradedBlocks(m.model, m.grade), nullptr, progress);
  EXPECT_LT(index.bytes(), 100'000U * 10);
  EXPECT_EQ(progress.fraction(), 1);
}

TEST(RadixSort, IsAStableSortByTheUpperHalf) {
  std::mt19937_64 random(11);
  for (const std::size_t count : {0U, 1U, 2U, 1000U, 16'384U, 300'001U}) {
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < count; ++i)
      keys.push_back((random() >> (random() % 40) << 32) | i);  // short numbers are often equal
    std::vector<std::uint64_t> wanted = keys;
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](std::uint64_t a, std::uint64_t b) { return a >> 32 < b >> 32; });
    sortByUpperHalf(keys, {});
    EXPECT_EQ(keys, wanted) << count;
  }
}

TEST(UnitScale, KnowsUnitsOfGradeAndDensity) {
  EXPECT_EQ(geology::metalShare("%"), 0.01);
  EXPECT_EQ(geology::metalShare("g/t"), geology::metalShare("ppm"));
  EXPECT_EQ(geology::metalShare("oz/t"), std::nullopt);
  EXPECT_EQ(geology::metalShare(""), std::nullopt);
  EXPECT_EQ(geology::densityScale("kg/m3"), 0.001);
  EXPECT_EQ(geology::densityScale("%"), std::nullopt);
}

}  // namespace
}  // namespace adit::analysis
