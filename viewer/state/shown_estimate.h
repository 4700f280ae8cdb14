// What a view claims about ore: the block models that it shows, by which grade, above which cut-off, of which
// categories.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct CutOff {
  std::string column, unit;
  double value = 0;  ///< shown is what is at least this
  friend bool operator==(const CutOff&, const CutOff&) = default;
};

/// One visible block model that is coloured or cut by a column of numbers, or drawn as shells of it.
struct ShownEstimate {
  std::string model;
  std::vector<std::string> columns;  ///< of numbers, that colour it or cut it; the one of the colour first
  std::vector<CutOff> cutOffs;
  std::string categoryColumn;  ///< the model's own, with names such as "Inferred"; empty: it has none
  std::vector<std::string> categories;  ///< its names that are not hidden, in the order of the column
  bool categoriesApart = false;         ///< they can be told apart: coloured by them, or only one is shown
  friend bool operator==(const ShownEstimate&, const ShownEstimate&) = default;
};

std::vector<ShownEstimate> shownEstimates(const geology::Deposit& deposit, const ViewState& state);

/// The first column of categories with a name of the CRIRSCO family ("Measured", "indicated", "INFERRED",
/// "Proved", "Probable"); nullptr when there is none. Adit never makes one up.
const geology::Column* categoryColumnOf(const geology::BlockModel& model);

/// "cu_pct >= 0.4 %".
std::string cutOffText(const CutOff& cutOff);

}  // namespace adit::viewer
