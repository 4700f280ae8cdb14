#include "viewer/scene/headless_context.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/glew.h>
#include <dlfcn.h>

#include <array>
#include <stdexcept>
#include <string_view>
#include <vector>

// Debian's GLEW is built for GLX: under an EGL context its glewInit() loads every entry point and then
// reports "no GLX display". VTK takes that for a failure. This definition in the program comes before the
// library's, calls it, and accepts that one result when the entry points are there.
extern "C" __attribute__((visibility("default"))) GLenum glewInit() {
  using Init = GLenum (*)();
  static const auto libraryInit = reinterpret_cast<Init>(dlsym(RTLD_NEXT, "glewInit"));
  if (libraryInit == nullptr) return GLEW_ERROR_NO_GL_VERSION;
  const GLenum result = libraryInit();
  constexpr GLenum kNoGlxDisplay = 4;
  return result == kNoGlxDisplay && glCreateShader != nullptr ? static_cast<GLenum>(GLEW_OK) : result;
}

namespace adit::viewer {
namespace {

bool has(const char* extensions, std::string_view name) {
  return extensions != nullptr && std::string_view(extensions).find(name) != std::string_view::npos;
}

EGLDisplay initialised(EGLDisplay display) {
  if (display == EGL_NO_DISPLAY) return EGL_NO_DISPLAY;
  EGLint major = 0;
  EGLint minor = 0;
  return eglInitialize(display, &major, &minor) == EGL_TRUE ? display : EGL_NO_DISPLAY;
}

// A real GPU where there is one: Mesa's own software device is left to the surfaceless platform.
EGLDisplay gpuDisplay() {
  const auto queryDevices =
      reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
  const auto queryDeviceString =
      reinterpret_cast<PFNEGLQUERYDEVICESTRINGEXTPROC>(eglGetProcAddress("eglQueryDeviceStringEXT"));
  const auto platformDisplay =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (queryDevices == nullptr || queryDeviceString == nullptr || platformDisplay == nullptr)
    return EGL_NO_DISPLAY;
  std::array<EGLDeviceEXT, 16> devices{};
  EGLint count = 0;
  if (queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count) != EGL_TRUE)
    return EGL_NO_DISPLAY;
  for (EGLint i = 0; i < count; ++i) {
    const EGLDeviceEXT device = devices[static_cast<std::size_t>(i)];
    if (has(queryDeviceString(device, EGL_EXTENSIONS), "EGL_MESA_device_software")) continue;
    const EGLDisplay display = initialised(platformDisplay(EGL_PLATFORM_DEVICE_EXT, device, nullptr));
    if (display != EGL_NO_DISPLAY) return display;
  }
  return EGL_NO_DISPLAY;
}

EGLDisplay surfacelessDisplay() {
  const auto platformDisplay =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (platformDisplay == nullptr) return EGL_NO_DISPLAY;
  return initialised(platformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
}

EGLContext createContext(EGLDisplay display) {
  if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return EGL_NO_CONTEXT;
  const std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                     EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  eglChooseConfig(display, wanted.data(), &config, 1, &count);
  const std::array<EGLint, 7> attributes{EGL_CONTEXT_MAJOR_VERSION,
                                         3,
                                         EGL_CONTEXT_MINOR_VERSION,
                                         3,
                                         EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                         EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                         EGL_NONE};
  return eglCreateContext(display, count > 0 ? config : nullptr, EGL_NO_CONTEXT, attributes.data());
}

}  // namespace

struct HeadlessContext::Impl {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;

  bool open(EGLDisplay candidate) {
    if (candidate == EGL_NO_DISPLAY) return false;
    const EGLContext created = createContext(candidate);
    if (created == EGL_NO_CONTEXT) {
      return false;
    }
    display = candidate;
    context = created;
    return true;
  }
  bool makeCurrent() const {
    return eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE;
  }
};

HeadlessContext::HeadlessContext() : impl_(std::make_unique<Impl>()) {
  if (!impl_->open(gpuDisplay()) && !impl_->open(surfacelessDisplay()))
    throw std::runtime_error(
        "no OpenGL 3.3 without a window: EGL has neither a GPU device nor Mesa's surfaceless platform "
        "(install libegl1 and libgl1-mesa-dri)");
  if (!impl_->makeCurrent())
    throw std::runtime_error("EGL made a context but cannot use it without a surface");
}

HeadlessContext::~HeadlessContext() {
  if (impl_->display == EGL_NO_DISPLAY) return;
  eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(impl_->display, impl_->context);
  // The display is one for the whole process: to terminate it would take every other context along.
}

GlHost HeadlessContext::host() const {
  const Impl* impl = impl_.get();
  return {[impl] { impl->makeCurrent(); }, [impl] { return eglGetCurrentContext() == impl->context; }};
}

std::string HeadlessContext::description() const {
  const char* vendor = eglQueryString(impl_->display, EGL_VENDOR);
  const char* version = eglQueryString(impl_->display, EGL_VERSION);
  return "EGL " + std::string(version != nullptr ? version : "?") + " " + (vendor != nullptr ? vendor : "?");
}

}  // namespace adit::viewer
