// One drawn mesh: polydata, mapper and actor, cut by the same planes as everything else.
#pragma once
#include <vtkActor.h>
#include <vtkPolyData.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <cstdint>
#include <vector>

#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"
#include "viewer/state/view_state.h"

class vtkPolyDataMapper;

namespace adit::viewer {

/// Lives in one renderer: added when made, removed when destroyed.
class MeshProp {
 public:
  explicit MeshProp(vtkRenderer& renderer);
  ~MeshProp();
  MeshProp(const MeshProp&) = delete;
  MeshProp& operator=(const MeshProp&) = delete;

  void setMesh(vtkSmartPointer<vtkPolyData> mesh);
  vtkPolyData* mesh() const { return mesh_; }
  /// One colour a cell; drops a plain colour.
  void setCellColors(const std::vector<Rgba>& colors);
  void setPlainColor(const Color& color);
  void setOpacity(double opacity);
  void setVisible(bool visible);
  /// Flat: each polygon has its own light (blocks). Smooth: by the normals (tubes, terrain).
  void setFlat(bool flat);
  void setEdges(bool on, const Color& color, double width);
  void setLineWidth(double width);
  /// Lines and labels that must not be shaded.
  void setUnlit();
  /// Share of the colour that needs no light, 0..1: thin things are read by their colour, not by their shade.
  void setGlow(double share);
  void setPickable(bool pickable);
  /// Moves the mesh with its cutting planes, in scene coordinates: in a flat view, towards the eye, so that
  /// it is drawn in front without changing its place on the picture.
  void setShift(const geology::Vec3& shift);
  /// Six planes are cut by the GPU; any further ones by a copy of the mesh.
  void setPlanes(const CutPlanes& planes, const SceneFrame& frame);

  bool draws(const vtkProp* prop) const { return prop == actor_; }
  vtkActor& actor() { return *actor_; }

 private:
  void connect();
  vtkRenderer& renderer_;
  vtkSmartPointer<vtkActor> actor_;
  vtkSmartPointer<vtkPolyDataMapper> mapper_;
  vtkSmartPointer<vtkPolyData> mesh_;
  CutPlanes planes_;
  SceneFrame frame_;
  geology::Vec3 shift_;
};

}  // namespace adit::viewer
