#include "viewer/geometry/cut_planes.h"

#include <algorithm>

namespace adit::viewer {

CutPlanes corridorOf(const SectionState& section, double halfWidth) {
  const geology::Vec3 normal = sectionFrame(section).normal;
  return {{section.point + normal * halfWidth, normal}, {section.point - normal * halfWidth, normal * -1}};
}

CutPlanes cutPlanesOf(const SectionState& section) {
  if (!section.on) return {};
  if (section.thickness > 0) return corridorOf(section, section.thickness / 2);
  const geology::Vec3 normal = sectionFrame(section).normal;
  return {{section.point, section.flipped ? normal * -1 : normal}};
}

CutPlanes cutPlanesOf(const ViewState& state) {
  CutPlanes planes;
  for (const SectionState& section : state.sections) {
    const CutPlanes own = cutPlanesOf(section);
    planes.insert(planes.end(), own.begin(), own.end());
  }
  if (state.box.on) {
    const auto& [on, min, max] = state.box;
    planes.insert(planes.end(), {{min, {-1, 0, 0}},
                                 {min, {0, -1, 0}},
                                 {min, {0, 0, -1}},
                                 {max, {1, 0, 0}},
                                 {max, {0, 1, 0}},
                                 {max, {0, 0, 1}}});
  }
  return planes;
}

bool keeps(const CutPlanes& planes, const geology::Vec3& p) {
  return std::all_of(planes.begin(), planes.end(), [&](const HalfSpace& h) { return h.distance(p) <= 0; });
}

}  // namespace adit::viewer
