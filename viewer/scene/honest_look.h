// Honest View on the GPU: the same dots for blocks drawn by their own shader and for meshes drawn by VTK's.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "viewer/state/solidity.h"
#include "viewer/state/view_state.h"

class vtkShaderProgram;

namespace adit::viewer {

class MeshProp;
struct LayerInput;

struct HonestLook {
  std::shared_ptr<const std::vector<std::uint8_t>> codes;  ///< one a block; nullptr: Honest View is off
  Color holes{};                                           ///< the background, where nothing may be cut out
  double dotPixels = 1;
  double outlineWidth = 1;  ///< pixels

  bool on() const { return codes != nullptr; }
  friend bool operator==(const HonestLook&, const HonestLook&) = default;
};
HonestLook honestLook(const LayerInput& input, std::shared_ptr<const std::vector<std::uint8_t>> codes);

/// Share drawn, pale, outlined of every code, as the shaders want it.
const std::array<std::array<float, 3>, kHonestCodes>& solidityTable();

/// For a program with shaders/honest.glsl in it.
void setHonestUniforms(vtkShaderProgram& program, const HonestLook& look, bool cutOut);

struct MeshEdges {
  double width = 0;  ///< pixels; 0: none
  Color color{};
};
/// Draws the mesh of a prop, which has kHonestArray, by its codes. VTK's own edges go through a geometry
/// shader that knows nothing of the codes, so edges are drawn here. `cutOut` false: what one would look
/// through is painted, and can be picked.
void drawHonestly(MeshProp& prop, const HonestLook& look, bool cutOut, const MeshEdges& edges);
/// The mesh as VTK draws it.
void drawPlainly(MeshProp& prop);

}  // namespace adit::viewer
