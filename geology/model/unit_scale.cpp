#include "geology/model/unit_scale.h"

#include <array>

namespace adit::geology {
namespace {

struct UnitScale {
  std::string_view unit;
  double scale;
};

constexpr std::array<UnitScale, 5> kGrades{
    {{"%", 1e-2}, {"kg/t", 1e-3}, {"g/t", 1e-6}, {"ppm", 1e-6}, {"ppb", 1e-9}}};
constexpr std::array<UnitScale, 3> kDensities{{{"t/m3", 1}, {"g/cm3", 1}, {"kg/m3", 1e-3}}};

template <typename Units>
std::optional<double> scaleIn(const Units& units, std::string_view wanted) {
  for (const UnitScale& one : units)
    if (one.unit == wanted) return one.scale;
  return std::nullopt;
}

}  // namespace

std::optional<double> metalShare(std::string_view unit) {
  return scaleIn(kGrades, unit);
}

std::optional<double> densityScale(std::string_view unit) {
  return scaleIn(kDensities, unit);
}

}  // namespace adit::geology
