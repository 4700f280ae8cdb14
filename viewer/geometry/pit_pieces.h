// Pits that come as surfaces, as they are drawn: what they leave of the terrain, their own parts that are
// ground, the level floor of the one that is being dug.
#pragma once
#include <memory>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/planning/pit_stages.h"
#include "viewer/geometry/mined_surface.h"
#include "viewer/geometry/plan_in_time.h"

namespace adit::viewer {

/// What cuts a terrain at a moment: blocks that are mined, or pits. Equal cuts leave the same terrain.
struct TerrainCut {
  std::shared_ptr<const planning::MinedGround> ground;
  std::shared_ptr<const planning::PitStages> pits;
  double time = 0;

  explicit operator bool() const { return ground != nullptr || pits != nullptr; }
  friend bool operator==(const TerrainCut&, const TerrainCut&) = default;
};
/// `plan` may be null.
TerrainCut cutInto(const geology::Terrain& terrain, const PlanInTime* plan);
/// The quads that terrainLeft() draws, as quadsAround().
geology::BitMask quadsCut(const TerrainCut& cut, int stride);
/// What the cut leaves of those quads, as terrainAround().
GroundPolygons terrainLeft(const TerrainCut& cut, int stride, const geology::BitMask& shownNodes);

/// A pit, or the surface that they are cut into, as far as it is ground at a moment.
struct PitPart {
  std::shared_ptr<const geology::TriangleMesh> mesh;
  std::vector<std::uint32_t> triangles;  ///< of each triangle: the one of the surface that it is of
  std::vector<std::uint32_t> lines;      ///< of each line: the string of the surface
};
/// `source` is one of stages.pits(), or the surface in the place of a terrain. The strings of a pit are part
/// of it once it is begun, as far as they are above the level floor.
PitPart pitPart(const planning::PitStages& stages, std::uint32_t source, double time);

/// The level floor, in pieces with one block behind each; `model` may be null.
GroundPolygons pitFloor(const planning::PitStages& stages, double time, const geology::BlockModel* model);

/// All of it, for export: parts "ground" (the natural one), "floor" and the names of the pits.
geology::TriangleMesh pitGround(const planning::PitStages& stages, double time);

}  // namespace adit::viewer
