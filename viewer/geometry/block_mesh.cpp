#include "viewer/geometry/block_mesh.h"

#include <algorithm>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/block_corners.h"
#include "viewer/geometry/cell_rows.h"
#include "viewer/geometry/quad_mesh.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;

/// Quads that one core takes at a time.
constexpr std::size_t kQuadsAtOnce = 8192;

/// Writes the face of a box in one direction.
void writeQuad(const SceneLattice& lattice, const LatticeBox& box, std::size_t direction,
               std::array<float, 3>* points) {
  for (std::size_t c = 0; c < 4; ++c) points[c] = lattice.corner(box, kFaceCorners[direction][c]);
}

}  // namespace

vtkSmartPointer<vtkPolyData> blockSkinMesh(const BlockModel& model, const BlockSkin& skin,
                                           const SceneFrame& frame) {
  const SceneLattice lattice(model.lattice, frame);
  const QuadMesh mesh = quadMesh(skin.faceCount());
  const geology::Progress neverCancelled;
  std::size_t first = 0;
  for (std::size_t d = 0; d < kFaceDirections; ++d) {
    const FaceArray& blocks = skin.blocks[d];
    const QuadArrays& to = mesh.arrays;
    geology::parallelFor(
        {.count = blocks.size(), .grain = kQuadsAtOnce}, neverCancelled, [&](geology::ParallelRange range) {
          CellWalk walk(model.lattice);
          for (std::size_t n = range.begin; n < range.end; ++n) {
            to.rows[first + n] = blocks[n];
            writeQuad(lattice, latticeBoxOf(model, blocks[n], 1, walk), d, to.points + 4 * (first + n));
          }
        });
    first += blocks.size();
  }
  return mesh.polyData;
}

vtkSmartPointer<vtkPolyData> shrunkBlockMesh(const BlockModel& model, const BlockSkin& skin, double share,
                                             const SceneFrame& frame) {
  const SceneLattice lattice(model.lattice, frame);
  const std::vector<std::uint32_t> blocks = blocksOfSkin(skin, model.blockCount());
  const QuadMesh mesh = quadMesh(blocks.size() * kFaceDirections);
  const QuadArrays& to = mesh.arrays;
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = blocks.size(), .grain = kQuadsAtOnce / kFaceDirections}, neverCancelled,
                       [&](geology::ParallelRange range) {
                         CellWalk walk(model.lattice);
                         for (std::size_t n = range.begin; n < range.end; ++n) {
                           const LatticeBox box = latticeBoxOf(model, blocks[n], share, walk);
                           for (std::size_t d = 0; d < kFaceDirections; ++d) {
                             const std::size_t quad = n * kFaceDirections + d;
                             to.rows[quad] = blocks[n];
                             writeQuad(lattice, box, d, to.points + 4 * quad);
                           }
                         }
                       });
  return mesh.polyData;
}

}  // namespace adit::viewer
