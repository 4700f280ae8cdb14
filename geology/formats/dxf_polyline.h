// The four things that a POLYLINE of DXF can be. For the DXF reader only.
#pragma once
#include "geology/formats/dxf_curves.h"
#include "geology/formats/dxf_groups.h"
#include "geology/formats/mesh_builder.h"

namespace adit::formats {

/// The coordinate in group `code` (and code + 10, + 20); a missing x or y is NaN, a missing z is 0, as DXF
/// says. MESH-BAD-NUMBER for what is no number.
geology::Vec3 dxfPlace(const DxfEntity& entity, int code, Findings& findings);

/// The number in group `code`; the fallback where there is no such group, NaN (and MESH-BAD-NUMBER) where it
/// is no number.
double dxfNumber(const DxfEntity& entity, int code, double fallback, Findings& findings);

/// An entity's own plane, by its extrusion direction: AutoCAD's arbitrary axis algorithm.
struct EntityPlane {
  geology::Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};

  geology::Vec3 toSpace(const geology::Vec3& p) const { return x * p.x + y * p.y + z * p.z; }
};
EntityPlane planeOf(const DxfEntity& entity, Findings& findings);

/// Takes the VERTEX entities of one POLYLINE and gives a line, a grid of faces or a polyface to the builder.
class DxfPolyline {
 public:
  DxfPolyline(DxfEntity head, MeshBuilder& builder);
  void add(const DxfEntity& vertex);
  void finish();

 private:
  bool has(int flag) const { return (flags_ & flag) != 0; }
  bool isFlat() const;
  void addFace(const DxfEntity& vertex);
  geology::Vec3 placeOf(const DxfEntity& vertex);
  void finishLine();
  void finishGrid();
  void finishFaces();

  struct Face {
    std::vector<std::int64_t> corners;
    std::size_t line;
  };
  DxfEntity head_;
  int flags_;         ///< of the head, which may be long: looked up once, not for every vertex
  double elevation_;  ///< the same
  MeshBuilder& builder_;
  std::vector<std::int64_t> vertices_;  ///< of faces and grids
  std::vector<BulgedVertex> line_;      ///< else
  std::vector<Face> faces_;
  bool heightsReported_ = false;
};

/// A flat polyline with its points in one entity.
void addLightPolyline(const DxfEntity& entity, MeshBuilder& builder);

}  // namespace adit::formats
