#include "viewer/app/gestures.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/panels/sample_deposit.h"

namespace adit::viewer {
namespace {

CameraState northView() {
  CameraState camera;
  camera.framed = true;
  camera.focus = {500000, 4000000, 1000};
  camera.bearing = 0;
  camera.plunge = 20;
  camera.distance = 800;
  return camera;
}

/// What the program makes of a command.
ViewState after(const Command& command, ViewState state = {}) {
  static const auto kDeposit = tests::sampleDeposit();
  auto next = apply(state, command, *kDeposit);
  if (const auto* fault = std::get_if<CommandError>(&next)) {
    ADD_FAILURE() << fault->message;
    return state;
  }
  return std::get<ViewState>(std::move(next));
}

/// Where a point is on the screen, in shares of the view's height from its centre, up positive.
std::array<double, 2> onScreen(const CameraState& camera, const Vec3& point) {
  const CameraAxes axes = axesOf(camera);
  const Vec3 fromEye = point - poseOf(camera).eye;
  const double depth = dot(fromEye, axes.forward);
  const double height = 2 * depth * std::tan(camera.viewAngle * 3.14159265358979323846 / 360);
  return {dot(fromEye, axes.right) / height, dot(fromEye, axes.up) / height};
}

TEST(Gestures, HalfTheHeightTurnsByAQuarter) {
  const CameraState turned = after(orbitGesture(northView(), {400, 0, 800})).camera;
  EXPECT_NEAR(turned.bearing, 90, 1e-9);
  EXPECT_EQ(turned.focus, northView().focus);
  EXPECT_TRUE(turned.framed);
}

TEST(Gestures, DraggingDownLooksFromHigherAndStopsAtThePlan) {
  EXPECT_NEAR(after(orbitGesture(northView(), {0, 100, 900})).camera.plunge, 40, 1e-9);
  EXPECT_EQ(after(orbitGesture(northView(), {0, 900, 900})).camera.plunge, 90);
}

TEST(Gestures, ThePointUnderThePointerFollowsAPan) {
  const CameraState before = northView();
  const auto start = onScreen(before, before.focus);
  const CameraState moved = after(panGesture(before, {120, -60, 600}, 1)).camera;
  const auto end = onScreen(moved, before.focus);
  EXPECT_NEAR(end[0] - start[0], 0.2, 1e-6);
  EXPECT_NEAR(end[1] - start[1], 0.1, 1e-6);
}

TEST(Gestures, ThePointUnderThePointerStaysWhenZooming) {
  const CameraState before = northView();
  const Vec3 target = before.focus + Vec3{60, 20, -30};
  const CameraState closer = after(zoomGesture(before, 3, target)).camera;
  EXPECT_LT(closer.distance, before.distance);
  EXPECT_NEAR(onScreen(closer, target)[0], onScreen(before, target)[0], 1e-6);
  EXPECT_NEAR(onScreen(closer, target)[1], onScreen(before, target)[1], 1e-6);
  const CameraState back = after(zoomGesture(closer, -3, target)).camera;
  EXPECT_NEAR(back.distance, before.distance, 1e-6);
}

TEST(Gestures, LookingAroundKeepsTheEye) {
  const CameraState before = northView();
  const CameraState turned = after(lookAroundGesture(before, {300, 40, 900})).camera;
  EXPECT_NEAR(length(poseOf(turned).eye - poseOf(before).eye), 0, 1e-6);
  EXPECT_NE(turned.bearing, before.bearing);
}

TEST(Gestures, ADoubleClickFocusesFromNearer) {
  const CameraState focused = after(focusGesture(northView(), {1, 2, 3})).camera;
  EXPECT_EQ(focused.focus, (Vec3{1, 2, 3}));
  EXPECT_EQ(focused.distance, 400);
}

ViewState withSection(double strike, double dip) {
  ViewState state;
  SectionState section;
  section.strike = strike;
  section.dip = dip;
  section.point = {500000, 4000000, 1000};
  state.sections.push_back(section);
  return state;
}

TEST(Gestures, ASectionFollowsThePointerAlongItsNormal) {
  const ViewState state = withSection(0, 90);  // its normal points east, to the right of a view to the north
  const CameraState camera = northView();
  const double pixels = 90, height = 900;
  const ViewState moved = after(moveSectionGesture(state.sections[0], camera, {pixels, 0, height}), state);
  EXPECT_NEAR(moved.sections[0].point.x - 500000, pixels / height * viewHeight(camera), 1e-6);
  EXPECT_NEAR(moved.sections[0].point.y, 4000000, 1e-6);
}

TEST(Gestures, ASectionSeenSquarelyIsPushedAwayByDraggingUp) {
  CameraState camera = northView();
  camera.plunge = 0;
  const ViewState state = withSection(90, 90);  // its normal points south, towards the eye
  const ViewState moved = after(moveSectionGesture(state.sections[0], camera, {0, -90, 900}), state);
  EXPECT_GT(moved.sections[0].point.y, 4000000);
}

TEST(Gestures, TurningASectionKeepsItsDipBetweenFlatAndUpright) {
  ViewState state = withSection(350, 80);
  for (const Command& turn : turnSectionGesture(state.sections[0], {200, 500, 900}))
    state = after(turn, state);
  EXPECT_NEAR(state.sections[0].strike, 10, 1e-9);
  EXPECT_EQ(state.sections[0].dip, 90);
}

TEST(Gestures, TheFlatViewMovesWithThePointer) {
  const ViewState panned = after(panFlatGesture({}, {10, 20, 900}, 0.5));
  EXPECT_EQ(panned.sectionView.pan[0], -5);
  EXPECT_EQ(panned.sectionView.pan[1], 10);
  EXPECT_GT(after(zoomFlatGesture({}, 1)).sectionView.zoom, 1);
}

TEST(Gestures, AClickMeansWhatItsToolSays) {
  const PickState block{"Block model", "", 45, {1, 2, 3}};
  EXPECT_EQ(formatCommand(*clickGesture(ToolKind::Orbit, {block, Vec3{1, 2, 3}, ""})),
            "pick \"Block model\" - 45 1 2 3");
  EXPECT_EQ(formatCommand(*clickGesture(ToolKind::Orbit, {std::nullopt, Vec3{}, ""})), "unpick");
  EXPECT_EQ(formatCommand(*clickGesture(ToolKind::MeasureArea, {block, Vec3{4, 5, 6}, ""})),
            "measure add 4 5 6");
  EXPECT_FALSE(clickGesture(ToolKind::MeasureDistance, {}).has_value());
  EXPECT_EQ(after(*clickGesture(ToolKind::Orbit, {block, Vec3{1, 2, 3}, ""})).pick, block);
}

TEST(Gestures, ThePlacingToolStandsTheAssetWhereOneClicks) {
  const Click click{std::nullopt, Vec3{4, 5, 6}, "head frame"};
  EXPECT_EQ(formatCommand(*clickGesture(ToolKind::PlaceAsset, click)), "asset place \"head frame\" 4 5 6");
  EXPECT_FALSE(clickGesture(ToolKind::PlaceAsset, {std::nullopt, std::nullopt, "head frame"}).has_value());
  EXPECT_FALSE(clickGesture(ToolKind::PlaceAsset, {std::nullopt, Vec3{4, 5, 6}, ""}).has_value());
}

TEST(Gestures, WalkingMovesEyeAndFocusTogether) {
  ViewState state;
  state.camera = northView();
  WalkKeys keys;
  keys.forward = true;
  const CameraState walked = after(walkGesture(state.camera, keys, 0.5), state).camera;
  const Vec3 step = walked.focus - state.camera.focus;
  EXPECT_GT(step.y, 0);
  EXPECT_NEAR(length(poseOf(walked).eye - poseOf(state.camera).eye - step), 0, 1e-6);
  keys.back = true;
  EXPECT_NEAR(length(after(walkGesture(state.camera, keys, 0.5), state).camera.focus - state.camera.focus), 0,
              1e-9);
}

}  // namespace
}  // namespace adit::viewer
