// What the floods leave: fans at the mouths of the canyons, gravel on the floors of the valleys.
#pragma once
#include "geology/synthetic/erosion.h"

namespace adit::synthetic {

/// Raises cones of gravel on the plain where water enters it, the larger the catchment the larger: up to 35 m
/// high.
void buildFans(Landscape& landscape, const Drainage& water);

/// Cuts dry river beds of up to 2.5 m into the nodes that are gravel.
void engraveWashes(HeightGrid& grid, const Drainage& water, const std::vector<std::uint8_t>& gravel);

}  // namespace adit::synthetic
