// A block model with a column of periods is a plan.
#pragma once
#include <optional>

#include "geology/formats/reader.h"
#include "geology/model/block_model.h"
#include "geology/model/diagnostic.h"
#include "geology/model/mine_plan.h"

namespace adit::project {

/// The plan of the plainest column of whole numbers whose name speaks of periods, of at most 2,000 different
/// values, or of the column that a person chose. Says which column it is, what its zeros and negative numbers
/// mean, and which other columns would do. `asked` gets the decisions, those that led to no plan too.
std::optional<geology::MinePlan> planOfColumn(const geology::BlockModel& model,
                                              const formats::ImportChoices& choices,
                                              geology::Diagnostics& diagnostics,
                                              std::vector<geology::ImportChoice>& asked);

}  // namespace adit::project
