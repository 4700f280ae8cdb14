// The rows of a lattice query as seen along given axes.
#pragma once
#include "geology/formats/axis_steps.h"
#include "geology/formats/lattice_axes.h"
#include "geology/formats/lattice_finder.h"

namespace adit::formats {

constexpr double kSameSize = 1e-3;  ///< sizes closer than this part are one size

/// Coordinates along the axes, from the base.
struct Frame {
  geology::Vec3 base;
  Axes axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
};

/// Component 0, 1, 2 of a vector.
inline double component(const geology::Vec3& v, std::size_t axis) {
  return axis == 0 ? v.x : axis == 1 ? v.y : v.z;
}

/// The rows of a query as seen in a frame.
/// Rows that are given as planes are seen along the axes of the coordinates only.
class FrameRows {
 public:
  FrameRows(const LatticeQuery& query, const Frame& frame);

  const LatticeQuery& query() const { return query_; }
  const Frame& frame() const { return frame_; }
  std::size_t count() const {
    return query_.planes != nullptr ? query_.planes->size() : query_.points.size();
  }
  bool sized() const { return sized_; }
  bool uniform() const { return uniform_; }  ///< every row has the largest size, or sizes are unknown
  /// Rows are not told apart by their size: none is stated, or one for all.
  bool oneSize() const { return query_.sizes.size() <= 1; }
  const geology::Vec3& largest() const { return largest_; }
  /// Has a position, and a size above 0 where rows have sizes.
  bool usable(std::size_t row) const;
  double at(std::size_t row, std::size_t axis) const;
  double size(std::size_t row, std::size_t axis) const;
  /// Of all usable rows that are at least so large along that axis.
  Planes planes(std::size_t axis, double atLeastSize) const;
  double statedSize(std::size_t axis) const;  ///< 0 when not stated

 private:
  LatticeQuery query_;
  Frame frame_;
  geology::Vec3 largest_;
  bool sized_ = false;
  bool uniform_ = true;
};

}  // namespace adit::formats
