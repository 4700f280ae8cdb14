#include "geology/project/middle.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace adit::project {

double medianOf(std::vector<double> values) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

geology::Vec3 middleOf(const formats::DrillTable& collars) {
  std::vector<double> x, y;
  for (std::size_t i = 0; i < collars.x.size() && i < collars.y.size(); ++i) {
    if (!std::isfinite(collars.x[i]) || !std::isfinite(collars.y[i])) continue;
    x.push_back(collars.x[i]);
    y.push_back(collars.y[i]);
  }
  return {medianOf(std::move(x)), medianOf(std::move(y)), 0};
}

}  // namespace adit::project
