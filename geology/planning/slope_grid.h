// Slopes laid on a block model, and precedence of blocks as precedence of cells.
#pragma once
#include <optional>

#include "geology/model/block_model.h"
#include "geology/model/diagnostic.h"
#include "geology/planning/pit_inputs.h"
#include "geology/planning/precedence.h"

namespace adit::planning {

struct SlopeGridAnswer {
  std::optional<GridPrecedence> grid;
  geology::Diagnostics diagnostics;
};
/// A cell has the slope of its region: of its first block, where there are sub-blocks. An absent cell has
/// that of the region without a code.
SlopeGridAnswer slopeGrid(const geology::BlockModel& model, const SlopeInputs& slopes);

/// `blocks` has one node a block. Sub-blocks of one cell wait for nothing in their own cell.
ListPrecedence ofCells(const geology::BlockModel& model, const ListPrecedence& blocks);

}  // namespace adit::planning
