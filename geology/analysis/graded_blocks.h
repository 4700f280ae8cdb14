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

  std::size_t count() const { return model_->blockCount(); }
  float grade(std::size_t block) const { return grades_[block]; }
  bool hasGrade(std::size_t block) const { return std::isfinite(grades_[block]); }
  /// m3
  double volume(std::size_t block) const {
    return model_->subBlocked() ? model_->blockVolume(block) * cubicMetres_ : cellVolume_;
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
};

}  // namespace adit::analysis
