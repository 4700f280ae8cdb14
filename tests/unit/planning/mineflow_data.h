// MineFlow's published models (MIT): one value a line, cell (0,0,0) first, X fastest, then Y, then Z upwards.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "geology/planning/precedence.h"
#include "tests/support/real_data.h"

namespace adit::tests {

inline std::vector<std::int64_t> mineflowValues(const std::string& name) {
  std::ifstream file(realData("bm_mineflow/" + name));
  std::vector<std::int64_t> values;
  for (long long value = 0; file >> value;) values.push_back(value);
  return values;
}

/// Cubes.
inline geology::Lattice cubes(std::int64_t nx, std::int64_t ny, std::int64_t nz) {
  geology::Lattice lattice;
  lattice.count = {nx, ny, nz};
  return lattice;
}

inline planning::GridPrecedence slope(const geology::Lattice& lattice, double angle, int levels = 8) {
  return {lattice.count, {planning::slopeOffsets(lattice, {{0, angle}}, levels)}};
}

}  // namespace adit::tests
