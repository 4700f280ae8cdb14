// Sorting millions of keys in a few passes over them.
#pragma once
#include <cstdint>
#include <vector>

#include "geology/model/progress.h"

namespace adit::analysis {

/// By the upper 32 bits, rising; keys that agree in those keep their order. Four passes of a least
/// significant digit radix sort (H. H. Seward, 1954), each counted and moved in parallel. Needs as much
/// memory again. Throws geology::Cancelled.
void sortByUpperHalf(std::vector<std::uint64_t>& keys, const geology::Progress& progress);

}  // namespace adit::analysis
