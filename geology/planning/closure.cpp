#include "geology/planning/closure.h"

#include "geology/planning/boost_closure.h"
#include "geology/planning/pseudoflow.h"

namespace adit::planning {
namespace {

/// Half of what an int64 holds: an excess is a sum of values, and never leaves that range.
constexpr double kLargestSum = 4.6e18;

std::string faultOfValues(std::size_t nodes, std::span<const std::int64_t> values) {
  if (values.size() != nodes) return "there is not one value a block";
  double up = 0, down = 0;
  for (const std::int64_t value : values) (value > 0 ? up : down) += static_cast<double>(value);
  if (up > kLargestSum || down < -kLargestSum) return "the sum of all values is too large to be counted";
  return {};
}

template <class Precedence>
std::string checked(const Precedence& precedence, std::span<const std::int64_t> values,
                    const Closure& closure) {
  std::int64_t sum = 0;
  bool closed = true;
  for (NodeIndex node = 0; node < values.size(); ++node) {
    if (!closure.nodes.test(node)) continue;
    sum += values[node];
    closed = closed && !precedence.visit(node, 0, [&](NodeIndex predecessor, std::size_t) {
      return !closure.nodes.test(predecessor);
    });
  }
  if (!closed) return "the pit leaves a block hanging above one that it mines";
  if (sum != closure.value || closure.value != closure.positives - closure.flow)
    return "the value of the pit is not the sum of its ore less the maximum flow: it is not the optimum";
  return {};
}

template <class Precedence>
Closure solve(const Precedence& precedence, std::span<const std::int64_t> values, geology::Progress& progress,
              ClosureSolver solver) {
  Closure closure;
  closure.fault = faultOfValues(precedence.size(), values);
  if (!closure.fault.empty()) return closure;
  for (const std::int64_t value : values) closure.positives += value > 0 ? value : 0;
  if (solver == ClosureSolver::Pseudoflow) {
    Pseudoflow<Precedence> pseudoflow(precedence, values);
    pseudoflow.run(progress);
    closure.flow = closure.positives - pseudoflow.kept();
    closure.nodes = pseudoflow.smallest();
  } else {
    BoostCut cut = boostCut(precedence, values, solver == ClosureSolver::PushRelabel);
    closure.flow = cut.flow;
    closure.nodes = std::move(cut.source);
  }
  for (NodeIndex node = 0; node < values.size(); ++node)
    if (closure.nodes.test(node)) closure.value += values[node];
  closure.fault = checked(precedence, values, closure);
  return closure;
}

}  // namespace

Closure largestClosure(const GridPrecedence& precedence, std::span<const std::int64_t> values,
                       geology::Progress& progress, ClosureSolver solver) {
  return solve(precedence, values, progress, solver);
}
Closure largestClosure(const ListPrecedence& precedence, std::span<const std::int64_t> values,
                       geology::Progress& progress, ClosureSolver solver) {
  return solve(precedence, values, progress, solver);
}
std::string faultOf(const GridPrecedence& precedence, std::span<const std::int64_t> values,
                    const Closure& closure) {
  return checked(precedence, values, closure);
}
std::string faultOf(const ListPrecedence& precedence, std::span<const std::int64_t> values,
                    const Closure& closure) {
  return checked(precedence, values, closure);
}

}  // namespace adit::planning
