// What the shared controls are made of: an invisible button, its frame, centred text and icons.
#pragma once
#include <imgui.h>

#include "viewer/panels/fonts.h"

namespace adit::viewer {

struct ItemBox {
  ImVec2 min, max;
  bool hovered = false, active = false, clicked = false;
  ImVec2 center() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
};

/// An invisible button that can also be disabled.
ItemBox item(const char* id, const ImVec2& size, bool enabled = true);
/// The colour of a control's frame: plain, under the pointer, held down.
ImU32 frameInk(const ItemBox& box);
void drawCentered(const ItemBox& box, const char* text, ImU32 textInk);
/// Icons are centred by their ink, since fonts place them on a text baseline.
void drawIcon(const ItemBox& box, const char* icon, Face face, ImU32 iconInk);
/// Of fields and buttons, in framebuffer pixels.
float frameHeight();

}  // namespace adit::viewer
