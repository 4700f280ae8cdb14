#include "viewer/app/document.h"

#include <gtest/gtest.h>

#include "tests/panels/sample_deposit.h"
#include "viewer/app/background_work.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

project::OpenResult sampleResult() {
  project::OpenResult result;
  result.deposit = tests::sampleDeposit();
  return result;
}

TEST(Document, IsEmptyAtFirst) {
  const Document document;
  EXPECT_TRUE(document.deposit().empty());
  EXPECT_FALSE(document.canUndo());
}

TEST(Document, CommandsAreRecordedAndUndone) {
  std::vector<std::string> record;
  Document document([&](const Command& command) { record.push_back(formatCommand(command)); });
  ASSERT_EQ(document.open(sampleResult(), {}, {Theme::Light}), "");
  EXPECT_EQ(document.state().theme, Theme::Light);
  EXPECT_EQ(document.runText("range 'Block model' cu_pct 0.3 2"), "");
  EXPECT_EQ(record, (std::vector<std::string>{"range \"Block model\" cu_pct 0.3 2"}));
  ASSERT_TRUE(document.canUndo());
  document.undo();
  EXPECT_TRUE(filterOf(document.state(), "Block model").ranges.empty());
  document.redo();
  EXPECT_EQ(filterOf(document.state(), "Block model").ranges.at("cu_pct").lo, 0.3);
}

TEST(Document, AWrongCommandChangesNothingAndIsNotRecorded) {
  std::vector<std::string> record;
  Document document([&](const Command& command) { record.push_back(formatCommand(command)); });
  document.open(sampleResult(), {}, {Theme::Dark});
  const ViewState before = document.state();
  EXPECT_NE(document.runText("range nothing at all"), "");
  EXPECT_NE(document.runText("pick \"unclosed"), "");
  EXPECT_EQ(document.state(), before);
  EXPECT_TRUE(record.empty());
}

TEST(Document, AWholeDragIsOneStep) {
  Document document;
  document.open(sampleResult(), {}, {Theme::Dark});
  for (const double lo : {0.1, 0.2, 0.3})
    document.run({{command("range", "Block model", "cu_pct", lo, 2.0), "drag#1"}});
  document.undo();
  EXPECT_TRUE(filterOf(document.state(), "Block model").ranges.empty());
  EXPECT_FALSE(document.canUndo());
}

TEST(Document, StoredViewsAreRestoredAndBrokenOnesTold) {
  Document document;
  ViewState wanted;
  wanted.exaggeration = 3;
  EXPECT_EQ(document.open(sampleResult(), toJson(wanted), {Theme::Dark}), "");
  EXPECT_EQ(document.state().exaggeration, 3);
  project::OpenResult project = sampleResult();
  wanted.exaggeration = 5;
  project.savedStateJson = toJson(wanted);
  document.open(std::move(project), "{}", {Theme::Dark});
  EXPECT_EQ(document.state().exaggeration, 5) << "the project file's view goes first";
  EXPECT_NE(document.open(sampleResult(), "{broken", {Theme::Dark}), "");
  EXPECT_EQ(document.state().exaggeration, 1);
}

TEST(BackgroundWork, GivesItsOutcomeOnce) {
  BackgroundWork work;
  bool told = false;
  work.start([](geology::Progress&) -> WorkOutcome { return Saved{"x.adit", {}, {}}; }, [&] { told = true; });
  EXPECT_TRUE(work.busy());
  const auto outcome = work.waitForOutcome();
  ASSERT_TRUE(outcome.has_value());
  EXPECT_EQ(std::get<Saved>(*outcome).path, "x.adit");
  EXPECT_TRUE(told);
  EXPECT_FALSE(work.busy());
  EXPECT_FALSE(work.takeOutcome().has_value());
}

TEST(BackgroundWork, CanBeCancelledAndReportsWhatItDoes) {
  BackgroundWork work;
  work.start(
      [](geology::Progress& progress) -> WorkOutcome {
        progress.report(0.5, "reading assay.csv");
        while (true) progress.throwIfCancelled();
      },
      [] {});
  while (work.what().empty()) continue;
  EXPECT_EQ(work.what(), "reading assay.csv");
  EXPECT_EQ(work.fraction(), 0.5);
  EXPECT_FALSE(work.takeOutcome().has_value()) << "never waits";
  work.cancel();
  EXPECT_TRUE(std::holds_alternative<WorkCancelled>(*work.waitForOutcome()));
}

TEST(BackgroundWork, AFaultBecomesAMessage) {
  BackgroundWork work;
  work.start([](geology::Progress&) -> WorkOutcome { throw std::runtime_error("no memory left"); }, [] {});
  EXPECT_EQ(std::get<WorkFailed>(*work.waitForOutcome()).message, "no memory left");
}

TEST(BackgroundWork, NewWorkReplacesTheOld) {
  BackgroundWork work;
  work.start(
      [](geology::Progress& progress) -> WorkOutcome {
        while (true) progress.throwIfCancelled();
      },
      [] {});
  work.start([](geology::Progress&) -> WorkOutcome { return Saved{"second", {}, {}}; }, [] {});
  EXPECT_EQ(std::get<Saved>(*work.waitForOutcome()).path, "second");
}

}  // namespace
}  // namespace adit::viewer
