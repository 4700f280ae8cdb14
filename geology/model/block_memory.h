// What a block model takes in memory.
#pragma once
#include "geology/model/block_model.h"

namespace adit::geology {

/// Bytes.
struct BlockMemory {
  std::size_t columns = 0;  ///< values and codes
  std::size_t states = 0;   ///< states of values and detection limits
  std::size_t cells = 0;    ///< of the blocks, where not every cell has one
  std::size_t boxes = 0;    ///< of the sub-blocks
  std::size_t lines = 0;    ///< in the file

  std::size_t total() const { return columns + states + cells + boxes + lines; }
};

BlockMemory memoryOf(const BlockModel& model);

}  // namespace adit::geology
