// Commands of a person on foot: where the eye is afterwards.
#include <gtest/gtest.h>

#include "viewer/state/camera.h"
#include "viewer/state/command.h"
#include "viewer/state/on_foot.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

/// Ground that rises by 1 in 10 to the east; a mine of one column of three blocks, taken one a period.
geology::Deposit hill(geology::LengthUnit unit = geology::LengthUnit::Metre) {
  geology::Deposit deposit;
  deposit.unit = unit;
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "ground";
  terrain->columns = terrain->rows = 3;
  terrain->stepColumn = {100, 0};
  terrain->stepRow = {0, 100};
  terrain->heights = {30, 40, 50, 30, 40, 50, 30, 40, 50};
  deposit.terrains = {terrain};
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.origin = {100, 100, 0};
  model->lattice.size = {20, 20, 15};
  model->lattice.count = {1, 1, 3};
  deposit.blockModels = {model};
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "plan";
  for (const char* label : {"1", "2", "3"}) plan->periods.push_back({label, {}, 1});
  geology::PlanBlocks blocks;
  blocks.model = "blocks";
  blocks.period = {2, 1, 0};
  blocks.minedAt = geology::numericColumn("mined_at", {3, 2, 1});
  plan->blocks = {blocks};
  deposit.plans = {plan};
  return deposit;
}

ViewState after(const std::string& script, const geology::Deposit& deposit) {
  const auto result = applyScript({}, script, deposit);
  const auto* error = std::get_if<CommandError>(&result);
  EXPECT_EQ(error, nullptr) << (error != nullptr ? error->message : "");
  return error != nullptr ? ViewState{} : std::get<ViewState>(result);
}
std::string faultOfScript(const std::string& script, const geology::Deposit& deposit) {
  const auto result = applyScript({}, script, deposit);
  const auto* error = std::get_if<CommandError>(&result);
  return error != nullptr ? error->message : "";
}
Vec3 eyeAfter(const std::string& script, const geology::Deposit& deposit = hill()) {
  const ViewState state = after(script, deposit);
  return eyeOf(state.camera, state.exaggeration);
}
void expectNear(const Vec3& a, const Vec3& b) {
  EXPECT_NEAR(a.x, b.x, 1e-9);
  EXPECT_NEAR(a.y, b.y, 1e-9);
  EXPECT_NEAR(a.z, b.z, 1e-9);
}

TEST(WalkTo, StandsOnTheGroundAtEyeHeight) {
  expectNear(eyeAfter("walk to 50 20"), {50, 20, 35 + 1.7});
  expectNear(eyeAfter("walk to 50 20 ground 90"), {50, 20, 36.7});
  expectNear(eyeAfter("walk eye 3\nwalk to 50 20"), {50, 20, 38});
  expectNear(eyeAfter("walk to 50 20 12"), {50, 20, 13.7});
  expectNear(eyeAfter("exaggeration 3\nwalk to 50 20"), {50, 20, 36.7});
  expectNear(eyeAfter("walk to 50 20", hill(geology::LengthUnit::Foot)), {50, 20, 35 + 1.7 / 0.3048});
}

TEST(WalkTo, StandsOnTheGroundAsMined) {
  expectNear(eyeAfter("walk to 110 110"), {110, 110, 41 + 1.7});
  expectNear(eyeAfter("plan time 1\nwalk to 110 110"), {110, 110, 30 + 1.7});
  expectNear(eyeAfter("plan time 2.5\nwalk to 110 110"), {110, 110, 15 + 1.7});
  expectNear(eyeAfter("plan time 3\nhide ground\nwalk to 110 110"), {110, 110, 1.7});
}

TEST(WalkTo, LooksAheadAsAPersonDoes) {
  const ViewState state = after("camera 0 0 0 10 60 900\nwalk to 50 20 35 -90", hill());
  EXPECT_EQ(state.tool, ToolKind::Walk);
  EXPECT_EQ(state.camera.bearing, 270);
  EXPECT_EQ(state.camera.plunge, 0);
  EXPECT_EQ(state.camera.viewAngle, kViewAngleOnFoot);
  EXPECT_FALSE(state.camera.orthographic);
  EXPECT_EQ(after("walk to 50 20\ntool orbit", hill()).camera.viewAngle, CameraState{}.viewAngle);
}

TEST(WalkTo, SaysWhereThereIsNoGround) {
  EXPECT_NE(faultOfScript("walk to -50 20", hill()).find("no ground"), std::string::npos);
  EXPECT_NE(faultOfScript("hide ground\nplan off\nwalk to 50 20", hill()).find("no ground"),
            std::string::npos);
  EXPECT_NE(faultOfScript("walk to 50", hill()).find("Y is missing"), std::string::npos);
  EXPECT_NE(faultOfScript("walk eye 0.1", hill()).find("METRES"), std::string::npos);
}

TEST(WalkTo, OpenSurfacesAreGroundToo) {
  geology::Deposit deposit = hill();
  auto pad = std::make_shared<geology::TriangleMesh>();
  pad->name = "pad";
  pad->vertices = {{0, 0, 60}, {60, 0, 60}, {0, 60, 66}};
  pad->triangles = {{0, 1, 2}};
  deposit.meshes = {pad};
  expectNear(eyeAfter("walk to 10 10", deposit), {10, 10, 61 + 1.7});
  expectNear(eyeAfter("hide pad\nwalk to 10 10", deposit), {10, 10, 31 + 1.7});
}

TEST(Walk, SwitchesAndEyeHeight) {
  const ViewState state = after("walk ground off\nwalk lamp toggle\nwalk eye 2.5", hill());
  EXPECT_FALSE(state.walk.ground);
  EXPECT_FALSE(state.walk.lamp);
  EXPECT_EQ(state.walk.eyeHeight, 2.5);
  expectNear(eyeAfter("walk to 50 20\nwalk eye 2.5"), {50, 20, 37.5});
}

}  // namespace
}  // namespace adit::viewer
