// A sub-blocked model to measure on.
#pragma once
#include <memory>

#include "geology/model/block_model.h"

namespace adit::benchmarks {

/// About that many sub-blocks, ten in each parent (2 x 1 x 5 of them, like benches split in half), with
/// grades of the lenses. All parents are split alike: VTK hides a face between two cells only where both have
/// the same four corners, and the comparison is between equal skins.
std::shared_ptr<const geology::BlockModel> subBlockModel(std::size_t blocks);

}  // namespace adit::benchmarks
