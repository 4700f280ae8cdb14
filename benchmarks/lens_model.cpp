#include "benchmarks/lens_model.h"

#include <algorithm>
#include <cmath>

#include "geology/model/parallel_for.h"
#include "geology/synthetic/random.h"

namespace adit::benchmarks {
namespace {

using Point = std::array<float, 3>;  ///< 0..1 over the model along each axis

/// exp(-d^2) of the distance from `center`, measured in `radius`, times `grade` in %.
struct Lens {
  Point center, radius;
  float grade;
};
constexpr std::array<Lens, 6> kLenses{{{{0.35F, 0.45F, 0.50F}, {0.22F, 0.08F, 0.30F}, 3.0F},
                                       {{0.60F, 0.50F, 0.45F}, {0.15F, 0.10F, 0.25F}, 2.5F},
                                       {{0.50F, 0.65F, 0.60F}, {0.10F, 0.20F, 0.10F}, 2.0F},
                                       {{0.75F, 0.30F, 0.30F}, {0.08F, 0.08F, 0.12F}, 2.2F},
                                       {{0.25F, 0.75F, 0.35F}, {0.09F, 0.07F, 0.15F}, 1.8F},
                                       {{0.45F, 0.25F, 0.70F}, {0.12F, 0.06F, 0.10F}, 1.6F}}};
constexpr float kPoorGround = 0.05F;  ///< %
constexpr float kTilt = 0.3F;         ///< shift along y over the height of the model
constexpr float kBlockNoise = 0.1F;

/// 0..1 for a point of the whole-numbered grid.
float randomAt(std::int64_t x, std::int64_t y, std::int64_t z, std::uint64_t seed) {
  const auto bits = synthetic::subSeed(seed, static_cast<std::uint64_t>((z * 4099 + y) * 4099 + x));
  return static_cast<float>(synthetic::unitInterval(bits));
}

/// Value noise: random numbers on the whole-numbered grid, blended smoothly between. 0..1.
float smoothNoise(const Point& p, std::uint64_t seed) {
  std::array<std::int64_t, 3> cell{};
  std::array<float, 3> share{};
  for (std::size_t a = 0; a < 3; ++a) {
    const float floor = std::floor(p[a]);
    cell[a] = static_cast<std::int64_t>(floor);
    share[a] = p[a] - floor;
    share[a] *= share[a] * (3 - 2 * share[a]);
  }
  float sum = 0;
  for (unsigned corner = 0; corner < 8; ++corner) {
    float weight = 1;
    std::array<std::int64_t, 3> at = cell;
    for (std::size_t a = 0; a < 3; ++a) {
      const bool far = (corner >> a & 1U) != 0;
      weight *= far ? share[a] : 1 - share[a];
      at[a] += far ? 1 : 0;
    }
    sum += weight * randomAt(at[0], at[1], at[2], seed);
  }
  return sum;
}

float oreAt(const Point& p) {
  float grade = kPoorGround;
  for (const Lens& lens : kLenses) {
    float square = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      const float tilt = a == 1 ? kTilt * (p[2] - 0.5F) : 0;
      const float d = (p[a] + tilt - lens.center[a]) / lens.radius[a];
      square += d * d;
    }
    if (square < 20) grade += lens.grade * std::exp(-square);
  }
  return grade;
}

Point scaled(const Point& p, float factor) {
  return {p[0] * factor, p[1] * factor, p[2] * factor};
}

float gradeAt(const Point& p, std::int64_t cell) {
  const float smooth = 0.4F + 0.8F * smoothNoise(scaled(p, 8), 1) + 0.4F * smoothNoise(scaled(p, 25), 2);
  // The sum of three is nearly normal; its standard deviation is 0.5.
  const float noise = randomAt(cell, 0, 0, 3) + randomAt(cell, 1, 0, 3) + randomAt(cell, 2, 0, 3) - 1.5F;
  return oreAt(p) * smooth * (1 + 2 * kBlockNoise * noise);
}

}  // namespace

std::shared_ptr<const geology::BlockModel> lensModel(const std::array<std::int64_t, 3>& count) {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "lenses";
  model->lattice.origin = {318'000, 3'218'000, 400};
  model->lattice.size = {10, 10, 5};
  model->lattice.count = count;
  std::vector<float> grades(model->blockCount());
  const auto rows = static_cast<std::size_t>(count[1] * count[2]);
  geology::parallelFor({.count = rows, .grain = 16, .threads = 0}, {}, [&](geology::ParallelRange range) {
    for (std::size_t row = range.begin; row < range.end; ++row)
      for (std::int64_t i = 0; i < count[0]; ++i) {
        const std::int64_t cell = static_cast<std::int64_t>(row) * count[0] + i;
        const auto at = model->lattice.cellAt(cell);
        Point p{};
        for (std::size_t a = 0; a < 3; ++a)
          p[a] = (static_cast<float>(at[a]) + 0.5F) / static_cast<float>(count[a]);
        grades[static_cast<std::size_t>(cell)] = gradeAt(p, cell);
      }
  });
  model->columns.push_back(geology::numericColumn("cu", std::move(grades), "%"));
  return model;
}

std::array<std::int64_t, 3> blockCounts(std::size_t blocks) {
  if (blocks == 10'000'000) return {250, 200, 200};
  if (blocks == 100'000'000) return {500, 500, 400};
  const auto side = std::max<std::int64_t>(2, std::llround(std::cbrt(static_cast<double>(blocks))));
  return {side, side, side};
}

float gradeReachedBy(const geology::Column& grade, double share) {
  // A hundred thousand blocks tell a quantile well enough.
  const std::size_t step = std::max<std::size_t>(1, grade.values.size() / 100'000) | 1U;
  std::vector<float> sample;
  for (std::size_t i = 0; i < grade.values.size(); i += step) sample.push_back(grade.values[i]);
  const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(sample.size() - 1));
  std::nth_element(sample.begin(), sample.begin() + place, sample.end(), std::greater<>());
  return sample[static_cast<std::size_t>(place)];
}

}  // namespace adit::benchmarks
