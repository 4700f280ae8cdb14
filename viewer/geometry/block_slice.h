// A block model on a plane: which block each pixel of a picture shows, and in what colour.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/block_model.h"
#include "viewer/geometry/block_index.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

/// A picture that lies anyhow in the ground: the centre of pixel (i, j) is origin + i u + j v, in deposit
/// coordinates.
struct SliceFrame {
  geology::Vec3 origin;
  geology::Vec3 u, v;
  std::size_t width = 0, height = 0;

  friend bool operator==(const SliceFrame&, const SliceFrame&) = default;
};

/// A pixel outside the model or in absent ground.
constexpr std::uint32_t kNoBlock = std::numeric_limits<std::uint32_t>::max();

/// Writes the block at each pixel's centre, as BlockModel::blockAt finds it, row by row: width x height
/// numbers. On all cores; along a row of pixels only additions in double, no division.
void sampleSlice(const BlockIndex& index, const SliceFrame& frame, std::span<std::uint32_t> blocks);

/// Takes out the blocks that are not shown, as where there is none.
void hideInSlice(const geology::BitMask& shown, std::span<std::uint32_t> blocks);

/// A column as it is drawn.
struct SliceLook {
  const geology::Column& column;
  const ResolvedLegend& legend;
  const geology::BitMask& shown;
};
/// Writes the colour of each block of sampleSlice(); transparent black where there is none or it is not
/// shown.
void sliceColors(std::span<const std::uint32_t> blocks, const SliceLook& look, std::span<Rgba> colors);

}  // namespace adit::viewer
