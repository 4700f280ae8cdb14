// Where most of something lies.
#pragma once
#include <vector>

#include "geology/formats/drill_table.h"
#include "geology/model/vec3.h"

namespace adit::project {

/// The median, of an even number of values the upper one; NaN without any. Some wrong values do not move it.
double medianOf(std::vector<double> values);

/// Median x and y of the collars that have a place; NaN without any. Z is 0.
geology::Vec3 middleOf(const formats::DrillTable& collars);

}  // namespace adit::project
