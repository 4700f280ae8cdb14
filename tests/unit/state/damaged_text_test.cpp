// The seeds of the fuzz targets and damaged copies of them, as the fuzz targets read them.
#include <gtest/gtest.h>

#include "geology/analysis/expression.h"
#include "tests/support/mutate.h"
#include "tests/support/sample_deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

TEST(DamagedText, AViewIsReadOrRefusedAndComesBackAsItWas) {
  std::size_t accepted = 0;
  tests::readDamagedSeeds("state", 1500, [&](std::string_view text) {
    const auto state = stateFromJson(text);
    if (const auto* error = std::get_if<CommandError>(&state)) {
      EXPECT_FALSE(error->message.empty());
      return;
    }
    ++accepted;
    const auto again = stateFromJson(toJson(std::get<ViewState>(state)));
    ASSERT_TRUE(std::holds_alternative<ViewState>(again)) << text;
    EXPECT_EQ(std::get<ViewState>(again), std::get<ViewState>(state)) << text;
  });
  EXPECT_GT(accepted, 3U);
}

TEST(DamagedText, AScriptGivesAStateThatCanBeSavedOrAReason) {
  const auto deposit = tests::sampleDeposit();
  std::size_t accepted = 0;
  tests::readDamagedSeeds("command", 1500, [&](std::string_view text) {
    const auto result = applyScript({}, text, *deposit);
    if (const auto* error = std::get_if<CommandError>(&result)) {
      EXPECT_TRUE(error->message.starts_with("line ")) << error->message;
      return;
    }
    ++accepted;
    EXPECT_TRUE(std::holds_alternative<ViewState>(stateFromJson(toJson(std::get<ViewState>(result)))))
        << text;
  });
  EXPECT_GT(accepted, 2U);
}

TEST(DamagedText, AnExpressionGivesAMaskOrAReason) {
  const std::vector<geology::Column> columns{geology::numericColumn("cu", {0.2F, geology::kMissing, 2.0F}),
                                             geology::numericColumn("mo ppm", {10, 20, geology::kMissing}),
                                             geology::categoryColumn("rock", {"POR", "", "OX"}),
                                             geology::categoryColumn("zone", {"POR", "OX", ""})};
  std::size_t accepted = 0;
  tests::readDamagedSeeds("expression", 5000, [&](std::string_view text) {
    const auto parsed = analysis::Expression::parse(text, geology::namedColumns(columns));
    if (const auto* error = std::get_if<analysis::ExpressionFault>(&parsed)) {
      EXPECT_FALSE(error->message.empty());
      return;
    }
    ++accepted;
    EXPECT_EQ(
        std::get<analysis::Expression>(parsed).evaluate(geology::namedColumns(columns), 3).words().at(0) >> 3,
        0U);
  });
  EXPECT_GT(accepted, 2U);
}

}  // namespace
}  // namespace adit::viewer
