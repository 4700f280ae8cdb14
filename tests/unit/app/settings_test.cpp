#include "viewer/app/settings.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace adit::viewer {
namespace {

TEST(Settings, SurviveBeingWrittenAndRead) {
  Settings settings;
  settings.recent = {"/mine/a", "/mine/b c"};
  settings.sessionPaths = {"/mine/a"};
  settings.sessionState = R"({"camera":{"bearing":12}})";
  settings.width = 1500;
  settings.height = 900;
  settings.leftWidth = 300;
  settings.theme = Theme::Light;
  EXPECT_EQ(parseSettings(formatSettings(settings)), settings);
  const tests::TemporaryFolder folder;
  const std::filesystem::path path = folder.at("deep/er/settings.json");
  ASSERT_TRUE(storeSettings(settings, path));
  EXPECT_EQ(loadSettings(path), settings);
}

TEST(Settings, BrokenTextsGiveTheDefaults) {
  for (const char* text : {"", "{", "[]", "null", "42", "\"x\"", "{\"recent\": 3}", "{\"width\": \"wide\"}",
                           "{\"width\": -5, \"height\": 1e300}", "{\"leftWidth\": 3, \"theme\": \"pink\"}",
                           "{\"recent\": [1, null, {}]}", "\xff\xfe"})
    EXPECT_EQ(parseSettings(text), Settings{}) << text;
}

TEST(Settings, WhatIsGoodInABrokenFileIsKept) {
  const Settings settings =
      parseSettings(R"({"recent": ["/a", 7, "/b"], "width": "?", "height": 800, "new": 1})");
  EXPECT_EQ(settings.recent, (std::vector<std::string>{"/a", "/b"}));
  EXPECT_EQ(settings.width, 0);
  EXPECT_EQ(settings.height, 800);
}

TEST(Settings, AMissingFileOrFolderIsNoFault) {
  EXPECT_EQ(loadSettings("/nowhere/at/all.json"), Settings{});
  EXPECT_EQ(loadSettings({}), Settings{});
  EXPECT_FALSE(storeSettings({}, "/proc/adit/settings.json"));
  EXPECT_FALSE(storeSettings({}, {}));
}

TEST(Settings, RecentPathsComeFirstOnce) {
  Settings settings;
  for (int i = 0; i < 15; ++i) remember(settings, {"/mine/" + std::to_string(i)});
  EXPECT_EQ(settings.recent.size(), 10U);
  remember(settings, {"/mine/9", "/mine/8"});
  EXPECT_EQ(settings.recent[0], "/mine/9");
  EXPECT_EQ(settings.recent[1], "/mine/8");
  EXPECT_EQ(settings.recent.size(), 10U);
}

TEST(Settings, NamesThatAreNotUtf8DoNotThrow) {
  Settings settings;
  settings.recent = {"/mine/\xe9toile"};
  EXPECT_NO_THROW(formatSettings(settings));
}

}  // namespace
}  // namespace adit::viewer
