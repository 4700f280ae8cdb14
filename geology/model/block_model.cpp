#include "geology/model/block_model.h"

#include <algorithm>

#include "geology/model/sub_box.h"

namespace adit::geology {

Vec3 BlockModel::blockCenter(std::size_t block) const {
  const std::int64_t cell = cellOf(block);
  if (!subBlocked()) return lattice.center(cell);
  const auto c = lattice.cellAt(cell);
  const SubBox& box = boxes[block];
  const auto middle = [&](std::size_t a) {
    return static_cast<double>(c[a]) +
           (static_cast<double>(box.min[a]) + static_cast<double>(box.max[a])) / 2;
  };
  return lattice.world(middle(0), middle(1), middle(2));
}

Vec3 BlockModel::blockSize(std::size_t block) const {
  if (!subBlocked()) return {lattice.size[0], lattice.size[1], lattice.size[2]};
  const SubBox& box = boxes[block];
  const auto side = [&](std::size_t a) {
    return lattice.size[a] * static_cast<double>(box.max[a] - box.min[a]);
  };
  return {side(0), side(1), side(2)};
}

double BlockModel::blockVolume(std::size_t block) const {
  const Vec3 s = blockSize(block);
  return s.x * s.y * s.z;
}

std::optional<std::size_t> BlockModel::blockAt(const Vec3& point) const {
  const auto cell = lattice.locate(point);
  if (!cell) return std::nullopt;
  if (full()) return static_cast<std::size_t>(*cell);
  const auto wanted = static_cast<std::uint32_t>(*cell);
  const auto [first, last] = std::equal_range(cellOfBlock.begin(), cellOfBlock.end(), wanted);
  const Vec3 p = lattice.local(point);
  const auto c = lattice.cellAt(*cell);
  const std::array<double, 3> inside{p.x - static_cast<double>(c[0]), p.y - static_cast<double>(c[1]),
                                     p.z - static_cast<double>(c[2])};
  if (first == last) return std::nullopt;
  const auto begin = static_cast<std::size_t>(first - cellOfBlock.begin());
  if (!subBlocked()) return begin;
  const auto count = static_cast<std::size_t>(last - first);
  const auto found = firstHolding(std::span(boxes).subspan(begin, count), inside);
  return found ? std::optional(begin + *found) : std::nullopt;
}

}  // namespace adit::geology
