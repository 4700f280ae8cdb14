// Stopes along a vein or a lens, and the drives that reach them: a first sketch of an underground mine.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/model/mine_plan.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

/// Lengths in the model's unit. Strike is the first axis of the lattice, or the second one.
struct StopeTerms {
  double cutoff = 0;                      ///< of the diluted grade of a stope, in the grade's unit
  std::size_t strikeAxis = 0;             ///< 0 or 1; the other one is across the vein
  double height = 20;                     ///< from level to level
  double minLength = 15, maxLength = 30;  ///< along strike
  double minWidth = 3;                    ///< across
  double pillar = 5;                      ///< left between stopes of one level
  double density = 2.7;                   ///< t/m3
  double driveOffset = 15;                ///< of the drive from the ore, on the footwall's side
  bool footwallAtHigh = false;            ///< the footwall lies where the across axis rises
  double gradient = 1.0 / 7;              ///< of the decline
  double tonnesPerPeriod = 0;             ///< 0: everything in one period
};

/// A cuboid of cells: [first, last) on each axis of the lattice.
struct Stope {
  std::array<std::int64_t, 3> first{}, last{};
  std::size_t level = 0;  ///< 0 is the highest
  double tonnes = 0;
  double grade = 0;  ///< diluted: of everything inside
  geology::PeriodIndex period = 0;
};

struct StopePlan {
  std::vector<Stope> stopes;                  ///< level by level from the top, along strike
  std::vector<geology::TriangleMesh> solids;  ///< one a stope, closed, "stope 1-3"
  geology::MinePlan plan;                     ///< of these solids, with drives, crosscuts and a decline
  std::string fault;                          ///< not empty: no plan, and why
};

/// On each level (a band of whole cells, counted from the top of the model) the row of stopes that holds the
/// most metal above the cut-off, sum of tonnes x (grade - cutoff): exact, by dynamic programming over the
/// cells along strike; for every stretch the window across of at least the minimum width that is worth most.
/// So no stope has a diluted grade below the cut-off. Cells without a grade, and absent ones, are barren
/// rock.
StopePlan planStopes(const geology::BlockModel& model, const geology::Column& grade, const StopeTerms& terms,
                     double cubicMetres = 1);

}  // namespace adit::planning
