#include "geology/planning/precedence.h"

#include <numeric>

namespace adit::planning {

GridPrecedence::GridPrecedence(std::array<std::int64_t, 3> count,
                               std::vector<std::vector<CellOffset>> patterns,
                               std::vector<std::uint8_t> region)
    : count_(count),
      size_(static_cast<std::size_t>(count[0] * count[1] * count[2])),
      region_(std::move(region)) {
  for (const auto& pattern : patterns) {
    std::vector<Step> steps;
    for (const CellOffset& o : pattern) {
      upwards_ = o.dz > 0;
      steps.push_back({o.dx, o.dy, o.dz, o.dx + count[0] * (o.dy + count[1] * std::int64_t{o.dz})});
    }
    patterns_.push_back(std::move(steps));
  }
  if (patterns_.empty()) patterns_.emplace_back();
}

ListPrecedence ListPrecedence::of(const std::vector<std::vector<NodeIndex>>& predecessors) {
  std::vector<std::size_t> first{0};
  std::vector<NodeIndex> all;
  for (const auto& list : predecessors) {
    all.insert(all.end(), list.begin(), list.end());
    first.push_back(all.size());
  }
  return {std::move(first), std::move(all)};
}

namespace {

/// How many nodes wait for each node.
std::vector<std::uint32_t> waiting(const ListPrecedence& precedence) {
  std::vector<std::uint32_t> count(precedence.size());
  for (NodeIndex node = 0; node < precedence.size(); ++node)
    precedence.visit(node, 0, [&](NodeIndex predecessor, std::size_t) {
      ++count[predecessor];
      return false;
    });
  return count;
}

/// Kahn's order from what nothing waits for; what is left over lies on a cycle, or before one.
std::vector<NodeIndex> lastFirst(const ListPrecedence& precedence, std::vector<std::uint32_t>& count) {
  std::vector<NodeIndex> order;
  order.reserve(precedence.size());
  for (NodeIndex node = 0; node < precedence.size(); ++node)
    if (count[node] == 0) order.push_back(node);
  for (std::size_t at = 0; at < order.size(); ++at)
    precedence.visit(order[at], 0, [&](NodeIndex predecessor, std::size_t) {
      if (--count[predecessor] == 0) order.push_back(predecessor);
      return false;
    });
  return order;
}

}  // namespace

std::optional<NodeIndex> ListPrecedence::findCycle() const {
  std::vector<std::uint32_t> count = waiting(*this);
  if (lastFirst(*this, count).size() == size()) return std::nullopt;
  // From any node that is left, every step back to a node that waits for it stays among those left; so walk
  // forwards instead, along predecessors that are left, where there is one.
  std::vector<char> left(size());
  for (NodeIndex node = 0; node < size(); ++node) left[node] = count[node] > 0 ? 1 : 0;
  std::vector<std::vector<NodeIndex>> waiters(size());
  for (NodeIndex node = 0; node < size(); ++node)
    if (left[node] != 0)
      visit(node, 0, [&](NodeIndex predecessor, std::size_t) {
        if (left[predecessor] != 0) waiters[predecessor].push_back(node);
        return false;
      });
  NodeIndex node = 0;
  while (left[node] == 0) ++node;
  std::vector<char> seen(size());
  while (seen[node] == 0) {  // every node that is left has a waiter that is left: the walk comes round
    seen[node] = 1;
    node = waiters[node].front();
  }
  return node;
}

std::vector<NodeIndex> miningOrder(const ListPrecedence& precedence) {
  std::vector<std::uint32_t> count = waiting(precedence);
  std::vector<NodeIndex> order = lastFirst(precedence, count);
  if (order.size() != precedence.size()) return {};
  return {order.rbegin(), order.rend()};
}

std::vector<NodeIndex> miningOrder(const GridPrecedence& precedence) {
  std::vector<NodeIndex> order(precedence.size());
  std::iota(order.begin(), order.end(), NodeIndex{0});
  if (!precedence.upwards()) return order;
  return {order.rbegin(), order.rend()};  // the top bench has the highest indices
}

}  // namespace adit::planning
