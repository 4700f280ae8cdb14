#include "benchmarks/peak_memory.h"

#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace adit::benchmarks {
namespace {

/// A line of /proc/self/status, in kB there; NaN when it is not there.
double statusMegabytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) * 1024 / 1e6;
  return std::numeric_limits<double>::quiet_NaN();
}

/// The kernel forgets the peak so far (proc(5), clear_refs, value 5).
bool forgetPeak() {
  std::ofstream clear("/proc/self/clear_refs");
  clear << "5" << std::flush;
  return clear.good();
}

}  // namespace

double peakGrowth(const std::function<void()>& work) {
  malloc_trim(0);
  if (!forgetPeak()) {
    work();
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double before = statusMegabytes("VmRSS");
  work();
  return std::max(0.0, statusMegabytes("VmHWM") - before);
}

}  // namespace adit::benchmarks
