#include "benchmarks/measured_model.h"

#include <map>

#include "benchmarks/lens_model.h"
#include "benchmarks/row.h"

namespace adit::benchmarks {

MeasuredModel::MeasuredModel(std::shared_ptr<const geology::BlockModel> given)
    : model(std::move(given)),
      size(sizeText(model->blockCount()) + " blocks"),
      richest5(gradeReachedBy(model->columns.front(), 0.05)) {}

std::shared_ptr<const MeasuredModel> measuredLenses(std::size_t blocks) {
  static std::map<std::size_t, std::weak_ptr<const MeasuredModel>> alive;
  auto model = alive[blocks].lock();
  if (model == nullptr) {
    model = std::make_shared<const MeasuredModel>(lensModel(blockCounts(blocks)));
    alive[blocks] = model;
  }
  return model;
}

}  // namespace adit::benchmarks
