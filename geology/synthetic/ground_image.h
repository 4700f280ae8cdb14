// The colours of the ground, to drape over the terrain: rock, stains of alteration, gravel, sand, playa.
#pragma once
#include <cstdint>

#include "geology/model/progress.h"
#include "geology/model/terrain.h"
#include "geology/synthetic/arid_terrain.h"
#include "geology/synthetic/porphyry_truth.h"

namespace adit::synthetic {

struct GroundImageOrder {
  int pixels = 1024;  ///< along each side
  std::uint64_t seed = 7;
  unsigned threads = 0;
};

/// North up, over the extent of the terrain. No light and shade in it but the soil's own: the scene has a
/// light. Throws geology::Cancelled only.
geology::DrapeImage groundImage(const AridTerrain& terrain, const PorphyryTruth& truth,
                                const GroundImageOrder& order, const geology::Progress& progress);

}  // namespace adit::synthetic
