#include "viewer/panels/fonts.h"

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <filesystem>

#include "tests/panels/imgui_driver.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/widgets.h"

namespace adit::viewer {
namespace {

bool installed() {
  const FontFiles files = installedFonts();
  return std::filesystem::exists(files.regular.front()) && std::filesystem::exists(files.icons.front());
}

TEST(Fonts, EveryIconAndSignHasAGlyph) {
  if (!installed()) GTEST_SKIP() << "the fonts of Debian are not installed here";
  tests::ImGuiDriver driver({}, [] {});
  EXPECT_TRUE(driver.fontFaults.empty());
  EXPECT_TRUE(iconsAvailable());
  for (const char* icon : icons::kAll) {
    unsigned int code = 0;
    ImTextCharFromUtf8(&code, icon, nullptr);
    EXPECT_NE(font(Face::Icon)->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr) << std::hex << code;
    EXPECT_NE(font(Face::Body)->FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr) << std::hex << code;
  }
  for (const ImWchar sign : {0xB0, 0xB2, 0xB3, 0xB7, 0xD7, 0x2013, 0x3BC, 0x2264, 0x0416})
    EXPECT_NE(font(Face::Body)->FindGlyphNoFallback(sign), nullptr) << std::hex << sign;
}

TEST(Fonts, DigitsAreTabular) {
  if (!installed()) GTEST_SKIP() << "the fonts of Debian are not installed here";
  tests::ImGuiDriver driver({}, [] {});
  for (const Face face : {Face::Body, Face::Strong, Face::Small})
    for (char digit = '1'; digit <= '9'; ++digit)
      EXPECT_EQ(font(face)->GetCharAdvance(static_cast<ImWchar>(digit)), font(face)->GetCharAdvance('0'));
}

TEST(Fonts, MissingFilesAreToldAndReplaced) {
  tests::ImGuiDriver driver({}, [] { iconButton("##x", icons::kOpen, "Open", {"Open files", "Ctrl+O"}); });
  const auto told =
      buildFonts(*ImGui::GetIO().Fonts, 1, {{"/nowhere/a.ttf"}, {"/nowhere/b.ttf"}, {"/nowhere/c.ttf"}});
  EXPECT_EQ(told.size(), 2U);
  EXPECT_NE(told[0].find("fonts-roboto-unhinted"), std::string::npos);
  EXPECT_FALSE(iconsAvailable());
  driver.frames(2);  // the button shows its word
  EXPECT_GT(font(Face::Title)->FontSize, font(Face::Body)->FontSize);
}

TEST(Fonts, TextFollowsTheScale) {
  tests::ImGuiDriver driver({2560, 1600, 2, Theme::Dark}, [] {});
  const float large = font(Face::Body)->FontSize;
  buildFonts(*ImGui::GetIO().Fonts, 1, installedFonts());
  EXPECT_NEAR(large, 2 * font(Face::Body)->FontSize, 1);
}

}  // namespace
}  // namespace adit::viewer
