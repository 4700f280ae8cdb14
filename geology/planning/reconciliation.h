// A plan and the table of its figures: one plan, and how far what is planned is from what its blocks hold.
#pragma once
#include <optional>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::planning {

/// Tonnes of rock that the figures of each period state; NaN where they state none. "total" and "rock" are
/// the whole; else ore and waste are added up; where no ore is stated, everything but what comes back from a
/// stockpile or lies on it. Several grades of one activity are one tonnage.
std::vector<double> statedRock(const geology::MinePlan& plan);

/// The period of `plan` that each period of `table` is: by its label, or by number and word ("Month 03" is
/// "month 3"); nothing where there is none.
std::vector<std::optional<geology::PeriodIndex>> matchingPeriods(const geology::MinePlan& table,
                                                                 const geology::MinePlan& plan);

/// A plan of figures alone goes into the plan of ground that has most of its periods, at least half of them,
/// and no figures of its own. Note PL-FIGURES-JOINED; warning PL-FIGURES-LEFT for periods without ground,
/// whose figures are left out. `plans` keeps its order.
void joinFigures(std::vector<geology::MinePlan>& plans, geology::Diagnostics& diagnostics);

/// Planned and in the blocks, tonnes of one period; NaN where nobody knows.
struct ReconciledPeriod {
  double planned = 0, blocks = 0;
  double difference() const { return planned - blocks; }
  /// Of the blocks' tonnes; NaN without any.
  double relative() const;
};
/// `blocks`: tonnes a period. Empty where the plan states no rock.
std::vector<ReconciledPeriod> reconciled(const geology::MinePlan& plan, const std::vector<double>& blocks);

/// Warning PL-RECONCILIATION where plan and blocks are more than a twentieth apart, in a period or in all.
/// Only for blocks whose model has a density in a unit; else the note PL-NO-TONNES.
geology::Diagnostics checkReconciliation(const geology::MinePlan& plan, const geology::Deposit& deposit);

}  // namespace adit::planning
