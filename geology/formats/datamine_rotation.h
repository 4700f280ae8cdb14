// Rotated Datamine models: XC, YC, ZC are coordinates of the model's own, turned grid, and every row says how
// that grid lies in the world. For the reader of block tables only.
#pragma once
#include <array>
#include <optional>

#include "geology/formats/block_assembly.h"
#include "geology/formats/block_presets.h"

namespace adit::formats {

/// Where the grid of a model lies in the world.
struct GridRotation {
  geology::Vec3 localOrigin;          ///< XMORIG, YMORIG, ZMORIG: this place of the grid ...
  geology::Vec3 worldOrigin;          ///< X0, Y0, Z0: ... lies here
  std::array<geology::Vec3, 3> axis;  ///< the grid's X, Y and Z as unit vectors of the world

  geology::Vec3 turned(const geology::Vec3& v) const { return axis[0] * v.x + axis[1] * v.y + axis[2] * v.z; }
  geology::Vec3 toWorld(const geology::Vec3& local) const {
    return worldOrigin + turned(local - localOrigin);
  }
};

/// The axes of a grid that was turned three times, each time about an axis as the turns before have left it:
/// by angle[i] degrees, clockwise when one looks along the axis from its positive end to the origin, about
/// X (1), Y (2), Z (3) or not at all (0).
/// Source: Datamine Studio help, processes CDTRAN (it is the axes that are turned), ROTORDER (sense and axis
/// numbers) and COPYMOD (XC, YC, ZC are local; X0.. and XMORIG.. are one place in both grids).
std::array<geology::Vec3, 3> turnedAxes(const std::array<double, 3>& angle, const std::array<int, 3>& about);

/// The rotation to apply to the rows of a Datamine export; nothing when it has none, when what is needed is
/// not in the rows or differs between them (BM-LOCAL-COORDINATES), or when the person does not want it:
/// the choice "<file>/rotation" = apply | none.
std::optional<GridRotation> decideRotation(const Source& source, const BlockHeader& header,
                                           const std::vector<geology::Column>& columns,
                                           const Decision& decision, Findings& findings);

/// Rows and lattice into the world. The lattice is found in the grid itself, where the blocks stand square.
void turnIntoWorld(CollectedRows& rows, LatticeSearch& search, const GridRotation& rotation);

}  // namespace adit::formats
