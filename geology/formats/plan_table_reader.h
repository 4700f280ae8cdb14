// What a mine planner hands over in a table: period, activity, tonnes, grade.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 94 when the header names a period, an activity and tonnes, and neither holes nor places; else 0.
int recognisePlanTable(const Source& source);

/// One MinePlan with figures: one a row and grade column. Periods in the order of their numbers, or of the
/// file where they are names. Tonnes are t; kt and Mt where the header says so.
ImportResult readPlanTable(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
