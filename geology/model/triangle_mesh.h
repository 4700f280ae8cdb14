// Surfaces, solids and strings: triangles and polylines over one vertex list, in double.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/column.h"
#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::geology {

struct Polyline {
  std::vector<std::uint32_t> vertices;
  bool closed = false;
  std::int32_t part = 0;  ///< index into TriangleMesh::parts
};

struct TriangleMesh {
  std::string name;
  std::vector<Vec3> vertices;
  std::vector<std::array<std::uint32_t, 3>> triangles;
  std::vector<Polyline> lines;
  std::vector<std::string> parts;  ///< groups, layers or objects of the file, e.g. "CREST300"; may be empty
  std::vector<std::int32_t> trianglePart;  ///< one a triangle into `parts`, or empty
  std::vector<Column> vertexColumns, triangleColumns;

  /// Found by analysis::describeMesh on load. Closed: every edge is shared by exactly two triangles that run
  /// along it in opposite directions. The volume is that of the closed solid, else 0.
  bool closed = false;
  double volume = 0;
  double area = 0;
  Provenance source;

  Box3 bounds() const {
    Box3 box;
    for (const Vec3& v : vertices) box.include(v);
    return box;
  }
};

}  // namespace adit::geology
