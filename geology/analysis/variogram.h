// How different two samples are, by their distance.
#pragma once
#include <cstdint>
#include <vector>

namespace adit::analysis {

enum class VariogramModel : std::uint8_t {
  Spherical,    ///< c (1.5 h/a - 0.5 (h/a)^3), c from a on
  Exponential,  ///< c (1 - exp(-3 h/a)): a is the practical range, as in GSLIB
  Gaussian,     ///< c (1 - exp(-3 (h/a)^2))
  Linear,       ///< c h/a, without a sill
};

struct VariogramStructure {
  VariogramModel model = VariogramModel::Spherical;
  double sill = 1;   ///< c
  double range = 1;  ///< a, > 0, in the unit of the distances
};

struct Variogram {
  double nugget = 0;
  std::vector<VariogramStructure> structures;

  /// gamma(h); 0 at h = 0, the nugget just beside it.
  double at(double h) const;
};

}  // namespace adit::analysis
