// What is revealed is what was counted: every hidden row under its reason, once, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "tests/support/random_blocks.h"
#include "viewer/geometry/selection.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/state/command.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::Deposit;
using testing::ElementsAre;
using tests::BlockShape;
using tests::RandomBlocks;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

using Select = std::function<Selection(const ViewState&)>;

/// Numbers with gaps, and two columns of categories that share a name.
std::vector<geology::Column> randomColumns(RandomBlocks& random, std::size_t rows) {
  std::vector<float> cu;
  std::vector<std::string> rock, zone;
  for (std::size_t i = 0; i < rows; ++i) {
    cu.push_back(random.oneIn(7) ? geology::kMissing : static_cast<float>(random.below(20)) / 10);
    rock.push_back(random.oneIn(9) ? "" : std::string(1, static_cast<char>('A' + random.below(4))));
    zone.push_back(random.oneIn(5) ? "B" : "Z");
  }
  return {geology::numericColumn("cu", cu), geology::categoryColumn("rock", rock),
          geology::categoryColumn("zone", zone)};
}

ViewState randomState(RandomBlocks& random, const std::string& object, const geology::Box3& bounds) {
  ViewState state;
  FilterState& filter = state.filters[object];
  if (!random.oneIn(3)) filter.ranges["cu"] = {0.4, random.oneIn(2) ? kInfinity : 1.4};
  if (random.oneIn(2)) filter.hiddenCategories["rock"] = {"B", random.oneIn(2) ? "" : "C"};
  if (random.oneIn(2)) filter.hiddenCategories["zone"] = {"B"};
  if (random.oneIn(3)) filter.expression = "cu > 0.2 or rock == 'A'";
  filter.showMissing = random.oneIn(2);
  const auto place = [&] {
    return Vec3{random.within(bounds.min.x, bounds.max.x), random.within(bounds.min.y, bounds.max.y),
                random.within(bounds.min.z, bounds.max.z)};
  };
  if (random.oneIn(2)) {
    SectionState section;
    section.point = place();
    section.strike = random.within(0, 360);
    section.dip = random.within(0, 90);
    section.thickness = random.oneIn(2) ? random.within(5, 60) : 0;
    state.sections = {section};
  }
  if (random.oneIn(3)) {
    const Vec3 a = place(), b = place();
    state.box.on = true;
    state.box.min = {std::min(a.x, b.x), std::min(a.y, b.y), std::min(a.z, b.z)};
    state.box.max = {std::max(a.x, b.x), std::max(a.y, b.y), std::max(a.z, b.z)};
  }
  if (random.oneIn(6)) state.layers[object].visible = false;
  return state;
}

/// Every reason of the state is revealed in turn: its rows are as many as were counted, none is under two
/// reasons, none was shown, and none is left over.
void expectEveryReasonRevealed(const Select& select, const ViewState& state, const std::string& object,
                               std::size_t& reasons) {
  const Selection plain = select(state);
  BitMask seen = *plain.shown;
  for (const HiddenCount& hidden : plain.count.hidden) {
    ViewState asked = state;
    asked.reveal = RevealState{object, hidden.reason};
    const Selection revealed = select(asked);
    EXPECT_EQ(revealed.count.shown, hidden.count) << hidden.reason;
    EXPECT_EQ(revealed.shown->count(), hidden.count) << hidden.reason;
    BitMask again = *revealed.shown;
    EXPECT_EQ((again &= seen).count(), 0U) << hidden.reason;
    seen |= *revealed.shown;
    std::size_t others = 0;
    std::set<std::string> names;
    for (const HiddenCount& other : revealed.count.hidden) {
      others += other.count;
      EXPECT_TRUE(names.insert(other.reason).second) << "counted twice: " << other.reason;
    }
    EXPECT_EQ(revealed.count.shown + others, revealed.count.total);
    EXPECT_FALSE(names.contains(hidden.reason)) << "it is shown";
    ++reasons;
    // The view in which it is drawn shows the same rows.
    EXPECT_EQ(*select(revealingView(asked)).shown, *revealed.shown) << hidden.reason;
  }
  EXPECT_EQ(seen, BitMask(seen.size(), true)) << "a row is hidden without a reason";
}

TEST(Reveal, EveryHiddenBlockUnderItsReason) {
  std::size_t reasons = 0;
  for (unsigned seed = 0; seed < 120; ++seed) {
    RandomBlocks random(seed);
    auto model = std::make_shared<geology::BlockModel>(
        random.model(static_cast<BlockShape>(seed % 3), {7 + random.below(9), 6, 5}));
    model->columns = randomColumns(random, model->blockCount());
    Deposit deposit;
    deposit.blockModels = {model};
    const ViewState state = randomState(random, "blocks", deposit.bounds());
    SelectionCache cache;
    SCOPED_TRACE("seed " + std::to_string(seed));
    expectEveryReasonRevealed(
        [&](const ViewState& view) { return selectBlocks(*model, view, deposit, &cache); }, state, "blocks",
        reasons);
  }
  EXPECT_GT(reasons, 200U);
}

/// Holes that dip, some of them drilled in a year that nobody wrote down, some without a survey.
std::shared_ptr<geology::DrillHoles> randomHoles(RandomBlocks& random) {
  auto holes = std::make_shared<geology::DrillHoles>();
  holes->name = "holes";
  geology::IntervalTable assay;
  assay.name = "assay";
  std::vector<float> years;
  for (std::uint32_t h = 0; h < 12; ++h) {
    geology::DrillHole hole;
    hole.id = "H" + std::to_string(h);
    hole.collar = {random.within(0, 200), random.within(0, 200), 100};
    hole.length = 90;
    const Vec3 along = geology::normalized({random.within(-0.5, 0.5), random.within(-0.5, 0.5), -1});
    hole.trace = geology::HoleTrace({{0, hole.collar, along}, {90, hole.collar + along * 90, along}});
    if (random.oneIn(3)) hole.basis = geology::TraceBasis::AssumedVertical;
    years.push_back(random.oneIn(4) ? geology::kMissing : static_cast<float>(2001 + h));
    holes->holes.push_back(hole);
    for (int m = 0; m < 9; ++m) {
      assay.hole.push_back(h);
      assay.from.push_back(m * 10);
      assay.to.push_back(m * 10 + 10);
    }
  }
  holes->collarColumns = {geology::numericColumn("year", years)};
  assay.columns = randomColumns(random, assay.size());
  holes->tables = {assay};
  return holes;
}

TEST(Reveal, EveryHiddenIntervalUnderItsReason) {
  std::size_t reasons = 0;
  for (unsigned seed = 0; seed < 80; ++seed) {
    RandomBlocks random(seed);
    const auto holes = randomHoles(random);
    Deposit deposit;
    deposit.drillholes = {holes};
    ViewState state = randomState(random, "holes", deposit.bounds());
    if (random.oneIn(2)) state.asOf = "2006";
    SelectionCache cache;
    SCOPED_TRACE("seed " + std::to_string(seed));
    expectEveryReasonRevealed(
        [&](const ViewState& view) {
          return selectIntervals(*holes, holes->tables[0], view, deposit, &cache);
        },
        state, "holes", reasons);
  }
  EXPECT_GT(reasons, 150U);
}

TEST(Reveal, HolesWithoutASurveyAreShownAlone) {
  RandomBlocks random(3);
  const auto holes = randomHoles(random);
  Deposit deposit;
  deposit.drillholes = {holes};
  ViewState state;
  state.filters["holes"].ranges["cu"] = {0.5, kInfinity};
  const geology::IntervalTable& table = holes->tables[0];
  const Selection plain = selectIntervals(*holes, table, state, deposit);
  state.reveal = RevealState{"holes", kNoSurvey};
  const Selection alone = selectIntervals(*holes, table, state, deposit);
  std::size_t expected = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const bool wanted =
        plain.shown->test(i) && holes->holes[table.hole[i]].basis != geology::TraceBasis::Surveyed;
    EXPECT_EQ(alone.shown->test(i), wanted) << i;
    expected += wanted ? 1 : 0;
  }
  EXPECT_GT(expected, 0U);
  EXPECT_EQ(alone.count.shown, expected);
  std::size_t hidden = 0;
  for (const HiddenCount& count : alone.count.hidden) hidden += count.count;
  EXPECT_EQ(hidden + expected, table.size());
}

TEST(Reveal, ByHand) {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.size = {10, 10, 10};
  model->lattice.count = {5, 1, 1};
  model->columns = {geology::numericColumn("cu", {0.1F, 0.5F, geology::kMissing, 0.9F, 0.2F})};
  Deposit deposit;
  deposit.blockModels = {model};
  ViewState state;
  state.filters["blocks"].ranges["cu"] = {0.3, kInfinity};
  state.sections = {{.point = {30, 5, 5}}};  // cuts away the fourth and the fifth block
  const auto rows = [&](const std::string& reason) {
    state.reveal = RevealState{"blocks", reason};
    std::string text;
    const Selection selection = selectBlocks(*model, state, deposit);
    for (std::size_t b = 0; b < 5; ++b) text += selection.shown->test(b) ? '1' : '0';
    return text;
  };
  EXPECT_EQ(rows("below range cu"), "10001")
      << "the fifth too: it is counted there, though it is cut as well";
  EXPECT_EQ(rows("no value cu"), "00100");
  EXPECT_EQ(rows("section"), "00010");
  EXPECT_EQ(rows(kNotHidden), "01000");
  EXPECT_EQ(rows("box"), "00000");
  state.reveal->object = "another";
  EXPECT_EQ(selectBlocks(*model, state, deposit).count.shown, 1U);
}

TEST(Reveal, Commands) {
  Deposit deposit;
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  deposit.blockModels = {model};
  const auto after = [&](const ViewState& state, const char* line) {
    return apply(state, std::get<Command>(parseCommand(line)), deposit);
  };
  const auto revealed = std::get<ViewState>(after({}, "reveal blocks 'below range cu_pct'"));
  ASSERT_TRUE(revealed.reveal);
  EXPECT_EQ(revealed.reveal->reason, "below range cu_pct");
  EXPECT_EQ(revealText(revealed), "Only what is hidden by below range cu_pct is shown of blocks");
  EXPECT_EQ(std::get<ViewState>(after(revealed, "reveal off")), ViewState{});
  EXPECT_TRUE(std::holds_alternative<CommandError>(after({}, "reveal nothing section")));
  EXPECT_TRUE(std::holds_alternative<CommandError>(after({}, "reveal blocks")));
}

}  // namespace
}  // namespace adit::viewer
