// Drillhole intervals as cylinders that the graphics card finds for itself: 24 bytes an interval instead of a
// mesh.
#pragma once
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <vector>

#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"
#include "viewer/geometry/tube_segments.h"

class vtkProp;

namespace adit::viewer {

/// Lives in one renderer, as MeshProp does: shares depth, translucency, light, ambient occlusion and picking
/// with VTK's own actors. Picked numbers are interval numbers. What is set is sent to the card at the next
/// frame, and only what was set.
class TubesProp {
 public:
  explicit TubesProp(vtkRenderer& renderer);
  ~TubesProp();
  TubesProp(const TubesProp&) = delete;
  TubesProp& operator=(const TubesProp&) = delete;

  void setPieces(const IntervalPath& path, const geology::BitMask& shown, const SceneFrame& frame);
  /// One an interval of the table, shown or not; in scene coordinates.
  void setRadii(std::vector<float> radii);
  void setColors(std::vector<Rgba> colors);
  void setOpacity(double opacity);
  void setVisible(bool visible);
  void setPickable(bool pickable);
  void setGlow(double share);
  /// Moves the tubes with their cutting planes, in scene coordinates.
  void setShift(const geology::Vec3& shift);
  void setPlanes(const CutPlanes& planes, const SceneFrame& frame);

  bool draws(const vtkProp* prop) const;
  /// After a frame: the driver cannot draw these, by a shader that it refuses or by their number. VTK's error
  /// log has no more to say than the reason; the caller draws a mesh instead.
  bool failed() const;

 private:
  class Drawing;
  vtkRenderer& renderer_;
  vtkSmartPointer<Drawing> drawing_;
};

}  // namespace adit::viewer
