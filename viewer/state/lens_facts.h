// What the evidence lens shows of a place: the samples nearest to it, and in one sentence what stands behind
// it.
#pragma once
#include <string>
#include <vector>

#include "viewer/state/view_state.h"

namespace adit::viewer {

struct LensSample {
  Vec3 place;            ///< of the sample's part that is nearest
  double distance = 0;   ///< deposit units
  std::string hole;      ///< its id
  std::string interval;  ///< "120.0 to 122.0 m"
  std::string value;     ///< "0.84 %", "< 0.01 %"
  std::string date;      ///< "1998", "2004-07-31"; empty: not stated
  std::string doubt;     ///< "below detection", "no survey: assumed vertical"; empty: none
  bool doubtful() const { return !doubt.empty(); }
  friend bool operator==(const LensSample&, const LensSample&) = default;
};

struct LensFacts {
  Vec3 place;                       ///< that is asked: the middle of a block, else the picked place
  std::vector<LensSample> samples;  ///< the nearest of each hole, by rising distance
  std::string unit;                 ///< of the distances
  std::string sentence;             ///< what the place rests on
  bool doubtful = false;            ///< the sentence is a warning
  friend bool operator==(const LensFacts&, const LensFacts&) = default;
};

}  // namespace adit::viewer
