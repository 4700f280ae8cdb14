// The lattice in given directions: the search for origin, steps and counts once the axes are known.
#pragma once
#include "geology/formats/frame_rows.h"

namespace adit::formats {

LatticeSearch fitInFrame(const FrameRows& rows);

}  // namespace adit::formats
