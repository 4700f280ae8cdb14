#include "geology/analysis/variogram.h"

#include <cmath>

namespace adit::analysis {
namespace {

double shapeAt(VariogramModel model, double r) {
  switch (model) {
    case VariogramModel::Spherical:
      return r < 1 ? r * (1.5 - 0.5 * r * r) : 1;
    case VariogramModel::Exponential:
      return 1 - std::exp(-3 * r);
    case VariogramModel::Gaussian:
      return 1 - std::exp(-3 * r * r);
    case VariogramModel::Linear:
      return r;
  }
  return 0;
}

}  // namespace

double Variogram::at(double h) const {
  if (h <= 0) return 0;
  double gamma = nugget;
  for (const VariogramStructure& s : structures) gamma += s.sill * shapeAt(s.model, h / s.range);
  return gamma;
}

}  // namespace adit::analysis
