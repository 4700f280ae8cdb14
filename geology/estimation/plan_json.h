// The plan as a file that a person reads and writes; docs/estimation.md lists its members.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/estimation/estimation_plan.h"

namespace adit::estimation {

std::string planToJson(const EstimationPlan& plan);

struct PlanReading {
  std::optional<EstimationPlan> plan;
  std::string fault;  ///< where and what, e.g. "passes[0].maxSamples: a whole number of at least 1 is wanted"
};
/// Members that are not there keep their defaults; members that nobody knows are a fault, since most likely
/// they are mistyped. Rotations are read as "plane" (dip, dipAzimuth, pitch), "gslib" (ang1, ang2, ang3) or
/// "axes" (three vectors), and written as "plane".
PlanReading planFromJson(std::string_view json);

}  // namespace adit::estimation
