// What a plan takes out in each period, and how well that ground is known.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geology/analysis/graded_blocks.h"
#include "geology/model/mine_plan.h"
#include "geology/model/progress.h"
#include "geology/reporting/resource_class.h"

namespace adit::planning {

/// Bands of the distance from a block's middle to the nearest sample, by what Honest View takes as its reach.
enum class SupportBand : std::uint8_t {
  Near,     ///< within half the reach
  Within,   ///< within the reach
  Far,      ///< within twice the reach
  Beyond,   ///< farther
  Unknown,  ///< no data support
};
inline constexpr std::size_t kSupportBands = 5;
SupportBand supportBand(float distance, double reach);

/// Everything that is pointed to outlives the call; columns have one value a block.
struct PlanQuestion {
  const geology::BlockModel& model;
  const geology::PlanBlocks& blocks;
  std::size_t periods = 0;
  const geology::Column* grade = nullptr;  ///< numeric; nullptr: no ore is told from waste
  std::optional<double> cutoff{};          ///< ore has a grade >= it; nothing: no ore is told from waste
  analysis::Density density{};
  analysis::Proportion proportion{};
  std::vector<const geology::Column*> means{};  ///< numeric: whose means over all rock are wanted
  double cubicMetres = 1;                       ///< of one cubic unit of the model's lengths
  std::span<const std::uint8_t> classes{};      ///< a ResourceClass a block; empty: the model has no classes
  const geology::Column* nearestSample = nullptr;  ///< distances in the deposit's unit
  double reach = 0;                                ///< in the same
};

/// The mean of a column over all rock of a period, ore or not.
struct MeanSum {
  double sum = 0;           ///< of value x weight
  double weight = 0;        ///< tonnes, or m3 where no density is stated
  std::size_t without = 0;  ///< blocks that have no such value, in no mean

  /// NaN without a value.
  double mean() const;
};

/// Sums of unrounded numbers. Masses are in tonnes, or 0 where no density is stated; shares are of volumes
/// then.
struct PeriodTotals {
  std::size_t blocks = 0;
  std::size_t withoutGrade = 0;      ///< of `blocks`: counted as waste
  std::size_t withoutDensity = 0;    ///< of `blocks`: in the volume only
  double volume = 0, oreVolume = 0;  ///< m3
  double tonnes = 0, oreTonnes = 0;
  double metal = 0;      ///< sum of grade x weight of the ore
  double oreWeight = 0;  ///< sum of those weights: tonnes, or m3 where there are none
  std::array<double, reporting::kResourceClasses> oreByClass{};  ///< of oreWeight
  std::array<double, kSupportBands> oreBySupport{};              ///< of oreWeight

  std::vector<MeanSum> means;  ///< one a column of PlanQuestion::means

  double wasteTonnes() const { return tonnes - oreTonnes; }
  double wasteVolume() const { return volume - oreVolume; }
  /// NaN without ore.
  double grade() const;
  /// Waste to ore, by mass where there is one, else by volume; NaN without ore.
  double stripRatio() const;
  PeriodTotals& operator+=(const PeriodTotals& other);
};

/// One a period. Independent of the number of threads. Throws geology::Cancelled.
std::vector<PeriodTotals> planTotals(const PlanQuestion& question, const geology::Progress& progress);

/// What has been taken out up to a moment, when work within a period is even.
struct MinedSoFar {
  double volume = 0, oreVolume = 0, tonnes = 0, oreTonnes = 0, metal = 0, oreWeight = 0;
};
MinedSoFar minedSoFar(std::span<const PeriodTotals> totals, double time);

}  // namespace adit::planning
