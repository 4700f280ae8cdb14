// Where one stands and looks.
#pragma once
#include "geology/model/vec3.h"

namespace adit::viewer {

using geology::Vec3;

/// Where one stands. bearing: the direction of looking, degrees clockwise from north; plunge: degrees below
/// the horizon, 90 = plan view (then north is up for bearing 0). distance: eye to focus, in deposit units.
struct CameraState {
  bool framed = false;  ///< false: the whole deposit is framed from `bearing`, `plunge`; focus and distance
                        ///< are not used
  Vec3 focus{};
  double bearing = 30;
  double plunge = 25;
  double distance = 1000;
  bool orthographic = false;
  double viewAngle = 30;  ///< vertical, degrees; perspective only
  friend bool operator==(const CameraState&, const CameraState&) = default;
};

}  // namespace adit::viewer
