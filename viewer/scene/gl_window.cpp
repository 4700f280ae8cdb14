#include "viewer/scene/gl_window.h"

#include <vtk_glew.h>

#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkMapper.h>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkOutputWindow.h>
#include <vtkTextureObject.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <string_view>

#include "viewer/scene/gl_buffer_texture.h"

namespace adit::viewer {
namespace {

// VTK prints errors (a shader that does not compile, say), draws nothing and goes on. Here they are kept, so
// that tests and the status line can show them.
class ErrorLog : public vtkOutputWindow {
 public:
  static ErrorLog* New();
  vtkTypeMacro(ErrorLog, vtkOutputWindow) void DisplayText(const char* text) override { keep(text); }
  void DisplayErrorText(const char* text) override { keep(text); }
  void DisplayWarningText(const char* text) override { keep(text); }
  std::vector<std::string> take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(lines_, {});
  }

 private:
  void keep(const char* text) {
    const std::scoped_lock lock(mutex_);
    lines_.emplace_back(text);
  }
  std::mutex mutex_;
  std::vector<std::string> lines_;
};
vtkStandardNewMacro(ErrorLog)

    // The hardware selector asks how many bits the framebuffer's colours have; a context without a surface
    // has no framebuffer of its own to ask. VTK draws into one that it made with 8 bits.
    class OwnFramebufferWindow : public vtkGenericOpenGLRenderWindow {
 public:
  static OwnFramebufferWindow* New();
  vtkTypeMacro(OwnFramebufferWindow,
               vtkGenericOpenGLRenderWindow) int GetColorBufferSizes(int* rgba) override {
    std::fill_n(rgba, 4, 8);
    return 32;
  }
};
vtkStandardNewMacro(OwnFramebufferWindow)

    void onWindowEvent(vtkObject*, unsigned long event, void* hostPointer, void* answer) {
  const auto& host = *static_cast<const GlHost*>(hostPointer);
  switch (event) {
    case vtkCommand::WindowMakeCurrentEvent:
      host.makeCurrent();
      break;
    case vtkCommand::WindowIsCurrentEvent:
      *static_cast<bool*>(answer) = host.isCurrent();
      break;
    case vtkCommand::WindowSupportsOpenGLEvent:
    case vtkCommand::WindowIsDirectEvent:
      *static_cast<int*>(answer) = 1;
      break;
    default:
      break;
  }
}

}  // namespace

GlWindow::GlWindow(GlHost host)
    : host_(std::move(host)), window_(vtkSmartPointer<OwnFramebufferWindow>::New()) {
  // VTK's dual depth peeling stops after its first pass in a window without a framebuffer of its own: what is
  // translucent inside something translucent vanishes. The older way peels all layers. VTK knows no other switch.
  ::setenv("VTK_USE_LEGACY_DEPTH_PEELING", "1", 1);
  // Lines on a surface (contours, strings on a pit) must not drown in it.
  vtkMapper::SetResolveCoincidentTopologyToPolygonOffset();
  auto log = vtkSmartPointer<ErrorLog>::New();
  vtkOutputWindow::SetInstance(log);
  errorLog_ = log;
  vtkNew<vtkCallbackCommand> callback;
  callback->SetClientData(&host_);
  callback->SetCallback(onWindowEvent);
  // Without IsCurrent, Render() silently does nothing.
  for (const auto event : {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
                           vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent})
    window_->AddObserver(event, callback);
  host_.makeCurrent();
  window_->SetOwnContext(0);
  window_->SetMultiSamples(0);  // depth peeling asks for none; FXAA smooths instead
  window_->SetAlphaBitPlanes(1);
  window_->SetStencilCapable(1);
  window_->SetMapped(1);
  window_->SetFrameBlitModeToNoBlit();
  window_->SetReadyForRendering(true);
  window_->OpenGLInitContext();
  window_->OpenGLInit();
  // OpenGL begins with GL_LESS, and a window that does not own its context leaves it there: text, which VTK
  // draws at the depth of the plate below it, would be lost wherever no pass happens to change it.
  window_->GetState()->ResetGLDepthFuncState();
  window_->GetState()->vtkglDepthFunc(GL_LEQUAL);
  const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  const std::string_view name = renderer != nullptr ? renderer : "";
  software_ =
      name.find("llvmpipe") != std::string_view::npos || name.find("softpipe") != std::string_view::npos;
  bufferTexels_ = GlBufferTexture::mostElements();
}

GlWindow::~GlWindow() {
  host_.makeCurrent();
  window_->Finalize();
}

unsigned int GlWindow::textureId() {
  vtkOpenGLFramebufferObject* framebuffer = window_->GetDisplayFramebuffer();
  if (framebuffer == nullptr || framebuffer->GetNumberOfColorAttachments() == 0) return 0;
  return framebuffer->GetColorAttachmentAsTextureObject(0)->GetHandle();
}

void GlWindow::copyColumns(int width, int to) {
  vtkOpenGLFramebufferObject* framebuffer = window_->GetRenderFramebuffer();
  if (framebuffer == nullptr) return;
  vtkOpenGLState* state = window_->GetState();
  const vtkOpenGLState::ScopedglEnableDisable scissor(state, GL_SCISSOR_TEST);
  state->vtkglDisable(GL_SCISSOR_TEST);  // it would cut the copy as well
  state->PushFramebufferBindings();
  framebuffer->Bind();
  framebuffer->ActivateReadBuffer(0);
  framebuffer->ActivateDrawBuffer(0);
  const int height = window_->GetSize()[1];
  glBlitFramebuffer(0, 0, width, height, to, 0, to + width, height, GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT,
                    GL_NEAREST);
  state->PopFramebufferBindings();
}

std::vector<std::string> GlWindow::takeErrors() {
  return static_cast<ErrorLog*>(errorLog_.Get())->take();
}

}  // namespace adit::viewer
