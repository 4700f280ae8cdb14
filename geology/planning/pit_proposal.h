// The first statements about a pit, from what is known of a model; and what a person still has to state.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "geology/planning/pit_inputs.h"

namespace adit::planning {

/// What a person has stated elsewhere; empty: nothing.
struct PitHints {
  std::string model;          ///< empty: the block model with the most blocks that has a grade
  std::string grade;          ///< that is sold; empty: the first column of the model that can be
  std::string densityColumn;  ///< of the model
  double density = 0;         ///< t/m3; 0: nobody said
};

struct PitProposal {
  PitInputs inputs;
  std::string fault;  ///< not empty: nothing can be proposed, and why
};

/// Model, grade with its unit, density and the unit of sale that is usual for that grade. Never a price, a
/// cost, a recovery or a slope: nothing in the data says them.
PitProposal proposePit(const geology::Deposit& deposit, const PitHints& hints);

/// Columns of the model that can be a metal's grade: numbers in a unit that is a share of the mass.
std::vector<const geology::Column*> gradeColumns(const geology::BlockModel& model);
/// "t" for per cent and kilograms, "oz" for parts per million: how metals of such grades are quoted.
std::string usualUnitOfSale(const std::string& gradeUnit);

/// Without these there is no pit: "the price of cu_pct", "the slope of the walls".
std::vector<std::string> missingFrom(const PitInputs& inputs);
/// What was not stated and makes the pit larger than it is: recovery 1, no processing cost, ...
std::vector<std::string> doubtsAbout(const PitInputs& inputs);

}  // namespace adit::planning
