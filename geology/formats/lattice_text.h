// Numbers, vectors and lattices as a person types them into a choice.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/lattice.h"

namespace adit::formats {

/// The shortest text that reads back as the same number.
std::string formatNumber(double value);
/// For messages: as many digits as an error is worth.
std::string threeDigits(double value);

/// "25,25,50"; one number stands for all three. Nothing when it is neither.
std::optional<geology::Vec3> parseVector(std::string_view text);
std::string formatVector(const geology::Vec3& vector);

/// "140x296x68@25,25,20": cells along X, Y, Z @ cell size, then, if it is not 0,0,0, "+" and the minimum
/// corner of the first cell: "140x296x68@25,25,20+451000,6720000,-50". The size may be left out: 1,1,1.
std::optional<geology::Lattice> parseLattice(std::string_view text);
std::string formatLattice(const geology::Lattice& lattice);

}  // namespace adit::formats
