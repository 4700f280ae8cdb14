// An estimate of the window becomes a file of the project, and comes back as it was.
#include "viewer/app/saved_estimates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "geology/estimation/plan_json.h"
#include "geology/project/open.h"
#include "tests/panels/sample_deposit.h"
#include "tests/support/temporary_folder.h"
#include "viewer/app/background_work.h"
#include "viewer/app/document.h"
#include "viewer/app/estimated_deposit.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

estimation::EstimationPlan plan(double azimuth) {
  estimation::EstimationPlan plan;
  plan.column = "Cu_pct";
  plan.composites.length = 6;
  plan.search = estimation::sphere(120);
  plan.passes = {{{1, 12, 4, 0}, 1, 1}};
  geology::Lattice& lattice = plan.target.lattice;
  lattice.origin = {318000, 3218000, 900};
  lattice.size = {40, 40, 20};
  lattice.count = {10, 6, 7};
  const double a = azimuth * std::acos(-1.0) / 180;
  lattice.axis = {geology::Vec3{std::cos(a), -std::sin(a), 0}, geology::Vec3{std::sin(a), std::cos(a), 0},
                  geology::Vec3{0, 0, 1}};
  return plan;
}

WorkOutcome done(BackgroundWork::Task task) {
  BackgroundWork work;
  work.start(std::move(task), [] {});
  return *work.waitForOutcome();
}

/// A document with an estimate that is in no file, and its record.
struct Estimating {
  explicit Estimating(double azimuth) {
    opened.deposit = tests::sampleDeposit();
    auto estimated = std::get<Estimated>(done(estimateTask(opened.deposit, plan(azimuth))));
    records["estimate"] = estimated.record;
    opened.deposit = withEstimate(*opened.deposit, std::move(estimated.outcome));
  }
  const geology::BlockModel& model() const { return *opened.deposit->blockModels.back(); }
  project::OpenResult opened;
  EstimateRecords records;
};

TEST(SavedEstimates, TheProjectKeepsThem) {
  for (const double azimuth : {0.0, 30.0}) {
    const tests::TemporaryFolder folder;
    Estimating window(azimuth);
    const std::string path = folder.at("mine.adit");
    const auto saved = std::get<Saved>(done(saveTask(path, window.opened, "", window.records)));
    ASSERT_TRUE(saved.faults.empty()) << geology::formatDiagnostic(saved.faults.front());
    ASSERT_EQ(saved.estimates.size(), 1U);
    EXPECT_EQ(saved.estimates[0].saved->source.path, folder.at("estimate.csv"));
    const auto reopened = std::get<Opened>(done(openTask({.paths = {path}, .choices = {}, .targetCrs = {}})));
    ASSERT_EQ(reopened.result.deposit->blockModels.size(), 1U) << "the sample's own files are made up";
    const geology::BlockModel& back = *reopened.result.deposit->blockModels.front();
    EXPECT_EQ(back.name, "estimate");
    ASSERT_EQ(back.blockCount(), window.model().blockCount());
    for (std::size_t b = 0; b < back.blockCount(); ++b)
      ASSERT_LT(geology::length(back.blockCenter(b) - window.model().blockCenter(b)), 1e-6) << azimuth;
    const auto* grade = geology::findColumn(back.columns, "Cu_pct");
    ASSERT_NE(grade, nullptr);
    EXPECT_EQ(grade->values, geology::findColumn(window.model().columns, "Cu_pct")->values);
    const auto& choices = back.source.choices;
    EXPECT_TRUE(std::any_of(choices.begin(), choices.end(), [&](const auto& choice) {
      return choice.key == "estimate/plan" &&
             choice.value == estimation::planToJson(
                                 *estimation::planFromJson(estimation::planToJson(plan(azimuth))).plan);
    })) << "the record beside the model brings its plan back";
  }
}

TEST(SavedEstimates, NoFileOfSomebodyElseIsWrittenOver) {
  const tests::TemporaryFolder folder;
  folder.write("estimate.csv", "mine");
  Estimating window(0);
  geology::Progress progress;
  const SavedEstimates saved =
      saveEstimates(*window.opened.deposit, window.records, folder.at("mine.adit"), progress);
  ASSERT_EQ(saved.models.size(), 1U);
  EXPECT_EQ(saved.models[0].saved->source.path, folder.at("estimate 2.csv"));
  EXPECT_EQ(tests::contentOf(folder.at("estimate.csv")), "mine");
}

TEST(SavedEstimates, ColumnsOfAFilesModelAreAFileOfTheirOwn) {
  const tests::TemporaryFolder folder;
  project::OpenResult opened;
  opened.deposit = tests::sampleDeposit();
  geology::Progress progress;
  const SavedEstimates saved =
      saveEstimates(*opened.deposit, {{"Block model", "{}"}}, folder.at("mine.adit"), progress);
  ASSERT_EQ(saved.models.size(), 1U);
  EXPECT_EQ(saved.models[0].source.path, folder.at("Block model estimated.csv"));
}

TEST(SavedEstimates, WhereNothingCanBeWrittenItIsSaidAndNothingIsLost) {
  Estimating window(0);
  const auto saved =
      std::get<Saved>(done(saveTask("/no such folder/mine.adit", window.opened, "", window.records)));
  ASSERT_EQ(saved.faults.size(), 2U);
  EXPECT_TRUE(saved.estimates.empty());
  EXPECT_EQ(saved.faults[1].code, "PRJ-NOT-EXPORTED");
}

TEST(SavedEstimates, WhatWasSavedTakesThePlaceOfTheSameModelOnly) {
  const tests::TemporaryFolder folder;
  Estimating window(0);
  geology::Progress progress;
  const SavedEstimates saved =
      saveEstimates(*window.opened.deposit, window.records, folder.at("mine.adit"), progress);
  project::OpenResult same = window.opened;
  adoptSaved(same, saved.models);
  EXPECT_EQ(same.deposit->blockModels.back(), saved.models[0].saved);
  EXPECT_EQ(same.sources.size(), 1U);
  Estimating again(0);  // estimated anew while the first was being written
  project::OpenResult other = again.opened;
  adoptSaved(other, saved.models);
  EXPECT_EQ(other.deposit->blockModels.back(), again.opened.deposit->blockModels.back());
}

}  // namespace
}  // namespace adit::viewer
