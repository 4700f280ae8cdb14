// A model with the cut-offs at which it is measured.
#pragma once
#include <memory>
#include <string>

#include "geology/model/block_model.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::benchmarks {

struct MeasuredModel {
  std::shared_ptr<const geology::BlockModel> model;
  std::string size;    ///< "1e7 blocks"
  float richest5 = 0;  ///< the grade that 5 % of the blocks reach

  explicit MeasuredModel(std::shared_ptr<const geology::BlockModel> given);

  /// The goals are those of ten million blocks and more; smaller models are for looking.
  double goal(double times) const { return model->blockCount() >= 10'000'000 ? times : 0; }
  const geology::Column& grade() const { return model->columns.front(); }
  /// Every other round another cut-off, a hair apart.
  float cutoff(int round) const { return richest5 * (round % 2 == 0 ? 1.0F : 1.01F); }
  viewer::SceneFrame frame() const { return {model->lattice.origin, 1}; }
};

/// The lens model of that many blocks; rows that are alive at the same time share it.
std::shared_ptr<const MeasuredModel> measuredLenses(std::size_t blocks);

}  // namespace adit::benchmarks
