// What a pit silently takes for granted: that there is ground and model around it.
#pragma once
#include "geology/model/block_model.h"
#include "geology/model/diagnostic.h"
#include "geology/model/terrain.h"
#include "geology/planning/shells.h"

namespace adit::planning {

struct PitCheckQuestion {
  const geology::BlockModel& model;
  const geology::Terrain* terrain = nullptr;
  const NestedShells& shells;
  double finalFactor = 1;  ///< shells above it are not looked at
};
/// Warnings: PL-PIT-AT-EDGE (walls beyond the model are not counted), PL-PIT-BOTTOM (the pit reaches the last
/// level: there may be more below), PL-PIT-ABSENT (cells without a block inside the pit cost nothing),
/// PL-ROCK-ABOVE (the terrain is higher than the model over the pit).
geology::Diagnostics checkPit(const PitCheckQuestion& question);

}  // namespace adit::planning
