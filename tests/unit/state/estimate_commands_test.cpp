#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geology/estimation/plan_edit.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

std::string planText() {
  estimation::EstimationPlan plan;
  plan.column = "cu";
  plan.search = estimation::sphere(100);
  plan.passes = {{{1, 16, 4, 0}, 4, 2}};
  plan.target.lattice.count = {2, 2, 2};
  plan.target.lattice.size = {10, 10, 10};
  return estimation::planToLine(plan);
}
std::string beginning() {
  return formatCommand(command("estimate plan", planText())) + "\n";
}

OrError<ViewState> result(const std::string& script) {
  return applyScript({}, script, geology::Deposit{});
}
estimation::EstimationPlan planAfter(const std::string& script) {
  const auto state = result(beginning() + script);
  if (const auto* error = std::get_if<CommandError>(&state)) {
    ADD_FAILURE() << error->message;
    return {};
  }
  return *estimation::planFromJson(std::get<ViewState>(state).estimate.plan).plan;
}
std::string faultOf(const std::string& script) {
  const auto state = result(script);
  const auto* error = std::get_if<CommandError>(&state);
  return error != nullptr ? error->message : std::string();
}

TEST(EstimateCommands, APlanIsKeptInOneForm) {
  const auto state = result(beginning());
  ASSERT_TRUE(std::holds_alternative<ViewState>(state)) << std::get<CommandError>(state).message;
  EXPECT_EQ(std::get<ViewState>(state).estimate.plan, planText());
  // Of the same plan, written with line breaks.
  const std::string wide = estimation::planToJson(*estimation::planFromJson(planText()).plan);
  const auto again = result(formatCommand(command("estimate plan", wide)));
  EXPECT_EQ(std::get<ViewState>(again), std::get<ViewState>(state));
  EXPECT_EQ(std::get<ViewState>(result(beginning() + "estimate ellipsoid on\nestimate plan none")),
            ViewState{});
}

TEST(EstimateCommands, MembersAreChangedOneByOne) {
  EXPECT_EQ(planAfter("estimate set passes[0].maxSamples 24").passes[0].limits.maxSamples, 24U);
  EXPECT_EQ(planAfter("estimate set search.ranges [120,60,30]").search.range,
            (std::array<double, 3>{120, 60, 30}));
  EXPECT_EQ(planAfter("estimate set topCut 2.5").topCut, 2.5);
  EXPECT_EQ(planAfter("estimate set topCut 2.5\nestimate set topCut none").topCut, std::nullopt);
  EXPECT_EQ(planAfter("estimate set estimator.power 3").estimator,
            estimation::Estimator(estimation::InverseDistance{3}));
}

TEST(EstimateCommands, FaultsSayWhatIsWrong) {
  EXPECT_THAT(faultOf("estimate plan nonsense"), HasSubstr("no JSON"));
  EXPECT_THAT(faultOf("estimate set topCut 2"), HasSubstr("no plan yet"));
  EXPECT_THAT(faultOf(beginning() + "estimate set passes[0].maxSamples many"),
              HasSubstr("passes[0].maxSamples"));
  EXPECT_THAT(faultOf(beginning() + "estimate set composits.length 2"), HasSubstr("composits"));
}

TEST(EstimateCommands, AViewCarriesThePlan) {
  const ViewState state = std::get<ViewState>(result(beginning() + "estimate ellipsoid on"));
  const auto read = stateFromJson(toJson(state));
  ASSERT_TRUE(std::holds_alternative<ViewState>(read)) << std::get<CommandError>(read).message;
  EXPECT_EQ(std::get<ViewState>(read), state);
  ViewState broken = state;
  broken.estimate.plan = R"({"column":"cu"})";
  const auto fault = stateFromJson(toJson(broken));
  ASSERT_TRUE(std::holds_alternative<CommandError>(fault));
  EXPECT_THAT(std::get<CommandError>(fault).message, HasSubstr("estimate.plan"));
}

}  // namespace
}  // namespace adit::viewer
