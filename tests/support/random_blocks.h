// Random block models of every kind, and the brute-force truth about them: slow, obvious, one block at a
// time.
#pragma once
#include <cmath>
#include <random>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"

namespace adit::tests {

using namespace adit::geology;

enum class BlockShape { Full, Sparse, SubBlocked };

class RandomBlocks {
 public:
  explicit RandomBlocks(unsigned seed) : random_(seed) {}

  double within(double lo, double hi) { return std::uniform_real_distribution<double>(lo, hi)(random_); }
  std::int64_t below(std::int64_t n) {
    return std::uniform_int_distribution<std::int64_t>(0, n - 1)(random_);
  }
  bool oneIn(std::int64_t n) { return below(n) == 0; }

  /// Rotated in plan two times of three, at mine coordinates.
  BlockModel model(BlockShape shape, std::array<std::int64_t, 3> count) {
    BlockModel model;
    model.name = "blocks";
    model.lattice.count = count;
    model.lattice.size = {10, 20, 5};
    model.lattice.origin = {478'000, 6'772'000, 300};
    const double turn = oneIn(3) ? 0 : within(0, 3);
    model.lattice.axis[0] = {std::cos(turn), std::sin(turn), 0};
    model.lattice.axis[1] = {-std::sin(turn), std::cos(turn), 0};
    if (shape == BlockShape::Full) return model;
    const auto absent = 2 + below(6);
    for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
      if (oneIn(absent)) continue;
      if (shape == BlockShape::Sparse)
        model.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
      else
        split(model, cell, {{0, 0, 0}, {1, 1, 1}}, 0);
    }
    return model;
  }

  BitMask mask(std::size_t size, double share) {
    BitMask mask(size);
    std::bernoulli_distribution pick(share);
    for (std::size_t b = 0; b < size; ++b)
      if (pick(random_)) mask.set(b);
    return mask;
  }

 private:
  /// Halves a box again and again, square to any axis; now and then a part has no block.
  void split(BlockModel& model, std::int64_t cell, const SubBox& box, int depth) {
    const auto axis = static_cast<std::size_t>(below(3));
    const float middle = (box.min[axis] + box.max[axis]) / 2;
    if (depth < 4 && !oneIn(3) && middle * 8 == std::floor(middle * 8)) {
      SubBox lower = box, upper = box;
      lower.max[axis] = upper.min[axis] = middle;
      split(model, cell, lower, depth + 1);
      split(model, cell, upper, depth + 1);
    } else if (depth == 0 || !oneIn(12)) {
      model.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
      model.boxes.push_back(box);
    }
  }

  std::mt19937 random_;
};

}  // namespace adit::tests
