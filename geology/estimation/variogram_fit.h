// A variogram model through the experimental points, by weighted least squares.
#pragma once
#include <optional>
#include <span>

#include "geology/estimation/experimental_variogram.h"
#include "geology/estimation/variogram.h"

namespace adit::estimation {

struct VariogramFit {
  std::vector<VariogramModel> models{
      VariogramModel::Spherical};  ///< the structures, from short to long range
  Axes axes = kEastNorthUp;        ///< of all structures
  bool isotropic = true;           ///< one range for all three axes; else each has its own
  std::optional<double> nugget;    ///< known, e.g. from the down-hole variogram; else fitted
  std::optional<double> sill;      ///< known total of nugget and sills; else fitted
};

struct FittedVariogram {
  Variogram variogram;
  double error = 0;        ///< weighted mean square of the differences, relative to the variance squared
  std::size_t points = 0;  ///< classes that were used
};

/// Minimises sum N (gamma - model)^2 / h^2 over all classes with pairs of all variograms (N pairs, h their
/// mean distance): the weights of gstat's default. For given ranges the nugget and the sills are a linear
/// problem, solved exactly with none below 0; the ranges are searched for by a pattern search on their
/// logarithms. Nothing when there are fewer points than parameters, or no structure.
std::optional<FittedVariogram> fitVariogram(std::span<const ExperimentalVariogram> experimental,
                                            const VariogramFit& fit);

}  // namespace adit::estimation
