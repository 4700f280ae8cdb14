#include "viewer/scene/gl_program.h"

#include <vtkInformation.h>
#include <vtkInformationObjectBaseVectorKey.h>
#include <vtkOpenGLRenderPass.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkProp.h>
#include <vtkShaderProgram.h>

#include <vector>

#include "shaders/shader_text.h"

namespace adit::viewer {
namespace {

/// The passes that draw the prop now, outermost first.
std::vector<vtkOpenGLRenderPass*> passesOf(vtkProp& prop) {
  std::vector<vtkOpenGLRenderPass*> passes;
  vtkInformation* keys = prop.GetPropertyKeys();
  if (keys == nullptr || !keys->Has(vtkOpenGLRenderPass::RenderPasses())) return passes;
  const int count = keys->Length(vtkOpenGLRenderPass::RenderPasses());
  for (int i = 0; i < count; ++i)
    if (auto* pass = vtkOpenGLRenderPass::SafeDownCast(keys->Get(vtkOpenGLRenderPass::RenderPasses(), i)))
      passes.push_back(pass);
  return passes;
}

}  // namespace

bool isDrawnByPasses(vtkProp& prop) {
  return !passesOf(prop).empty();
}

std::string shaderSource(std::string_view name) {
  constexpr std::string_view kInclude = "#include \"";
  std::string source(shaders::shaderText(name));
  for (std::size_t at = source.find(kInclude); at != std::string::npos; at = source.find(kInclude)) {
    const std::size_t first = at + kInclude.size();
    const std::size_t last = source.find('"', first);
    source.replace(at, last + 1 - at, shaders::shaderText(source.substr(first, last - first)));
  }
  return source;
}

vtkShaderProgram* readyProgram(vtkOpenGLRenderWindow& window, vtkProp& prop, const ShaderNames& names,
                               vtkAbstractMapper* mapper) {
  std::string vertex = shaderSource(names.vertex);
  std::string fragment = shaderSource(names.fragment);
  for (std::string* source : {&vertex, &fragment})
    vtkShaderProgram::Substitute(*source, "//ADIT::Variant", names.variant);
  std::string geometry;
  const std::vector<vtkOpenGLRenderPass*> passes = passesOf(prop);
  for (vtkOpenGLRenderPass* pass : passes)
    pass->PreReplaceShaderValues(vertex, geometry, fragment, mapper, &prop);
  for (vtkOpenGLRenderPass* pass : passes)
    pass->PostReplaceShaderValues(vertex, geometry, fragment, mapper, &prop);
  vtkShaderProgram* program =
      window.GetShaderCache()->ReadyShaderProgram(vertex.c_str(), fragment.c_str(), geometry.c_str());
  if (program == nullptr) return nullptr;
  for (vtkOpenGLRenderPass* pass : passes) pass->SetShaderParameters(program, mapper, &prop);
  return program;
}

}  // namespace adit::viewer
