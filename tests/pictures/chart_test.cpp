// Charts as a person sees them, in both themes, and written as SVG and PDF.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/picture_compare.h"
#include "tests/support/sample_deposit.h"
#include "tests/support/temporary_folder.h"
#include "viewer/charts/chart_canvas.h"
#include "viewer/charts/chart_question.h"
#include "viewer/scene/headless_context.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

class ChartPictures : public testing::Test {
 protected:
  ChartPictures() : canvas_(context_.host()) {
    deposit_->synthetic = true;
    deposit_->syntheticNote = "SYNTHETIC - sample";
    auto next = applyScript({}, "density blocks 2.5\nresource cutoffs Cu_pct 0.4", *deposit_);
    state_ = std::get<ViewState>(std::move(next));
  }
  ~ChartPictures() override {
    for (const std::string& error : canvas_.takeErrors()) ADD_FAILURE() << error;
  }
  ChartPage page(const ChartChoice& choice, const std::string& layer, const std::string& column) {
    SelectionCache cache;
    return chartOf(*chartQuestion(deposit_, state_, layer, column, choice), cache, {});
  }

  HeadlessContext context_;
  ChartCanvas canvas_;
  std::shared_ptr<geology::Deposit> deposit_ = tests::sampleDeposit();
  ViewState state_;
};

std::size_t linesWiderThan(const std::string& svg, double most) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = svg.find("stroke-width=\"", at)) != std::string::npos; ++at)
    count += std::stod(svg.substr(at + 14, 12)) > most ? 1 : 0;
  return count;
}

TEST_F(ChartPictures, GradeAndTonnage) {
  tests::expectPicture(canvas_.draw(page({}, "blocks", "cu_pct"), {700, 450, 1, Theme::Dark, true}),
                       "chart_grade_tonnage");
}

TEST_F(ChartPictures, SwathInTheLight) {
  tests::expectPicture(
      canvas_.draw(page({.kind = ChartKind::Swath}, "blocks", "cu_pct"), {700, 450, 1, Theme::Light, true}),
      "chart_swath");
}

TEST_F(ChartPictures, StripLog) {
  tests::expectPicture(canvas_.draw(page({.kind = ChartKind::StripLog}, "drillholes", "Cu_pct"),
                                    {700, 600, 1, Theme::Dark, true}),
                       "chart_strip_log");
}

TEST_F(ChartPictures, VectorsHaveTheirWords) {
  const tests::TemporaryFolder folder;
  const std::string svg = folder.at("chart.svg"), pdf = folder.at("chart.pdf");
  const ChartPage chart = page({}, "blocks", "cu_pct");
  EXPECT_EQ(canvas_.writeVector(chart, {700, 450, 1, Theme::Light, true}, svg), "");
  EXPECT_EQ(canvas_.writeVector(chart, {700, 450, 1, Theme::Light, true}, pdf), "");
  EXPECT_THAT(tests::contentOf(svg), HasSubstr("<svg"));
  EXPECT_EQ(linesWiderThan(tests::contentOf(svg), 4), 0U) << "a pen is as wide in SVG as on the screen";
  EXPECT_THAT(tests::contentOf(pdf), testing::StartsWith("%PDF-"));
  EXPECT_NE(canvas_.writeVector(chart, {}, folder.at("none/chart.svg")), "");
}

}  // namespace
}  // namespace adit::viewer
