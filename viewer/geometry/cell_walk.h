// From cell numbers to places in the lattice without dividing each time.
#pragma once
#include <array>
#include <cstdint>

#include "geology/model/lattice.h"

namespace adit::viewer {

/// Goes through cells in rising order and divides only where a row of the lattice begins.
class CellWalk {
 public:
  explicit CellWalk(const geology::Lattice& lattice) : width_(lattice.count[0]), height_(lattice.count[1]) {}

  void moveTo(std::int64_t cell) {
    if (cell < rowStart_ || cell >= rowStart_ + width_ || rowStart_ < 0) {
      const std::int64_t row = cell / width_;
      rowStart_ = row * width_;
      at_[1] = static_cast<double>(row % height_);
      at_[2] = static_cast<double>(row / height_);
    }
    at_[0] = static_cast<double>(cell - rowStart_);
  }

  /// i, j, k of the cell.
  const std::array<double, 3>& at() const { return at_; }

 private:
  std::int64_t width_, height_;
  std::int64_t rowStart_ = -1;
  std::array<double, 3> at_{};
};

}  // namespace adit::viewer
