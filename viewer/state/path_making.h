// Camera paths from things of the deposit: along a ramp, a decline or a hole, and around a place.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// A line that one can move along, in the order of moving.
using PathLine = std::vector<Vec3>;

/// The way through an object: of a mesh its longest string, of a plan the line of that name. Where the mesh
/// has strings in parts named RAMP, DECLINE, ROAD or HAUL, only those count. Pieces whose ends meet are one
/// string; of two edges of a road the middle is taken. It begins at its higher end. An error says what the
/// object lacks.
OrError<PathLine> wayThrough(const geology::Deposit& deposit, const std::string& object);

/// The trace of a hole of these drillholes, from the collar down.
OrError<PathLine> traceOf(const geology::Deposit& deposit, const std::string& drillholes,
                          const std::string& hole);

struct Walk {
  double seconds = 30;  ///< for the whole line
  double height = 1.7;  ///< of the eye above the line, deposit units
  double ahead = 15;    ///< how far before oneself one looks, along the line, deposit units
  double exaggeration = 1;
};
/// Key frames of a walk along a line at an even pace, looking ahead; a line without length has none.
std::vector<CameraKey> keysAlong(const PathLine& line, const Walk& walk);

/// Key frames beside a line: the place on the line is looked at squarely from `distance`, a little from
/// above.
std::vector<CameraKey> keysBeside(const PathLine& line, double seconds, double distance);

/// One turn clockwise around the focus of a framed camera, at an even pace.
std::vector<CameraKey> keysAround(const CameraState& camera, double seconds);

}  // namespace adit::viewer
