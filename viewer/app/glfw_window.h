// The GLFW window with its OpenGL 3.3 core context and Dear ImGui's backends.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "viewer/panels/shortcuts.h"
#include "viewer/scene/scene.h"

struct GLFWwindow;

namespace adit::viewer {

struct PixelSize {
  int width = 0, height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

class GlfwWindow {
 public:
  /// Screen units; 0: what fits the monitor, at that scale (0: that of the monitor). Throws
  /// std::runtime_error with what is missing.
  GlfwWindow(PixelSize wanted, float scale);
  ~GlfwWindow();
  GlfwWindow(const GlfwWindow&) = delete;
  GlfwWindow& operator=(const GlfwWindow&) = delete;

  GlHost host() const;
  PixelSize size() const;             ///< screen units
  PixelSize framebufferSize() const;  ///< 0 x 0 while minimised
  /// How much larger than on a plain monitor everything is drawn, in screen units.
  float contentScale() const;
  void setTitle(const std::string& title);
  /// On the whole of the monitor that it is on, or again where it was.
  void setFullScreen(bool on);

  bool closing() const;
  void close();
  void keepOpen();  ///< takes the wish to close back
  /// Waits for events, at most so long; 0 does not wait.
  void pollEvents(double seconds);
  /// Ends a wait; may be called from any thread.
  static void wake();

  std::vector<KeyChord> takeKeys();
  std::vector<std::string> takeDropped();

  /// A new font atlas was built.
  void uploadFonts();
  void beginFrame();
  /// Draws what ImGui holds over framebuffer 0; `shot` receives the finished pixels when it is not null.
  void endFrame(Image* shot);

 private:
  static void onKey(GLFWwindow* window, int key, int scancode, int action, int modifiers);
  static void onDrop(GLFWwindow* window, int count, const char** paths);
  void createWindow(PixelSize wanted, float scale);
  void initImGui();

  GLFWwindow* window_ = nullptr;
  std::array<int, 4> placed_{};  ///< x, y, width, height before the whole screen was taken
  std::vector<KeyChord> keys_;
  std::vector<std::string> dropped_;
};

}  // namespace adit::viewer
