// The order in which the synthetic deposit's author would mine the blocks inside the designed pit.
#pragma once
#include <array>

#include "geology/model/block_model.h"
#include "geology/model/triangle_mesh.h"

namespace adit::synthetic {

struct ScheduleOrder {
  int firstYear = 2030;
  int years = 12;                              ///< each takes out the same volume
  std::array<double, 3> pushback{160, 80, 0};  ///< metres above the final pit, inner pushback first
  int lag = 7;                                 ///< benches that a pushback stays behind the one within it
};

/// Column "mine_year": the year of each block whose middle lies above the pit's surface, no value for those
/// that stay. A pushback is the final pit raised by so many metres, so that it has the same slopes; benches
/// go down one by one in each of them. No block is mined before one above it in its pushback or in an inner
/// one.
geology::Column mineYears(const geology::BlockModel& model, const geology::TriangleMesh& pit,
                          const ScheduleOrder& order = {});

}  // namespace adit::synthetic
