// The sample deposit with a column of categories: a third of the blocks indicated, the others inferred.
#pragma once
#include "tests/support/sample_deposit.h"

namespace adit::tests {

inline std::shared_ptr<Deposit> classedDeposit() {
  auto deposit = sampleDeposit();
  auto model = std::make_shared<BlockModel>(*deposit->blockModels.front());
  std::vector<std::string> classes(model->blockCount());
  for (std::size_t b = 0; b < classes.size(); ++b) classes[b] = b % 3 == 0 ? "IND" : "INF";
  model->columns.push_back(categoryColumn("class", classes));
  deposit->blockModels.front() = model;
  return deposit;
}

}  // namespace adit::tests
