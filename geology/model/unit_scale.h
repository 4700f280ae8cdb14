// What the units of grades and densities mean in numbers.
#pragma once
#include <optional>
#include <string_view>

namespace adit::geology {

/// Tonnes of metal in a tonne of ground at a grade of 1: 0.01 for "%", 1e-6 for "g/t" and "ppm". Nothing for
/// units that are no such share, for an unstated one, and for "oz/t", which is per short ton in some mines
/// and per tonne in others.
std::optional<double> metalShare(std::string_view unit);

/// Tonnes in a cubic metre at a density of 1: 1 for "t/m3" and "g/cm3", 0.001 for "kg/m3". Nothing for other
/// units and for an unstated one.
std::optional<double> densityScale(std::string_view unit);

/// The troy ounce in tonnes: 480 grains of 64.79891 mg.
constexpr double kTonnesPerTroyOunce = 31.1034768e-6;

}  // namespace adit::geology
