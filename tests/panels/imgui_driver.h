// Dear ImGui without a display: frames of a given size, a mouse and a keyboard that a test moves.
#pragma once
#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "viewer/panels/fonts.h"
#include "viewer/panels/style.h"

namespace adit::tests {

/// One step of the path to an item: its label, or the number of PushID(int).
struct Label {
  Label(const char* label) : text(label) {}  // NOLINT: labels are written as texts
  Label(int pushed) : text(std::to_string(pushed)), number(pushed), isNumber(true) {}  // NOLINT
  ImGuiID under(ImGuiID seed) const {
    return isNumber ? ImHashData(&number, sizeof number, seed) : ImHashStr(text.c_str(), 0, seed);
  }
  std::string text;
  int number = 0;
  bool isNumber = false;
};

/// Version 1.86 has no queue of events: fields of ImGuiIO are written directly, one change a frame. This is
/// the only place that knows.
class ImGuiDriver {
 public:
  using Draw = std::function<void()>;

  struct Screen {
    float width = 1280, height = 800, scale = 1;
    viewer::Theme theme = viewer::Theme::Dark;
  };

  ImGuiDriver(const Screen& screen, Draw draw) : draw_(std::move(draw)) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {screen.width, screen.height};
    io.DeltaTime = 1.0F / 60;
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
    viewer::applyStyle(ImGui::GetStyle(), screen.theme, screen.scale);
    fontFaults = viewer::buildFonts(*io.Fonts, screen.scale, viewer::installedFonts());
    io.Fonts->SetTexID(ImTextureID{});
    frames(2);  // ImGui needs two to place everything
  }
  ~ImGuiDriver() { ImGui::DestroyContext(); }
  ImGuiDriver(const ImGuiDriver&) = delete;
  ImGuiDriver& operator=(const ImGuiDriver&) = delete;

  /// A call of ImGui that was begun and not ended fails the test.
  void frame() {
    ImGui::NewFrame();
    draw_();
    ImGui::ErrorCheckEndFrameRecover(fail);
    ImGui::Render();
  }
  void frames(int count) {
    for (int i = 0; i < count; ++i) frame();
  }

  /// The middle of an item, found by moving the mouse over the window until ImGui says that it is under it.
  /// Labels from the window inwards, as they were pushed; a number stands for PushID(int). Fails the test
  /// when there is none.
  ImVec2 find(const char* windowName, const std::vector<Label>& path) {
    const auto place = search(windowName, path);
    if (!place) ADD_FAILURE() << "no item " << path.back().text << " in " << windowName;
    return place.value_or(ImVec2{});
  }
  /// The same without a failure: nothing when there is no such item or window.
  std::optional<ImVec2> search(const char* windowName, const std::vector<Label>& path) {
    const ImGuiWindow* window = ImGui::FindWindowByName(windowName);
    if (window == nullptr) return std::nullopt;
    ImGuiID id = window->ID;
    for (const Label& label : path) id = label.under(id);
    const auto under = [&](ImVec2 place) {
      moveTo(place);
      return ImGui::GetCurrentContext()->HoveredId == id;
    };
    const ImRect rect = window->Rect();
    for (float y = rect.Min.y + 3; y < rect.Max.y; y += 6)
      for (float x = rect.Min.x + 3; x < rect.Max.x; x += 9)
        if (under({x, y})) return middleFrom({x, y}, under);
    return std::nullopt;
  }

  /// An item of the list that was opened last.
  ImVec2 findInPopup(const std::vector<Label>& path) {
    const auto& open = ImGui::GetCurrentContext()->OpenPopupStack;
    if (open.empty() || open.back().Window == nullptr) {
      ADD_FAILURE() << "no list is open";
      return {};
    }
    return find(open.back().Window->Name, path);
  }

  void moveTo(ImVec2 place) {
    ImGui::GetIO().MousePos = place;
    frame();
  }
  void press(int button = 0) {
    ImGui::GetIO().MouseDown[button] = true;
    frame();
  }
  void release(int button = 0) {
    ImGui::GetIO().MouseDown[button] = false;
    frame();
  }
  void click(ImVec2 place) {
    moveTo(place);
    press();
    release();
    frame();
  }
  void doubleClick(ImVec2 place) {
    click(place);
    press();
    release();
  }
  /// Presses at `from`, moves to `to` over some frames, and releases there.
  void drag(ImVec2 from, ImVec2 to, int steps = 5) {
    moveTo(from);
    press();
    for (int i = 1; i <= steps; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(steps);
      moveTo({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
    }
    release();
  }
  void key(ImGuiKey key) {
    ImGui::GetIO().KeysDown[key] = true;
    frame();
    ImGui::GetIO().KeysDown[key] = false;
    frame();
  }
  void type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frame();
  }
  /// Replaces the text of the field at a place and accepts it.
  void typeInto(ImVec2 place, const std::string& text) {
    click(place);
    frames(4);  // the field opens and takes the keyboard
    type(text);
    key(ImGuiKey_Enter);
  }
  /// Empties the field at a place and accepts that.
  void clearField(ImVec2 place) {
    click(place);
    frames(4);
    key(ImGuiKey_Delete);  // the text is selected when the field opens
    key(ImGuiKey_Enter);
  }

  std::vector<std::string> fontFaults;

 private:
  static void fail(void*, const char* text, ...) { ADD_FAILURE() << text; }

  template <typename Under>
  static ImVec2 middleFrom(ImVec2 place, const Under& under) {
    ImVec2 min = place, max = place;
    while (under({min.x - 1, place.y})) min.x -= 1;
    while (under({max.x + 1, place.y})) max.x += 1;
    while (under({place.x, min.y - 1})) min.y -= 1;
    while (under({place.x, max.y + 1})) max.y += 1;
    return {(min.x + max.x) / 2, (min.y + max.y) / 2};
  }

  Draw draw_;
};

}  // namespace adit::tests
