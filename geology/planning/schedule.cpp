#include "geology/planning/schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "geology/planning/bench_order.h"
#include "geology/planning/plan_from_column.h"
#include "geology/planning/sink_rate.h"
#include "geology/planning/stockpile.h"

namespace adit::planning {
namespace {

using geology::kNeverMined;
using geology::PeriodIndex;

/// Sums of many blocks differ from a capacity in their last digits.
constexpr double kSlack = 1e-9;

/// Blocks of every cell, in their order.
std::vector<std::size_t> firstBlocks(const geology::BlockModel& model) {
  std::vector<std::size_t> first(static_cast<std::size_t>(model.lattice.cellCount()) + 1);
  for (std::size_t b = 0; b < model.blockCount(); ++b) ++first[static_cast<std::size_t>(model.cellOf(b)) + 1];
  for (std::size_t c = 1; c < first.size(); ++c) first[c] += first[c - 1];
  return first;
}

double benchesPerPeriod(const ScheduleQuestion& question) {
  const ScheduleInputs& rates = question.inputs.schedule;
  const double bench = question.ground.model->lattice.size[2] * question.metresPerUnit;
  return rates.sinkRate ? *rates.sinkRate * rates.periodYears / bench
                        : static_cast<double>(rates.benchesPerPeriod);
}

/// Mines period by period, at one rate.
class Miner {
 public:
  Miner(const ScheduleQuestion& question, const BenchOrder& order, const std::vector<std::size_t>& firstBlock,
        double rate)
      : question_(question),
        ground_(question.ground),
        rates_(question.inputs.schedule),
        order_(order),
        firstBlock_(firstBlock),
        mineCapacity_(rates_.mineCapacity * rate),
        benches_(benchesPerPeriod(question)),
        ore_(rates_.stockpile ? rates_.stockpile->rehandleCost : 0),
        bench_(order.phases.size()),
        cell_(order.phases.size()),
        maySink_(order.phases.size()) {
    result_.mineRate = rate;
    result_.periodOfCell.assign(question.pushbacks.phaseOfCell.size(), kNeverMined);
  }

  Schedule run(const geology::Progress& progress) {
    while (!done() || ore_.stock() > 0) {
      progress.throwIfCancelled();
      if (result_.periods.size() == kMostPeriods)
        return failed("the schedule would take more than 2,000 periods");
      if (!minePeriod()) break;
    }
    if (!result_.fault.empty()) return std::move(result_);
    if (!done())
      return failed(
          "a block is larger than what the mine or the mill takes in a whole period, or the stockpile has no "
          "room: no capacity is left that any block fits in");
    result_.lostOre = ore_.lost();
    std::vector<double> flow;
    for (const PeriodSum& period : result_.periods) flow.push_back(period.cashFlow);
    result_.presentValue = presentValue(flow, question_.inputs.discounting, rates_.periodYears);
    return std::move(result_);
  }

 private:
  Schedule failed(const char* why) {
    result_.fault = why;
    return std::move(result_);
  }
  bool done(std::size_t phase) const { return bench_[phase] == order_.phases[phase].size(); }
  bool done() const {
    for (std::size_t phase = 0; phase < bench_.size(); ++phase)
      if (!done(phase)) return false;
    return true;
  }

  /// False when nothing was mined and nothing milled: nothing will ever be.
  bool minePeriod() {
    period_ = static_cast<PeriodIndex>(result_.periods.size());
    sum_ = {};
    metal_.assign(ground_.grades.size(), 0);
    mined_ = 0;
    bool moved = false;
    for (std::size_t phase = 0; phase < bench_.size(); ++phase) {
      maySink_[phase] = std::min(maySink_[phase] + benches_, std::max(benches_, 1.0));
      moved = minePhase(phase) || moved;
    }
    const double fresh = ore_.fresh(), lost = ore_.lost();
    const Milled milled = ore_.mill(rates_.millCapacity);
    const bool waits = sum_.bounds.sink && benches_ < 1;  // until a whole bench may be sunk
    if (!moved && !waits && milled.tonnes <= 0) return false;
    sum_.milled = milled.tonnes;
    sum_.fromStockpile = milled.fromStockpile;
    const double direct = milled.tonnes - milled.fromStockpile;
    sum_.toStockpile = std::max(0.0, fresh - direct - (ore_.lost() - lost));
    sum_.stockpile = ore_.stock();
    sum_.cashFlow += milled.cash;
    for (std::size_t m = 0; m < metal_.size(); ++m) {
      double metal = 0;
      for (const OreLot& lot : milled.lots) metal += lot.tonnes * gradeOf(m, lot.block);
      sum_.minedGrade.push_back(metal_[m] / sum_.ore);
      sum_.milledGrade.push_back(metal / milled.tonnes);
    }
    result_.periods.push_back(sum_);
    return true;
  }

  /// Whether any cell of the phase was mined.
  bool minePhase(std::size_t phase) {
    bool moved = false;
    while (!done(phase)) {
      const PhaseBench& bench = order_.phases[phase][bench_[phase]];
      if (!ready(bench, phase)) return moved;
      const bool begun = cell_[phase] > 0;  // in a period before: it goes on, and counts as far as it can
      if (!begun && bench.sinking > maySink_[phase] + kSlack) {
        sum_.bounds.sink = true;
        return moved;
      }
      bool counted = false;
      for (; cell_[phase] < bench.cells.size(); ++cell_[phase]) {
        if (!fits(bench.cells[cell_[phase]])) return moved;
        if (!std::exchange(counted, true)) maySink_[phase] = std::max(0.0, maySink_[phase] - bench.sinking);
        mine(bench.cells[cell_[phase]]);
        moved = true;
      }
      ++bench_[phase];
      cell_[phase] = 0;
    }
    return moved;
  }

  bool ready(const PhaseBench& bench, std::size_t phase) const {
    for (std::size_t other = 0; other < bench.needs.size(); ++other)
      if (other != phase && bench_[other] < bench.needs[other]) return false;
    return true;
  }

  bool fits(NodeIndex cell) {
    double rock = 0, ore = 0;
    for (std::size_t b = firstBlock_[cell]; b < firstBlock_[cell + 1]; ++b) {
      rock += static_cast<double>(ground_.tonnes[b]);
      if (ground_.isOre(b)) ore += static_cast<double>(ground_.tonnes[b]);
    }
    const double room = rates_.millCapacity + (rates_.stockpile ? rates_.stockpile->capacity : 0);
    const bool mineIsFull = mined_ + rock > mineCapacity_;
    const bool oreIsFull = ore > 0 && ore_.tonnes() + ore > room;
    sum_.bounds.mine = sum_.bounds.mine || mineIsFull;
    sum_.bounds.ore = sum_.bounds.ore || oreIsFull;
    return !mineIsFull && !oreIsFull;
  }

  void mine(NodeIndex cell) {
    result_.periodOfCell[cell] = period_;
    for (std::size_t b = firstBlock_[cell]; b < firstBlock_[cell + 1]; ++b) {
      const auto tonnes = static_cast<double>(ground_.tonnes[b]);
      mined_ += tonnes;
      sum_.cashFlow -= ground_.miningCostOf(b);
      if (!ground_.isOre(b)) {
        sum_.waste += tonnes;
        if (!ground_.given.empty()) sum_.cashFlow += ground_.value(b);
        continue;
      }
      sum_.ore += tonnes;
      ore_.add({tonnes, profitOf(b), b});
      for (std::size_t m = 0; m < metal_.size(); ++m) metal_[m] += tonnes * gradeOf(m, b);
    }
  }

  /// A metal without a grade brings nothing.
  double gradeOf(std::size_t metal, std::size_t block) const {
    const float grade = ground_.grades[metal]->values[block];
    return std::isfinite(grade) && grade > 0 ? static_cast<double>(grade) : 0;
  }

  double profitOf(std::size_t block) const {
    return ground_.given.empty() ? ground_.profitPerTonne(block)
                                 : ground_.value(block) / static_cast<double>(ground_.tonnes[block]);
  }

  const ScheduleQuestion& question_;
  const PitGround& ground_;
  const ScheduleInputs& rates_;
  const BenchOrder& order_;
  const std::vector<std::size_t>& firstBlock_;
  double mineCapacity_;
  double benches_;  ///< that a phase may sink in a period
  OreAtHand ore_;
  std::vector<std::size_t> bench_, cell_;  ///< of each phase: what comes next
  std::vector<double> maySink_;            ///< ... and how far yet, in benches
  PeriodIndex period_ = 0;
  PeriodSum sum_;
  std::vector<double> metal_;
  double mined_ = 0;
  Schedule result_;
};

template <class P>
bool precedenceHolds(const P& precedence, const Schedule& schedule) {
  for (NodeIndex cell = 0; cell < schedule.periodOfCell.size(); ++cell) {
    if (schedule.periodOfCell[cell] == kNeverMined) continue;
    const bool early = precedence.visit(cell, 0, [&](NodeIndex predecessor, std::size_t) {
      return schedule.periodOfCell[predecessor] > schedule.periodOfCell[cell];  // kNeverMined is the largest
    });
    if (early) return false;
  }
  return true;
}

bool capacitiesHold(const ScheduleQuestion& question, const Schedule& schedule) {
  const ScheduleInputs& rates = question.inputs.schedule;
  std::vector<double> rock(schedule.periods.size());
  for (std::size_t b = 0; b < question.ground.model->blockCount(); ++b) {
    const PeriodIndex period =
        schedule.periodOfCell[static_cast<std::size_t>(question.ground.model->cellOf(b))];
    if (period != kNeverMined) rock[period] += static_cast<double>(question.ground.tonnes[b]);
  }
  const double stock = rates.stockpile ? rates.stockpile->capacity : 0;
  for (std::size_t p = 0; p < rock.size(); ++p) {
    const PeriodSum& sum = schedule.periods[p];
    if (rock[p] > rates.mineCapacity * (1 + kSlack) || sum.milled > rates.millCapacity * (1 + kSlack))
      return false;
    if (sum.stockpile > stock + kSlack * rates.millCapacity) return false;
  }
  return true;
}

}  // namespace

std::string faultOf(const ScheduleQuestion& question, const Schedule& schedule) {
  const bool order =
      std::visit([&](const auto& p) { return precedenceHolds(p, schedule); }, question.precedence);
  if (!order) return "a block would be mined before one that lies in its cone";
  if (!capacitiesHold(question, schedule)) return "a period takes more than the capacity allows";
  const double room = std::abs(question.pitValue) * 1e-6 + 1;
  if (schedule.presentValue > question.pitValue + room)
    return "the schedule is worth more than the pit without any limit on time, which cannot be";
  return {};
}

Schedule schedule(const ScheduleQuestion& question, geology::Progress& progress) {
  Schedule best;
  BenchOrder order = benchOrder(question.ground.model->lattice, question.precedence, question.pushbacks);
  best.fault = order.fault;
  if (!best.fault.empty()) return best;
  findSinking(question.ground, question.pushbacks, order);
  const std::vector<std::size_t> firstBlock = firstBlocks(*question.ground.model);
  const std::vector<double> rates = question.inputs.schedule.chooseRate
                                        ? std::vector<double>{1, .9, .8, .7, .6, .5, .4}
                                        : std::vector<double>{1};
  for (std::size_t r = 0; r < rates.size(); ++r) {
    progress.report(static_cast<double>(r) / static_cast<double>(rates.size()), "schedule");
    Schedule candidate = Miner(question, order, firstBlock, rates[r]).run(progress);
    if (r > 0 && !candidate.fault.empty()) continue;
    if (r == 0 || !best.fault.empty() || candidate.presentValue > best.presentValue)
      best = std::move(candidate);
  }
  if (best.fault.empty()) best.fault = faultOf(question, best);
  return best;
}

}  // namespace adit::planning
