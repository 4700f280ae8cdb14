// A person on foot in the window: from keys and time to commands that any script could give.
#include "viewer/app/walking.h"

#include <gtest/gtest.h>

#include <cmath>

#include "viewer/state/camera.h"
#include "viewer/state/on_foot.h"

namespace adit::viewer {
namespace {

struct Person {
  geology::Deposit deposit;
  ViewState state;
  WalkGround::Surfaces surfaces;
  Walking walking;

  explicit Person(double east = 0.1) {
    auto terrain = std::make_shared<geology::Terrain>();
    terrain->name = "ground";
    terrain->columns = terrain->rows = 2;
    terrain->stepColumn = {500, 0};
    terrain->stepRow = {0, 500};
    terrain->heights = {0, static_cast<float>(500 * east), 0, static_cast<float>(500 * east)};
    deposit.terrains = {terrain};
    state.tool = ToolKind::Walk;
    state.camera = {.framed = true, .focus = {100, 100, 40}, .bearing = 90, .plunge = 40, .distance = 800};
  }
  std::optional<Command> step(const WalkKeys& keys, double seconds, bool climb = false) {
    const WalkGround ground(deposit, state, nullptr, surfaces);
    const auto command = walking.step({deposit, state, state.camera, &ground, keys, climb, seconds});
    if (command) {
      auto next = apply(state, *command, deposit);
      EXPECT_TRUE(std::holds_alternative<ViewState>(next));
      state = std::get<ViewState>(next);
    }
    return command;
  }
  Vec3 feet() const { return feetOf(deposit, state, state.camera); }
};

TEST(Walking, BeginsWhereTheCameraLooks) {
  Person person;
  EXPECT_FALSE(person.step({}, 0.02)) << "not before a key is held";
  const auto command = person.step({.forward = true}, 0.02);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->name, "walk to");
  EXPECT_EQ(command->arguments.front(), "100");
  EXPECT_NEAR(person.feet().x, 100, 1e-9);
  EXPECT_NEAR(person.feet().z, 10, 1e-5);
}

TEST(Walking, StepsAreCamerasOnTheGround) {
  Person person;
  person.step({.forward = true}, 0.02);
  const double from = person.feet().x;
  for (int n = 0; n < 120; ++n) {
    const auto command = person.step({.forward = true}, 1.0 / 60);
    ASSERT_TRUE(command);
    EXPECT_EQ(command->name, "camera");
    EXPECT_NEAR(person.feet().z, 0.1 * person.feet().x, 1e-3);
  }
  EXPECT_NEAR(person.feet().x - from, 4, 0.1);
  EXPECT_FALSE(person.step({}, 0.02));
  EXPECT_FALSE(person.walking.moving());
}

/// At 2 m a second: two pictures a second are no reason to walk more slowly, a pause is no way.
TEST(Walking, IsAsFastWhereAPictureTakesLong) {
  Person person(0);
  person.step({.forward = true}, 0.02);
  const double from = person.feet().x;
  for (int n = 0; n < 6; ++n) person.step({.forward = true}, 0.5);
  EXPECT_NEAR(person.feet().x - from, 6, 0.1);
  person.step({}, 0.02);
  const double stood = person.feet().x;
  person.step({.forward = true}, 30);
  EXPECT_NEAR(person.feet().x - stood, 0.2, 0.05) << "the window waited for the key";
  person.step({.forward = true}, 30);
  EXPECT_NEAR(person.feet().x - stood, 1.2, 0.05);
}

TEST(Walking, FliesWhenTheGroundIsOff) {
  Person person;
  person.state.walk.ground = false;
  const auto command = person.step({.up = true}, 0.1);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->name, "walk");
  EXPECT_FALSE(person.step({}, 0.1));
}

TEST(Walking, TellsWhatStandsInTheWay) {
  Person person(3);  // steeper than one can walk, and no end to it
  person.step({.forward = true}, 0.02);
  person.step({.forward = true}, 0.02);
  EXPECT_NE(person.walking.hint().find("wall"), std::string::npos);
  person.state.camera.focus = {-900, 0, 0};
  person.state.camera.distance = 500;
  person.step({.forward = true}, 0.02);
  EXPECT_NE(person.walking.hint().find("no ground"), std::string::npos);
}

TEST(Walking, AClickIsAWayToGo) {
  const Command command = Walking::goTo({1, 2, 3}, {.framed = true, .bearing = 30});
  EXPECT_EQ(formatCommand(command), "walk to 1 2 3 30");
}

}  // namespace
}  // namespace adit::viewer
