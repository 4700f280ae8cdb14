// What drilling stands behind each block of a model (geology/model/data_support.h says what is computed).
#pragma once
#include <memory>

#include "geology/evidence/samples.h"
#include "geology/model/progress.h"

namespace adit::evidence {

struct SupportRequest {
  double range = 0;  ///< within which samples and holes are counted; 0: the spacing of the drilling
  std::function<bool(const HoleRef&)> wanted;  ///< holes that are asked; empty: all
};

/// nullptr when no hole that is asked has a sample. Samples of the columns that the model was most likely
/// estimated from (sampledColumns), or of all. Exact to a quarter of the smallest side of a block. The result
/// does not depend on the number of threads. Throws geology::Cancelled.
std::shared_ptr<const geology::DataSupport> dataSupport(const geology::Deposit& deposit,
                                                        const geology::BlockModel& model,
                                                        const SupportRequest& request,
                                                        geology::Progress& progress);

/// The same deposit with the support of all its block models. Throws geology::Cancelled.
std::shared_ptr<const geology::Deposit> withSupport(const std::shared_ptr<const geology::Deposit>& deposit,
                                                    const SupportRequest& request,
                                                    geology::Progress& progress);

/// The median over the holes of the distance from the middle of a hole's samples to the nearest sample of
/// another hole; 0 when there are fewer than two holes.
double drillSpacing(const SampleSet& samples);

}  // namespace adit::evidence
