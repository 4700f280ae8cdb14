// A person on foot: gravity, walls, steps and climbing, as a pure function of time. Knows nothing of what the
// ground is made of.
#pragma once
#include <vector>

#include "geology/model/deposit.h"

namespace adit::viewer {

using geology::Vec3;

/// Room above a place in plan: a floor to stand on and what is over it; `roof` is infinite under the sky.
struct RoomSpan {
  double floor = 0, roof = 0;
  bool covered = false;  ///< under ground: a tunnel or a stope, without sky
};

/// What one can stand on. Lengths in deposit units.
class WalkableGround {
 public:
  virtual ~WalkableGround() = default;
  /// The rooms above a place, lowest first, none overlapping another; none where there is no ground at all.
  virtual void spansAt(double x, double y, std::vector<RoomSpan>& spans) const = 0;
};
/// Rooms that overlap become one: a tunnel that has come out of the hill is open to the sky.
void joinSpans(std::vector<RoomSpan>& spans);

/// Deposit units in a metre.
inline double unitsInMetre(geology::LengthUnit unit) {
  constexpr double kMetresInFoot = 0.3048;  // the international foot
  return unit == geology::LengthUnit::Foot ? 1 / kMetresInFoot : 1;
}

struct WalkMeasures {
  double metre = 1;                     ///< deposit units in a metre
  double eyeHeight = 1.7;               ///< metres
  double bench = 15;                    ///< metres that one climb may go up
  static constexpr double kStep = 0.6;  ///< metres: the highest step that is no wall
  static constexpr double kReach =
      0.6;  ///< metres ahead that the way is felt: steeper than kStep in it, 45 degrees, is a wall
  static constexpr double kWalkingSpeed = 2;  ///< metres a second
  static constexpr double kRunningSpeed = 8;
  static constexpr double kClimbingSpeed = 3;
  static constexpr double kSlidingSpeed = 1.5;  ///< in plan
  static constexpr double kGravity = 9.81;      ///< metres a second squared
  static constexpr double kTopSpeed = 50;       ///< of a fall, by the drag of the air
  static constexpr double kHeadRoom = 0.1;      ///< metres above the eye
};

struct Walker {
  Vec3 feet;
  double falling = 0;  ///< downward speed, deposit units a second
  double stood = 0;    ///< height of the last floor that one stood on, from which a climb is measured
};
/// A walker at a place in plan: on the highest floor that is not above `z`, else on the lowest; nothing
/// where there is no ground.
bool standAt(const WalkableGround& ground, const Vec3& place, const WalkMeasures& measures, Walker& walker);
/// On the ground under the sky, else the highest floor.
bool standOnTop(const WalkableGround& ground, double x, double y, Walker& walker);

struct WalkWish {
  double forward = 0, right = 0;  ///< -1..1
  double bearing = 0;             ///< degrees clockwise from north: where one looks
  bool run = false;
  bool climb = false;
};

/// What became of the wish, in the words of a hint.
enum class WalkEvent {
  Walking,
  Blocked,  ///< a wall, with something to stand on within a climb's reach
  TooHigh,  ///< a wall that is higher than one climb
  Climbing,
  Falling,
  NoGround,  ///< where one stands there is nothing
};

/// `seconds` may be any; it is cut into parts in which one moves no farther than a tenth of a metre, so that
/// no wall and no floor is passed over.
WalkEvent walkOn(const WalkableGround& ground, const WalkMeasures& measures, const WalkWish& wish,
                 double seconds, Walker& walker);
/// Under ground: the room in which a place in space lies is covered.
bool isCovered(const WalkableGround& ground, const Vec3& place);

}  // namespace adit::viewer
