// What the samples of the estimate that is being planned say.
#pragma once
#include <string>

#include "geology/estimation/plan_review.h"

namespace adit::viewer {

/// Worked out beside the picture, which does not wait for it.
struct EstimateFacts {
  bool known = false;  ///< false: nothing is asked, or it is being worked out
  estimation::PlanReview review;
  std::string fault;             ///< why there is no review; empty: there is one
  geology::Diagnostics choices;  ///< of the last proposal: EST-DEFAULT, one a choice
};

}  // namespace adit::viewer
