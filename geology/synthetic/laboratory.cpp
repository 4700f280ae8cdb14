#include "geology/synthetic/laboratory.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::synthetic {
namespace {

using geology::ValueState;

// Copper and molybdenum by acid digestion and ICP, gold by fire assay.
constexpr std::array<Method, 3> kMethods{{
    {"cu_pct", "%", 0.005, 0.001},
    {"au_gpt", "g/t", 0.01, 0.001},
    {"mo_ppm", "ppm", 2, 1},
}};
constexpr double kSamplingError = 0.10;  // half the core is not the other half
constexpr double kLaboratoryError = 0.05;

}  // namespace

const Method& methodOf(Analyte analyte) {
  return kMethods[static_cast<std::size_t>(analyte)];
}

Reported assay(Analyte analyte, double truth, Random& random) {
  const Method& method = methodOf(analyte);
  const double sampled =
      truth * std::exp(kSamplingError * random.normal() - kSamplingError * kSamplingError / 2);
  const double measured = sampled * (1 + kLaboratoryError * random.normal());
  const double reported = std::round(measured / method.step) * method.step;
  if (reported < method.detectionLimit)
    return {static_cast<float>(method.detectionLimit / 2), ValueState::BelowDetection};
  return {static_cast<float>(reported), ValueState::Measured};
}

geology::Column reportedColumn(const Method& method, const std::vector<Reported>& values) {
  geology::Column column;
  column.name = method.column;
  column.unit = method.unit;
  for (const Reported& reported : values) {
    column.values.push_back(reported.value);
    column.states.push_back(reported.state);
  }
  const auto below = [](const Reported& r) { return r.state == ValueState::BelowDetection; };
  if (std::any_of(values.begin(), values.end(), below))
    for (const Reported& reported : values)
      column.limits.push_back(below(reported) ? static_cast<float>(method.detectionLimit)
                                              : geology::kMissing);
  return column;
}

}  // namespace adit::synthetic
