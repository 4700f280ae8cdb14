#include "viewer/geometry/block_slice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/row_colors.h"

namespace adit::viewer {
namespace {

using geology::Lattice;
using geology::Vec3;

constexpr std::size_t kRowsAtOnce = 32;
constexpr std::size_t kPixelsAtOnce = 32'768;

/// A row of pixels as a straight line in lattice coordinates: pixel i is at start + i step.
struct PixelRow {
  std::array<double, 3> start, step;

  double at(std::size_t axis, std::size_t pixel) const {
    return start[axis] + static_cast<double>(pixel) * step[axis];
  }
};

struct PixelRange {
  std::size_t begin = 0, end = 0;
};

/// The pixels of the row that lie in the lattice. They are neighbours, as the lattice is convex; the division
/// gives the ends to within a pixel, the comparison decides.
PixelRange pixelsInside(const PixelRow& row, const Lattice& lattice, std::size_t width) {
  double first = 0;
  auto last = static_cast<double>(width) - 1;
  for (std::size_t a = 0; a < 3; ++a) {
    const auto n = static_cast<double>(lattice.count[a]);
    if (row.step[a] == 0) {
      if (!(row.start[a] >= 0 && row.start[a] < n)) return {};
      continue;
    }
    const double atZero = -row.start[a] / row.step[a];
    const double atEnd = (n - row.start[a]) / row.step[a];
    first = std::max(first, std::min(atZero, atEnd));
    last = std::min(last, std::max(atZero, atEnd));
  }
  if (!(first - 1 <= last + 1)) return {};
  const auto isInside = [&](std::size_t pixel) {
    for (std::size_t a = 0; a < 3; ++a)
      if (!(row.at(a, pixel) >= 0 && row.at(a, pixel) < static_cast<double>(lattice.count[a]))) return false;
    return true;
  };
  PixelRange range{
      static_cast<std::size_t>(std::max(0.0, std::floor(first) - 1)),
      static_cast<std::size_t>(std::clamp(std::ceil(last) + 2, 0.0, static_cast<double>(width)))};
  while (range.begin < range.end && !isInside(range.begin)) ++range.begin;
  while (range.begin < range.end && !isInside(range.end - 1)) --range.end;
  return range;
}

/// Inside the lattice coordinates are not negative, so that cutting off the fraction rounds down.
void sampleFull(const PixelRow& row, const Lattice& lattice, PixelRange range, std::uint32_t* blocks) {
  const auto nx = static_cast<std::uint32_t>(lattice.count[0]);
  const auto ny = static_cast<std::uint32_t>(lattice.count[1]);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto x = static_cast<std::uint32_t>(static_cast<std::int32_t>(row.at(0, i)));
    const auto y = static_cast<std::uint32_t>(static_cast<std::int32_t>(row.at(1, i)));
    const auto z = static_cast<std::uint32_t>(static_cast<std::int32_t>(row.at(2, i)));
    blocks[i] = x + nx * (y + ny * z);
  }
}

void sampleIndexed(const PixelRow& row, const BlockIndex& index, PixelRange range, std::uint32_t* blocks) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    std::array<std::int64_t, 3> cell{};
    std::array<double, 3> inside{};
    for (std::size_t a = 0; a < 3; ++a) {
      const double p = row.at(a, i);
      cell[a] = static_cast<std::int64_t>(p);
      inside[a] = p - static_cast<double>(cell[a]);
    }
    const auto block = index.blockHolding(cell, inside);
    blocks[i] = block ? static_cast<std::uint32_t>(*block) : kNoBlock;
  }
}

std::array<double, 3> asArray(const Vec3& v) {
  return {v.x, v.y, v.z};
}

/// A displacement in lattice coordinates.
Vec3 localStep(const Lattice& lattice, const Vec3& d) {
  return {dot(d, lattice.axis[0]) / lattice.size[0], dot(d, lattice.axis[1]) / lattice.size[1],
          dot(d, lattice.axis[2]) / lattice.size[2]};
}

}  // namespace

void sampleSlice(const BlockIndex& index, const SliceFrame& frame, std::span<std::uint32_t> blocks) {
  const geology::BlockModel& model = index.model();
  const Lattice& lattice = model.lattice;
  const std::array<double, 3> step = asArray(localStep(lattice, frame.u));
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = frame.height, .grain = kRowsAtOnce, .threads = 0}, neverCancelled,
                       [&](geology::ParallelRange rows) {
                         for (std::size_t j = rows.begin; j < rows.end; ++j) {
                           const Vec3 start = frame.origin + frame.v * static_cast<double>(j);
                           const PixelRow row{asArray(lattice.local(start)), step};
                           std::uint32_t* out = blocks.data() + j * frame.width;
                           const PixelRange range = pixelsInside(row, lattice, frame.width);
                           std::fill(out, out + range.begin, kNoBlock);
                           std::fill(out + range.end, out + frame.width, kNoBlock);
                           if (model.full())
                             sampleFull(row, lattice, range, out);
                           else
                             sampleIndexed(row, index, range, out);
                         }
                       });
}

void hideInSlice(const geology::BitMask& shown, std::span<std::uint32_t> blocks) {
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = blocks.size(), .grain = kPixelsAtOnce, .threads = 0}, neverCancelled,
                       [&](geology::ParallelRange pixels) {
                         for (std::size_t i = pixels.begin; i < pixels.end; ++i)
                           if (blocks[i] != kNoBlock && !shown.test(blocks[i])) blocks[i] = kNoBlock;
                       });
}

void sliceColors(std::span<const std::uint32_t> blocks, const SliceLook& look, std::span<Rgba> colors) {
  const auto colorOf = [&](std::uint32_t block) -> Rgba {
    if (block == kNoBlock || !look.shown.test(block)) return {0, 0, 0, 0};
    return toRgba(look.column.isNumeric() ? look.legend.colorOf(look.column.values[block])
                                          : look.legend.colorOfCode(look.column.codes[block]));
  };
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = blocks.size(), .grain = kPixelsAtOnce, .threads = 0}, neverCancelled,
                       [&](geology::ParallelRange pixels) {
                         // Neighbouring pixels mostly show the same block.
                         std::uint32_t last = kNoBlock;
                         Rgba color = colorOf(last);
                         for (std::size_t i = pixels.begin; i < pixels.end; ++i) {
                           if (blocks[i] != last) color = colorOf(last = blocks[i]);
                           colors[i] = color;
                         }
                       });
}

}  // namespace adit::viewer
