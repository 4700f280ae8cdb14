// What stands beside a model that adit estimate wrote: its plan becomes part of the model's provenance.
#pragma once
#include "geology/project/open.h"

namespace adit::viewer {

/// For each block model with a file NAME.estimate.json beside its own NAME: the choice "estimate/plan", and
/// "estimate/asof" where its holes end with a date, as a model has them that was just estimated. Records that
/// are none, and models without one, stay as they are.
void adoptEstimateRecords(project::OpenResult& opened);

}  // namespace adit::viewer
