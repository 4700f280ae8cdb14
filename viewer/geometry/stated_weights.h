// What the blocks of a model weigh, as a person stated it in the view.
#pragma once
#include <string>
#include <vector>

#include "geology/analysis/graded_blocks.h"
#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct StatedWeights {
  analysis::Density density;
  analysis::Proportion proportion;
  double cubicMetres = 1;           ///< of one cubic unit of the deposit's lengths
  std::string densityText;          ///< "density 2.7 t/m3 stated", "density not stated"
  std::string proportionText;       ///< "" without one
  std::vector<std::string> doubts;  ///< about all of them, whole sentences
};

/// nullptr when there is no such model.
const geology::BlockModel* blockModelNamed(const geology::Deposit& deposit, const std::string& name);
/// Of the model of that name in the deposit; it refers to columns of the deposit.
StatedWeights statedWeights(const geology::Deposit& deposit, const ViewState& view, const std::string& model);
/// A doubt when the tonnes of a volume are those of no ground; empty when they may be.
std::string heavinessDoubt(double tonnes, double volume);

/// Of a view only what decides which blocks of a model are shown and what they weigh: a turned camera asks
/// nothing new.
ViewState weighedView(const ViewState& state, const std::string& model);

}  // namespace adit::viewer
