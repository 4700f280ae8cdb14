// The terrain as it is drawn: two flat triangles a quad, so that what is cut into it meets it without a gap.
#pragma once
#include <array>
#include <vector>

#include "geology/model/terrain.h"

namespace adit::viewer {

/// The quad of nodes (c, r), (c+1, r), (c+1, r+1), (c, r+1) is the triangles 0-1-2 and 0-2-3 of those four.
/// NaN outside and where a node of the triangle has no height.
double facetHeight(const geology::Terrain& terrain, double x, double y);

/// Where the line from `a` to `b` in plan crosses edges of triangles: shares of it, rising, from 0 to 1.
std::vector<double> facetBreaks(const geology::Terrain& terrain, const std::array<double, 2>& a,
                                const std::array<double, 2>& b);

}  // namespace adit::viewer
