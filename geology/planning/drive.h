// Development as tunnels: a centre line on the floor, a profile around it, and how far it is driven.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "geology/model/mine_plan.h"

namespace adit::planning {

/// How much of what is worked from the beginning of one period to the end of another is done: 0..1, at an
/// even rate.
double doneShare(geology::PeriodIndex first, geology::PeriodIndex last, double time);

/// A flat floor, upright walls and an arched back: half an ellipse as wide as the floor and a third as high
/// as the profile, or half a circle where the profile is narrow.
struct DriveProfile {
  double width = 5, height = 5;

  double archRise() const;
  /// Height of the back above the floor at a distance from the middle; 0 beyond the walls.
  double backAt(double offset) const;
  /// Anticlockwise as one looks along the line, from the foot of the right wall: {to the right, up}. The arch
  /// has kArchParts straight parts.
  std::vector<std::array<double, 2>> outline() const;
  /// Of that polygon.
  double area() const;
  static constexpr int kArchParts = 12;
};

/// A tunnel along a centre line. Its sections are upright, whatever the gradient; where the line bends they
/// stand on the bisector, so that the walls of both sides meet. Lengths in deposit units.
class Drive {
 public:
  /// Points that repeat are dropped.
  explicit Drive(const geology::PlanLine& line);

  const geology::PlanLine& line() const { return *line_; }
  const DriveProfile& profile() const { return profile_; }
  /// It goes up rather than along, from its first point to its last: its sections are level.
  bool raise() const { return raise_; }
  /// Along the centre line, in space.
  double length() const { return chainage_.empty() ? 0 : chainage_.back(); }
  /// What is driven at a moment.
  double lengthAt(double time) const { return length() * doneShare(line_->first, line_->last, time); }
  /// The centre line from its beginning to a chainage; empty where that is 0.
  std::vector<geology::Vec3> upTo(double chainage) const;
  geology::Vec3 at(double chainage) const;
  /// What is broken from the beginning to a chainage, in cubic units: sections are upright, so that it is the
  /// profile times the length in plan; of a raise, whose sections are level, times the height.
  double volumeTo(double chainage) const;

  /// A place in plan within the walls of a tunnel that is driven up to a chainage.
  struct Place {
    double chainage = 0;
    double offset = 0;  ///< from the centre line, never negative
    double floor = 0, back = 0;
  };
  /// Lowest first; a spiral passes over a place several times. `margin` is taken from both walls.
  void placesAt(double x, double y, double until, double margin, std::vector<Place>& places) const;
  const geology::Box3& bounds() const { return bounds_; }

 private:
  std::optional<Place> placeOn(std::size_t segment, double x, double y, double until, double margin) const;

  const geology::PlanLine* line_;
  DriveProfile profile_;
  std::vector<geology::Vec3> points_;
  std::vector<double> chainage_;  ///< of each point
  geology::Box3 bounds_;          ///< with the profile
  bool raise_ = false;
};

/// The inside of a tunnel up to a chainage as convex polygons, seen from the inside anticlockwise: floor,
/// walls, back, and the two faces at its ends.
std::vector<std::vector<geology::Vec3>> driveFaces(const Drive& drive, double until);

}  // namespace adit::planning
