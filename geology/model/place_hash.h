// For maps by place: vertices at exactly the same coordinates are one.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>

#include "geology/model/vec3.h"

namespace adit::geology {

struct PlaceHash {
  std::size_t operator()(const Vec3& place) const {
    std::uint64_t hash = 0;
    for (const double coordinate : {place.x, place.y, place.z})  // adding 0 makes -0 equal to 0, as == does
      hash = (std::rotl(hash, 23) ^ std::bit_cast<std::uint64_t>(coordinate + 0.0)) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
  }
};

}  // namespace adit::geology
