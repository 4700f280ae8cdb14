// Points with attributes: blast holes, samples without holes, picked positions.
#pragma once
#include <string>
#include <vector>

#include "geology/model/column.h"
#include "geology/model/line_numbers.h"
#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::geology {

struct PointSet {
  std::string name;
  std::vector<Vec3> points;
  std::vector<Column> columns;  ///< one row a point
  LineNumbers line;             ///< in the file; empty when there are no lines
  Provenance source;

  Box3 bounds() const {
    Box3 box;
    for (const Vec3& p : points) box.include(p);
    return box;
  }
};

}  // namespace adit::geology
