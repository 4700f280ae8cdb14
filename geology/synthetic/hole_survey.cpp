#include "geology/synthetic/hole_survey.h"

#include <cmath>
#include <numbers>

#include "geology/analysis/desurvey.h"

namespace adit::synthetic {
namespace {

using geology::SurveyStation;
using geology::Vec3;

constexpr double kSpacing = 30;   // metres between readings
constexpr double kLift = 0.25;    // degrees a reading, of inclined holes
constexpr double kTurn = 0.30;    // degrees a reading to the right, of inclined holes
constexpr double kWander = 0.28;  // degrees a reading, standard deviation
constexpr double kDegree = std::numbers::pi / 180;

double roundedTo(double value, double step) {
  return std::round(value / step) * step;
}

SurveyStation reading(double depth, const Vec3& tangent) {
  const double azimuth = roundedTo(std::atan2(tangent.x, tangent.y) / kDegree, 0.1);
  const double dip = std::asin(std::min(1.0, -tangent.z)) / kDegree;
  return {depth, azimuth < 0 ? azimuth + 360 : azimuth, roundedTo(dip, 0.1)};
}

}  // namespace

std::vector<SurveyStation> surveyHole(const PlannedHole& plan, Random& random) {
  std::vector<SurveyStation> stations{{0, plan.azimuth, plan.dip}};
  Vec3 tangent = analysis::tangentOf(plan.azimuth, plan.dip);
  const bool inclined = plan.dip < 85;
  const double lift = inclined ? kLift * random.uniform(0.3, 1.7) : 0;
  const double turn = inclined ? kTurn * random.uniform(-0.3, 1.7) : 0;
  for (double depth = kSpacing; depth < plan.length; depth += kSpacing) {
    // Across the hole: to the right, and up the wall of the section.
    const Vec3 right = inclined ? normalized(cross(tangent, Vec3{0, 0, 1})) : Vec3{1, 0, 0};
    const Vec3 up = cross(right, tangent);
    tangent = normalized(tangent + right * ((turn + kWander * random.normal()) * kDegree) +
                         up * ((lift + kWander * random.normal()) * kDegree));
    stations.push_back(reading(depth, tangent));
  }
  return stations;
}

}  // namespace adit::synthetic
