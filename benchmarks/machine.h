// What a measurement ran on, without saying where.
#pragma once
#include <string>

namespace adit::benchmarks {

/// All that follows runs on this many processors: our threads, VTK's and those of Mesa's software renderer.
/// So figures of machines with more processors can be compared. To be called before any thread is started.
void useProcessors(unsigned count);

/// "2 threads, VTK 9.1.0, g++ 12.2.0 -O3, llvmpipe (LLVM 15.0.6, 256 bits)"
std::string machineText();

}  // namespace adit::benchmarks
