#include "viewer/panels/style.h"

#include <gtest/gtest.h>

namespace adit::viewer {
namespace {

constexpr double kReadable = 4.5;  // WCAG 2.1 AA for text

ImVec4 hex(unsigned rgb) {
  return {static_cast<float>(rgb >> 16 & 255U) / 255, static_cast<float>(rgb >> 8 & 255U) / 255,
          static_cast<float>(rgb & 255U) / 255, 1};
}

TEST(Style, ContrastOfBlackAndWhiteIsTwentyOne) {
  EXPECT_NEAR(contrastRatio(hex(0), hex(0xffffff)), 21, 1e-6);
  EXPECT_NEAR(contrastRatio(hex(0x777777), hex(0xffffff)), 4.48, 0.01);
}

TEST(Style, EveryTextIsReadableOnEveryGround) {
  for (const Theme theme : {Theme::Dark, Theme::Light})
    for (const Role ground : {Role::Ground, Role::Panel, Role::Raised})
      for (const Role text :
           {Role::Text, Role::Quiet, Role::Accent, Role::Evidence, Role::Caution, Role::Error})
        EXPECT_GE(contrastRatio(roleColor(text, theme), roleColor(ground, theme)), kReadable)
            << "role " << static_cast<int>(text) << " on " << static_cast<int>(ground) << " in theme "
            << static_cast<int>(theme);
}

TEST(Style, TextOnTheAccentColourIsReadable) {
  for (const Theme theme : {Theme::Dark, Theme::Light})
    EXPECT_GE(contrastRatio(roleColor(Role::OnAccent, theme), roleColor(Role::Accent, theme)), kReadable);
}

TEST(Style, AppliedStyleHoldsEveryRoleAndScales) {
  ImGui::CreateContext();
  for (const Theme theme : {Theme::Dark, Theme::Light}) {
    applyStyle(ImGui::GetStyle(), theme, 2);
    for (const Role role : {Role::Ground, Role::Panel, Role::Raised, Role::Line, Role::Text, Role::Quiet,
                            Role::Accent, Role::Evidence, Role::Caution, Role::Error, Role::OnAccent}) {
      const ImVec4 wanted = roleColor(role, theme), applied = color(role);
      EXPECT_EQ(applied.x, wanted.x);
      EXPECT_EQ(applied.y, wanted.y);
      EXPECT_EQ(applied.z, wanted.z);
    }
    EXPECT_EQ(px(28), 56);
  }
  applyStyle(ImGui::GetStyle(), Theme::Dark, 1);
  EXPECT_EQ(px(28), 28);  // applying it anew does not scale what was scaled
  ImGui::DestroyContext();
}

}  // namespace
}  // namespace adit::viewer
