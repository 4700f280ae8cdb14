// What the samples of the estimate that is being planned say.
#pragma once
#include <string>
#include <string_view>

#include "geology/estimation/plan_review.h"

namespace adit::viewer {

/// The choice of a model's provenance that says by which date its holes were drilled.
inline constexpr std::string_view kEstimateAsOf = "estimate/asof";

/// The holes that had been drilled by a date.
struct KnownHoles {
  std::string asOf;         ///< empty: no date is asked, and all holes are known
  std::size_t known = 0;    ///< drilled by then
  std::size_t holes = 0;    ///< all
  std::size_t undated = 0;  ///< of all: without a date, so not among the known
  /// "as known by 2012: 15 of 25 holes, 2 more have no date".
  std::string text() const;
};

/// Worked out beside the picture, which does not wait for it.
struct EstimateFacts {
  bool known = false;  ///< false: nothing is asked, or it is being worked out
  estimation::PlanReview review;
  KnownHoles holes;
  std::string fault;             ///< why there is no review; empty: there is one
  geology::Diagnostics choices;  ///< of the last proposal: EST-DEFAULT, one a choice
};

}  // namespace adit::viewer
