// Positions of rows that lie on few planes along each axis, as those of a block model do.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::formats {

/// A row without a position.
constexpr std::uint16_t kNoPlane = 0xFFFF;
constexpr std::size_t kMostRowPlanes = kNoPlane;  ///< along one axis

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
  /// Adds the same to every coordinate.
  void move(double by);
  /// NaN where there is no position.
  std::vector<geology::Vec3> points() const;
};

/// Numbers planes as they come.
class PlaneNumbers {
 public:
  /// Nothing once there are too many. NaN has the number kNoPlane.
  std::optional<std::uint16_t> of(double coordinate) {
    if (coordinate != coordinate) return kNoPlane;
    // The row before lies on the same plane, or on the one before that in which the rows went on.
    if (last_ < planes_.size() && planes_[last_] == coordinate) return counted(last_);
    if (last_ + 1U < planes_.size() && planes_[last_ + 1U] == coordinate) return counted(++last_);
    return find(coordinate);
  }
  const std::vector<double>& planes() const { return planes_; }
  /// How often each was asked for.
  const std::vector<std::uint32_t>& counts() const { return counts_; }
  /// As if it had been asked for so many times more.
  void count(std::uint16_t plane, std::uint32_t more) { counts_[plane] += more; }

 private:
  std::optional<std::uint16_t> find(double coordinate);
  std::uint16_t counted(std::uint16_t plane) {
    ++counts_[plane];
    return plane;
  }
  void growTable();

  std::vector<double> planes_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint16_t> table_;  ///< open addressing: a number, or kNoPlane
  std::uint16_t last_ = kNoPlane;
};

}  // namespace adit::formats
