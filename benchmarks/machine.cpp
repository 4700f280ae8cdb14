#include "benchmarks/machine.h"

#include <sched.h>
#include <vtkVersion.h>

#include <cstdlib>
#include <thread>

#include "benchmarks/plain_window.h"

namespace adit::benchmarks {

void useProcessors(unsigned count) {
  cpu_set_t allowed, wanted;
  CPU_ZERO(&wanted);
  if (sched_getaffinity(0, sizeof(allowed), &allowed) != 0) return;
  for (std::size_t cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&wanted) < static_cast<int>(count); ++cpu)
    if (CPU_ISSET(cpu, &allowed)) CPU_SET(cpu, &wanted);
  sched_setaffinity(0, sizeof(wanted), &wanted);
  setenv("LP_NUM_THREADS", std::to_string(count).c_str(), 1);
}

std::string machineText() {
  return std::to_string(std::thread::hardware_concurrency()) + " threads, VTK " +
         vtkVersion::GetVTKVersion() + ", g++ " + __VERSION__ + ", -O3 without -march, " + rendererName();
}

}  // namespace adit::benchmarks
