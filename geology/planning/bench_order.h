// The benches of each phase in the order of mining, and what each of them waits for.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "geology/planning/pushbacks.h"

namespace adit::planning {

/// One bench of one phase. Blocks in an order in which each comes after those that it waits for.
struct PhaseBench {
  std::size_t level = 0;           ///< of the lattice
  std::vector<NodeIndex> cells;    ///< of the lattice
  std::vector<std::size_t> needs;  ///< of each phase: how many of its benches have to be done before
  double sinking = 1;              ///< the part of its height that counts for the sink rate (findSinking)
};

struct BenchOrder {
  std::vector<std::vector<PhaseBench>> phases;  ///< [phase][bench from the top]
  std::string fault;                            ///< a circle: benches that wait for each other
};

BenchOrder benchOrder(const geology::Lattice& lattice, const Precedence& precedence,
                      const Pushbacks& pushbacks);

}  // namespace adit::planning
