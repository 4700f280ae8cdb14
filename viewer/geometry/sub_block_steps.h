// The regular lattice that all sub-blocks of a model fit into, where there is one.
#pragma once
#include <array>
#include <cstdint>
#include <optional>

#include "geology/model/block_model.h"

namespace adit::viewer {

/// Into how many equal steps a parent cell is to be cut along each axis so that every face of every sub-block
/// lies between two steps. Nothing where that takes more than kMostSteps along an axis (free boxes). {1, 1,
/// 1} for models without sub-blocks.
constexpr std::int64_t kMostSteps = 64;
std::optional<std::array<std::int64_t, 3>> subBlockSteps(const geology::BlockModel& model);

/// The lattice of those steps.
geology::Lattice refined(const geology::Lattice& lattice, const std::array<std::int64_t, 3>& steps);

}  // namespace adit::viewer
