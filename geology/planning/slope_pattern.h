// Which blocks have to go before a block can: the slope of the walls as offsets between cells of a lattice.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geology/model/lattice.h"

namespace adit::planning {

/// Overall slope of the wall that is seen from the pit's floor in these directions: from `azimuth` clockwise
/// to the azimuth of the next sector.
struct SlopeSector {
  double azimuth = 0;  ///< degrees clockwise from north
  double angle = 45;   ///< degrees from the horizontal, above 0 and below 90

  friend bool operator==(const SlopeSector&, const SlopeSector&) = default;
};

/// One region of rock. Without sectors there is no slope: that is a fault.
struct SlopeRegion {
  std::string code;  ///< category of the region column; empty: every block that no other region names
  std::vector<SlopeSector> sectors{{}};

  friend bool operator==(const SlopeRegion&, const SlopeRegion&) = default;
};

/// From a cell to one that has to be mined first; dz counts cells upwards.
struct CellOffset {
  std::int16_t dx = 0, dy = 0, dz = 0;

  friend bool operator==(const CellOffset&, const CellOffset&) = default;
};

/// The angle in a direction. `azimuth` in degrees, any turn.
double slopeAngleAt(const std::vector<SlopeSector>& sectors, double azimuth);

/// "" or what is wrong with the sectors.
std::string faultOf(const std::vector<SlopeSector>& sectors);

/// "" or why no slope can be laid on this lattice: its third axis has to be vertical.
std::string faultOf(const geology::Lattice& lattice);

/// The smallest set of offsets whose sums reach every cell of the cone over `levels` benches (Khalokakaie et
/// al. 2000; Caccetta and Giannini 1988): for k = 1, 2, ... levels every offset inside the cone that no sum
/// of those before reaches. Above `levels` the cone goes on in facets, so more levels are rounder. On cubes
/// 45 degrees over 8 levels are 17 offsets. Horizontal distances are measured between centres, in the
/// lattice's own proportions and directions. The sectors have no fault, and neither has the lattice.
std::vector<CellOffset> slopeOffsets(const geology::Lattice& lattice, const std::vector<SlopeSector>& sectors,
                                     int levels);

}  // namespace adit::planning
