// Where water goes on a square grid of heights: depressions filled, receivers, order, drainage area.
#pragma once
#include <cstdint>
#include <vector>

namespace adit::synthetic {

/// Heights on n x n nodes, row by row from the south-west.
struct HeightGrid {
  int n = 0;
  double spacing = 1;          ///< metres between neighbours
  std::vector<double> height;  ///< metres

  std::size_t index(int c, int r) const {
    return static_cast<std::size_t>(r) * static_cast<std::size_t>(n) + static_cast<std::size_t>(c);
  }
};

struct Drainage {
  std::vector<double> filled;  ///< heights without depressions: from every node it goes down to an outlet
  std::vector<std::uint32_t> receiver;  ///< the neighbour to which the water goes; an outlet's is itself
  std::vector<std::uint32_t> order;     ///< every node once, each after its receiver
  std::vector<double> area;             ///< m2 of ground that drains through the node, its own included
};

struct DrainSettings {
  /// 0..1: disturbs the choice of the receiver at random by that part of the slope, against the eight
  /// directions of the grid.
  double jitter = 0;
  std::uint64_t seed = 0;
  double fillSlope = 1e-4;  ///< filled ground rises upstream with this gradient
};

/// Priority-flood from the outlets (Barnes, Lehman, Mulla 2014), steepest descent to one of eight neighbours.
/// `outlets` has one flag a node; at least one is set.
Drainage drain(const HeightGrid& grid, const std::vector<std::uint8_t>& outlets,
               const DrainSettings& settings);

}  // namespace adit::synthetic
