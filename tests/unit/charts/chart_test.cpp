// Pages of charts as values: their series against plain sums, what they say, and why there is none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/sample_deposit.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/charts/page_painter.h"
#include "viewer/geometry/selection.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using testing::Contains;
using testing::HasSubstr;

class Charts : public testing::Test {
 protected:
  Charts() {
    deposit_->unitStated = true;
    auto holes = std::make_shared<geology::DrillHoles>(*deposit_->drillholes.front());
    geology::IntervalTable log;
    log.name = "structure";
    std::vector<float> dip, direction;
    std::vector<std::string> kind, rock;
    for (int i = 0; i < 20; ++i) {
      log.hole.push_back(static_cast<std::uint32_t>(i / 4));
      log.from.push_back(10.0 * (i % 4));
      log.to.push_back(10.0 * (i % 4) + 10);
      dip.push_back(i == 3 ? 95.0F : 45.0F);
      direction.push_back(i == 5 ? geology::kMissing : 90.0F);
      kind.push_back(i % 3 == 0 ? "vein" : "joint");
      rock.push_back(i % 4 < 2 ? "granite" : "andesite tuff");
    }
    log.columns = {geology::numericColumn("dip", dip), geology::numericColumn("dip_dir", direction),
                   geology::categoryColumn("kind", kind), geology::categoryColumn("rock", rock)};
    holes->tables.push_back(log);
    deposit_->drillholes = {holes};
  }
  void run(const std::string& script) {
    auto next = applyScript(state_, script, *deposit_);
    ASSERT_TRUE(std::holds_alternative<ViewState>(next)) << std::get<CommandError>(next).message;
    state_ = std::get<ViewState>(std::move(next));
  }
  ChartPage page(const ChartChoice& choice, const std::string& layer = "blocks",
                 const std::string& column = "cu_pct") {
    const auto question = chartQuestion(deposit_, state_, layer, column, choice);
    EXPECT_TRUE(question.has_value());
    SelectionCache cache;
    return question ? chartOf(*question, cache, {}) : ChartPage{};
  }
  static std::string reason(const ChartPage& page) {
    const auto* none = std::get_if<NoBody>(&page.body);
    return none != nullptr ? none->reason : std::string();
  }
  const geology::BlockModel& model() const { return *deposit_->blockModels.front(); }

  std::shared_ptr<geology::Deposit> deposit_ = tests::sampleDeposit();
  ViewState state_;
};

TEST_F(Charts, GradeAndTonnageEqualPlainSums) {
  EXPECT_THAT(reason(page({})), HasSubstr("State a density first"));
  run("density blocks 2.5\nfilter blocks 'rock != \"OX\"'");
  const ChartPage chart = page({});
  const auto& body = std::get<XyBody>(chart.body);
  ASSERT_EQ(body.series.size(), 2U);
  EXPECT_THAT(body.x.title, HasSubstr("cut-off on cu_pct, %"));
  EXPECT_THAT(body.left.title, HasSubstr("Mt"));
  ASSERT_TRUE(body.right.has_value());
  const auto& grade = model().columns[0].values;
  for (std::size_t i = 0; i < body.series[0].x.size(); i += 7) {
    const auto cutoff = static_cast<float>(body.series[0].x[i]);
    double tonnes = 0, metal = 0;
    for (std::size_t b = 0; b < model().blockCount(); ++b) {
      if (model().columns[1].category(b) == "OX" || !(grade[b] >= cutoff)) continue;
      tonnes += 25 * 25 * 20 * 2.5;
      metal += 25 * 25 * 20 * 2.5 * static_cast<double>(grade[b]);
    }
    EXPECT_NEAR(body.series[0].y[i], tonnes / 1e6, 1e-9 * tonnes);
    EXPECT_NEAR(body.series[1].y[i], metal / tonnes, 1e-9);
  }
  EXPECT_THAT(chart.footer, Contains(HasSubstr("no resource statement")));
  EXPECT_THAT(chart.footer, Contains(HasSubstr("density 2.5 t/m3 stated")));
  EXPECT_THAT(chart.footer, Contains(HasSubstr("rock != \"OX\"")));
}

TEST_F(Charts, DistributionsAreOfWhatIsShown) {
  run("range blocks cu_pct 0.4 *");
  const ChartPage chart = page({.kind = ChartKind::Histogram});
  const auto& bars = std::get<XyBody>(chart.body).series[0];
  double sum = 0;
  for (const double share : bars.y) sum += share;
  EXPECT_NEAR(sum, 100, 1e-9);
  EXPECT_GE(bars.x.front(), 0.4);
  EXPECT_THAT(chart.footer, Contains(HasSubstr("weighted by volume; density not stated")));
  const ChartPage plot = page({.kind = ChartKind::Probability}, "drillholes", "Cu_pct");
  const auto& points = std::get<XyBody>(plot.body).series[0];
  EXPECT_TRUE(std::is_sorted(points.y.begin(), points.y.end()));
  EXPECT_THAT(plot.footer, Contains(HasSubstr("down-hole length")));
  run("range blocks cu_pct 99 *");
  EXPECT_THAT(reason(page({.kind = ChartKind::Histogram})), HasSubstr("Nothing that is shown"));
}

TEST_F(Charts, SwathComparesBlocksWithComposites) {
  const ChartPage chart = page({.kind = ChartKind::Swath, .azimuth = 90});
  const auto& body = std::get<XyBody>(chart.body);
  ASSERT_EQ(body.series.size(), 3U);
  EXPECT_EQ(body.x.title, "easting, m");
  // The slice around the core by one loop: slices are two blocks wide, at multiples of 50 m.
  const std::size_t slice = body.series[1].x.size() / 2;
  const double lo = body.series[1].x[slice] - 25, hi = lo + 50;
  double sum = 0, count = 0;
  for (std::size_t b = 0; b < model().blockCount(); ++b) {
    const double x = model().blockCenter(b).x;
    const float grade = model().columns[0].values[b];
    if (x < lo || x >= hi || std::isnan(grade)) continue;
    sum += static_cast<double>(grade);
    ++count;
  }
  EXPECT_NEAR(body.series[1].y[slice], sum / count, 1e-9);
  EXPECT_THAT(chart.footer, Contains(HasSubstr("not declustered")));
  EXPECT_EQ(std::get<XyBody>(page({.kind = ChartKind::Swath, .vertical = true}).body).x.title, "height, m");
  EXPECT_THAT(reason(page({.kind = ChartKind::Swath, .width = 1e-4})), HasSubstr("more than can be drawn"));
}

TEST_F(Charts, StripLogShowsRocksAndWhatWasNotSampled) {
  const ChartPage chart = page({.kind = ChartKind::StripLog, .hole = "S-102"}, "drillholes", "Cu_pct");
  EXPECT_EQ(chart.title, "Down-hole log of S-102");
  const auto& body = std::get<LogBody>(chart.body);
  ASSERT_EQ(body.tracks.size(), 3U);  // kind, rock, copper
  EXPECT_EQ(body.tracks[1].intervals.size(), 2U) << "one rock, logged in pieces, is one interval";
  EXPECT_EQ(body.tracks[1].intervals[0].pattern, RockPattern::Crosses);
  EXPECT_EQ(body.tracks[1].intervals[1].pattern, RockPattern::Vees);
  const LogTrack& copper = body.tracks[2];
  EXPECT_EQ(copper.intervals.size(), 34U);
  EXPECT_EQ(copper.intervals[10].label, "not sampled");
  EXPECT_EQ(copper.intervals[9].label, "");
  EXPECT_THAT(reason(page({.kind = ChartKind::StripLog, .hole = "S-999"}, "drillholes", "Cu_pct")),
              HasSubstr("no hole 'S-999'"));
  run("pick drillholes assay 40 318400 3218200 1000");  // row 40 is of the second hole
  EXPECT_EQ(page({.kind = ChartKind::StripLog}, "drillholes", "Cu_pct").title, "Down-hole log of S-102");
}

TEST_F(Charts, StereonetPlotsPolesAndCountsWhatHasNone) {
  const ChartPage chart = page({.kind = ChartKind::Stereonet}, "drillholes", "Cu_pct");
  const auto& body = std::get<NetBody>(chart.body);
  std::size_t poles = 0;
  for (const NetBody::Set& set : body.sets) poles += set.poles.size();
  EXPECT_EQ(poles, 18U);
  EXPECT_EQ(body.sets[0].name, "joint");
  EXPECT_NEAR(body.sets[0].poles[0][0], -0.5411961, 1e-6);  // a plane that dips 45 degrees to the east
  EXPECT_THAT(chart.footer, Contains(HasSubstr("2 rows without a dip")));
}

TEST_F(Charts, InterceptsSayTheirRule) {
  const ChartPage chart =
      page({.kind = ChartKind::Intercepts, .cutoff = 0.5, .shortest = 10}, "drillholes", "Cu_pct");
  const auto& body = std::get<TableBody>(chart.body);
  ASSERT_FALSE(body.rows.empty());
  EXPECT_THAT(body.head, Contains("length, m"));
  EXPECT_THAT(chart.footer, Contains(HasSubstr("down-hole length, true width not known")));
  EXPECT_THAT(reason(page({.kind = ChartKind::Intercepts, .cutoff = 50}, "drillholes", "Cu_pct")),
              HasSubstr("No hole has an intercept"));
}

TEST_F(Charts, SayWhereTheyComeFromAndWhatIsMadeUp) {
  deposit_->synthetic = true;
  deposit_->syntheticNote = "SYNTHETIC - test, seed 1";
  for (const ChartKindName& kind : kChartKinds) {
    if (kind.kind == ChartKind::Chain) continue;  // the truth of this one is not known
    run("density blocks 2.5");
    const ChartPage chart = page({.kind = kind.kind, .cutoff = 0.5});
    EXPECT_NE(chart.drawn(), isOfPlan(kind.kind)) << kind.word << ": the sample has no mine plan";
    EXPECT_EQ(chart.synthetic, "SYNTHETIC - test, seed 1");
    EXPECT_THAT(chart.footer.front(), HasSubstr("Source: sample, "));
    EXPECT_EQ(chartKindFromWord(kind.word), kind.kind);
  }
  EXPECT_FALSE(chartQuestion(deposit_, state_, "blocks", "rock", {}).has_value());
}

TEST_F(Charts, IntervalsOfALogAreThoseOfTheHole) {
  const ChartPage chart = page({.kind = ChartKind::StripLog, .hole = "S-102"}, "drillholes", "Cu_pct");
  const auto& log = std::get<LogBody>(chart.body);
  EXPECT_EQ(log.object, "drillholes");
  const geology::DrillHoles& holes = *deposit_->drillholes.front();
  std::size_t bars = 0;
  for (const LogTrack& track : log.tracks) {
    const geology::IntervalTable* table = holes.table(track.table);
    ASSERT_NE(table, nullptr);
    for (const LogInterval& one : track.intervals) {
      ASSERT_LT(one.row, table->size());
      const geology::DrillHole& hole = holes.holes[table->hole[one.row]];
      EXPECT_EQ(hole.id, "S-102");
      EXPECT_EQ(one.from, table->from[one.row]);
      EXPECT_FALSE(one.picked);
      const double middle = (table->from[one.row] + table->to[one.row]) / 2;
      EXPECT_LT(length(one.middle - hole.trace.positionAt(middle)), 1e-9);
      bars += track.bars ? 1 : 0;
    }
  }
  EXPECT_GT(bars, 0U);
}

TEST_F(Charts, ThePickedIntervalIsMarkedInTheLog) {
  const geology::DrillHoles& holes = *deposit_->drillholes.front();
  const geology::IntervalTable& table = holes.tables.front();
  const std::size_t row = 5;
  state_.pick = PickState{holes.name, table.name, row, {}};
  const ChartPage chart = page({.kind = ChartKind::StripLog}, "drillholes", "Cu_pct");
  const auto& log = std::get<LogBody>(chart.body);
  std::size_t marked = 0;
  for (const LogTrack& track : log.tracks)
    for (const LogInterval& one : track.intervals) {
      if (one.picked) {
        EXPECT_EQ(track.table, table.name);
        EXPECT_EQ(one.row, row);
        ++marked;
      }
    }
  EXPECT_GT(marked, 0U);
  // A rock that is logged in pieces is one interval, whichever piece is picked.
  state_.pick = PickState{holes.name, "structure", 1, {}};
  const ChartPage rocks = page({.kind = ChartKind::StripLog}, "drillholes", "Cu_pct");
  std::vector<std::string> names;
  for (const LogTrack& track : std::get<LogBody>(rocks.body).tracks)
    for (const LogInterval& one : track.intervals)
      if (one.picked) names.push_back(one.label);
  EXPECT_THAT(names, Contains("granite"));
}

TEST_F(Charts, TracksStandSideBySideUnderOneDepth) {
  const ChartPage chart = page({.kind = ChartKind::StripLog, .hole = "S-102"}, "drillholes", "Cu_pct");
  const auto& log = std::get<LogBody>(chart.body);
  const PageRect room{20, 40, 900, 500};
  for (const double scale : {1.0, 2.0}) {
    const LogPlace place = placeLog(log, room, scale);
    ASSERT_EQ(place.tracks.size(), log.tracks.size());
    EXPECT_EQ(place.at(log.from), place.plot.top());
    EXPECT_EQ(place.at(log.to), place.plot.y);
    EXPECT_NEAR(place.at((log.from + log.to) / 2), place.plot.y + place.plot.height / 2, 1e-9);
    for (std::size_t t = 0; t < place.tracks.size(); ++t) {
      EXPECT_GE(place.tracks[t].x, room.x);
      EXPECT_LE(place.tracks[t].right(), room.right());
      if (t > 0) {
        EXPECT_GT(place.tracks[t].x, place.tracks[t - 1].right());
      }
    }
  }
}

TEST(ChartAxes, EndsAreRound) {
  EXPECT_EQ(roundEnd(0.93), 1);
  EXPECT_EQ(roundEnd(1.05), 1.2);
  EXPECT_EQ(roundEnd(412), 500);
  EXPECT_EQ(roundEnd(0), 1);
  EXPECT_DOUBLE_EQ(roundEnd(0.0031), 0.004);
}

}  // namespace
}  // namespace adit::viewer
