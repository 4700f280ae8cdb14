// The synthetic deposit saved as open files, and opened again like anyone's.
#include "geology/project/save_demo.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "geology/project/object_sources.h"
#include "geology/project/open.h"
#include "geology/synthetic/porphyry_deposit.h"
#include "tests/support/temporary_folder.h"

namespace adit::project {
namespace {

namespace fs = std::filesystem;
using geology::Column;
using geology::Deposit;
using geology::ValueState;

class SaveDemo : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    temporary_ = std::make_unique<tests::TemporaryFolder>();
    folder_ = temporary_->path();
    geology::Progress progress;
    made_ = synthetic::porphyryDeposit({.seed = 7, .terrainNodes = 129}, progress);
    saved_ = saveDemo(*made_, folder_.string(), progress);
    opened_ = open({.paths = {folder_.string()}, .choices = {}, .targetCrs = {}}, progress).deposit;
  }
  static void TearDownTestSuite() {
    temporary_.reset();
    made_.reset();
    opened_.reset();
  }

  static inline std::unique_ptr<tests::TemporaryFolder> temporary_;
  static inline fs::path folder_;
  static inline std::shared_ptr<const Deposit> made_, opened_;
  static inline geology::Diagnostics saved_;
};

TEST_F(SaveDemo, WritesWithoutComplaint) {
  for (const auto& d : saved_) ADD_FAILURE() << geology::formatDiagnostic(d);
  for (const char* name : {"collar.csv", "survey.csv", "assay.csv", "lithology.csv", "alteration.csv",
                           "blocks.csv", "pit.obj", "topography.tif", "ground.tif", "README.txt"})
    EXPECT_TRUE(fs::exists(folder_ / name)) << name;
}

TEST_F(SaveDemo, TheReadmeSaysSynthetic) {
  std::ifstream file(folder_ / "README.txt");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str().find("SYNTHETIC - porphyry generator 1, seed 7"), 0U);
}

TEST_F(SaveDemo, OpensWithoutAnError) {
  for (const auto& d : opened_->diagnostics)
    EXPECT_NE(d.severity, geology::Severity::Error) << geology::formatDiagnostic(d);
  EXPECT_EQ(opened_->crs, made_->crs);
  EXPECT_EQ(opened_->unit, made_->unit);
}

TEST_F(SaveDemo, EveryFileIsStillKnownToBeSynthetic) {
  EXPECT_TRUE(opened_->synthetic);
  EXPECT_EQ(opened_->syntheticNote, made_->syntheticNote);
  for (const ObjectSource& entry : objectSources(*opened_))
    EXPECT_TRUE(entry.source->synthetic) << *entry.object << ", " << entry.source->path;
}

TEST_F(SaveDemo, HolesComeBackTheSame) {
  ASSERT_EQ(opened_->drillholes.size(), 1U);
  const geology::DrillHoles& before = *made_->drillholes[0];
  const geology::DrillHoles& after = *opened_->drillholes[0];
  ASSERT_EQ(after.holes.size(), before.holes.size());
  for (std::size_t h = 0; h < before.holes.size(); ++h) {
    EXPECT_EQ(after.holes[h].id, before.holes[h].id);
    EXPECT_EQ(after.holes[h].collar, before.holes[h].collar);
    EXPECT_EQ(after.holes[h].surveys, before.holes[h].surveys);
    EXPECT_EQ(after.holes[h].collarLine, before.holes[h].collarLine);
    EXPECT_NEAR(geology::length(after.holes[h].trace.positionAt(after.holes[h].length) -
                                before.holes[h].trace.positionAt(before.holes[h].length)),
                0, 1e-9);
  }
  for (const geology::IntervalTable& table : before.tables) {
    const geology::IntervalTable* again = after.table(table.name);
    ASSERT_NE(again, nullptr) << table.name;
    EXPECT_EQ(again->size(), table.size()) << table.name;
    EXPECT_EQ(again->from, table.from);
    EXPECT_EQ(again->to, table.to);
    EXPECT_EQ(again->line, table.line);
  }
}

TEST_F(SaveDemo, AssaysKeepTheirStates) {
  const Column& before = *geology::findColumn(made_->drillholes[0]->table("assay")->columns, "au_gpt");
  const Column* after = geology::findColumn(opened_->drillholes[0]->table("assay")->columns, "au_gpt");
  ASSERT_NE(after, nullptr);
  ASSERT_EQ(after->size(), before.size());
  EXPECT_EQ(after->unit, before.unit);
  for (std::size_t row = 0; row < before.size(); ++row) {
    ASSERT_EQ(after->state(row), before.state(row)) << "row " << row;
    if (!before.hasValue(row)) continue;
    ASSERT_EQ(after->values[row], before.values[row]) << "row " << row;
  }
}

TEST_F(SaveDemo, BlocksComeBackTheSame) {
  ASSERT_EQ(opened_->blockModels.size(), 1U);
  const geology::BlockModel& before = *made_->blockModels[0];
  const geology::BlockModel& after = *opened_->blockModels[0];
  ASSERT_EQ(after.blockCount(), before.blockCount());
  EXPECT_EQ(after.lattice.size, before.lattice.size);
  // The lattice that is found spans the blocks: it may be smaller than the one that was estimated into.
  for (std::size_t b = 0; b < before.blockCount(); b += 997)
    EXPECT_NEAR(geology::length(after.blockCenter(b) - before.blockCenter(b)), 0, 1e-6);
  ASSERT_EQ(after.columns.size(), before.columns.size());
  for (std::size_t c = 0; c < before.columns.size(); ++c) {
    // A unit that does not show in the name stands behind it in the file: "density (t/m3)".
    EXPECT_TRUE(after.columns[c].name.starts_with(before.columns[c].name)) << after.columns[c].name;
    EXPECT_EQ(after.columns[c].unit, before.columns[c].unit) << before.columns[c].name;
    // A block that stays has no year: no value comes back as no value.
    EXPECT_TRUE(std::equal(after.columns[c].values.begin(), after.columns[c].values.end(),
                           before.columns[c].values.begin(), before.columns[c].values.end(),
                           [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }))
        << before.columns[c].name;
  }
  const Column* category = geology::findColumn(after.columns, "category");
  ASSERT_NE(category, nullptr);
  const Column& categoryBefore = *geology::findColumn(before.columns, "category");
  for (std::size_t b = 0; b < before.blockCount(); ++b)
    ASSERT_EQ(category->category(b), categoryBefore.category(b)) << b;
}

TEST_F(SaveDemo, SurfacesComeBackTheSame) {
  ASSERT_EQ(opened_->meshes.size(), 1U);
  EXPECT_EQ(opened_->meshes[0]->triangles.size(), made_->meshes[0]->triangles.size());
  EXPECT_EQ(opened_->meshes[0]->lines.size(), made_->meshes[0]->lines.size());
  EXPECT_EQ(opened_->meshes[0]->bounds(), made_->meshes[0]->bounds());
  ASSERT_EQ(opened_->terrains.size(), 1U);
  const geology::Terrain& before = *made_->terrains[0];
  const geology::Terrain& after = *opened_->terrains[0];
  EXPECT_EQ(after.columns, before.columns);
  EXPECT_EQ(after.rows, before.rows);
  for (const double x : {315100.0, 318000.0, 320900.0})
    EXPECT_NEAR(after.heightAt(x, 3218123), before.heightAt(x, 3218123), 1e-3);
  ASSERT_EQ(opened_->images.size(), 1U);
  EXPECT_EQ(opened_->images[0]->rgb, made_->images[0]->rgb);
  EXPECT_TRUE(opened_->images[0]->georeferenced);
}

TEST_F(SaveDemo, WhatCannotBeWrittenIsSaid) {
  const fs::path file = folder_ / "README.txt";  // a file is no folder
  geology::Progress progress;
  const geology::Diagnostics said = saveDemo(*made_, (file / "below").string(), progress);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].code, "DEMO-NOT-WRITTEN");
  EXPECT_EQ(said[0].severity, geology::Severity::Error);
}

}  // namespace
}  // namespace adit::project
