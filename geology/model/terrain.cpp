#include "geology/model/terrain.h"

#include <cmath>
#include <limits>

namespace adit::geology {

std::array<double, 2> Terrain::nodeCoordinates(double x, double y) const {
  const double det = stepColumn[0] * stepRow[1] - stepColumn[1] * stepRow[0];
  const double dx = x - origin[0];
  const double dy = y - origin[1];
  return {(dx * stepRow[1] - dy * stepRow[0]) / det, (dy * stepColumn[0] - dx * stepColumn[1]) / det};
}

double Terrain::heightAt(double x, double y) const {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  if (columns < 2 || rows < 2) return kNone;
  const auto [c, r] = nodeCoordinates(x, y);
  if (!(c >= 0 && r >= 0 && c <= columns - 1 && r <= rows - 1)) return kNone;
  const auto c0 = std::min(static_cast<std::int32_t>(c), columns - 2);
  const auto r0 = std::min(static_cast<std::int32_t>(r), rows - 2);
  const double fc = c - c0;
  const double fr = r - r0;
  // A NaN at any of the four nodes makes the result NaN, which is what a hole asks for.
  return (1 - fr) * ((1 - fc) * node(c0, r0).z + fc * node(c0 + 1, r0).z) +
         fr * ((1 - fc) * node(c0, r0 + 1).z + fc * node(c0 + 1, r0 + 1).z);
}

Box3 Terrain::bounds() const {
  Box3 box;
  for (std::int32_t r = 0; r < rows; ++r)
    for (std::int32_t c = 0; c < columns; ++c)
      if (const Vec3 p = node(c, r); isFinite(p)) box.include(p);
  return box;
}

}  // namespace adit::geology
