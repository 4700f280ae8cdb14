#include "benchmarks/sub_block_model.h"

#include "benchmarks/lens_model.h"

namespace adit::benchmarks {

std::shared_ptr<const geology::BlockModel> subBlockModel(std::size_t blocks) {
  constexpr std::int64_t kAlongI = 2, kAlongK = 5;
  // The sub-blocks of all parents are the cells of a finer lattice, whose grades are known.
  auto fine = blockCounts(blocks);
  fine[0] -= fine[0] % kAlongI;
  fine[2] -= fine[2] % kAlongK;
  const auto source = lensModel(fine);
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "sub-blocks";
  model->lattice = source->lattice;
  model->lattice.count = {fine[0] / kAlongI, fine[1], fine[2] / kAlongK};
  model->lattice.size[0] *= kAlongI;
  model->lattice.size[2] *= kAlongK;
  std::vector<float> grades;
  const auto share = [](std::int64_t part, std::int64_t parts) {
    return static_cast<float>(part) / static_cast<float>(parts);
  };
  for (std::int64_t parent = 0; parent < model->lattice.cellCount(); ++parent) {
    const auto at = model->lattice.cellAt(parent);
    for (std::int64_t k = 0; k < kAlongK; ++k)
      for (std::int64_t i = 0; i < kAlongI; ++i) {
        model->cellOfBlock.push_back(static_cast<std::uint32_t>(parent));
        model->boxes.push_back(
            {{share(i, kAlongI), 0, share(k, kAlongK)}, {share(i + 1, kAlongI), 1, share(k + 1, kAlongK)}});
        const auto cell = source->lattice.cellIndex(at[0] * kAlongI + i, at[1], at[2] * kAlongK + k);
        grades.push_back(source->columns.front().values[static_cast<std::size_t>(cell)]);
      }
  }
  model->columns.push_back(geology::numericColumn("cu", std::move(grades), "%"));
  return model;
}

}  // namespace adit::benchmarks
