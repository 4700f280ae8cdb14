// What a block brings to a sum of tonnes: its grade, its volume, its mass.
#pragma once
#include <cmath>
#include <cstddef>
#include <optional>

#include "geology/model/block_model.h"

namespace adit::analysis {

/// Of the ground. Either a column or one value that somebody stated; with neither, nothing has tonnes.
struct Density {
  const geology::Column* column = nullptr;  ///< numeric, one value a block
  double columnScale = 1;                   ///< t/m3 at a value of 1
  std::optional<double> value{};            ///< t/m3 of every block; used when there is no column

  bool stated() const { return column != nullptr || value.has_value(); }
};

/// The part of each block that counts, of a column: what lies in the ore body, below the ground, not mined.
struct Proportion {
  const geology::Column* column = nullptr;  ///< numeric, one value a block; none: every block counts whole
  double scale = 1;                         ///< part at a value of 1: 0.01 for per cent
};
/// Files round: a part of 1.0004 is the whole block, one of 1.1 is a fault.
constexpr double kProportionSlack = 1e-3;

/// A block model asked by one of its columns. It refers to the model and its columns: they outlive it.
class GradedBlocks {
 public:
  /// `cubicMetres`: of one cubic unit of the model's lengths (0.3048^3 for feet).
  GradedBlocks(const geology::BlockModel& model, const geology::Column& grade, const Density& density = {},
               double cubicMetres = 1)
      : model_(&model),
        grades_(grade.values.data()),
        densities_(density.column != nullptr ? density.column->values.data() : nullptr),
        densityScale_(density.column != nullptr ? density.columnScale : density.value.value_or(0)),
        cellVolume_(model.lattice.cellVolume() * cubicMetres),
        cubicMetres_(cubicMetres) {}

  /// The same blocks, each counted by its part.
  GradedBlocks with(const Proportion& proportion) const {
    GradedBlocks blocks = *this;
    blocks.proportions_ = proportion.column != nullptr ? proportion.column->values.data() : nullptr;
    blocks.proportionScale_ = proportion.scale;
    return blocks;
  }

  std::size_t count() const { return model_->blockCount(); }
  float grade(std::size_t block) const { return grades_[block]; }
  bool hasGrade(std::size_t block) const { return std::isfinite(grades_[block]); }
  /// The part 0..1 of the block that counts, or nothing where its column has no such number.
  std::optional<double> proportion(std::size_t block) const {
    if (proportions_ == nullptr) return 1;
    const double part = static_cast<double>(proportions_[block]) * proportionScale_;
    if (!(part >= -kProportionSlack && part <= 1 + kProportionSlack)) return std::nullopt;
    return part < 0 ? 0 : part > 1 ? 1 : part;
  }
  /// m3 of what counts; 0 where the proportion is not known.
  double volume(std::size_t block) const {
    const double whole = model_->subBlocked() ? model_->blockVolume(block) * cubicMetres_ : cellVolume_;
    return proportions_ == nullptr ? whole : whole * proportion(block).value_or(0);
  }
  /// t/m3, or 0 where nobody knows it: a density that is missing, not finite, zero or negative is none.
  double density(std::size_t block) const {
    const double density =
        densities_ != nullptr ? static_cast<double>(densities_[block]) * densityScale_ : densityScale_;
    return density > 0 && std::isfinite(density) ? density : 0;
  }

 private:
  const geology::BlockModel* model_;
  const float* grades_;
  const float* densities_;
  double densityScale_;
  double cellVolume_;
  double cubicMetres_;
  const float* proportions_ = nullptr;
  double proportionScale_ = 1;
};

}  // namespace adit::analysis
