// A small ore body under waste, for tests of shells, pushbacks and schedules.
#pragma once
#include <cmath>

#include "geology/model/deposit.h"
#include "geology/model/random.h"
#include "geology/planning/pit_plan.h"

namespace adit::tests {

/// Two leaning ellipsoids of copper in 20 m blocks; with `sparse` every tenth cell is absent.
inline geology::Deposit pitDeposit(std::uint64_t seed, bool sparse = false) {
  geology::Random random(seed);
  geology::BlockModel model;
  model.name = "blocks";
  model.lattice.size = {20, 20, 10};
  model.lattice.count = {30, 26, 14};
  std::vector<float> copper;
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
    const auto [i, j, k] = model.lattice.cellAt(cell);
    const double a = std::hypot((static_cast<double>(i) - 11) / 5, (static_cast<double>(j) - 12) / 4,
                                (static_cast<double>(k) - 7) / 4);
    const double b = std::hypot((static_cast<double>(i) - 20) / 4, (static_cast<double>(j) - 13) / 5,
                                (static_cast<double>(k) - 5) / 3);
    const double grade = 1.2 * std::exp(-a * a) + .9 * std::exp(-b * b) + random.uniform(0, .15);
    if (sparse && random.chance(.1)) continue;
    if (sparse) model.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
    copper.push_back(static_cast<float>(grade));
  }
  model.columns = {geology::numericColumn("cu", std::move(copper), "%")};
  geology::Deposit deposit;
  deposit.blockModels.push_back(std::make_shared<const geology::BlockModel>(std::move(model)));
  return deposit;
}

inline planning::PitInputs pitTerms() {
  planning::PitInputs inputs;
  inputs.metals = {{"cu", "", 9000, "t", 900, .88}};
  inputs.density = 2.7;
  inputs.mining = {2.2, .01, {}};
  inputs.processingCost = 12;
  inputs.revenueFactors = {.4, .5, .6, .7, .8, .9, 1, 1.1, 1.2};
  inputs.pushbacks = {3, 60, 1};
  inputs.schedule.mineCapacity = 2.5e6;
  inputs.schedule.millCapacity = 7e5;
  inputs.schedule.stockpile = {6e5, .6};
  return inputs;
}

}  // namespace adit::tests
