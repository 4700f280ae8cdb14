#include "geology/estimation/variogram.h"

#include <algorithm>
#include <cmath>

namespace adit::estimation {

std::string_view variogramModelName(VariogramModel model) {
  switch (model) {
    case VariogramModel::Spherical:
      return "spherical";
    case VariogramModel::Exponential:
      return "exponential";
    case VariogramModel::Gaussian:
      return "gaussian";
    case VariogramModel::Linear:
      return "linear";
  }
  return "";
}

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

double Variogram::at(const geology::Vec3& lag) const {
  if (lag == geology::Vec3{}) return 0;
  double gamma = nugget;
  for (const VariogramStructure& s : structures)
    gamma += s.sill * shapeAt(s.model, length(s.shape.scaled(lag)));
  return gamma;
}

double Variogram::sill() const {
  double sum = nugget;
  for (const VariogramStructure& s : structures) sum += s.sill;
  return sum;
}

bool Variogram::bounded() const {
  return std::none_of(structures.begin(), structures.end(),
                      [](const VariogramStructure& s) { return s.model == VariogramModel::Linear; });
}

}  // namespace adit::estimation
