// A pit with benches, berms and a ramp around a shell: what a planner would draw first.
#pragma once
#include <optional>
#include <string>

#include "geology/planning/pit_mesh.h"
#include "geology/planning/shells.h"

namespace adit::planning {

struct PitDesignQuestion {
  const geology::Lattice& lattice;
  const std::vector<ShellIndex>& shellOfCell;
  ShellIndex last = 0;  ///< the shell that is designed, with all inside it
  PitDesignTerms terms;
  const geology::Terrain* terrain = nullptr;  ///< nullptr: the pit ends at the top of the model
};

struct PitDesign {
  std::vector<PitBench> benches;  ///< from the lowest up
  geology::TriangleMesh mesh;     ///< named "pit design"
  double shellVolume = 0;         ///< of the shell's cells above the floor, cubic units
  double shellInside = 0;         ///< part of it that the design takes
  double designVolume = 0;        ///< up to the top of its highest bench
  std::string fault;              ///< not empty: no design, and why
};

/// Every bench is the convex hull of the shell there, or further out where berms, faces or the ramp of the
/// benches below ask for it, with rounded corners; so no wall stands steeper than the slope allows. Bays of a
/// shell are filled, which costs waste: the design says how much it takes. The ramp climbs in a spiral from
/// the floor. A first sketch, and no reserve.
PitDesign designPit(const PitDesignQuestion& question);

}  // namespace adit::planning
