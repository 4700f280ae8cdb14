#include "viewer/geometry/surface_mesh.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkCleanPolyData.h>
#include <vtkContourTriangulator.h>
#include <vtkCutter.h>
#include <vtkFeatureEdges.h>
#include <vtkIdList.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPointData.h>
#include <vtkPolyDataNormals.h>
#include <vtkStripper.h>

#include "viewer/geometry/convex_polygon.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

vtkSmartPointer<vtkPlane> scenePlane(const HalfSpace& plane, const SceneFrame& frame) {
  auto vtk = vtkSmartPointer<vtkPlane>::New();
  const Vec3 origin = frame.toScene(plane.point);
  const Vec3 normal = frame.normalToScene(plane.normal);
  vtk->SetOrigin(origin.x, origin.y, origin.z);
  vtk->SetNormal(normal.x, normal.y, normal.z);
  return vtk;
}

}  // namespace

vtkSmartPointer<vtkPolyData> surfaceMesh(const geology::TriangleMesh& mesh, const geology::BitMask& shown,
                                         const SceneFrame& frame) {
  MeshBuffer buffer;
  buffer.points.reserve(mesh.vertices.size());
  for (const Vec3& v : mesh.vertices) buffer.points.push_back(frame.toFloat(v));
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
    if (shown.test(t)) {
      const auto& [a, b, c] = mesh.triangles[t];
      buffer.addPolygon({a, b, c}, static_cast<std::uint32_t>(t));
    }
  // STL repeats every vertex: equal places are joined first, or no edge would look smooth.
  vtkNew<vtkCleanPolyData> joined;
  joined->SetInputData(toPolyData(buffer));
  joined->ToleranceIsAbsoluteOn();
  joined->SetAbsoluteTolerance(0);
  joined->ConvertPolysToLinesOff();
  joined->ConvertLinesToPointsOff();
  vtkNew<vtkPolyDataNormals> normals;
  normals->SetInputConnection(joined->GetOutputPort());
  normals->SetFeatureAngle(35);
  normals->SplittingOn();
  normals->ConsistencyOff();
  normals->Update();
  return normals->GetOutput();
}

MeshBuffer surfaceLines(const geology::TriangleMesh& mesh, const SceneFrame& frame) {
  MeshBuffer buffer;
  for (const Vec3& v : mesh.vertices) buffer.points.push_back(frame.toFloat(v));
  for (std::size_t l = 0; l < mesh.lines.size(); ++l) {
    const geology::Polyline& line = mesh.lines[l];
    if (line.vertices.size() < 2) continue;
    buffer.corners.insert(buffer.corners.end(), line.vertices.begin(), line.vertices.end());
    if (line.closed) buffer.corners.push_back(line.vertices.front());
    buffer.offsets.push_back(static_cast<std::int64_t>(buffer.corners.size()));
    buffer.rows.push_back(static_cast<std::uint32_t>(l));
  }
  return buffer;
}

vtkSmartPointer<vtkPolyData> surfaceCut(vtkPolyData& surface, const HalfSpace& plane,
                                        const SceneFrame& frame) {
  vtkNew<vtkCutter> cutter;
  cutter->SetInputData(&surface);
  cutter->SetCutFunction(scenePlane(plane, frame));
  cutter->GenerateTrianglesOff();
  cutter->Update();
  return cutter->GetOutput();
}

MeshBuffer solidCutFace(vtkPolyData& surface, const CutPlanes& planes, std::size_t which,
                        const SceneFrame& frame) {
  vtkNew<vtkCleanPolyData> clean;
  clean->SetInputData(surfaceCut(surface, planes[which], frame));
  vtkNew<vtkStripper> loops;
  loops->SetInputConnection(clean->GetOutputPort());
  loops->JoinContiguousSegmentsOn();
  loops->SetMaximumLength(1'000'000);
  vtkNew<vtkContourTriangulator> filler;
  filler->SetInputConnection(loops->GetOutputPort());
  filler->TriangulationErrorDisplayOff();
  filler->Update();
  MeshBuffer face;
  vtkPolyData* filled = filler->GetOutput();
  vtkNew<vtkIdList> corners;
  for (vtkIdType cell = 0; cell < filled->GetNumberOfCells(); ++cell) {
    filled->GetCellPoints(cell, corners);
    Polygon polygon;
    for (vtkIdType c = 0; c < corners->GetNumberOfIds(); ++c) {
      const double* p = filled->GetPoint(corners->GetId(c));
      polygon.push_back(frame.toWorld({p[0], p[1], p[2]}));
    }
    polygon = clipped(polygon, planes, which);
    if (polygon.empty()) continue;
    for (const Vec3& p : polygon) {
      face.corners.push_back(static_cast<std::int64_t>(face.points.size()));
      face.points.push_back(frame.toFloat(p));
    }
    face.offsets.push_back(static_cast<std::int64_t>(face.corners.size()));
  }
  return face;
}

vtkSmartPointer<vtkPolyData> featureEdges(vtkPolyData& surface) {
  vtkNew<vtkCleanPolyData> joined;  // the normals were split at sharp edges; the edges need them joined again
  joined->SetInputData(&surface);
  vtkNew<vtkFeatureEdges> edges;
  edges->SetInputConnection(joined->GetOutputPort());
  edges->SetFeatureAngle(30);
  edges->ManifoldEdgesOff();
  edges->NonManifoldEdgesOff();
  edges->ColoringOff();
  edges->Update();
  return edges->GetOutput();
}

}  // namespace adit::viewer
