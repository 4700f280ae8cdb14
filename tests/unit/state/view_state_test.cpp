#include "viewer/state/view_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "viewer/state/facts.h"
#include "viewer/state/history.h"

namespace adit::viewer {
namespace {

void expectNear(const Vec3& actual, const Vec3& expected) {
  EXPECT_NEAR(actual.x, expected.x, 1e-15);
  EXPECT_NEAR(actual.y, expected.y, 1e-15);
  EXPECT_NEAR(actual.z, expected.z, 1e-15);
}

TEST(ViewState, UntouchedObjectsHaveDefaults) {
  ViewState state;
  EXPECT_EQ(layerOf(state, "blocks"), LayerState{});
  EXPECT_EQ(filterOf(state, "blocks"), FilterState{});
  EXPECT_EQ(legendOf(state, "cu"), Legend{});
  state.layers["blocks"].opacity = 0.5;
  EXPECT_EQ(layerOf(state, "blocks").opacity, 0.5);
  EXPECT_EQ(layerOf(state, "other").opacity, 1);
}

TEST(SectionFrame, VerticalNorthSouthCutsAwayTheEast) {
  const SectionFrame frame = sectionFrame({.strike = 0, .dip = 90});
  EXPECT_EQ(frame.normal, (Vec3{1, 0, 0}));
  EXPECT_EQ(frame.along, (Vec3{0, 1, 0}));
  EXPECT_EQ(frame.down, (Vec3{0, 0, -1}));
}

TEST(SectionFrame, StrikeEastDipsSouthByTheRightHandRule) {
  const double half = std::sqrt(0.5);
  const SectionFrame frame = sectionFrame({.strike = 90, .dip = 45});
  expectNear(frame.along, {1, 0, 0});
  expectNear(frame.down, {0, -half, -half});
  expectNear(frame.normal, {0, -half, half});
}

TEST(SectionFrame, FlatSectionCutsAwayWhatIsAbove) {
  expectNear(sectionFrame({.strike = 37, .dip = 0}).normal, {0, 0, 1});
}

TEST(SectionFrame, StrikeAndDipVectorsLieInThePlane) {
  for (double strike = 0; strike < 360; strike += 17)
    for (double dip = 0; dip <= 90; dip += 9) {
      const SectionFrame frame = sectionFrame({.strike = strike, .dip = dip});
      EXPECT_NEAR(dot(frame.along, frame.normal), 0, 1e-15);
      EXPECT_NEAR(dot(frame.down, frame.normal), 0, 1e-15);
      EXPECT_NEAR(length(frame.normal), 1, 1e-15);
      expectNear(cross(frame.down, frame.along), frame.normal);
      EXPECT_EQ(frame.along.z, 0);
      EXPECT_LE(frame.down.z, 0);
    }
}

TEST(Facts, ThousandsAreSeparated) {
  EXPECT_EQ(withThousands(0), "0");
  EXPECT_EQ(withThousands(999), "999");
  EXPECT_EQ(withThousands(1000), "1,000");
  EXPECT_EQ(withThousands(986430), "986,430");
  EXPECT_EQ(withThousands(1234567890), "1,234,567,890");
}

ViewState exaggerated(double factor) {
  ViewState state;
  state.exaggeration = factor;
  return state;
}

TEST(History, UndoesAndRedoes) {
  History history(exaggerated(1));
  history.push(exaggerated(2));
  history.push(exaggerated(3));
  history.undo();
  EXPECT_EQ(history.current().exaggeration, 2);
  history.redo();
  EXPECT_EQ(history.current().exaggeration, 3);
  EXPECT_FALSE(history.canRedo());
  history.redo();
  EXPECT_EQ(history.current().exaggeration, 3);
  for (int i = 0; i < 5; ++i) history.undo();
  EXPECT_EQ(history.current().exaggeration, 1);
  EXPECT_FALSE(history.canUndo());
}

TEST(History, ANewStepForgetsWhatWasUndone) {
  History history(exaggerated(1));
  history.push(exaggerated(2));
  history.undo();
  history.push(exaggerated(5));
  EXPECT_FALSE(history.canRedo());
  history.undo();
  EXPECT_EQ(history.current().exaggeration, 1);
}

TEST(History, OneDragIsOneStep) {
  History history(exaggerated(1));
  for (int i = 2; i < 50; ++i) history.push(exaggerated(i), "drag");
  history.undo();
  EXPECT_EQ(history.current().exaggeration, 1);
}

TEST(History, TwoDragsAreTwoSteps) {
  History history(exaggerated(1));
  history.push(exaggerated(2), "drag");
  history.seal();
  history.push(exaggerated(3), "drag");
  history.push(exaggerated(4), "drag");
  history.undo();
  EXPECT_EQ(history.current().exaggeration, 2);
  history.push(exaggerated(6), "drag");
  history.undo();
  EXPECT_EQ(history.current().exaggeration, 2);
}

TEST(History, AnEqualStateIsNoStepAndOldOnesAreForgotten) {
  History history(exaggerated(1));
  history.push(exaggerated(1));
  EXPECT_FALSE(history.canUndo());
  for (int i = 2; i < 700; ++i) history.push(exaggerated(i));
  int steps = 0;
  for (; history.canUndo(); ++steps) history.undo();
  EXPECT_EQ(steps, 500);
  EXPECT_EQ(history.current().exaggeration, 199);
}

}  // namespace
}  // namespace adit::viewer
