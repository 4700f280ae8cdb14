// Mean grades in slices across a deposit: whether an estimate follows the samples that it is made of.
#pragma once
#include <cstddef>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::reporting {

struct SwathSample {
  geology::Vec3 place;
  double value = 0;
  double weight = 1;  ///< tonnes of a block, length of a composite
};

struct SwathSlice {
  double position = 0;  ///< of its middle, along the axis from `origin`
  std::size_t count = 0;
  double weight = 0;
  double mean = 0;  ///< weighted; NaN where there is nothing
};

struct SwathAxis {
  geology::Vec3 origin;
  geology::Vec3 direction{1, 0, 0};  ///< unit
  double width = 50;                 ///< of a slice
  double from = 0, to = 0;           ///< the stretch that is sliced, along the axis
};
constexpr std::size_t kMostSlices = 2000;

/// Slices [from, from + width), ... up to `to`; the last one holds `to` too. Samples outside are left out.
std::vector<SwathSlice> swathOf(const std::vector<SwathSample>& samples, const SwathAxis& axis);

}  // namespace adit::reporting
