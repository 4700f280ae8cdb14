// What a person on foot reads: coordinates, level, and the place by its name.
#pragma once
#include <string>

#include "viewer/geometry/walk_ground.h"

namespace adit::viewer {

struct WalkFacts {
  std::string coordinates;  ///< "318,250 E · 3,218,100 N"
  std::string level;        ///< "RL 1,043.2 m", of the feet
  std::string place;        ///< "decline, 123 m", "bench 1,035 m", "on the surface", "off the ground"
  std::string period;       ///< "2035, 20 %"; empty without a plan
};

/// `feet` in deposit coordinates.
WalkFacts walkFacts(const geology::Deposit& deposit, const WalkGround& ground, const Vec3& feet);

}  // namespace adit::viewer
