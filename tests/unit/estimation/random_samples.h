// Samples at random, for comparing two ways of doing the same.
#pragma once
#include <vector>

#include "geology/estimation/block_estimate.h"
#include "geology/synthetic/random.h"

namespace adit::tests {

inline std::vector<geology::Vec3> randomPositions(synthetic::Random& random, std::size_t count,
                                                  const geology::Vec3& middle, double extent) {
  std::vector<geology::Vec3> positions;
  const auto step = [&] { return random.uniform(-extent / 2, extent / 2); };
  for (std::size_t i = 0; i < count; ++i) {
    const double x = step(), y = step(), z = step();
    positions.push_back(middle + geology::Vec3{x, y, z});
  }
  return positions;
}

/// In holes of about 20, with one numeric column "cu".
inline estimation::EstimationSamples randomSamples(synthetic::Random& random, std::size_t count,
                                                   double extent) {
  estimation::EstimationSamples samples;
  samples.position = randomPositions(random, count, {500'000, 4'000'000, 1000}, extent);
  std::vector<float> values;
  for (std::size_t i = 0; i < count; ++i) {
    samples.hole.push_back(
        static_cast<std::uint32_t>(random.uniform(0, static_cast<double>(count) / 20 + 1)));
    values.push_back(static_cast<float>(random.uniform(0, 2)));
  }
  samples.columns = {geology::numericColumn("cu", std::move(values), "%")};
  return samples;
}

}  // namespace adit::tests
