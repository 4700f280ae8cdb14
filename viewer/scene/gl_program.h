// Shader programs of props that draw by hand, inside VTK's own passes.
#pragma once
#include <string>
#include <string_view>

class vtkAbstractMapper;
class vtkOpenGLRenderWindow;
class vtkProp;
class vtkShaderProgram;

namespace adit::viewer {

/// Files of shaders/. They are written as VTK's own are: they begin with //VTK::System::Dec (which becomes
/// "#version 150" and a few names), and a fragment shader has //VTK::Output::Dec and writes gl_FragData[0]
/// the colour, [1] the position and [2] the normal in view coordinates (what ambient occlusion reads;
/// elsewhere they fall away). A shader that can be translucent has //VTK::DepthPeeling::Dec, and
/// //VTK::DepthPeeling::Impl behind the line that sets gl_FragDepth.
struct ShaderNames {
  std::string_view vertex, fragment;
  std::string variant{};  ///< lines ("#define ...") in place of //ADIT::Variant in both
};
/// For a variant that no driver takes (DrawMode::Refused).
constexpr const char* kRefusedVariant = "#error refused, to try out what happens then\n";

/// Whether render passes (ambient occlusion, depth peeling) draw the prop right now and ask more of it than a
/// colour.
bool isDrawnByPasses(vtkProp& prop);

/// The text of a file of shaders/ with its #include "piece.glsl" lines replaced by the pieces.
std::string shaderSource(std::string_view name);

/// Makes the program current, compiled at its first use; nullptr where the driver refuses it, and then VTK's
/// error log has the numbered text and the driver's words. VTK's cache owns the program and knows what is
/// current, so that nothing has to be put back. The render passes that draw `prop` now (depth peeling) weave
/// their part into the shaders and set their uniforms; ambient occlusion does so only for a `mapper` of
/// polygons.
vtkShaderProgram* readyProgram(vtkOpenGLRenderWindow& window, vtkProp& prop, const ShaderNames& names,
                               vtkAbstractMapper* mapper = nullptr);

}  // namespace adit::viewer
