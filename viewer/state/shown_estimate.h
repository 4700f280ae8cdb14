// What a view claims about ore: the block models that it shows, by which grade, above which cut-off, of which
// categories.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "geology/reporting/resource_class.h"
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
  std::string categoryColumn;                  ///< the model's own; empty: nobody has said which it is
  std::set<reporting::ResourceClass> classes;  ///< that its shown codes stand for
  bool categoriesApart = false;  ///< they can be told apart: coloured by them, or only one is shown
  friend bool operator==(const ShownEstimate&, const ShownEstimate&) = default;
};

std::vector<ShownEstimate> shownEstimates(const geology::Deposit& deposit, const ViewState& state);

/// "cu_pct >= 0.4 %".
std::string cutOffText(const CutOff& cutOff);

}  // namespace adit::viewer
