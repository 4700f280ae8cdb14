#include "viewer/app/glfw_window.h"

// GLEW comes before any other GL header; VTK has loaded the same library.
#include <GL/glew.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "viewer/app/keys.h"
#include "viewer/app/window.h"

namespace adit::viewer {
namespace {

constexpr PixelSize kUsualSize{1440, 900};
constexpr PixelSize kSmallest{900, 560};
constexpr float kDoubleClick = 0.3F;  ///< seconds between two clicks, at most

std::string glfwFault() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text != nullptr ? text : "unknown reason";
}

/// The usual size, or 90 % of a smaller monitor.
PixelSize sizeFor(PixelSize wanted, float scale) {
  if (wanted.width > 0 && wanted.height > 0) return wanted;
  PixelSize usual{static_cast<int>(static_cast<float>(kUsualSize.width) * scale),
                  static_cast<int>(static_cast<float>(kUsualSize.height) * scale)};
  int x = 0, y = 0, width = 0, height = 0;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor())
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
  if (width <= 0 || height <= 0) return usual;
  return {std::min(usual.width, width * 9 / 10), std::min(usual.height, height * 9 / 10)};
}

/// The monitor with that place; the first one where none has it.
GLFWmonitor* monitorAt(int x, int y) {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    int left = 0, top = 0;
    glfwGetMonitorPos(monitors[i], &left, &top);
    const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
    if (mode != nullptr && x >= left && y >= top && x < left + mode->width && y < top + mode->height)
      return monitors[i];
  }
  return glfwGetPrimaryMonitor();
}

/// VTK keeps a copy of the state of OpenGL and trusts it: what is set behind its back is put back.
class GlStateScope {
 public:
  GlStateScope() {
    glGetIntegerv(GL_VIEWPORT, viewport_.data());
    glGetFloatv(GL_COLOR_CLEAR_VALUE, clear_.data());
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &draw_);
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_);
  }
  ~GlStateScope() {
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(draw_));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(read_));
    glClearColor(clear_[0], clear_[1], clear_[2], clear_[3]);
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
  }
  GlStateScope(const GlStateScope&) = delete;
  GlStateScope& operator=(const GlStateScope&) = delete;

 private:
  std::array<GLint, 4> viewport_{};
  std::array<GLfloat, 4> clear_{};
  GLint draw_ = 0, read_ = 0;
};

Image readBackBuffer(PixelSize size) {
  Image image{size.width, size.height, {}};
  const auto stride = static_cast<std::size_t>(size.width) * 3;
  std::vector<std::uint8_t> bottomUp(stride * static_cast<std::size_t>(size.height));
  glReadBuffer(GL_BACK);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, bottomUp.data());
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  image.rgb.reserve(bottomUp.size());
  for (auto row = static_cast<std::size_t>(size.height); row-- > 0;)
    image.rgb.insert(image.rgb.end(), bottomUp.begin() + static_cast<std::ptrdiff_t>(row * stride),
                     bottomUp.begin() + static_cast<std::ptrdiff_t>((row + 1) * stride));
  return image;
}

}  // namespace

bool displayAvailable() {
  const bool available = glfwInit() == GLFW_TRUE;
  if (available) glfwTerminate();
  return available;
}

GlfwWindow::GlfwWindow(PixelSize wanted, float scale) {
  if (glfwInit() != GLFW_TRUE) throw std::runtime_error("no display could be opened: " + glfwFault());
  try {
    createWindow(wanted, scale);
  } catch (...) {
    glfwTerminate();
    throw;
  }
  initImGui();
}

void GlfwWindow::createWindow(PixelSize wanted, float scale) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SAMPLES, 0);
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (scale <= 0 && monitor != nullptr) glfwGetMonitorContentScale(monitor, &scale, nullptr);
  if (scale <= 0) scale = 1;
  const PixelSize size = sizeFor(wanted, scale);
  window_ = glfwCreateWindow(size.width, size.height, "Adit", nullptr, nullptr);
  if (window_ == nullptr)
    throw std::runtime_error("no window with OpenGL 3.3 could be opened: " + glfwFault());
  glfwSetWindowSizeLimits(window_, kSmallest.width, kSmallest.height, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  if (glewInit() != GLEW_OK) throw std::runtime_error("the functions of OpenGL could not be loaded");
  glfwSetWindowUserPointer(window_, this);
  glfwSetKeyCallback(window_, onKey);
  glfwSetDropCallback(window_, onDrop);
}

void GlfwWindow::initImGui() {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;         // the arrangement is ours; widths are kept in the settings
  ImGui_ImplGlfw_InitForOpenGL(window_, true);  // chains to the callbacks above
  ImGui_ImplOpenGL3_Init("#version 330");
}

GlfwWindow::~GlfwWindow() {
  glfwMakeContextCurrent(window_);
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(window_);
  glfwTerminate();
}

GlHost GlfwWindow::host() const {
  GLFWwindow* window = window_;
  return {[window] { glfwMakeContextCurrent(window); },
          [window] { return glfwGetCurrentContext() == window; }};
}

PixelSize GlfwWindow::size() const {
  PixelSize size;
  glfwGetWindowSize(window_, &size.width, &size.height);
  return size;
}

PixelSize GlfwWindow::framebufferSize() const {
  PixelSize size;
  glfwGetFramebufferSize(window_, &size.width, &size.height);
  return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != 0 ? PixelSize{} : size;
}

float GlfwWindow::contentScale() const {
  float scale = 1;
  glfwGetWindowContentScale(window_, &scale, nullptr);
  const PixelSize screen = size(), pixels = framebufferSize();
  const float perUnit = screen.width > 0 && pixels.width > 0
                            ? static_cast<float>(pixels.width) / static_cast<float>(screen.width)
                            : 1.0F;
  return scale / perUnit;  // where one screen unit is two pixels already, nothing is left to scale
}

void GlfwWindow::setTitle(const std::string& title) {
  glfwSetWindowTitle(window_, title.c_str());
}

void GlfwWindow::setFullScreen(bool on) {
  if (on == (glfwGetWindowMonitor(window_) != nullptr)) return;
  if (!on) {
    glfwSetWindowMonitor(window_, nullptr, placed_[0], placed_[1], placed_[2], placed_[3], GLFW_DONT_CARE);
    return;
  }
  glfwGetWindowPos(window_, &placed_[0], &placed_[1]);
  glfwGetWindowSize(window_, &placed_[2], &placed_[3]);
  GLFWmonitor* monitor = monitorAt(placed_[0] + placed_[2] / 2, placed_[1] + placed_[3] / 2);
  const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode != nullptr)
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

bool GlfwWindow::closing() const {
  return glfwWindowShouldClose(window_) != 0;
}

void GlfwWindow::close() {
  glfwSetWindowShouldClose(window_, GLFW_TRUE);
}

void GlfwWindow::keepOpen() {
  glfwSetWindowShouldClose(window_, GLFW_FALSE);
}

void GlfwWindow::pollEvents(double seconds) {
  if (seconds > 0)
    glfwWaitEventsTimeout(seconds);
  else
    glfwPollEvents();
}

void GlfwWindow::wake() {
  glfwPostEmptyEvent();
}

std::vector<KeyChord> GlfwWindow::takeKeys() {
  return std::exchange(keys_, {});
}

std::vector<std::string> GlfwWindow::takeDropped() {
  return std::exchange(dropped_, {});
}

void GlfwWindow::onKey(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
  if (action == GLFW_RELEASE) return;
  const char* printed = key == GLFW_KEY_UNKNOWN ? nullptr : glfwGetKeyName(key, scancode);
  if (const auto chord = chordOf(key, modifiers, printed))
    static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window))->keys_.push_back(*chord);
}

void GlfwWindow::onDrop(GLFWwindow* window, int count, const char** paths) {
  auto& dropped = static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window))->dropped_;
  dropped.insert(dropped.end(), paths, paths + count);
}

void GlfwWindow::uploadFonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void GlfwWindow::beginFrame() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  // Clicks are seen once a frame: where a frame takes long, the second of two would always come too late.
  ImGuiIO& io = ImGui::GetIO();
  io.MouseDoubleClickTime = std::max(kDoubleClick, 2.5F * io.DeltaTime);
  ImGui::NewFrame();
}

void GlfwWindow::endFrame(Image* shot) {
  ImGui::Render();
  const PixelSize size = framebufferSize();
  {
    const GlStateScope scope;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, size.width, size.height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (shot != nullptr) *shot = readBackBuffer(size);
  }
  glfwSwapBuffers(window_);
}

}  // namespace adit::viewer
