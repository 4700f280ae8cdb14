// Triangle meshes as VTK data: shaded triangles, strings, filled cuts of closed solids.
#pragma once
#include "geology/model/bit_mask.h"
#include "geology/model/triangle_mesh.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// The shown triangles with rows (triangle numbers) and normals that are smooth across gentle edges and split
/// at sharp ones (over 35 degrees, so that benches and solids keep their edges).
vtkSmartPointer<vtkPolyData> surfaceMesh(const geology::TriangleMesh& mesh, const geology::BitMask& shown,
                                         const SceneFrame& frame);
/// The polylines; rows are line numbers.
MeshBuffer surfaceLines(const geology::TriangleMesh& mesh, const SceneFrame& frame);
/// Where a plane meets the triangles, as lines in scene coordinates.
vtkSmartPointer<vtkPolyData> surfaceCut(vtkPolyData& surface, const HalfSpace& plane,
                                        const SceneFrame& frame);
/// The filled face where plane `which` cuts a closed solid, cut by the other planes.
MeshBuffer solidCutFace(vtkPolyData& surface, const CutPlanes& planes, std::size_t which,
                        const SceneFrame& frame);
/// Edges sharper than 30 degrees and open borders, as lines.
vtkSmartPointer<vtkPolyData> featureEdges(vtkPolyData& surface);

}  // namespace adit::viewer
