// Random numbers that are the same everywhere: the standard's generators are portable, its distributions are
// not.
#pragma once
#include <cmath>
#include <cstdint>
#include <numbers>

namespace adit::geology {

/// SplitMix64's finaliser (Steele, Lea, Flood 2014): a good hash of one 64-bit word.
constexpr std::uint64_t mix64(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/// An independent seed for part `salt` of the thing with seed `seed`.
constexpr std::uint64_t subSeed(std::uint64_t seed, std::uint64_t salt) {
  return mix64(mix64(seed + 0x9E3779B97F4A7C15ULL) ^ (salt * 0xD1342543DE82EF95ULL));
}

/// 0 <= u < 1 from the upper 53 bits.
constexpr double unitInterval(std::uint64_t bits) {
  return static_cast<double>(bits >> 11) * 0x1p-53;
}

/// SplitMix64 as a stream.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return mix64(state_ += 0x9E3779B97F4A7C15ULL); }
  double uniform() { return unitInterval(next()); }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  bool chance(double probability) { return uniform() < probability; }
  /// Standard normal, by Box and Muller; the second of each pair is dropped so that a stream has no memory.
  double normal() {
    const double u = 1 - uniform();  // in (0, 1]: its logarithm is finite
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * uniform());
  }

 private:
  std::uint64_t state_;
};

}  // namespace adit::geology
