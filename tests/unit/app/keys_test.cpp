#include "viewer/app/keys.h"

#include <gtest/gtest.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace adit::viewer {
namespace {

std::optional<Action> pressed(int key, int modifiers, const char* printed) {
  const auto chord = chordOf(key, modifiers, printed);
  return chord ? actionOf(*chord) : std::nullopt;
}

TEST(Keys, PrintedKeysAreFoundByWhatIsPrintedOnThem) {
  EXPECT_EQ(pressed(GLFW_KEY_Z, GLFW_MOD_CONTROL, "z"), Action::Undo);
  EXPECT_EQ(pressed(GLFW_KEY_Y, GLFW_MOD_CONTROL, "z"), Action::Undo) << "a German keyboard";
  EXPECT_EQ(pressed(GLFW_KEY_Z, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "z"), Action::Redo);
  EXPECT_EQ(pressed(GLFW_KEY_N, 0, nullptr), Action::LookNorth) << "without a name the code is used";
}

TEST(Keys, NamedKeys) {
  EXPECT_EQ(pressed(GLFW_KEY_ESCAPE, 0, nullptr), Action::Cancel);
  EXPECT_EQ(pressed(GLFW_KEY_TAB, 0, nullptr), Action::TogglePanels);
  EXPECT_EQ(pressed(GLFW_KEY_PAGE_DOWN, 0, nullptr), Action::NextLayer);
  EXPECT_EQ(pressed(GLFW_KEY_KP_ADD, 0, "+"), Action::ZoomIn);
  EXPECT_EQ(pressed(GLFW_KEY_EQUAL, GLFW_MOD_SHIFT, "="), Action::ZoomIn);
}

TEST(Keys, UnknownKeysAreNothing) {
  EXPECT_FALSE(chordOf(GLFW_KEY_F11, 0, nullptr).has_value());
  EXPECT_FALSE(chordOf(GLFW_KEY_UNKNOWN, 0, nullptr).has_value());
  EXPECT_FALSE(chordOf(GLFW_KEY_WORLD_1, 0, "\xc3\xb6").has_value());
  EXPECT_FALSE(pressed(GLFW_KEY_N, GLFW_MOD_CONTROL, "n").has_value());
}

}  // namespace
}  // namespace adit::viewer
