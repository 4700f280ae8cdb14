// Sampling and assay: what is left of the truth when it comes back on a certificate.
#pragma once
#include <vector>

#include "geology/model/column.h"
#include "geology/synthetic/porphyry_truth.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {

enum class Analyte : std::uint8_t { Copper, Gold, Molybdenum };

/// How the laboratory reports one analyte.
struct Method {
  const char* column;
  const char* unit;
  double detectionLimit;
  double step;  ///< the last digit that is reported
};
const Method& methodOf(Analyte analyte);

struct Reported {
  float value = geology::kMissing;
  geology::ValueState state = geology::ValueState::NotSampled;
};

/// A value with the errors of sampling (10 %) and laboratory (5 %), rounded; half the limit below detection.
Reported assay(Analyte analyte, double truth, Random& random);

/// A numeric column of reported values; limits are filled where a value is below detection.
geology::Column reportedColumn(const Method& method, const std::vector<Reported>& values);

}  // namespace adit::synthetic
