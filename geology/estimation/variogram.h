// How different two samples are, by the vector between them: a nugget and nested structures, each with an
// ellipsoid of its own.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "geology/estimation/anisotropy.h"

namespace adit::estimation {

/// r is the distance in units of the structure's ellipsoid, c its sill.
enum class VariogramModel : std::uint8_t {
  Spherical,    ///< c (1.5 r - 0.5 r^3), c from 1 on
  Exponential,  ///< c (1 - exp(-3 r)): the range is the practical one, as in GSLIB (gstat has exp(-h/a))
  Gaussian,     ///< c (1 - exp(-3 r^2))
  Linear,       ///< c r, without a sill
};

/// "spherical", "exponential", "gaussian", "linear".
std::string_view variogramModelName(VariogramModel model);

/// The part of the sill that is reached at r >= 0.
double shapeAt(VariogramModel model, double r);

struct VariogramStructure {
  VariogramModel model = VariogramModel::Spherical;
  double sill = 1;
  Anisotropy shape;

  friend bool operator==(const VariogramStructure&, const VariogramStructure&) = default;
};

struct Variogram {
  double nugget = 0;
  std::vector<VariogramStructure> structures;

  friend bool operator==(const Variogram&, const Variogram&) = default;

  /// gamma(lag); 0 at the zero vector, the nugget just beside it.
  double at(const geology::Vec3& lag) const;
  /// Nugget and sills together; of a linear structure its sill at its range.
  double sill() const;
  /// False when a structure goes on rising: then there is no covariance, and no simple kriging.
  bool bounded() const;
};

}  // namespace adit::estimation
