// What has to be mined before what: offsets on a grid, which are never stored as arcs, or a list of arcs.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geology/planning/slope_pattern.h"

namespace adit::planning {

/// Nodes of precedence are the cells of a lattice, absent ones too (a slope goes through them), or the blocks
/// of a list.
using NodeIndex = std::uint32_t;

/// A cone over every cell. Cells beyond the edge of the grid do not exist, and nothing waits for them.
class GridPrecedence {
 public:
  /// `region`: of each cell its pattern; empty: the first one everywhere. Offsets point upwards or downwards
  /// along the third axis, all of them the same way.
  GridPrecedence(std::array<std::int64_t, 3> count, std::vector<std::vector<CellOffset>> patterns,
                 std::vector<std::uint8_t> region = {});

  std::size_t size() const { return size_; }
  /// How many slots a node has; a slot may be empty (beyond the edge).
  std::size_t slots(NodeIndex node) const { return patternOf(node).size(); }
  const std::array<std::int64_t, 3>& count() const { return count_; }
  bool upwards() const { return upwards_; }

  /// Calls visit(predecessor, slot) for the slots from `from` on until it returns true; says whether it did.
  template <class Visit>
  bool visit(NodeIndex node, std::size_t from, Visit&& visit) const {
    const auto& pattern = patternOf(node);
    const std::int64_t i = node % count_[0], j = node / count_[0] % count_[1],
                       k = node / (count_[0] * count_[1]);
    for (std::size_t slot = from; slot < pattern.size(); ++slot) {
      const Step& step = pattern[slot];
      const std::int64_t x = i + step.dx, y = j + step.dy, z = k + step.dz;
      if (x < 0 || y < 0 || z < 0 || x >= count_[0] || y >= count_[1] || z >= count_[2]) continue;
      if (visit(static_cast<NodeIndex>(node + step.index), slot)) return true;
    }
    return false;
  }

 private:
  struct Step {
    std::int32_t dx, dy, dz;
    std::int64_t index;
  };
  const std::vector<Step>& patternOf(NodeIndex node) const {
    return patterns_[region_.empty() ? 0 : region_[node]];
  }
  std::array<std::int64_t, 3> count_;
  std::size_t size_;
  bool upwards_ = true;
  std::vector<std::vector<Step>> patterns_;
  std::vector<std::uint8_t> region_;
};

/// The predecessors of node b are predecessor[first[b]] .. predecessor[first[b + 1] - 1].
class ListPrecedence {
 public:
  ListPrecedence() : first_{0} {}
  /// `first` has one entry more than there are nodes, rises, and ends with the size of `predecessor`, whose
  /// members are nodes.
  ListPrecedence(std::vector<std::size_t> first, std::vector<NodeIndex> predecessor)
      : first_(std::move(first)), predecessor_(std::move(predecessor)) {}
  static ListPrecedence of(const std::vector<std::vector<NodeIndex>>& predecessors);

  std::size_t size() const { return first_.size() - 1; }
  std::size_t slots(NodeIndex node) const { return first_[node + 1] - first_[node]; }
  std::size_t arcs() const { return predecessor_.size(); }
  template <class Visit>
  bool visit(NodeIndex node, std::size_t from, Visit&& visit) const {
    const std::size_t count = slots(node);
    for (std::size_t slot = from; slot < count; ++slot)
      if (visit(predecessor_[first_[node] + slot], slot)) return true;
    return false;
  }
  /// A node that waits for itself, by way of others; nothing when every order is possible.
  std::optional<NodeIndex> findCycle() const;

 private:
  std::vector<std::size_t> first_;
  std::vector<NodeIndex> predecessor_;
};

/// Nodes in an order in which every predecessor stands before what waits for it. Empty when there is a cycle.
std::vector<NodeIndex> miningOrder(const ListPrecedence& precedence);
std::vector<NodeIndex> miningOrder(const GridPrecedence& precedence);

}  // namespace adit::planning
