// From collars and surveys to traces. Minimum curvature (circular arcs) as Leapfrog, balanced tangential and
// tangential for comparison. Formulas: domain notes in docs/desurvey.md; reference vectors in the tests.
#pragma once
#include <vector>

#include "geology/model/drillholes.h"
#include "geology/model/hole_trace.h"

namespace adit::analysis {

enum class DesurveyMethod { MinimumCurvature, BalancedTangential, Tangential };

/// Unit tangent of a direction. Degrees; azimuth clockwise from north, dip positive down:
/// (sin A cos D, cos A cos D, -sin D).
geology::Vec3 tangentOf(double azimuth, double dip);

/// The trace of one hole. `stations` may be unsorted and may start below 0: they are sorted, the first
/// direction is held up to the collar, the last one down to `length`. Of stations at one depth the last in
/// order is used; stations above the collar and readings that are no numbers are left out (the importer
/// reports them). An empty list gives a vertical hole. The trace runs from depth 0 to `length` (finite) and
/// is cut there; HoleTrace goes straight on beyond. Two readings that point against each other have no arc
/// between them: half the way is straight along each, as balanced tangential does everywhere. A kink is a
/// pair of stations one floating point step apart.
geology::HoleTrace desurvey(const geology::Vec3& collar, std::vector<geology::SurveyStation> stations,
                            double length, DesurveyMethod method = DesurveyMethod::MinimumCurvature);

}  // namespace adit::analysis
