#include "viewer/state/camera.h"

#include <gtest/gtest.h>

#include <cmath>

#include "viewer/state/angles.h"

namespace adit::viewer {
namespace {

void expectNear(const Vec3& actual, const Vec3& expected, double tolerance = 1e-9) {
  EXPECT_NEAR(actual.x, expected.x, tolerance);
  EXPECT_NEAR(actual.y, expected.y, tolerance);
  EXPECT_NEAR(actual.z, expected.z, tolerance);
}

/// Where a point falls in the view: right and up as shares of half the height.
struct OnScreen {
  double right, up;
};
OnScreen project(const CameraState& camera, Vec3 point, double exaggeration = 1) {
  const CameraPose pose = poseOf(camera);
  const CameraAxes axes = axesOf(camera);
  Vec3 d = point - camera.focus;
  d.z *= exaggeration;
  const double depth = camera.orthographic ? camera.distance : camera.distance + dot(d, axes.forward);
  const double half = std::tan(radians(camera.viewAngle / 2)) * depth;
  EXPECT_NEAR(length(pose.eye - pose.focus), camera.distance, 1e-6);
  return {dot(d, axes.right) / half, dot(d, axes.up) / half};
}

const geology::Box3 kBox{{1000, 2000, 300}, {1400, 2900, 500}};

TEST(Camera, LooksAlongItsBearingAndPlunge) {
  const CameraState east{.framed = true, .focus = {10, 20, 30}, .bearing = 90, .plunge = 0, .distance = 5};
  EXPECT_EQ(poseOf(east).eye, (Vec3{5, 20, 30}));
  EXPECT_EQ(poseOf(east).up, (Vec3{0, 0, 1}));
  const CameraState plan{.framed = true, .focus = {}, .bearing = 0, .plunge = 90, .distance = 5};
  EXPECT_EQ(poseOf(plan).eye, (Vec3{0, 0, 5}));
  EXPECT_EQ(poseOf(plan).up, (Vec3{0, 1, 0}));
  EXPECT_EQ(axesOf(plan).right, (Vec3{1, 0, 0}));
}

TEST(Camera, FramingHoldsEveryCornerAndWastesLittle) {
  for (const bool orthographic : {false, true})
    for (const double aspect : {0.6, 1.0, 1.6})
      for (const double exaggeration : {1.0, 4.0})
        for (double plunge = -90; plunge <= 90; plunge += 30) {
          const CameraState asked{.bearing = 37, .plunge = plunge, .orthographic = orthographic};
          const CameraState camera = resolveCamera(asked, kBox, aspect, exaggeration);
          EXPECT_TRUE(camera.framed);
          EXPECT_EQ(camera.focus, kBox.center());
          double fullest = 0;
          for (int c = 0; c < 8; ++c) {
            const Vec3 corner{c & 1 ? kBox.min.x : kBox.max.x, c & 2 ? kBox.min.y : kBox.max.y,
                              c & 4 ? kBox.min.z : kBox.max.z};
            const OnScreen p = project(camera, corner, exaggeration);
            fullest = std::max({fullest, std::abs(p.right) / aspect, std::abs(p.up)});
          }
          EXPECT_LE(fullest, 1.0);
          EXPECT_GE(fullest, 0.85);
        }
}

TEST(Camera, AFramedCameraIsLeftAlone) {
  const CameraState framed{.framed = true, .focus = {1, 2, 3}, .distance = 7};
  EXPECT_EQ(resolveCamera(framed, kBox, 1, 1), framed);
}

TEST(Camera, AnEmptyDepositAndASinglePointCanBeLookedAt) {
  EXPECT_TRUE(resolveCamera({}, {}, 1.5, 1).framed);
  geology::Box3 point;
  point.include(Vec3{5, 5, 5});
  const CameraState camera = resolveCamera({}, point, 1.5, 1);
  EXPECT_EQ(camera.focus, (Vec3{5, 5, 5}));
  EXPECT_GT(camera.distance, 0);
}

TEST(Camera, OrbitKeepsWithinTheSphere) {
  const CameraState camera = orbited({.bearing = 350, .plunge = 80}, 20, 40);
  EXPECT_DOUBLE_EQ(camera.bearing, 10);
  EXPECT_EQ(camera.plunge, 90);
  EXPECT_DOUBLE_EQ(orbited({.bearing = 10}, -20, 0).bearing, 350);
}

TEST(Camera, PanFollowsThePointer) {
  const CameraState camera = resolveCamera({.bearing = 60, .plunge = 35, .orthographic = true}, kBox, 1.5, 1);
  const Vec3 point{1100, 2300, 420};
  for (const double exaggeration : {1.0, 3.0}) {
    const OnScreen before = project(camera, point, exaggeration);
    const OnScreen after = project(panned(camera, 0.1, -0.2, exaggeration), point, exaggeration);
    EXPECT_NEAR(after.right - before.right, 0.2, 1e-9);  // shares of the height against half heights
    EXPECT_NEAR(after.up - before.up, -0.4, 1e-9);
  }
}

TEST(Camera, ZoomKeepsItsTargetInPlace) {
  const CameraState camera = resolveCamera({.bearing = 60, .plunge = 35}, kBox, 1.5, 1);
  const Vec3 target{1100, 2300, 420};
  const OnScreen before = project(camera, target, 2);
  const CameraState closer = zoomed(camera, 0.5, target);
  const OnScreen after = project(closer, target, 2);
  EXPECT_DOUBLE_EQ(closer.distance, camera.distance / 2);
  EXPECT_NEAR(after.right, before.right, 1e-9);
  EXPECT_NEAR(after.up, before.up, 1e-9);
}

TEST(Camera, WalkMovesAlongTheView) {
  const CameraState camera{.framed = true, .focus = {}, .bearing = 0, .plunge = 0, .distance = 10};
  expectNear(walked(camera, {.forward = 3, .right = 2, .up = 1}).focus, {2, 3, 1});
  expectNear(walked(camera, {.up = 4}, 2).focus, {0, 0, 2});
}

}  // namespace
}  // namespace adit::viewer
