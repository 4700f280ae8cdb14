// The grid of a block model as a person states it, where the file has coordinates of that grid and does not
// say how it lies.
#pragma once
#include <array>
#include <optional>

#include "geology/formats/datamine_rotation.h"

namespace adit::formats {

/// The axes of a grid that is turned, in degrees, in this order:
///   bearing: of its X axis, clockwise from north; 90 = not turned;
///   plunge:  then the X axis is lifted by so much above the horizontal, below it where negative; Y stays;
///   dip:     then the Y axis is lifted by so much, about the X axis.
std::array<geology::Vec3, 3> gridAxes(const geology::Vec3& bearingPlungeDip);

/// From the choices "<file>/bearing-plunge-dip" (90,0,0 where only the other is made) and
/// "<file>/grid-origin", the place in the world of 0, 0, 0 of the grid. Nothing when neither is made.
/// BM-TURNED; TAB-BAD-CHOICE for an answer that is not three numbers.
std::optional<GridRotation> statedRotation(const Decision& decision, Findings& findings);

}  // namespace adit::formats
