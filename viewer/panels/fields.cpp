#include "viewer/panels/fields.h"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

constexpr int kFramesToFocus = 4;

/// The open text field of `memory`; true when the text was accepted. Closes itself.
bool typeInto(const char* id, float width, EditMemory& memory) {
  ImGui::SetNextItemWidth(width);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      {px(6), std::floor((frameHeight() - ImGui::GetFontSize()) / 2)});
  if (memory.framesToFocus == kFramesToFocus) ImGui::SetKeyboardFocusHere();
  const bool entered = ImGui::InputText(
      id, &memory.text, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleVar();
  ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), ink(Role::Accent),
                                      px(4));
  const bool escaped = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
  const bool left = ImGui::IsItemDeactivated() && memory.framesToFocus == 0;
  if (ImGui::IsItemActive()) memory.framesToFocus = 0;
  const bool neverFocused = memory.framesToFocus > 0 && --memory.framesToFocus == 0;
  if (entered || left || neverFocused) memory.field = 0;
  return entered || (left && !escaped);
}

void openTyping(EditMemory& memory, const char* id, std::string text) {
  memory = {ImGui::GetID(id), std::move(text), kFramesToFocus};
}

float widthOr(float width) {
  return width > 0 ? width : roomLeft();
}

float textY(const ItemBox& box) {
  return std::round(box.center().y - ImGui::GetFontSize() / 2);
}

/// Where on the track a value lies, 0..1, and back.
double shareOf(const Slider& s, double value) {
  const double t =
      s.logarithmic ? std::log(value / s.lo) / std::log(s.hi / s.lo) : (value - s.lo) / (s.hi - s.lo);
  return std::clamp(t, 0.0, 1.0);
}
double valueAt(const Slider& s, double share) {
  return s.logarithmic ? s.lo * std::pow(s.hi / s.lo, share) : s.lo + (s.hi - s.lo) * share;
}

}  // namespace

std::optional<double> numberField(const NumberField& field, EditMemory& memory) {
  const float width = widthOr(field.width);
  if (memory.field == ImGui::GetID(field.id)) {
    if (!typeInto(field.id, width, memory)) return std::nullopt;
    const bool blank = memory.text.find_first_not_of(" \t") == std::string::npos;
    const std::optional<double> typed = blank ? field.emptied : typedNumber(memory.text, field.unit);
    return typed && *typed != field.value ? typed : std::nullopt;
  }
  const ItemBox box = item(field.id, {width, frameHeight()});
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(box.min, box.max, frameInk(box), px(4));
  std::string shown = fixedNumber(field.value, field.decimals);
  const float right = box.max.x - px(6);
  const bool bare = field.unit.empty() || field.unit == "°";
  const std::string unit = !std::isfinite(field.value) ? "" : bare ? field.unit : " " + field.unit;
  const float unitWidth = ImGui::CalcTextSize(unit.c_str()).x;
  const float numberWidth = ImGui::CalcTextSize(shown.c_str()).x;
  const float start = std::max(box.min.x + px(4), right - unitWidth - numberWidth);
  clippedText({start, textY(box)}, right - unitWidth + 1, shown, ink(Role::Text));
  clippedText({right - unitWidth, textY(box)}, right + 1, unit, ink(Role::Quiet));
  hintOfLastItem(field.hint);
  if (box.clicked) openTyping(memory, field.id, std::isfinite(field.value) ? commandNumber(field.value) : "");
  return std::nullopt;
}

std::optional<std::string> textField(const TextField& field, EditMemory& memory) {
  const float width = widthOr(field.width);
  if (memory.field == ImGui::GetID(field.id)) {
    if (!typeInto(field.id, width, memory) || memory.text == field.value) return std::nullopt;
    return memory.text;
  }
  const ItemBox box = item(field.id, {width, frameHeight()});
  ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, frameInk(box), px(4));
  const bool empty = field.value.empty();
  clippedText({box.min.x + px(6), textY(box)}, box.max.x - px(6), empty ? field.ghost : field.value,
              ink(empty ? Role::Quiet : Role::Text));
  hintOfLastItem(field.hint);
  if (box.clicked) openTyping(memory, field.id, field.value);
  return std::nullopt;
}

std::optional<double> slider(const Slider& s) {
  const float textWidth =
      s.shown.empty() ? 0 : std::max(px(48), ImGui::CalcTextSize(s.shown.c_str()).x + px(8));
  const float knob = px(6);
  const ItemBox box = item(s.id, {std::max(roomLeft() - textWidth, px(40)), frameHeight()});
  const float left = box.min.x + knob, right = box.max.x - knob, y = box.center().y;
  const auto at = [&](double share) { return left + (right - left) * static_cast<float>(share); };
  const float x = std::round(at(shareOf(s, s.value)));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({left, y - px(2)}, {right, y + px(2)}, ink(Role::Line), px(2));
  list->AddRectFilled({left, y - px(2)}, {x, y + px(2)}, ink(Role::Accent), px(2));
  list->AddCircleFilled({x, y}, box.hovered || box.active ? knob + px(1) : knob, ink(Role::Accent), 24);
  clippedText({box.max.x + textWidth - ImGui::CalcTextSize(s.shown.c_str()).x, textY(box)},
              box.max.x + textWidth + 1, s.shown, ink(Role::Text));
  hintOfLastItem(s.hint);
  if (!box.active) return std::nullopt;
  const double share =
      std::clamp(static_cast<double>((ImGui::GetIO().MousePos.x - left) / (right - left)), 0.0, 1.0);
  const double value = valueAt(s, share);
  return value != s.value ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> choice(const Choice& c) {
  std::optional<std::size_t> chosen;
  const std::string popup = std::string(c.id) + "-list";
  const ItemBox box = item(c.id, {widthOr(c.width), frameHeight()}, !c.options.empty());
  ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, frameInk(box), px(4));
  clippedText({box.min.x + px(8), textY(box)}, box.max.x - px(20), c.current, ink(Role::Text));
  ImGui::RenderArrow(ImGui::GetWindowDrawList(), {box.max.x - px(18), textY(box) + px(1)}, ink(Role::Quiet),
                     ImGuiDir_Down, 0.7F);
  hintOfLastItem(c.hint);
  if (box.clicked) ImGui::OpenPopup(popup.c_str());
  ImGui::SetNextWindowPos({box.min.x, box.max.y + px(2)});
  ImGui::SetNextWindowSizeConstraints({box.width(), 0}, {px(480), px(360)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(4), px(4)});
  if (ImGui::BeginPopup(popup.c_str())) {
    for (std::size_t i = 0; i < c.options.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      if (ImGui::Selectable(c.options[i].c_str(), c.options[i] == c.current, 0, {0, px(20)})) chosen = i;
      ImGui::PopID();
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  return chosen && c.options[*chosen] != c.current ? chosen : std::nullopt;
}

std::optional<Color> swatch(const char* id, const Color& shown, bool editable, const Hint& hint) {
  const ItemBox box = item(id, {px(20), frameHeight()}, editable);
  const float side = px(14), y = std::round(box.center().y - side / 2);
  const ImVec4 fill{shown[0], shown[1], shown[2], 1};
  ImGui::GetWindowDrawList()->AddRectFilled({box.min.x, y}, {box.min.x + side, y + side},
                                            ImGui::ColorConvertFloat4ToU32(fill), px(3));
  if (box.hovered)
    ImGui::GetWindowDrawList()->AddRect({box.min.x, y}, {box.min.x + side, y + side}, ink(Role::Text), px(3));
  hintOfLastItem(hint);
  if (!editable) return std::nullopt;
  const std::string popup = std::string(id) + "-picker";
  if (box.clicked) ImGui::OpenPopup(popup.c_str());
  std::optional<Color> picked;
  if (ImGui::BeginPopup(popup.c_str())) {
    Color edited = shown;
    ImGui::SetNextItemWidth(px(200));
    if (ImGui::ColorPicker3("##picker", edited.data(), ImGuiColorEditFlags_NoSidePreview)) picked = edited;
    ImGui::EndPopup();
  }
  return picked;
}

}  // namespace adit::viewer
