// How a real hole wanders from its plan.
#pragma once
#include <vector>

#include "geology/model/drillholes.h"
#include "geology/synthetic/drill_programme.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {

/// Readings at the collar and every 30 m, azimuth and dip to 0.1 degree: inclined holes lift and turn right
/// by about a degree in 100 m, all of them wander. The reading at the collar of a vertical hole has azimuth
/// 0.
std::vector<geology::SurveyStation> surveyHole(const PlannedHole& plan, Random& random);

}  // namespace adit::synthetic
