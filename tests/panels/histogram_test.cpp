#include "viewer/panels/histogram.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "viewer/panels/column_cache.h"
#include "viewer/panels/histogram_control.h"

namespace adit::viewer {
namespace {

using geology::kMissing;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::size_t sumOf(const Histogram& h) {
  return std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0});
}

TEST(Histogram, CountsEveryValueOnceAndMissingApart) {
  std::vector<float> values;
  for (int i = 0; i < 1000; ++i) values.push_back(i % 10 == 0 ? kMissing : static_cast<float>(i));
  const Histogram h = computeHistogram(geology::numericColumn("cu", values), 50, false);
  EXPECT_EQ(sumOf(h), 900U);
  EXPECT_EQ(h.missing, 100U);
  EXPECT_EQ(h.smallest, 1);
  EXPECT_EQ(h.largest, 999);
  EXPECT_GT(h.beyond, 0U);
  EXPECT_LT(h.beyond, 10U);
}

TEST(Histogram, OneHighAssayDoesNotSqueezeTheOthers) {
  std::vector<float> values(1000);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i) / 1000;
  values.push_back(5000);
  const Histogram h = computeHistogram(geology::numericColumn("au", values), 20, false);
  EXPECT_LT(h.axis.hi, 1.1);
  EXPECT_EQ(sumOf(h), 1001U);
  EXPECT_GE(h.beyond, 1U);
}

TEST(Histogram, ColumnsWithoutValuesOrWithOneValue) {
  const Histogram none = computeHistogram(geology::numericColumn("x", {kMissing, kMissing}), 10, false);
  EXPECT_TRUE(none.counts.empty());
  EXPECT_EQ(none.missing, 2U);
  const Histogram one = computeHistogram(geology::numericColumn("x", {3, 3, 3}), 10, false);
  EXPECT_EQ(sumOf(one), 3U);
  EXPECT_LT(one.axis.lo, one.axis.hi);
  EXPECT_EQ(computeHistogram(geology::numericColumn("x", {}), 10, false).missing, 0U);
}

TEST(Histogram, LogarithmicAxisStartsAtTheSmallestPositiveValue) {
  std::vector<float> values{0, 0, -1};
  for (int i = 0; i < 300; ++i) values.push_back(std::pow(10.0F, static_cast<float>(i % 4) - 2));
  const Histogram h = computeHistogram(geology::numericColumn("ppm", values), 30, true);
  EXPECT_TRUE(h.axis.logarithmic);
  EXPECT_NEAR(h.axis.lo, 0.01, 1e-6);
  EXPECT_EQ(h.below, 3U);
  EXPECT_NEAR(h.axis.shareOf(0.1), 1.0 / 3, 1e-3);
  EXPECT_NEAR(h.axis.valueAt(h.axis.shareOf(1)), 1, 1e-9);
  EXPECT_EQ(h.axis.shareOf(-kInfinity), 0);
  EXPECT_EQ(h.axis.shareOf(kInfinity), 1);
}

TEST(Histogram, CategoriesAreCountedByCode) {
  const CategoryCounts c = countCategories(geology::categoryColumn("rock", {"POR", "", "AND", "POR"}));
  ASSERT_EQ(c.counts.size(), 2U);
  EXPECT_EQ(c.counts[0], 2U);
  EXPECT_EQ(c.counts[1], 1U);
  EXPECT_EQ(c.missing, 1U);
}

TEST(ColumnCache, ComputesOnceAndFollowsTheLegend) {
  const geology::Column column = geology::numericColumn("cu", {1, 2, 3});
  ColumnCache cache;
  const Histogram& first = cache.histogram(column, 8, false);
  EXPECT_EQ(&first, &cache.histogram(column, 8, false));
  EXPECT_NE(&first, &cache.histogram(column, 16, false));
  Legend legend;
  legend.lo = 0;
  legend.hi = 10;
  EXPECT_EQ(cache.legend(legend, column).hi, 10);
  legend.hi = 20;
  EXPECT_EQ(cache.legend(legend, column).hi, 20);
}

constexpr ValueAxis kAxis{0, 2, false};
constexpr double kReach = 0.03, kPixel = 1.0 / 256;

TEST(HistogramGrip, TheNearerHandleIsTaken) {
  using Part = HistogramGrip::Part;
  EXPECT_EQ(takeGrip(kAxis, {0.5, 1.5}, 0.26, kReach).part, Part::Low);
  EXPECT_EQ(takeGrip(kAxis, {0.5, 1.5}, 0.74, kReach).part, Part::High);
  EXPECT_EQ(takeGrip(kAxis, {0.5, 1.5}, 0.5, kReach).part, Part::Both);
  EXPECT_EQ(takeGrip(kAxis, {-kInfinity, kInfinity}, 0.3, kReach).part, Part::Low);
  EXPECT_EQ(takeGrip(kAxis, {1, 1}, 0.48, kReach).part, Part::Low);
  EXPECT_EQ(takeGrip(kAxis, {1, 1}, 0.52, kReach).part, Part::High);
}

TEST(HistogramGrip, DraggedEndsStopAtEachOtherAndOpenAtTheEdge) {
  const HistogramGrip low = takeGrip(kAxis, {0.5, 1.5}, 0.25, kReach);
  EXPECT_EQ(draggedRange(kAxis, low, 0.5, kPixel).lo, 1);
  EXPECT_EQ(draggedRange(kAxis, low, 0.95, kPixel).lo, draggedRange(kAxis, low, 0.95, kPixel).hi);
  EXPECT_EQ(draggedRange(kAxis, low, -0.4, kPixel).lo, -kInfinity);
  const HistogramGrip high = takeGrip(kAxis, {0.5, 1.5}, 0.75, kReach);
  EXPECT_EQ(draggedRange(kAxis, high, 1.2, kPixel).hi, kInfinity);
  EXPECT_EQ(draggedRange(kAxis, high, 1.2, kPixel).lo, 0.5);
}

TEST(HistogramGrip, TheWholeRangeKeepsItsWidth) {
  const HistogramGrip both = takeGrip(kAxis, {0.5, 1.5}, 0.5, kReach);
  const auto moved = draggedRange(kAxis, both, 0.6, kPixel);
  EXPECT_NEAR(moved.hi - moved.lo, 1, 0.011);
  const auto far = draggedRange(kAxis, both, 5, kPixel);
  EXPECT_EQ(far.hi, kInfinity);
  EXPECT_NEAR(far.lo, 1, 0.011);
}

TEST(HistogramGrip, AnEndThatIsNotHeldKeepsItsValue) {
  const FilterState::Range typed{0.4537, 10};  // finer than a pixel, and beyond the axis
  const HistogramGrip low = takeGrip(kAxis, typed, 0.22, kReach);
  ASSERT_EQ(low.part, HistogramGrip::Part::Low);
  EXPECT_EQ(draggedRange(kAxis, low, 0.4, kPixel).hi, 10);
  EXPECT_EQ(draggedRange(kAxis, low, 3, kPixel).hi, 10);
  const HistogramGrip high = takeGrip(kAxis, typed, 0.99, kReach);
  ASSERT_EQ(high.part, HistogramGrip::Part::High);
  EXPECT_EQ(draggedRange(kAxis, high, 0.6, kPixel).lo, 0.4537);
  const auto closed = draggedRange(kAxis, high, 0.1, kPixel);
  EXPECT_EQ(closed.lo, 0.4537);
  EXPECT_GE(closed.hi, closed.lo);
}

TEST(HistogramGrip, ValuesAreRound) {
  const HistogramGrip low = takeGrip(kAxis, {0.5, 1.5}, 0.25, kReach);
  EXPECT_EQ(draggedRange(kAxis, low, 0.3137, kPixel).lo, 0.627);
}

}  // namespace
}  // namespace adit::viewer
