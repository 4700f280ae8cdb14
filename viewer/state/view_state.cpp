#include "viewer/state/view_state.h"

#include "viewer/state/angles.h"

namespace adit::viewer {
namespace {

template <typename T>
const T& foundOrDefault(const std::map<std::string, T>& map, const std::string& key) {
  static const T kDefault;
  const auto it = map.find(key);
  return it == map.end() ? kDefault : it->second;
}

}  // namespace

const LayerState& layerOf(const ViewState& state, const std::string& object) {
  return foundOrDefault(state.layers, object);
}

const FilterState& filterOf(const ViewState& state, const std::string& object) {
  return foundOrDefault(state.filters, object);
}

const Legend& legendOf(const ViewState& state, const std::string& column) {
  return foundOrDefault(state.legends, column);
}

SectionFrame sectionFrame(const SectionState& section) {
  const double sinStrike = sinDegrees(section.strike);
  const double cosStrike = cosDegrees(section.strike);
  const double sinDip = sinDegrees(section.dip);
  const double cosDip = cosDegrees(section.dip);
  const Vec3 dipDirection{cosStrike, -sinStrike, 0};  // strike + 90 degrees: the right-hand rule
  return {.along = {sinStrike, cosStrike, 0},
          .down = dipDirection * cosDip + Vec3{0, 0, -sinDip},
          .normal = dipDirection * sinDip + Vec3{0, 0, cosDip}};
}

}  // namespace adit::viewer
