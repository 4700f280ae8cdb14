#include "viewer/app/view_pane.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "viewer/app/gestures.h"
#include "viewer/panels/actions.h"

namespace adit::viewer {
namespace {

constexpr ImGuiWindowFlags kPicture = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoScrollWithMouse;
constexpr ImGuiButtonFlags kAllButtons =
    ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle;
constexpr double kLensRest = 0.1;    ///< seconds that the pointer rests before the lens looks
constexpr double kLensPause = 0.15;  ///< seconds between two looks, at least
constexpr double kLensShare = 9;     ///< pause by cost of a look
constexpr double kWheelPause = 0.6;  ///< seconds after which a notch is a new step of undo

/// The step of the pointer since the last frame, in framebuffer pixels.
DragStep stepOf(const ViewPane::Input& input) {
  const ImGuiIO& io = ImGui::GetIO();
  const auto scale = static_cast<double>(input.pixelsPerUnit);
  return {static_cast<double>(io.MouseDelta.x) * scale, static_cast<double>(io.MouseDelta.y) * scale,
          static_cast<double>(input.rect.height) * scale};
}

const SectionState* activeSection(const ViewState& state) {
  return state.activeSection < state.sections.size() ? &state.sections[state.activeSection] : nullptr;
}

bool sideways() {
  return ImGui::IsMouseDragging(ImGuiMouseButton_Right) || ImGui::IsMouseDragging(ImGuiMouseButton_Middle) ||
         (ImGui::IsMouseDragging(ImGuiMouseButton_Left) && ImGui::GetIO().KeyShift);
}

bool anyDrag() {
  return ImGui::IsMouseDragging(ImGuiMouseButton_Left) || ImGui::IsMouseDragging(ImGuiMouseButton_Right) ||
         ImGui::IsMouseDragging(ImGuiMouseButton_Middle);
}

WalkKeys heldWalkKeys() {
  const ImGuiIO& io = ImGui::GetIO();
  WalkKeys keys;
  if (io.WantTextInput || io.KeyCtrl) return keys;
  keys.forward = io.KeysDown[GLFW_KEY_W];
  keys.back = io.KeysDown[GLFW_KEY_S];
  keys.left = io.KeysDown[GLFW_KEY_A];
  keys.right = io.KeysDown[GLFW_KEY_D];
  keys.up = io.KeysDown[GLFW_KEY_E];
  keys.down = io.KeysDown[GLFW_KEY_Q];
  keys.fast = io.KeyShift;
  return keys;
}

}  // namespace

void ViewPane::draw(const Input& input, PanelOutput& output) {
  moving_ = false;
  const ScreenRect& rect = input.rect;
  ImGui::SetNextWindowPos({rect.x, rect.y});
  ImGui::SetNextWindowSize({rect.width, rect.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("##picture", nullptr, kPicture);
  ImGui::PopStyleVar();
  const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(input.scene.textureId()));
  if (texture != nullptr)  // OpenGL's rows run upwards
    ImGui::GetWindowDrawList()->AddImage(texture, {rect.x, rect.y},
                                         {rect.x + rect.width, rect.y + rect.height}, {0, 1}, {1, 0});
  ImGui::InvisibleButton("##mouse", {rect.width, rect.height}, kAllButtons);
  const bool hovered = ImGui::IsItemHovered();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const Pixel at{static_cast<double>((mouse.x - rect.x) * input.pixelsPerUnit),
                 static_cast<double>((mouse.y - rect.y) * input.pixelsPerUnit)};
  followPointer(input, at, hovered);
  followLens(input, at, hovered);
  if (hovered) wheel(input, at, output);
  if (ImGui::IsItemActivated()) {
    pressed_ = true;
    flat_ = input.scene.inSectionView(at.x, at.y);
    ++serial_;
  }
  press(input, at, output);
  if (pressed_ && !ImGui::IsAnyMouseDown()) pressed_ = false;
  walk(input, output);
  ImGui::End();
}

void ViewPane::followPointer(const Input& input, const Pixel& at, bool hovered) {
  const ImVec2 delta = ImGui::GetIO().MouseDelta;
  if (!hovered || input.scene.textureId() == 0) return pointer_.reset();
  if (delta.x != 0 || delta.y != 0 || input.pictureChanged) pointer_ = input.scene.positionUnder(at.x, at.y);
}

/// To find what lies under a pixel costs as much as a frame: it is asked when the pointer rests, and the more
/// it costs the more seldom, so that no more than a tenth of the time goes into it.
void ViewPane::followLens(const Input& input, const Pixel& at, bool hovered) {
  const ImGuiIO& io = ImGui::GetIO();
  const double now = ImGui::GetTime();
  if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || input.pictureChanged) pointerMoved_ = now;
  if (input.pictureChanged) lensAsked_.reset();  // another thing may lie there now
  const bool wanted =
      input.state.lens.on && !input.state.pick && hovered && input.state.tool == ToolKind::Orbit;
  if (!wanted || input.scene.textureId() == 0) {
    lensAt_.reset();
    lensAsked_.reset();
    return;
  }
  const bool resting = now - pointerMoved_ >= kLensRest && !ImGui::IsAnyMouseDown();
  const bool rested = now - lensDone_ >= std::max(kLensPause, kLensShare * lensCost_);
  if (!resting || !rested || lensAsked_ == at) return;
  const auto begin = std::chrono::steady_clock::now();
  lensAt_ = input.scene.pick(at.x, at.y);
  lensCost_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  lensDone_ = now + lensCost_;
  lensAsked_ = at;
}

void ViewPane::wheel(const Input& input, const Pixel& at, PanelOutput& output) {
  const auto notches = static_cast<double>(ImGui::GetIO().MouseWheel);
  if (notches == 0) return;
  if (ImGui::GetTime() - lastWheel_ > kWheelPause) ++serial_;
  lastWheel_ = ImGui::GetTime();
  if (input.scene.inSectionView(at.x, at.y))
    return issue(output, zoomFlatGesture(input.state.sectionView, notches), label("zoom"));
  const CameraState& camera = input.scene.resolvedCamera();
  issue(output, zoomGesture(camera, notches, pointer_.value_or(camera.focus)), label("zoom"));
}

void ViewPane::press(const Input& input, const Pixel& at, PanelOutput& output) {
  if (!pressed_) return;
  if (anyDrag()) {
    moving_ = true;
    return flat_ ? dragFlat(input, output) : drag(input, output);
  }
  const ImGuiIO& io = ImGui::GetIO();
  const bool here = pointer_.has_value() && !flat_;
  const bool walks = input.state.tool == ToolKind::Walk;
  const bool goes = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) ||
                    (io.KeyCtrl && ImGui::IsMouseClicked(ImGuiMouseButton_Left));
  if (walks && goes && !flat_) return go(input, at, output);
  if (walks && io.KeyCtrl) return;  // the end of that click
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && here)
    return issue(output, focusGesture(input.scene.resolvedCamera(), *pointer_), label("focus"));
  const float reach = io.MouseDragThreshold * io.MouseDragThreshold;
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left) || io.MouseDragMaxDistanceSqr[0] >= reach) return;
  if (io.MouseClickedLastCount[0] > 1) return;  // the end of a double click
  const ToolKind tool = input.state.tool;
  const bool measuring =
      tool == ToolKind::MeasureDistance || tool == ToolKind::MeasureArea || tool == ToolKind::MeasurePlane;
  const auto picked = measuring ? std::nullopt : input.scene.pick(at.x, at.y);
  if (!measuring && tool != ToolKind::PlaceAsset && !picked && !input.state.pick) return;
  // What is placed stands on what is seen first, however translucent that is.
  const bool onPicked = tool == ToolKind::PlaceAsset && picked;
  const auto place = onPicked ? std::optional(picked->position) : input.scene.positionUnder(at.x, at.y);
  if (const auto clicked = clickGesture(tool, {picked, place, input.asset})) issue(output, *clicked);
}

/// To what is picked there, for between the dots of Honest View one looks past it; else to what is seen.
void ViewPane::go(const Input& input, const Pixel& at, PanelOutput& output) {
  const auto picked = input.scene.pick(at.x, at.y);
  const auto place = picked ? std::optional(picked->position) : input.scene.surfaceUnder(at.x, at.y);
  if (place) issue(output, Walking::goTo(*place, input.scene.resolvedCamera()), label("go"));
}

void ViewPane::drag(const Input& input, PanelOutput& output) {
  const DragStep step = stepOf(input);
  if (step.dx == 0 && step.dy == 0) return;
  const CameraState& camera = input.scene.resolvedCamera();
  if (input.state.tool == ToolKind::CutPlane && activeSection(input.state) != nullptr &&
      ImGui::IsMouseDragging(ImGuiMouseButton_Left))
    return dragSection(input, output);
  if (sideways()) return issue(output, panGesture(camera, step, input.state.exaggeration), label("pan"));
  if (input.state.tool == ToolKind::Walk)
    return issue(output, lookAroundGesture(camera, step), label("look"));
  issue(output, orbitGesture(camera, step), label("orbit"));
}

void ViewPane::dragFlat(const Input& input, PanelOutput& output) {
  const DragStep step = stepOf(input);
  if (step.dx == 0 && step.dy == 0) return;
  issue(output, panFlatGesture(input.state.sectionView, step, input.scene.sectionUnitsPerPixel()),
        label("pan"));
}

void ViewPane::dragSection(const Input& input, PanelOutput& output) {
  const SectionState& section = *activeSection(input.state);
  const DragStep step = stepOf(input);
  if (!ImGui::GetIO().KeyShift)
    return issue(output, moveSectionGesture(section, input.scene.resolvedCamera(), step), label("section"));
  for (Command& turn : turnSectionGesture(section, step)) issue(output, std::move(turn), label("section"));
}

void ViewPane::walk(const Input& input, PanelOutput& output) {
  if (input.state.tool != ToolKind::Walk) return;
  const ImGuiIO& io = ImGui::GetIO();
  const bool climb = io.KeysDown[GLFW_KEY_SPACE] && !io.KeyShift && !io.KeyCtrl && !io.WantTextInput;
  const auto command =
      walking_.step({input.deposit, input.state, input.scene.resolvedCamera(), input.scene.walkGround(),
                     heldWalkKeys(), climb, static_cast<double>(io.DeltaTime)});
  moving_ = moving_ || walking_.moving();
  if (command) issue(output, *command, "walk");
  drawWalkHint(input.rect);
}

void ViewPane::drawWalkHint(const ScreenRect& rect) const {
  if (walking_.hint().empty()) return;
  const std::string& hint = walking_.hint();
  const float wrap = rect.width * 0.8F;
  const ImVec2 size = ImGui::CalcTextSize(hint.c_str(), nullptr, false, wrap);
  const float pad = ImGui::GetFontSize() * 0.6F;
  const ImVec2 at{rect.x + (rect.width - size.x) / 2,
                  rect.y + rect.height - size.y - ImGui::GetFontSize() * 5};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({at.x - pad, at.y - pad}, {at.x + size.x + pad, at.y + size.y + pad},
                      ImGui::GetColorU32(ImGuiCol_PopupBg, 0.9F), pad / 2);
  list->AddText(nullptr, 0, at, ImGui::GetColorU32(ImGuiCol_Text), hint.c_str(), nullptr, wrap);
}

}  // namespace adit::viewer
