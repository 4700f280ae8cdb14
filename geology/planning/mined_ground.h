// The ground as a plan opens it: how deep each column of a block model stands open at any moment.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/model/mine_plan.h"
#include "geology/model/progress.h"
#include "geology/model/terrain.h"

namespace adit::planning {

/// A place in plan, in cells along the first two axes of the lattice.
struct PlanPlace {
  double i = 0, j = 0;
};

/// A column of cells is open down to the lowest block that was mined with everything above it: blocks that
/// are mined, cells without a block, and air: what is above the terrain opens nothing, planned or not. Without
/// a terrain what lies above the highest block that a pit ever mines is air. What is mined under a roof opens
/// nothing: that is a stope. Sub-blocked models: a cell is mined with the last of its blocks. Immutable; many
/// threads may ask at the same time. The model and the terrain are kept.
class MinedGround {
 public:
  /// Columns are vertical and layers level: a lattice that is turned about the vertical axis only.
  static bool fits(const geology::Lattice& lattice);

  /// `blocks` has the moments of the model's blocks. `terrain` may be null. Throws geology::Cancelled.
  MinedGround(std::shared_ptr<const geology::BlockModel> model, const geology::PlanBlocks& blocks,
              std::shared_ptr<const geology::Terrain> terrain, const geology::Progress& progress = {});

  const geology::BlockModel& model() const { return *model_; }
  const geology::Terrain* terrain() const { return terrain_.get(); }

  /// The lowest layer that is open in a column, or the number of layers where none is.
  std::int64_t openLayer(std::int64_t i, std::int64_t j, double time) const;
  bool open(std::int64_t i, std::int64_t j, double time) const {
    return openLayer(i, j, time) < model_->lattice.count[2];
  }
  /// Whether the column is opened at any moment of the plan.
  bool everOpen(std::int64_t i, std::int64_t j) const;
  /// The height of the floor of a layer, which is level.
  double heightOfLayer(std::int64_t layer) const;
  /// The ground before anything is mined: the terrain, else the top of the highest block of the column; NaN
  /// where there is neither.
  double naturalHeight(double x, double y) const;
  /// The ground at a moment. NaN where there is none.
  double heightAt(double x, double y, double time) const;
  /// In m3 or ft3: between the natural ground and the floors that are open.
  double openedVolume(double time) const;

  PlanPlace placeOf(double x, double y) const;
  /// Cells that have a column which is ever opened: i0 <= i < i1, j0 <= j < j1; empty when i0 == i1.
  struct Reach {
    std::int64_t i0 = 0, i1 = 0, j0 = 0, j1 = 0;
  };
  const Reach& reach() const { return reach_; }

 private:
  /// From this moment on the column is open down to this layer.
  struct Step {
    float time;
    std::int32_t layer;
  };
  void findSteps(const geology::PlanBlocks& blocks, const geology::Progress& progress);
  std::vector<Step> stepsOf(std::size_t column, std::span<const float> cellTime, bool pit) const;
  std::size_t columnIndex(std::int64_t i, std::int64_t j) const {
    return static_cast<std::size_t>(i + model_->lattice.count[0] * j);
  }

  std::shared_ptr<const geology::BlockModel> model_;
  std::shared_ptr<const geology::Terrain> terrain_;
  std::vector<std::uint32_t> first_;  ///< of each column in `steps_`, and one more
  std::vector<Step> steps_;           ///< by column, later and deeper
  std::vector<float> top_;            ///< of the highest block of a column; NaN without one
  Reach reach_;
};

/// heightAt() of one place and one moment, without the work for all the others: of a single question.
double minedHeightAt(const geology::BlockModel& model, const geology::PlanBlocks& blocks,
                     const geology::Terrain* terrain, const geology::Vec3& place, double time);

}  // namespace adit::planning
