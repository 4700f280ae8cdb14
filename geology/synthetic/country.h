// The plan of the synthetic country before any water has run over it.
#pragma once
#include <cstdint>

#include "geology/synthetic/arid_terrain.h"

namespace adit::synthetic {

/// In metres from the centre: a range that runs east and west north of the centre, with a spur to the south
/// that holds the deposit, an outlier in the south-east, and gravel plains around them.
class Country {
 public:
  /// `options` stays alive.
  explicit Country(const AridTerrainOptions& options) : options_(options) {}

  /// About how far the place is inside the mountain front, in metres; negative on the plain.
  double insideFront(double x, double y) const;
  /// 0 on the plain, about 1 in the mountains.
  double uplift(double x, double y, double inside) const;
  /// Hard and soft layers that dip gently, cut by the relief: their outcrop is a warped stripe. 1 is ordinary
  /// rock.
  double erodibility(double x, double y) const;
  /// Height of the gravel plain before the range: 3 degrees steep at the front, flat at the playa.
  double baseLevel(double x, double y, double inside) const;
  /// Height of the old surface in which the rivers found their way, rough at every scale: so the valleys
  /// branch like trees.
  double oldSurface(double x, double y) const;
  /// Boulders and hollows of some 60 m, about -0.5 to 0.5.
  double roughness(double x, double y) const;
  std::uint64_t seed(std::uint64_t salt) const;

 private:
  const AridTerrainOptions& options_;
};

}  // namespace adit::synthetic
