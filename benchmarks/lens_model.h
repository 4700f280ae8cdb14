// The block model that everything is measured on: tilted lenses of ore in poor ground, with noise.
#pragma once
#include <array>
#include <cstdint>
#include <memory>

#include "geology/model/block_model.h"

namespace adit::benchmarks {

/// A full model named "lenses" of 10 x 10 x 5 m blocks with one column "cu" in %. Six Gaussian lenses that
/// dip with depth, times smooth noise of two wavelengths, times 10 % of noise from block to block: so the
/// skin of what is above a cut-off is as ragged as that of an estimated model. The same on every machine.
std::shared_ptr<const geology::BlockModel> lensModel(const std::array<std::int64_t, 3>& count);

/// 100^3 for a million, 250 x 200 x 200 for ten, 500 x 500 x 400 for a hundred; else the nearest cube.
std::array<std::int64_t, 3> blockCounts(std::size_t blocks);

/// The grade that `share` of the blocks reach.
float gradeReachedBy(const geology::Column& grade, double share);

}  // namespace adit::benchmarks
