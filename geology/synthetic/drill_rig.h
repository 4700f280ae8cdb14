// Drills the plan through the truth: surveys, core, logs, samples and what the laboratory makes of them.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/drillholes.h"
#include "geology/model/progress.h"
#include "geology/synthetic/drill_programme.h"
#include "geology/synthetic/porphyry_truth.h"

namespace adit::synthetic {

struct DrillingOrder {
  std::uint64_t seed = 7;
  unsigned threads = 0;
  geology::Provenance source;  ///< goes into the collars, the surveys and every table
};

/// Holes "SY-101", "SY-102", ... with collar columns year, hole_type and programme, and three tables:
///   assay       2 m samples: cu_pct, au_gpt, mo_ppm, density (every fifth sample), recovery_pct (core only).
///               Values carry the errors of sampling and laboratory and are rounded as reported. Below the
///               detection limit; not sampled; core lost: each as its own ValueState. Gravel and unaltered
///               rock have no rows.
///   lithology   runs of one lithology
///   alteration  runs of one alteration and one oxidation zone
/// The lines of collars and rows are those of the files that saveDemo writes. Throws geology::Cancelled only.
geology::DrillHoles drill(const PorphyryTruth& truth, const std::vector<PlannedHole>& plan,
                          const DrillingOrder& order, const geology::Progress& progress);

}  // namespace adit::synthetic
