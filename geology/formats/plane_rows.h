// Positions of rows that lie on few planes along each axis, as those of a block model do.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/formats/distinct_values.h"
#include "geology/model/vec3.h"

namespace adit::formats {

/// A row without a position.
constexpr std::uint16_t kNoPlane = DistinctValues::kNone;

/// Ten million blocks have a few hundred different coordinates along each axis: the numbers of these, 6 bytes
/// a row, stand for three doubles, without any loss. Rows of `rows` have no gaps.
struct PlaneRows {
  struct Axis {
    std::vector<double> planes;       ///< the different coordinates, in the order in which they first occur
    std::vector<std::uint32_t> rows;  ///< how many lie on each
    std::vector<std::uint16_t> code;  ///< of each row its plane, or kNoPlane
  };
  std::array<Axis, 3> axes;

  std::size_t size() const { return axes[0].code.size(); }
  bool hasPosition(std::size_t row) const { return axes[0].code[row] != kNoPlane; }
  /// Of a row that has a position.
  double at(std::size_t row, std::size_t axis) const {
    const Axis& a = axes[axis];
    return a.planes[a.code[row]];
  }
  /// The lowest coordinate along each axis, NaN without rows.
  geology::Vec3 lowest() const;
  void move(const geology::Vec3& by);
  /// NaN where there is no position.
  std::vector<geology::Vec3> points() const;
};

}  // namespace adit::formats
