// Desurveyed intervals as polylines with their values, for programs that draw lines (VTP).
#pragma once
#include "geology/model/drillholes.h"
#include "geology/model/triangle_mesh.h"

namespace adit::formats {

/// One polyline an interval through its FROM, middle and TO, in the order of the table; vertices are not
/// shared, so that each carries the interval's values (vertexColumns: from, to, then the table's columns).
/// The parts are the holes. `table` is one of `holes`.
geology::TriangleMesh intervalLines(const geology::DrillHoles& holes, const geology::IntervalTable& table);

}  // namespace adit::formats
