#include "viewer/scene/honest_look.h"

#include <vtkDataObject.h>
#include <vtkPolyDataMapper.h>
#include <vtkShaderProgram.h>
#include <vtkShaderProperty.h>
#include <vtkUniforms.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "shaders/shader_text.h"
#include "viewer/geometry/honest_array.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {
namespace {

constexpr std::array<float, 3> kPaper{0.93F, 0.92F, 0.89F};

// Into VTK's shader of meshes. A name that ends in VSOutput passes from its vertex to its fragment shader.
constexpr const char* kVertexDec =
    "in vec4 honestPlace;\n"
    "out vec3 placeInBlockVSOutput;\n"
    "flat out float honestCodeVSOutput;\n"
    "//VTK::Normal::Dec\n";
constexpr const char* kVertexImpl =
    "placeInBlockVSOutput = honestPlace.xyz;\n"
    "honestCodeVSOutput = honestPlace.w;\n"
    "//VTK::Normal::Impl\n";
// The uniforms are declared by VTK, which knows them as custom ones.
constexpr const char* kFragmentDec =
    "in vec3 placeInBlockVSOutput;\n"
    "flat in float honestCodeVSOutput;\n";
constexpr const char* kEdge = R"(
// How much of the pixel the edges of its block cover. On a face of the block one coordinate does not change.
float onBlockEdge(float width) {
  vec3 pixel = fwidth(placeInBlockVSOutput);
  vec3 fromEdge = min(placeInBlockVSOutput, 1.0 - placeInBlockVSOutput) / max(pixel, 1e-9);
  vec3 line = clamp(0.5 * width + 0.5 - fromEdge, 0.0, 1.0) * step(1e-5, pixel);
  return width > 0.0 ? max(max(line.x, line.y), line.z) : 0.0;
}
)";
constexpr const char* kFragmentImpl =
    "vec3 knownColor = mix(gl_FragData[0].rgb, blockEdgeColor, onBlockEdge(blockEdgeWidth));\n"
    "gl_FragData[0].rgb = honest(knownColor, solidity[int(honestCodeVSOutput + 0.5)], "
    "onBlockEdge(outlineWidth));\n"
    "//VTK::TCoord::Impl\n";

std::string fragmentDec() {
  return kFragmentDec + std::string(shaders::shaderText("honest.glsl")) + kEdge + "//VTK::Normal::Dec\n";
}

void insertShaders(vtkShaderProperty& shaders) {
  shaders.AddVertexShaderReplacement("//VTK::Normal::Dec", true, kVertexDec, false);
  shaders.AddVertexShaderReplacement("//VTK::Normal::Impl", true, kVertexImpl, false);
  shaders.AddFragmentShaderReplacement("//VTK::Normal::Dec", true, fragmentDec(), false);
  shaders.AddFragmentShaderReplacement("//VTK::TCoord::Impl", true, kFragmentImpl, false);
}

}  // namespace

HonestLook honestLook(const LayerInput& input, std::shared_ptr<const std::vector<std::uint8_t>> codes) {
  HonestLook look;
  look.codes = std::move(codes);
  look.holes = paletteOf(input.state.theme).skyBottom;
  look.dotPixels = std::max(1.0, std::round(input.scale));
  look.outlineWidth = 1.3 * input.scale;
  return look;
}

const std::array<std::array<float, 3>, kHonestCodes>& solidityTable() {
  static const auto kTable = [] {
    std::array<std::array<float, 3>, kHonestCodes> table{};
    for (std::size_t code = 0; code < kHonestCodes; ++code) {
      const Solidity solidity = solidityOf(static_cast<std::uint8_t>(code));
      table[code] = {solidity.drawn, solidity.pale, solidity.outline};
    }
    return table;
  }();
  return kTable;
}

void setHonestUniforms(vtkShaderProgram& program, const HonestLook& look, bool cutOut) {
  const auto& ranks = stippleRanks();
  program.SetUniform1fv("stipple", static_cast<int>(ranks.size()), ranks.data());
  program.SetUniformf("dotPixels", static_cast<float>(look.dotPixels));
  program.SetUniform3f("paper", kPaper.data());
  program.SetUniform3f("holes", look.holes.data());
  program.SetUniformi("cutOut", cutOut ? 1 : 0);
}

void drawHonestly(MeshProp& prop, const HonestLook& look, bool cutOut, const MeshEdges& edges) {
  vtkShaderProperty& shaders = *prop.actor().GetShaderProperty();
  if (shaders.GetNumberOfShaderReplacements() == 0) insertShaders(shaders);
  auto* mapper = vtkPolyDataMapper::SafeDownCast(prop.actor().GetMapper());
  mapper->MapDataArrayToVertexAttribute("honestPlace", kHonestArray, vtkDataObject::FIELD_ASSOCIATION_POINTS,
                                        -1);
  prop.setEdges(false, edges.color, 1);
  vtkUniforms& uniforms = *shaders.GetFragmentCustomUniforms();
  std::array<float, kStippleSide* kStippleSide> ranks = stippleRanks();
  uniforms.SetUniform1fv("stipple", static_cast<int>(ranks.size()), ranks.data());
  auto table = solidityTable();
  uniforms.SetUniform3fv("solidity", static_cast<int>(table.size()),
                         reinterpret_cast<const float(*)[3]>(table.data()));
  uniforms.SetUniformf("dotPixels", static_cast<float>(look.dotPixels));
  uniforms.SetUniform3f("paper", kPaper.data());
  uniforms.SetUniform3f("holes", look.holes.data());
  uniforms.SetUniformi("cutOut", cutOut ? 1 : 0);
  uniforms.SetUniformf("outlineWidth", static_cast<float>(look.outlineWidth));
  uniforms.SetUniformf("blockEdgeWidth", static_cast<float>(edges.width));
  uniforms.SetUniform3f("blockEdgeColor", edges.color.data());
}

void drawPlainly(MeshProp& prop) {
  vtkShaderProperty& shaders = *prop.actor().GetShaderProperty();
  if (shaders.GetNumberOfShaderReplacements() == 0) return;
  shaders.ClearAllShaderReplacements();
  shaders.GetFragmentCustomUniforms()->RemoveAllUniforms();
  vtkPolyDataMapper::SafeDownCast(prop.actor().GetMapper())->RemoveVertexAttributeMapping("honestPlace");
}

}  // namespace adit::viewer
