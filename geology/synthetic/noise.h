// Gradient noise in the plane, for relief and for colour.
#pragma once
#include <cstdint>

namespace adit::synthetic {

/// Gradient noise (Perlin 2002) on the unit lattice: about -1 to 1, mean 0, smooth, 0 on the lattice points.
double gradientNoise(double x, double y, std::uint64_t seed);

/// Octaves of gradient noise, each at twice the frequency and half the height: about -1 to 1.
double fractalNoise(double x, double y, std::uint64_t seed, int octaves = 5);

/// Ridged multifractal (Musgrave 1994): 0 to about 1, with sharp crests where the noise crosses 0.
double ridgedNoise(double x, double y, std::uint64_t seed, int octaves = 5);

}  // namespace adit::synthetic
