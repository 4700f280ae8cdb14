// The chain of the demo: its curves against plain sums over the truth function, the composites and the
// blocks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geology/synthetic/porphyry_deposit.h"
#include "geology/synthetic/porphyry_truth.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// The demo's ground and holes with a block model of few blocks in its middle, cut out of the demo's.
class ChainChart : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    geology::Progress progress;
    demo_ = new std::shared_ptr<geology::Deposit>(synthetic::porphyryDeposit({}, progress));
    auto& models = (*demo_)->blockModels;
    geology::BlockModel model = *models.front();
    std::vector<std::size_t> kept;
    for (std::size_t b = 0; b < model.blockCount(); b += 97) kept.push_back(b);
    geology::BlockModel few = model;
    few.cellOfBlock.clear();
    for (geology::Column& column : few.columns) column.values.clear(), column.codes.clear();
    for (const std::size_t b : kept) {
      few.cellOfBlock.push_back(static_cast<std::uint32_t>(model.cellOf(b)));
      for (std::size_t c = 0; c < few.columns.size(); ++c)
        if (few.columns[c].isNumeric())
          few.columns[c].values.push_back(model.columns[c].values[b]);
        else
          few.columns[c].codes.push_back(model.columns[c].codes[b]);
    }
    models = {std::make_shared<const geology::BlockModel>(std::move(few))};
  }
  static void TearDownTestSuite() { delete demo_; }

  ChartPage page(const ViewState& state, const std::string& column = "cu_pct") {
    const auto question = chartQuestion(*demo_, state, "blocks", column, {.kind = ChartKind::Chain});
    EXPECT_TRUE(question);
    SelectionCache cache;
    return chartOf(*question, cache, {});
  }
  static const geology::BlockModel& model() { return *(*demo_)->blockModels.front(); }

  static std::shared_ptr<geology::Deposit>* demo_;
};
std::shared_ptr<geology::Deposit>* ChainChart::demo_ = nullptr;

TEST_F(ChainChart, TheTruthIsTheSumOverTheTruthFunction) {
  const ChartPage chart = page({});
  const auto& pair = std::get<PairBody>(chart.body);
  const XyBody& curves = pair.charts[0];
  ASSERT_EQ(curves.series.size(), 6U);
  EXPECT_EQ(curves.series[0].name, "truth, share (left)");
  EXPECT_EQ(curves.series[2].name, "holes, share (left)");
  EXPECT_EQ(curves.series[4].name, "estimate, share (left)");
  const synthetic::PorphyryWorld world({}, geology::Progress{});
  std::vector<double> tonnes, grades;
  for (std::size_t b = 0; b < model().blockCount(); ++b) {
    const Vec3 c = model().blockCenter(b);
    double mass = 0, metal = 0;
    for (const double x : {-5.0, 5.0})
      for (const double y : {-5.0, 5.0})
        for (const double z : {-3.75, 3.75}) {
          const Vec3 at = c + Vec3{x, y, z};
          const auto rock = world.truth().rockAt(at);
          if (!rock) continue;
          const auto g = world.truth().gradesAt(at, *rock);
          mass += g.density;
          metal += g.density * g.copper;
        }
    tonnes.push_back(mass);
    grades.push_back(mass > 0 ? metal / mass : 0);
  }
  for (std::size_t i = 0; i < curves.series[0].x.size(); i += 5) {
    const double cutoff = curves.series[0].x[i];
    double all = 0, above = 0, metal = 0;
    for (std::size_t b = 0; b < tonnes.size(); ++b) {
      all += tonnes[b];
      if (grades[b] < cutoff) continue;
      above += tonnes[b];
      metal += tonnes[b] * grades[b];
    }
    EXPECT_NEAR(curves.series[0].y[i], 100 * above / all, 1e-6) << cutoff;
    if (above > 0) {
      EXPECT_NEAR(curves.series[1].y[i], metal / above, 1e-9) << cutoff;
    }
  }
}

TEST_F(ChainChart, TheEstimateIsOfTheSameBlocks) {
  ViewState state;
  state.densities["blocks"].column = "density";
  state.filters["blocks"].ranges["cu_pct"] = {0.2, 100};
  const ChartPage chart = page(state);
  const XyBody& curves = std::get<PairBody>(chart.body).charts[0];
  const auto& grade = geology::findColumn(model().columns, "cu_pct")->values;
  const auto& density = geology::findColumn(model().columns, "density")->values;
  for (std::size_t i = 0; i < curves.series[4].x.size(); i += 8) {
    double all = 0, above = 0;
    for (std::size_t b = 0; b < grade.size(); ++b) {
      if (!(grade[b] >= 0.2F)) continue;
      all += static_cast<double>(density[b]);
      if (static_cast<double>(grade[b]) >= curves.series[4].x[i]) above += static_cast<double>(density[b]);
    }
    EXPECT_NEAR(curves.series[4].y[i], 100 * above / all, 1e-6);
  }
}

TEST_F(ChainChart, DistributionsAreShares) {
  const ChartPage chart = page({});
  const XyBody& distribution = std::get<PairBody>(chart.body).charts[1];
  ASSERT_EQ(distribution.series.size(), 3U);
  for (const ChartSeries& series : distribution.series) {
    double sum = 0;
    for (const double share : series.y) sum += share;
    EXPECT_GT(sum, 97) << series.name;
    EXPECT_LT(sum, 100 + 1e-9) << series.name;
  }
  EXPECT_NE(distribution.series[0].mark, distribution.series[2].mark) << "not told apart by colour alone";
  EXPECT_THAT(chart.subtitle, HasSubstr("truth: mean"));
  EXPECT_THAT(chart.footer, Contains(HasSubstr("not declustered")));
  EXPECT_THAT(chart.synthetic, HasSubstr("SYNTHETIC"));
}

TEST_F(ChainChart, OnlyWhatHasATruthHasAChain) {
  EXPECT_TRUE(page({}, "au_gpt").drawn());
  EXPECT_THAT(std::get<NoBody>(page({}, "density").body).reason, HasSubstr("The truth has no density"));
  auto real = std::make_shared<geology::Deposit>(**demo_);
  real->synthetic = false;
  const auto question = chartQuestion(real, {}, "blocks", "cu_pct", {.kind = ChartKind::Chain});
  SelectionCache cache;
  EXPECT_THAT(std::get<NoBody>(chartOf(*question, cache, {}).body).reason,
              HasSubstr("synthetic deposits alone"));
}

}  // namespace
}  // namespace adit::viewer
