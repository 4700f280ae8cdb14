// Which cell each row lies in, once the lattice is known.
#pragma once
#include <array>
#include <cstdint>
#include <optional>

#include "geology/formats/frame_rows.h"

namespace adit::formats {

/// Cells along one axis, in coordinates of the frame.
struct CellAxis {
  double low = 0;  ///< lower face of cell 0
  double size = 0;
  std::int64_t count = 0;
  bool assumed = false;
  bool spanning = false;
};
using CellAxes = std::array<CellAxis, 3>;

/// From the centre or the corner of a block to its lower face.
inline double toLowerFace(Position position, double size) {
  return position == Position::Centroid ? -size / 2 : 0;
}

/// The place of a row along one axis, or nothing when it is off the lattice.
struct CellPlace {
  std::int64_t cell;
  float min, max;
};
std::optional<CellPlace> placeAlong(const CellAxis& axis, double lowerFace, double size, double resolution);

/// The lattice of these cells and the cell of each row in it, with the part that it fills.
LatticeFit assign(const FrameRows& rows, const CellAxes& axes, Position position);

}  // namespace adit::formats
