#include "viewer/state/camera_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/support/sample_deposit.h"
#include "viewer/state/camera.h"
#include "viewer/state/command.h"
#include "viewer/state/path_making.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

OrError<ViewState> tried(const std::string& script,
                         const geology::Deposit& deposit = *tests::sampleDeposit()) {
  return applyScript({}, script, deposit);
}

ViewState after(const std::string& script, const geology::Deposit& deposit = *tests::sampleDeposit()) {
  const auto result = tried(script, deposit);
  if (const auto* fault = std::get_if<CommandError>(&result)) throw std::runtime_error(fault->message);
  return std::get<ViewState>(result);
}

std::string faultAfter(const std::string& script) {
  const auto result = tried(script);
  const auto* fault = std::get_if<CommandError>(&result);
  return fault == nullptr ? "" : fault->message;
}

TEST(MonotoneCurve, GoesThroughItsPointsAndNeverBeyondTheNeighbours) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> at, values;
    double place = 0;
    for (int i = 0; i < 12; ++i) {
      at.push_back(place += 0.1 + random() % 100);
      values.push_back(static_cast<double>(random() % 1000) - 500);
    }
    const MonotoneCurve curve(at, values);
    for (std::size_t i = 0; i < at.size(); ++i) EXPECT_NEAR(curve(at[i]), values[i], 1e-9);
    for (std::size_t i = 0; i + 1 < at.size(); ++i)
      for (double t = 0; t <= 1; t += 0.05) {
        const double value = curve(at[i] + t * (at[i + 1] - at[i]));
        EXPECT_GE(value, std::min(values[i], values[i + 1]) - 1e-9);
        EXPECT_LE(value, std::max(values[i], values[i + 1]) + 1e-9);
      }
  }
}

TEST(MonotoneCurve, HasNoCornerAndKeepsAStraightLine) {
  const MonotoneCurve line({0, 1, 3, 10}, {5, 7, 11, 25});
  for (double at = 0; at <= 10; at += 0.3) EXPECT_NEAR(line(at), 5 + 2 * at, 1e-12);
  const MonotoneCurve curve({0, 1, 2, 3}, {0, 1, 4, 4.5});
  for (const double key : {1.0, 2.0}) {
    const double h = 1e-6;
    EXPECT_NEAR((curve(key) - curve(key - h)) / h, (curve(key + h) - curve(key)) / h, 1e-4);
  }
  // Fritsch and Butland at 1: h0 = h1 = 1, slopes 1 and 3: 6 / (3 / 1 + 3 / 3) = 1.5.
  EXPECT_NEAR((curve(1 + 1e-6) - 1) / 1e-6, 1.5, 1e-4);
}

TEST(CameraPath, IsTheCameraOfEachKeyAndStandsBeforeAndAfter) {
  const ViewState state = after(
      "camera 0 0 0 350 10 100\npath add\ncamera 50 0 0 20 30 400\npath add 2\ncamera 50 80 9 90 0 50\npath "
      "add 3");
  ASSERT_EQ(state.path.keys.size(), 3U);
  EXPECT_EQ(durationOf(state.path), 5);
  for (const CameraKey& key : state.path.keys) {
    const CameraState camera = cameraAt(state.path, key.seconds).camera;
    EXPECT_NEAR(length(camera.focus - key.camera.focus), 0, 1e-9);
    EXPECT_NEAR(camera.bearing, key.camera.bearing, 1e-9);
    EXPECT_NEAR(camera.distance, key.camera.distance, 1e-9);
  }
  EXPECT_EQ(cameraAt(state.path, -5).camera.focus, state.path.keys.front().camera.focus);
  EXPECT_EQ(cameraAt(state.path, 99).camera.focus, state.path.keys.back().camera.focus);
  // From 350 to 20 it goes through north.
  const double bearing = cameraAt(state.path, 1).camera.bearing;
  EXPECT_TRUE(bearing > 350 || bearing < 20) << bearing;
  EXPECT_EQ(state.camera, state.path.keys.back().camera) << "a key is the camera as it is";
}

TEST(CameraPath, AFlightAroundIsACircleAtAnEvenPace) {
  const ViewState state = after("camera 100 200 300 40 20 500\npath around 8");
  for (double s = 0; s <= 8; s += 0.25) {
    const CameraState camera = cameraAt(state.path, s).camera;
    EXPECT_EQ(camera.focus, (Vec3{100, 200, 300}));
    EXPECT_NEAR(length(eyeOf(camera) - camera.focus), 500, 1e-6);
    EXPECT_NEAR(camera.bearing, std::fmod(40 + 45 * s, 360), 1e-9) << s;
  }
}

TEST(CameraPath, LooksAtItsPointFromWhereItIs) {
  const ViewState state = after(
      "exaggeration 2\ncamera 0 0 0 0 0 100\npath add\ncamera 300 0 50 90 10 100\npath add 4\npath lookat "
      "150 400 20");
  for (double s = 0; s <= 4; s += 0.5) {
    CameraPathState plain = state.path;
    plain.lookAt.reset();
    const Vec3 eye = eyeOf(cameraAt(plain, s, 2).camera, 2);
    const CameraState aimed = cameraAt(state.path, s, 2).camera;
    EXPECT_EQ(aimed.focus, (Vec3{150, 400, 20}));
    EXPECT_NEAR(length(eyeOf(aimed, 2) - eye), 0, 1e-9) << s;
  }
  EXPECT_FALSE(after("path lookat 1 2 3\npath lookat off").path.lookAt);
}

TEST(CameraPath, TiesThePlanWhichNeverRunsBackwards) {
  const ViewState state = after("path around 10\npath plan 2 12");
  EXPECT_NEAR(*cameraAt(state.path, 5).planTime, 7, 1e-9);
  double before = 0;
  for (double s = 0; s <= 10; s += 0.1) {
    EXPECT_GE(*cameraAt(state.path, s).planTime, before);
    before = *cameraAt(state.path, s).planTime;
  }
  EXPECT_FALSE(cameraAt(after("path around 10").path, 5).planTime);
  EXPECT_EQ(after("path around 10\npath plan 2 12\npath go 10").plan.time, 12);
  EXPECT_FALSE(cameraAt(after("path around 10\npath plan 2 12\npath plan off").path, 5).planTime);
}

TEST(CameraPath, IsReversedAndGivenAnotherLength) {
  const ViewState state = after("path around 8\npath plan 0 8\npath reverse\npath length 4");
  EXPECT_EQ(durationOf(state.path), 4);
  EXPECT_EQ(state.path.keys.front().planTime, 8);
  EXPECT_NEAR(*cameraAt(state.path, 1).planTime, 6, 1e-9);
}

/// A road of two edges 10 apart that goes down by 1 in 10, drawn in pieces and from the wrong end.
std::shared_ptr<geology::Deposit> depositWithRamp() {
  auto deposit = std::make_shared<geology::Deposit>(*tests::sampleDeposit());
  auto pit = std::make_shared<geology::TriangleMesh>();
  pit->name = "pit";
  pit->parts = {"CREST 1200", "RAMP"};
  const auto string = [&](std::initializer_list<Vec3> points, int part) {
    geology::Polyline line;
    for (const Vec3& point : points) {
      line.vertices.push_back(static_cast<std::uint32_t>(pit->vertices.size()));
      pit->vertices.push_back(point);
    }
    line.part = part;
    pit->lines.push_back(line);
  };
  string({{-5000, 0, 0}, {5000, 0, 0}}, 0);
  for (const double x : {0.0, 10.0}) {
    string({{x, 100, 90}, {x, 0, 100}}, 1);
    string({{x, 100, 90}, {x, 250, 75}}, 1);
  }
  deposit->meshes.push_back(pit);
  return deposit;
}

TEST(PathMaking, ARampIsTheMiddleOfItsEdgesFromTheTop) {
  const auto line = std::get<PathLine>(wayThrough(*depositWithRamp(), "pit"));
  EXPECT_EQ(line.front(), (Vec3{5, 0, 100}));
  EXPECT_EQ(line.back(), (Vec3{5, 250, 75}));
}

TEST(PathMaking, AWalkDownARampIsEvenAndLooksAhead) {
  const auto deposit = depositWithRamp();
  const ViewState state = after("path along pit 25 2", *deposit);
  for (double s = 0; s <= 25; s += 0.5) {
    const CameraState camera = cameraAt(state.path, s).camera;
    const Vec3 eye = eyeOf(camera);
    EXPECT_NEAR(eye.x, 5, 1e-3);
    EXPECT_NEAR(eye.y, 10 * s, 0.01) << s;  // 250 m of way north in 25 s
    EXPECT_NEAR(eye.z, 100 - s + 2, 0.01) << s;
    EXPECT_NEAR(camera.bearing, 0, 0.1);
    EXPECT_GT(camera.plunge, 5);
  }
}

TEST(PathMaking, AHoleIsFollowedFromItsCollarToItsEnd) {
  const auto deposit = tests::sampleDeposit();
  const geology::DrillHole& hole = deposit->drillholes[0]->holes[1];
  const ViewState state = after("path along drillholes " + hole.id + " 20 60");
  EXPECT_NEAR(length(cameraAt(state.path, 0).camera.focus - hole.collar), 0, 1e-6);
  EXPECT_NEAR(length(cameraAt(state.path, 20).camera.focus - hole.trace.positionAt(hole.length)), 0, 1e-6);
  EXPECT_NEAR(cameraAt(state.path, 7).camera.distance, 60, 1e-9);
}

TEST(PathMaking, SaysWhatIsMissing) {
  EXPECT_THAT(faultAfter("path along solid"), HasSubstr("has no string"));
  EXPECT_THAT(faultAfter("path along sollid"), HasSubstr("did you mean 'solid'"));
  EXPECT_THAT(faultAfter("path along drillholes S-1011"), HasSubstr("there is no hole 'S-1011'"));
  EXPECT_THAT(faultAfter("path around 0"), HasSubstr("SECONDS must be"));
  EXPECT_THAT(faultAfter("path add\npath length 3"), HasSubstr("fewer than two moments"));
}

}  // namespace
}  // namespace adit::viewer
