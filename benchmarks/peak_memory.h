// How much memory a piece of work needs at its peak.
#pragma once
#include <functional>

namespace adit::benchmarks {

/// Megabytes (1e6 bytes) by which resident memory at its peak exceeded that before `work`; NaN where the
/// kernel does not tell. Free memory that the process still holds is given back first, so that nothing is
/// hidden in it.
double peakGrowth(const std::function<void()>& work);

}  // namespace adit::benchmarks
