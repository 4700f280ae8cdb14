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

/// From the entity's own plane (its extrusion direction) into space: AutoCAD's arbitrary axis algorithm.
geology::Vec3 fromEntityPlane(const DxfEntity& entity, const geology::Vec3& place, Findings& findings);

/// Takes the VERTEX entities of one POLYLINE and gives a line, a grid of faces or a polyface to the builder.
class DxfPolyline {
 public:
  DxfPolyline(DxfEntity head, MeshBuilder& builder) : head_(std::move(head)), builder_(builder) {}
  void add(const DxfEntity& vertex);
  void finish();

 private:
  bool has(int flag) const { return (head_.integer(70, 0) & flag) != 0; }
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
  MeshBuilder& builder_;
  std::vector<std::int64_t> vertices_;  ///< of faces and grids
  std::vector<BulgedVertex> line_;      ///< else
  std::vector<Face> faces_;
  bool heightsReported_ = false;
};

/// A flat polyline with its points in one entity.
void addLightPolyline(const DxfEntity& entity, MeshBuilder& builder);

}  // namespace adit::formats
