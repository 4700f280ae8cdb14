// The questions about a mine plan: which one, at which moment, and the way through it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/model/vec3.h"
#include "viewer/state/camera_state.h"

namespace adit::viewer {

/// The moment of a mine plan that is shown.
struct PlanState {
  bool on = false;     ///< off: nothing is mined
  std::string plan;    ///< name of a plan of the deposit; empty: its first
  std::string model;   ///< not empty: the order is that of a column of this block model instead
  std::string column;  ///< numeric: its distinct values in rising order are the periods
  double time = 0;     ///< in periods: 0 is before the first, 2.5 is the middle of the third
  double speed = 0.5;  ///< periods a second while it plays
  bool loop = false;
  bool highlight = true;  ///< what is mined in the current period is lit
  bool dumps = true;      ///< what was mined lies on dumps and stockpiles
  friend bool operator==(const PlanState&, const PlanState&) = default;
};

/// On foot.
struct WalkState {
  double eyeHeight = 1.7;  ///< metres above the ground, whatever the deposit's unit
  bool ground = true;      ///< gravity and walls; off: flying
  bool lamp = true;        ///< lit where there is no sky
  friend bool operator==(const WalkState&, const WalkState&) = default;
};

/// A moment of a camera path.
struct CameraKey {
  CameraState camera;
  double seconds = 0;              ///< from the start; rising from key to key
  std::optional<double> planTime;  ///< where the mine plan stands then; absent: it is left alone
  friend bool operator==(const CameraKey&, const CameraKey&) = default;
};

struct CameraPathState {
  std::vector<CameraKey> keys;
  std::optional<geology::Vec3> lookAt;  ///< every moment looks at this point
  bool shown = true;                    ///< as a line in space
  friend bool operator==(const CameraPathState&, const CameraPathState&) = default;
};

/// A text that is tied to a place.
struct Note {
  geology::Vec3 at;
  std::string text;
  friend bool operator==(const Note&, const Note&) = default;
};

/// A stop of a tour: a view and what is said about it.
struct TourStop {
  std::string title;
  std::string text;
  double seconds = 8;     ///< how long it stays while the tour plays
  double transition = 2;  ///< seconds of the way from the stop before
  std::string view;       ///< ViewState JSON without its own tour and saved views
  friend bool operator==(const TourStop&, const TourStop&) = default;
};

}  // namespace adit::viewer
