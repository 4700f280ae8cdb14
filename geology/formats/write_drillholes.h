// Drillholes as open CSV, which readDrillTable reads back: a collar table, a survey table and one table for
// each interval table; and intervals with their places, for programs that desurvey otherwise or not at all.
#pragma once
#include <iosfwd>

#include "geology/model/drillholes.h"

namespace adit::formats {

// All: comma, LF, UTF-8, numbers in their shortest form that reads back to the same value. A value below
// detection is written "<limit", one that was not sampled is empty, one that was not representable is "?".
// Synthetic data begins with a comment line that says so.

/// hole_id, x, y, z, depth (empty where it was not stated), the collar columns, and azimuth and
/// dip_positive_down when some hole is drawn along its collar direction.
void writeCollars(const geology::DrillHoles& holes, std::ostream& out);
/// hole_id, depth, azimuth, dip_positive_down.
void writeSurveys(const geology::DrillHoles& holes, std::ostream& out);
/// hole_id, from, to, columns. `table` is one of `holes`.
void writeIntervals(const geology::DrillHoles& holes, const geology::IntervalTable& table, std::ostream& out);
/// hole_id, from, to, then x, y, z of FROM, of the middle (of the depth, on the trace) and of TO, then
/// columns.
void writeDesurveyedIntervals(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                              std::ostream& out);

}  // namespace adit::formats
