// The shape of the porphyry system: three stocks and the shells of alteration and metal around them.
#pragma once
#include <cstdint>

#include "geology/model/vec3.h"
#include "geology/synthetic/random_field.h"

namespace adit::synthetic {

/// From the outside in.
enum class Alteration : std::uint8_t { Unaltered, Propylitic, Phyllic, Potassic };

/// Where a point lies in the system.
struct Shell {
  double radius = 0;       ///< 0 in the middle of a stock, 1 on its ellipsoid; the smallest over the stocks
  double copperTrend = 0;  ///< expected copper of the hypogene rock, %
  Alteration alteration = Alteration::Unaltered;
  geology::Vec3 warped;  ///< the point in the undisturbed frame of the stocks, in which dykes are planes
};

/// Coordinates are metres from the deposit's datum: x east, y north, z up, 0 on the old surface.
/// Copper is highest on a shell at radius 0.6, not in the middle; potassic alteration reaches to 0.85,
/// phyllic to 1.35, propylitic to 2.2. The whole is warped by some 45 m.
class PorphyryBody {
 public:
  explicit PorphyryBody(std::uint64_t seed);
  Shell at(const geology::Vec3& p) const;
  /// Of the rock that crops out, for the relief: clay of the phyllic shell is soft, silica of the core is
  /// hard.
  double erodibility(double x, double y) const;

 private:
  RandomField warpX_, warpY_;
};

}  // namespace adit::synthetic
