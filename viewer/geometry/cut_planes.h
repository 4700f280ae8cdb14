// The ground that sections and box keep, as half-spaces that all layers obey alike.
#pragma once
#include <vector>

#include "geology/model/vec3.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Keeps the points with dot(p - point, normal) <= 0; true (unstretched) deposit coordinates.
struct HalfSpace {
  geology::Vec3 point;
  geology::Vec3 normal;  ///< unit; points to what is cut away

  double distance(const geology::Vec3& p) const { return geology::dot(p - point, normal); }
  friend bool operator==(const HalfSpace&, const HalfSpace&) = default;
};

using CutPlanes = std::vector<HalfSpace>;

/// What one section keeps: one half-space, two of a slab, none when it is off.
CutPlanes cutPlanesOf(const SectionState& section);
/// Every section that is on (a slab makes two half-spaces) and the box (six).
CutPlanes cutPlanesOf(const ViewState& state);
/// The two half-spaces of a corridor: within `halfWidth` of the section's plane on both sides.
CutPlanes corridorOf(const SectionState& section, double halfWidth);
bool keeps(const CutPlanes& planes, const geology::Vec3& p);

}  // namespace adit::viewer
