// Terrain as VTK data: a shaded grid with holes, contour lines at round elevations, a place for an image.
#pragma once
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/terrain.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// The grid with every `stride`-th node, with normals. A quad with a nodata or hidden node is left out. Rows
/// are the numbers of the quads' first nodes. `leftOut`: quads that somebody else draws, one bit a node,
/// which is the quad's first; nullptr: none.
MeshBuffer terrainGrid(const geology::Terrain& terrain, const geology::BitMask& shownNodes, int stride,
                       const SceneFrame& frame, const geology::BitMask* leftOut = nullptr);
/// A terrain of more than 600,000 nodes is drawn at every second, third ... of them.
int drawnStride(const geology::Terrain& terrain);
/// u, v of the image at each point of `terrainGrid` with the same arguments; outside 0..1 is outside the
/// image.
std::vector<std::array<float, 2>> drapeCoordinates(const geology::Terrain& terrain, int stride,
                                                   const geology::DrapeImage& image);

/// u, v of the image at places of the terrain.
std::vector<std::array<float, 2>> drapeCoordinates(const geology::Terrain& terrain,
                                                   const std::vector<geology::Vec3>& places,
                                                   const geology::DrapeImage& image);

/// Normals in the scene at places of the terrain, between those of the four nodes around.
std::vector<std::array<float, 3>> terrainNormals(const geology::Terrain& terrain,
                                                 const std::vector<geology::Vec3>& places,
                                                 const SceneFrame& frame);

/// 1, 2, 2.5 or 5 times a power of ten, so that the relief has about `lines` steps.
double roundStep(double relief, int lines = 20);
/// Contour lines at multiples of `step` (true elevation), slightly lifted; every fifth as `index` lines.
struct ContourLines {
  vtkSmartPointer<vtkPolyData> plain, index;
};
ContourLines contourLines(const geology::Terrain& terrain, double step, const SceneFrame& frame);

/// Light from the north-west, 45 degrees high, as map makers do: 0 in full shade to 1 in full light, one a
/// node.
std::vector<float> hillshade(const geology::Terrain& terrain);
/// Where a vertical or inclined plane meets the terrain, as lines; rows none. Nodes and quads as for
/// terrainGrid().
vtkSmartPointer<vtkPolyData> terrainCut(const geology::Terrain& terrain, const geology::BitMask& shownNodes,
                                        const HalfSpace& plane, const SceneFrame& frame,
                                        const geology::BitMask* leftOut = nullptr);

}  // namespace adit::viewer
