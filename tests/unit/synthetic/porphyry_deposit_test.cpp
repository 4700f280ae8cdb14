// The whole deposit: the same for a seed, different for another, its parts fitting together.
#include "geology/synthetic/porphyry_deposit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace adit::synthetic {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Deposit;
using geology::DrillHole;
using geology::DrillHoles;
using geology::IntervalTable;
using geology::ValueState;

// A coarser terrain than the demo's: the same machinery in less time.
PorphyryOptions small(std::uint64_t seed, unsigned threads = 0) {
  return {.seed = seed, .terrainNodes = 129, .threads = threads};
}

std::shared_ptr<Deposit> make(const PorphyryOptions& options) {
  geology::Progress progress;
  return porphyryDeposit(options, progress);
}

const Deposit& demo() {
  static const std::shared_ptr<const Deposit> kDemo = make(small(7));
  return *kDemo;
}

// NaN equals NaN here: the bytes are compared.
void expectSame(const Column& a, const Column& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.codes, b.codes);
  EXPECT_EQ(a.names, b.names);
  EXPECT_EQ(a.states, b.states);
  const auto same = [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); };
  EXPECT_TRUE(std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), same)) << a.name;
  EXPECT_TRUE(std::equal(a.limits.begin(), a.limits.end(), b.limits.begin(), b.limits.end(), same)) << a.name;
}

TEST(PorphyryDeposit, SameSeedSameBytesOnAnyNumberOfThreads) {
  const auto other = make(small(7, 3));
  EXPECT_EQ(demo().terrains[0]->heights, other->terrains[0]->heights);
  EXPECT_EQ(demo().images[0]->rgb, other->images[0]->rgb);
  EXPECT_EQ(demo().meshes[0]->vertices, other->meshes[0]->vertices);
  EXPECT_EQ(demo().blockModels[0]->cellOfBlock, other->blockModels[0]->cellOfBlock);
  for (std::size_t c = 0; c < demo().blockModels[0]->columns.size(); ++c)
    expectSame(demo().blockModels[0]->columns[c], other->blockModels[0]->columns[c]);
  const DrillHoles& a = *demo().drillholes[0];
  const DrillHoles& b = *other->drillholes[0];
  ASSERT_EQ(a.holes.size(), b.holes.size());
  for (std::size_t h = 0; h < a.holes.size(); ++h) {
    EXPECT_EQ(a.holes[h].collar, b.holes[h].collar);
    EXPECT_EQ(a.holes[h].surveys, b.holes[h].surveys);
  }
  for (std::size_t t = 0; t < a.tables.size(); ++t) {
    EXPECT_EQ(a.tables[t].from, b.tables[t].from);
    for (std::size_t c = 0; c < a.tables[t].columns.size(); ++c)
      expectSame(a.tables[t].columns[c], b.tables[t].columns[c]);
  }
}

TEST(PorphyryDeposit, AnotherSeedIsAnotherDeposit) {
  const auto other = make(small(8));
  EXPECT_NE(demo().terrains[0]->heights, other->terrains[0]->heights);
  EXPECT_NE(demo().drillholes[0]->tables[0].columns[0].values,
            other->drillholes[0]->tables[0].columns[0].values);
  EXPECT_NE(demo().blockModels[0]->columns[0].values, other->blockModels[0]->columns[0].values);
  EXPECT_NE(demo().syntheticNote, other->syntheticNote);
}

TEST(PorphyryDeposit, EverythingSaysSynthetic) {
  EXPECT_TRUE(demo().synthetic);
  EXPECT_EQ(demo().syntheticNote, "SYNTHETIC - porphyry generator 1, seed 7");
  const auto check = [](const geology::Provenance& source) {
    EXPECT_TRUE(source.synthetic);
    EXPECT_EQ(source.note, "SYNTHETIC - porphyry generator 1, seed 7");
    EXPECT_EQ(source.path, "synthetic:porphyry?seed=7");
  };
  check(demo().terrains[0]->source);
  check(demo().images[0]->source);
  check(demo().meshes[0]->source);
  check(demo().blockModels[0]->source);
  for (const auto& source : demo().drillholes[0]->sources) check(source);
  for (const IntervalTable& table : demo().drillholes[0]->tables) check(table.source);
}

TEST(PorphyryDeposit, NamesAndPlaceAreAsPromised) {
  EXPECT_EQ(demo().crs, "EPSG:32641");
  EXPECT_EQ(demo().terrains[0]->name, "topography");
  EXPECT_EQ(demo().drillholes[0]->name, "drillholes");
  EXPECT_EQ(demo().blockModels[0]->name, "blocks");
  EXPECT_EQ(demo().meshes[0]->name, "pit design");
  EXPECT_EQ(demo().images[0]->name, "ground");
  for (const char* table : {"assay", "lithology", "alteration"})
    EXPECT_NE(demo().drillholes[0]->table(table), nullptr);
  EXPECT_TRUE(demo().terrains[0]->bounds().contains(
      {318000, 3218000, demo().terrains[0]->heightAt(318000, 3218000)}));
}

TEST(PorphyryDeposit, HolesStartOnTheGround) {
  for (const DrillHole& hole : demo().drillholes[0]->holes) {
    EXPECT_NEAR(hole.collar.z, demo().terrains[0]->heightAt(hole.collar.x, hole.collar.y), 0.0051) << hole.id;
    EXPECT_EQ(hole.trace.positionAt(0), hole.collar);
  }
}

TEST(PorphyryDeposit, TheProgrammeIsABelievableOne) {
  const DrillHoles& holes = *demo().drillholes[0];
  EXPECT_GE(holes.holes.size(), 150U);
  EXPECT_LE(holes.holes.size(), 210U);
  EXPECT_EQ(holes.holes.front().id, "SY-101");
  const Column& year = *geology::findColumn(holes.collarColumns, "year");
  EXPECT_TRUE(std::is_sorted(year.values.begin(), year.values.end()));
  EXPECT_EQ(geology::valueRange(year), (std::pair<float, float>{2009, 2024}));
  std::size_t vertical = 0;
  std::size_t deep = 0;
  for (const DrillHole& hole : holes.holes) {
    vertical += hole.surveys.front().dip == 90;
    deep += hole.length > 750;
    for (std::size_t s = 1; s < hole.surveys.size(); ++s) {
      EXPECT_NEAR(hole.surveys[s].depth - hole.surveys[s - 1].depth, 30, 1e-9);
      const auto& stations = hole.trace.stations();
      EXPECT_LT(geology::angleBetween(stations[s - 1].tangent, stations[s].tangent) * 57.3, 3)
          << "dogleg, " << hole.id;
    }
  }
  EXPECT_GT(vertical, 50U);
  EXPECT_LT(vertical, holes.holes.size() - 50);
  EXPECT_GE(deep, 5U);
  EXPECT_LE(deep, 12U);
}

TEST(PorphyryDeposit, IntervalsAreInOrderAndInsideTheirHoles) {
  const DrillHoles& holes = *demo().drillholes[0];
  for (const IntervalTable& table : holes.tables) {
    ASSERT_GT(table.size(), 300U) << table.name;
    for (std::size_t row = 0; row < table.size(); ++row) {
      EXPECT_LT(table.from[row], table.to[row]);
      EXPECT_LE(table.to[row], holes.holes[table.hole[row]].length + 1e-9);
      if (row == 0 || table.hole[row] != table.hole[row - 1]) continue;
      EXPECT_GE(table.from[row], table.to[row - 1] - 1e-9);
    }
  }
  // Logs are runs from collar to end, not pieces of 2 m; neighbours differ.
  const IntervalTable& log = *holes.table("lithology");
  for (std::size_t row = 1; row < log.size(); ++row) {
    if (log.hole[row] != log.hole[row - 1]) continue;
    EXPECT_EQ(log.from[row], log.to[row - 1]);
    EXPECT_NE(log.columns[0].codes[row], log.columns[0].codes[row - 1]);
  }
}

TEST(PorphyryDeposit, AssaysHaveAllFourStates) {
  const IntervalTable& assays = *demo().drillholes[0]->table("assay");
  const Column& gold = *geology::findColumn(assays.columns, "au_gpt");
  std::array<std::size_t, 4> count{};
  for (std::size_t row = 0; row < gold.size(); ++row) {
    const ValueState state = gold.state(row);
    ++count[static_cast<std::size_t>(state)];
    if (state == ValueState::BelowDetection) {
      EXPECT_FLOAT_EQ(gold.limits[row], 0.01F);
      EXPECT_FLOAT_EQ(gold.values[row], 0.005F);
    } else if (state == ValueState::Measured) {
      EXPECT_GE(gold.values[row], 0.01F);
    } else {
      EXPECT_TRUE(std::isnan(gold.values[row]));
    }
  }
  for (const std::size_t n : count) EXPECT_GT(n, 20U);
  EXPECT_GT(count[0], gold.size() * 8 / 10);
}

TEST(PorphyryDeposit, BlocksLieUnderTheTerrainAndKnowWhatTheyAreKnownBy) {
  const BlockModel& model = *demo().blockModels[0];
  EXPECT_FALSE(model.full());
  EXPECT_GT(model.blockCount(), 100000U);
  EXPECT_GE(model.lattice.cellCount(), 600000);
  EXPECT_TRUE(std::is_sorted(model.cellOfBlock.begin(), model.cellOfBlock.end()));
  const auto& nearest = geology::findColumn(model.columns, "nearest_m")->values;
  const auto& holes = geology::findColumn(model.columns, "n_holes")->values;
  const auto& pass = geology::findColumn(model.columns, "pass")->values;
  const Column& category = *geology::findColumn(model.columns, "category");
  for (std::size_t b = 0; b < model.blockCount(); ++b) {
    const geology::Vec3 c = model.blockCenter(b);
    ASSERT_LT(c.z, demo().terrains[0]->heightAt(c.x, c.y));
    ASSERT_GE(holes[b], 1);
    ASSERT_LE(nearest[b], 280);
    ASSERT_TRUE(pass[b] >= 1 && pass[b] <= 3);
    const std::string_view name = category.category(b);
    ASSERT_TRUE(name != "Measured" || (holes[b] >= 3 && nearest[b] <= 35));
    ASSERT_TRUE(name != "Indicated" || (holes[b] >= 2 && nearest[b] <= 75));
  }
}

TEST(PorphyryDeposit, EstimateIsSmootherThanTheAssaysAndAgreesWithThem) {
  const BlockModel& model = *demo().blockModels[0];
  const auto& copper = geology::findColumn(model.columns, "cu_pct")->values;
  const Column& category = *geology::findColumn(model.columns, "category");
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t b = 0; b < copper.size(); ++b) {
    ASSERT_FALSE(std::isnan(copper[b]));
    if (category.category(b) == "Inferred" || copper[b] < 0.2F) continue;
    sum += static_cast<double>(copper[b]);
    ++count;
  }
  const double mean = sum / static_cast<double>(count);
  EXPECT_GT(mean, 0.3);
  EXPECT_LT(mean, 0.7);
  const auto assays = geology::valueRange(demo().drillholes[0]->table("assay")->columns[0]);
  const auto blocks = geology::valueRange(*geology::findColumn(model.columns, "cu_pct"));
  EXPECT_GT(blocks.first, assays.first - 1e-6F);
  EXPECT_LT(blocks.second, assays.second);
}

TEST(PorphyryDeposit, ThePitIsDugInOre) {
  const BlockModel& model = *demo().blockModels[0];
  const geology::Box3 pit = demo().meshes[0]->bounds();
  const auto& copper = geology::findColumn(model.columns, "cu_pct")->values;
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t b = 0; b < copper.size(); ++b) {
    const geology::Vec3 c = model.blockCenter(b);
    if (std::abs(c.x - pit.center().x) > 150 || std::abs(c.y - pit.center().y) > 150 || c.z < pit.min.z)
      continue;
    sum += static_cast<double>(copper[b]);
    ++count;
  }
  ASSERT_GT(count, 1000U);
  EXPECT_GT(sum / static_cast<double>(count), 0.2);
}

TEST(PorphyryDeposit, GroundCoversTheTerrain) {
  const geology::DrapeImage& image = *demo().images[0];
  const geology::Box3 land = demo().terrains[0]->bounds();
  EXPECT_TRUE(image.georeferenced);
  EXPECT_EQ(image.rgb.size(),
            static_cast<std::size_t>(image.columns) * static_cast<std::size_t>(image.rows) * 3);
  EXPECT_NEAR(image.origin[0], land.min.x, 1e-6);
  EXPECT_NEAR(image.origin[1], land.max.y, 1e-6);
  EXPECT_NEAR(image.origin[0] + image.columns * image.stepColumn[0], land.max.x, 1e-6);
  EXPECT_NEAR(image.origin[1] + image.rows * image.stepRow[1], land.min.y, 1e-6);
}

TEST(PorphyryDeposit, Cancel) {
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(porphyryDeposit(small(7), progress), geology::Cancelled);
}

}  // namespace
}  // namespace adit::synthetic
