#include "viewer/geometry/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <random>

#include "tests/support/sample_deposit.h"
#include "viewer/geometry/selection_cache.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Deposit;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

enum class Shape { Full, Sparse, SubBlocked };

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  double within(double lo, double hi) {
    return lo + (hi - lo) * (static_cast<double>(engine_()) / 4294967296.0);
  }
  bool oneIn(unsigned n) { return engine_() % n == 0; }
  unsigned below(unsigned n) { return static_cast<unsigned>(engine_()) % n; }

 private:
  std::mt19937 engine_;
};

std::shared_ptr<BlockModel> randomModel(Random& random, Shape shape) {
  auto model = std::make_shared<BlockModel>();
  model->name = "blocks";
  geology::Lattice& lattice = model->lattice;
  lattice.count = {5 + random.below(20), 3 + random.below(9), 2 + random.below(9)};
  lattice.size = {10, 20, 5};
  lattice.origin = tests::kSampleCenter;
  const double turn = random.oneIn(2) ? random.within(0, 3) : 0;
  lattice.axis[0] = {std::cos(turn), std::sin(turn), 0};
  lattice.axis[1] = {-std::sin(turn), std::cos(turn), 0};
  for (std::int64_t cell = 0; shape != Shape::Full && cell < lattice.cellCount(); ++cell) {
    if (random.oneIn(3)) continue;
    const auto code = static_cast<std::uint32_t>(cell);
    model->cellOfBlock.push_back(code);
    if (shape != Shape::SubBlocked) continue;
    const auto split = static_cast<float>(random.within(0.2, 0.8));
    model->cellOfBlock.push_back(code);
    model->boxes.push_back({{0, 0, 0}, {split, 1, 1}});
    model->boxes.push_back({{split, 0, 0}, {1, 1, 0.5F}});
  }
  std::vector<float> cu;
  std::vector<std::string> rock;
  for (std::size_t b = 0; b < model->blockCount(); ++b) {
    cu.push_back(random.oneIn(7) ? geology::kMissing : static_cast<float>(random.below(20)) / 10);
    rock.push_back(random.oneIn(9) ? "" : std::string(1, static_cast<char>('A' + random.below(4))));
  }
  model->columns = {geology::numericColumn("cu", cu), geology::categoryColumn("rock", rock)};
  return model;
}

ViewState randomState(Random& random) {
  ViewState state;
  FilterState& filter = state.filters["blocks"];
  if (random.oneIn(2))
    filter.ranges["cu"] = {random.oneIn(3) ? -kInfinity : 0.4, random.oneIn(3) ? kInfinity : 1.4};
  if (random.oneIn(2)) filter.hiddenCategories["rock"] = {"B", random.oneIn(2) ? "" : "C"};
  if (random.oneIn(3)) filter.expression = "cu > 0.2 or rock == 'A'";
  filter.showMissing = random.oneIn(2);
  for (unsigned n = random.below(3); n > 0; --n) {
    SectionState section;
    section.on = !random.oneIn(5);
    section.point =
        tests::kSampleCenter + Vec3{random.within(0, 100), random.within(0, 80), random.within(0, 25)};
    section.strike = random.within(0, 360);
    section.dip = random.within(0, 90);
    section.thickness = random.oneIn(2) ? random.within(5, 60) : 0;
    section.flipped = random.oneIn(2);
    state.sections.push_back(section);
  }
  if (random.oneIn(3)) {
    const Vec3 min =
        tests::kSampleCenter + Vec3{random.within(-50, 50), random.within(0, 40), random.within(0, 9)};
    state.box = {true, min, min + Vec3{random.within(20, 90), random.within(20, 90), random.within(9, 40)}};
  }
  if (random.oneIn(4)) state.region.insideSolid = "solid";
  if (random.oneIn(4)) state.region.belowSurface = "topography";
  return state;
}

std::vector<Vec3> corners(const BlockModel& model, std::size_t block) {
  const Vec3 half = model.blockSize(block) * 0.5;
  std::vector<Vec3> points;
  for (const double a : {-1.0, 1.0})
    for (const double b : {-1.0, 1.0})
      for (const double c : {-1.0, 1.0})
        points.push_back(model.blockCenter(block) + model.lattice.axis[0] * (a * half.x) +
                         model.lattice.axis[1] * (b * half.y) + model.lattice.axis[2] * (c * half.z));
  return points;
}

bool allBeyond(const std::vector<Vec3>& points, const Vec3& through, const Vec3& normal) {
  return std::all_of(points.begin(), points.end(),
                     [&](const Vec3& p) { return dot(p - through, normal) > 0; });
}

bool sectionHides(const SectionState& section, const std::vector<Vec3>& points) {
  const Vec3 normal = sectionFrame(section).normal;
  if (!section.on) return false;
  if (section.thickness == 0) return allBeyond(points, section.point, section.flipped ? normal * -1 : normal);
  return allBeyond(points, section.point + normal * (section.thickness / 2), normal) ||
         allBeyond(points, section.point - normal * (section.thickness / 2), normal * -1);
}

bool boxHides(const BoxState& box, const std::vector<Vec3>& points) {
  if (!box.on) return false;
  bool hides = false;
  for (const Vec3& axis : {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}})
    hides = hides || allBeyond(points, box.max, axis) || allBeyond(points, box.min, axis * -1);
  return hides;
}

/// The first reason for which a block is hidden, one block at a time; empty when it is shown.
std::string reasonOf(const BlockModel& model, std::size_t block, const ViewState& state,
                     const Deposit& deposit) {
  const FilterState& filter = filterOf(state, "blocks");
  const float cu = model.columns[0].values[block];
  const std::string rock(model.columns[1].category(block));
  for (const auto& [column, range] : filter.ranges) {
    if (cu < static_cast<float>(range.lo)) return "below range cu";
    if (cu > static_cast<float>(range.hi)) return "above range cu";
    if (std::isnan(cu) && !filter.showMissing) return "no value cu";
  }
  for (const auto& [column, hidden] : filter.hiddenCategories)
    if (hidden.contains(rock)) return rock.empty() ? "no value rock" : "category " + rock;
  if (!filter.expression.empty() && !(cu > 0.2F || rock == "A")) return "expression";
  const std::vector<Vec3> points = corners(model, block);
  for (const SectionState& section : state.sections)
    if (sectionHides(section, points)) return "section";
  if (boxHides(state.box, points)) return "box";
  const Vec3 p = model.blockCenter(block);
  const Vec3 d = p - tests::kSampleCenter;
  if (!state.region.insideSolid.empty() && std::abs(d.x) + std::abs(d.y) + std::abs(d.z) > 140)
    return "outside solid solid";
  if (!state.region.belowSurface.empty()) {
    const double height = deposit.terrains[0]->heightAt(p.x, p.y);
    if (std::isnan(height)) return "beside surface topography";
    if (p.z >= height) return "above surface topography";
  }
  return {};
}

Deposit depositWith(const std::shared_ptr<BlockModel>& model) {
  Deposit deposit = *tests::sampleDeposit();
  deposit.blockModels = {model};
  return deposit;
}

TEST(SelectBlocks, AgreesWithOneBlockAtATime) {
  std::size_t hiddenInAll = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    Random random(seed);
    const auto model = randomModel(random, static_cast<Shape>(seed % 3));
    const Deposit deposit = depositWith(model);
    const ViewState state = randomState(random);
    const Selection selection = selectBlocks(*model, state, deposit);
    std::map<std::string, std::size_t> expected;
    for (std::size_t b = 0; b < model->blockCount(); ++b) {
      const std::string reason = reasonOf(*model, b, state, deposit);
      ASSERT_EQ(selection.shown->test(b), reason.empty())
          << "seed " << seed << " block " << b << " " << reason;
      if (!reason.empty()) ++expected[reason];
    }
    std::map<std::string, std::size_t> counted;
    std::size_t hidden = 0;
    for (const HiddenCount& count : selection.count.hidden) {
      counted[count.reason] += count.count;
      hidden += count.count;
    }
    EXPECT_EQ(counted, expected) << "seed " << seed;
    EXPECT_EQ(selection.count.total, model->blockCount());
    EXPECT_EQ(selection.count.shown + hidden, model->blockCount());
    EXPECT_EQ(selection.count.shown, selection.shown->count());
    hiddenInAll += hidden;
  }
  EXPECT_GT(hiddenInAll, 10'000U);  // the comparison is not about nothing
}

TEST(SelectBlocks, TheCacheChangesNothingButTheWork) {
  Random random(5);
  const auto model = randomModel(random, Shape::Sparse);
  const Deposit deposit = depositWith(model);
  SelectionCache cache;
  for (int step = 0; step < 60; ++step) {
    const ViewState state = randomState(random);
    const Selection cached = selectBlocks(*model, state, deposit, &cache);
    const Selection fresh = selectBlocks(*model, state, deposit);
    EXPECT_EQ(*cached.shown, *fresh.shown);
    EXPECT_EQ(cached.count, fresh.count);
    EXPECT_EQ(selectBlocks(*model, state, deposit, &cache).count, fresh.count);
  }
}

TEST(SelectBlocks, ARevisionBelongsToOneMask) {
  Random random(8);
  const auto model = randomModel(random, Shape::Full);
  const Deposit deposit = depositWith(model);
  SelectionCache cache;
  std::map<std::uint64_t, geology::BitMask> masks;
  std::uint64_t lastRevision = 0;
  geology::BitMask lastMask;
  for (int step = 0; step < 80; ++step) {
    const Selection selection = selectBlocks(*model, randomState(random), deposit, &cache);
    const auto [known, isNew] = masks.try_emplace(selection.revision, *selection.shown);
    EXPECT_EQ(known->second, *selection.shown);
    EXPECT_EQ(selection.revision == lastRevision, *selection.shown == lastMask) << "step " << step;
    lastRevision = selection.revision;
    lastMask = *selection.shown;
  }
  EXPECT_FALSE(masks.contains(selectBlocks(*model, {}, deposit).revision)) << "of another selection";
}

TEST(SelectBlocks, WhatShowsTheSameRowsKeepsTheMask) {
  const Deposit deposit = *tests::sampleDeposit();
  const BlockModel& model = *deposit.blockModels[0];
  SelectionCache cache;
  ViewState state;
  const Selection all = selectBlocks(model, state, deposit, &cache);
  state.filters["blocks"].ranges["cu_pct"] = {-1000, kInfinity};  // hides nothing but what has no value
  state.filters["blocks"].showMissing = true;
  const Selection still = selectBlocks(model, state, deposit, &cache);
  EXPECT_EQ(still.shown, all.shown);
  EXPECT_EQ(still.revision, all.revision);
}

TEST(SelectBlocks, ABlockThatOnlyTouchesThePlaneIsBeyondIt) {
  auto model = std::make_shared<BlockModel>();
  model->name = "blocks";
  model->lattice.origin = {500'000, 7'000'000, 0};
  model->lattice.size = {10, 10, 10};
  model->lattice.count = {4, 1, 1};
  const Deposit deposit = depositWith(model);
  ViewState state;
  state.sections = {{.point = {500'020, 7'000'000, 0}}};  // between the second and the third block
  const Selection selection = selectBlocks(*model, state, deposit);
  EXPECT_TRUE(selection.shown->test(1));
  EXPECT_FALSE(selection.shown->test(2));
  EXPECT_THAT(selection.count.hidden, ElementsAre(HiddenCount{"section", 2}));
}

TEST(SelectBlocks, AbsentCellsAndALayerThatIsOff) {
  const Deposit deposit = *tests::sampleDeposit();
  const BlockModel& model = *deposit.blockModels[0];
  ViewState state;
  state.layers["blocks"].visible = false;
  const Selection selection = selectBlocks(model, state, deposit);
  EXPECT_EQ(selection.shown->count(), 0U);
  EXPECT_EQ(selection.count.absent, 24U * 20 * 16 - model.blockCount());
  EXPECT_THAT(selection.count.hidden, ElementsAre(HiddenCount{"layer off", model.blockCount()}));
}

TEST(Selection, ConditionsOnWhatIsNotThereAreNamed) {
  const Deposit deposit = *tests::sampleDeposit();
  ViewState state;
  state.filters["blocks"].ranges["gold"] = {0, 1};
  state.filters["blocks"].hiddenCategories["cu_pct"] = {"A"};
  state.filters["blocks"].expression = "gold > 1";
  state.region = {"mine", "mine", "topography"};
  const Selection selection = selectBlocks(*deposit.blockModels[0], state, deposit);
  EXPECT_THAT(selection.count.notApplied,
              ElementsAre(HasSubstr("range gold"), HasSubstr("categories of cu_pct"), HasSubstr("'gold'"),
                          HasSubstr("inside solid mine"), HasSubstr("above surface mine")));
}

/// One vertical hole with 10 m assays and a log whose contact lies within an assay.
Deposit loggedHole() {
  auto holes = std::make_shared<geology::DrillHoles>();
  holes->name = "holes";
  geology::DrillHole hole;
  hole.id = "A";
  hole.collar = {0, 0, 100};
  hole.length = 40;
  hole.trace = geology::HoleTrace({{0, hole.collar, {0, 0, -1}}});
  holes->holes = {hole};
  geology::IntervalTable assay;
  assay.name = "assay";
  assay.hole = {0, 0, 0, 0};
  assay.from = {0, 10, 20, 30};
  assay.to = {10, 20, 30, 40};
  assay.columns = {geology::numericColumn("cu", {0.1F, 0.5F, geology::kMissing, 0.9F})};
  geology::IntervalTable log;
  log.name = "log";
  log.hole = {0, 0};
  log.from = {0, 16};
  log.to = {16, 34};
  log.columns = {geology::categoryColumn("rock", {"OX", "POR"})};
  holes->tables = {assay, log};
  Deposit deposit;
  deposit.drillholes = {holes};
  return deposit;
}

std::string rowsOf(const geology::BitMask& mask) {
  std::string rows;
  for (std::size_t i = 0; i < mask.size(); ++i) rows += mask.test(i) ? '1' : '0';
  return rows;
}

TEST(SelectIntervals, ColumnsOfOtherTablesHoldAtTheMiddle) {
  const Deposit deposit = loggedHole();
  const geology::DrillHoles& holes = *deposit.drillholes[0];
  const auto rows = [&](const FilterState& filter, std::size_t table = 0) {
    ViewState state;
    state.filters["holes"] = filter;
    return rowsOf(*selectIntervals(holes, holes.tables[table], state, deposit).shown);
  };
  FilterState noOxide;
  noOxide.hiddenCategories["rock"] = {"OX"};
  EXPECT_EQ(rows(noOxide), "0011");  // the middle of 10-20 is oxide, below 34 nothing is logged
  FilterState porphyry;
  porphyry.expression = "rock == 'POR' and not cu > 1";
  EXPECT_EQ(rows(porphyry), "0010");
  FilterState grade;
  grade.ranges["cu"] = {0.2, kInfinity};
  EXPECT_EQ(rows(grade), "0101");
  EXPECT_EQ(rows(grade, 1), "00");  // at 8 m 0.1, at 25 m not sampled
}

TEST(SelectIntervals, AreHiddenWhenWhollyBeyondThePlane) {
  const Deposit deposit = loggedHole();
  const geology::DrillHoles& holes = *deposit.drillholes[0];
  ViewState state;
  state.sections = {{.point = {0, 0, 75}, .dip = 0}};  // cuts away all above 75, which passes through 20-30
  SelectionCache cache;
  EXPECT_EQ(rowsOf(*selectIntervals(holes, holes.tables[0], state, deposit, &cache).shown), "0011");
  state.sections[0].flipped = true;
  EXPECT_EQ(rowsOf(*selectIntervals(holes, holes.tables[0], state, deposit, &cache).shown), "1110");
}

TEST(SelectTriangles, VertexColumnsHoldTheMeanOrWhatAllShare) {
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = "mesh";
  mesh->vertices = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {10, 10, 0}};
  mesh->triangles = {{0, 1, 2}, {1, 3, 2}};
  mesh->vertexColumns = {geology::numericColumn("v", {0, 1, 2, 6}),
                         geology::categoryColumn("c", {"A", "A", "A", "B"})};
  Deposit deposit;
  deposit.meshes = {mesh};
  ViewState state;
  state.filters["mesh"].ranges["v"] = {0, 2};
  EXPECT_EQ(rowsOf(*selectTriangles(*mesh, state, deposit).shown), "10");
  state.filters["mesh"] = {};
  state.filters["mesh"].hiddenCategories["c"] = {""};
  EXPECT_EQ(rowsOf(*selectTriangles(*mesh, state, deposit).shown), "10");
}

TEST(SelectPoints, OwnColumnsAndBox) {
  auto points = std::make_shared<geology::PointSet>();
  points->name = "points";
  points->points = {{0, 0, 0}, {5, 5, 5}, {9, 9, 9}};
  points->columns = {geology::numericColumn("v", {1, 2, 3})};
  Deposit deposit;
  deposit.points = {points};
  ViewState state;
  state.box = {true, {0, 0, 0}, {6, 6, 6}};
  state.filters["points"].ranges["v"] = {2, 3};
  const Selection selection = selectPoints(*points, state, deposit);
  EXPECT_EQ(rowsOf(*selection.shown), "010");
  EXPECT_THAT(selection.count.hidden, ElementsAre(HiddenCount{"below range v", 1}, HiddenCount{"box", 1}));
}

TEST(SelectNodes, HolesAreAbsentAndATerrainIsNotTestedAgainstItself) {
  const Deposit deposit = *tests::sampleDeposit();
  const geology::Terrain& terrain = *deposit.terrains[0];
  ViewState state;
  state.region.belowSurface = "topography";
  const Selection selection = selectNodes(terrain, state, deposit);
  EXPECT_EQ(selection.count.absent, 81U);
  EXPECT_EQ(selection.count.total, 81U * 71 - 81);
  EXPECT_EQ(selection.count.shown, selection.count.total);
  state.region = {};
  state.region.aboveSurface = "solid";
  const Selection above = selectNodes(terrain, state, deposit);
  EXPECT_GT(above.count.shown, 0U);
  EXPECT_THAT(above.count.hidden,
              ElementsAre(HiddenCount{"beside surface solid", above.count.total - above.count.shown}));
}

}  // namespace
}  // namespace adit::viewer
