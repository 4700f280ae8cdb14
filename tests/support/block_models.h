// Block models of every make, around the blocks of the sample deposit, and deposits of them alone.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/sample_deposit.h"

namespace adit::tests {

inline std::shared_ptr<Deposit> depositOf(std::shared_ptr<BlockModel> model) {
  auto deposit = std::make_shared<Deposit>();
  deposit->blockModels = {std::move(model)};
  return deposit;
}

/// Every cell of the sample's lattice has a block.
inline std::shared_ptr<BlockModel> fullBlocks() {
  auto model = sampleBlocks();
  std::vector<float> grade;
  for (std::int64_t cell = 0; cell < model->lattice.cellCount(); ++cell)
    grade.push_back(static_cast<float>(length(model->lattice.center(cell) - kSampleCenter) / 200));
  model->cellOfBlock.clear();
  model->columns = {numericColumn("cu_pct", std::move(grade), "%")};
  return model;
}

/// About the vertical axis.
inline std::shared_ptr<BlockModel> turnedBlocks() {
  auto model = sampleBlocks();
  model->lattice.axis = {Vec3{0.8, 0.6, 0}, Vec3{-0.6, 0.8, 0}, Vec3{0, 0, 1}};
  return model;
}

/// Each second parent is two halves, of which the upper one has a grade of its own; of each fifth that half
/// is absent.
inline std::shared_ptr<BlockModel> halvedBlocks() {
  const auto whole = sampleBlocks();
  auto model = std::make_shared<BlockModel>(*whole);
  model->cellOfBlock.clear();
  std::vector<float> grade;
  std::vector<std::string> rock;
  const auto add = [&](std::size_t block, SubBox box, float factor) {
    model->cellOfBlock.push_back(whole->cellOfBlock[block]);
    model->boxes.push_back(box);
    grade.push_back(whole->columns[0].values[block] * factor);
    rock.emplace_back(whole->columns[1].category(block));
  };
  for (std::size_t block = 0; block < whole->blockCount(); ++block) {
    if (block % 2 == 0) {
      add(block, {}, 1);
      continue;
    }
    add(block, {{0, 0, 0}, {1, 1, 0.5F}}, 1);
    if (block % 5 != 0) add(block, {{0, 0, 0.5F}, {1, 1, 1}}, 1.5F);
  }
  model->columns = {numericColumn("cu_pct", grade, "%"), categoryColumn("rock", rock)};
  return model;
}

}  // namespace adit::tests
