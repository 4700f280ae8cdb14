// For meshes that Honest View draws: at every point, where it lies in its block and how well that is known.
#pragma once
#include <vtkPolyData.h>

#include <cstdint>
#include <span>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Name of the point array: x, y, z of the point in its block, 0..1 along the axes of the lattice, and the
/// honestCode() of the block. Shells have no place in a block (0.5): no edge of it is drawn on them.
constexpr const char* kHonestArray = "adit:honest";

struct HonestPlaces {
  const geology::BlockModel& model;
  std::span<const std::uint8_t> codes;  ///< one a block
  SceneFrame frame;                     ///< that the mesh was made in
  double share = 1;                     ///< of its side that a block of the mesh keeps
};

/// For meshes whose cells draw blocks (kRowArray) and share no points.
void addHonestArray(vtkPolyData& mesh, const HonestPlaces& places);
/// For shells: a point takes the code of the block that it lies in; in absent ground it is as unknown as
/// anything.
void addHonestArrayOfShell(vtkPolyData& shell, const HonestPlaces& places, const BlockIndex& index);

}  // namespace adit::viewer
