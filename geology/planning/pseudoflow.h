// Hochbaum's pseudoflow for closures (Hochbaum 2008, "The pseudoflow algorithm: a new algorithm for the
// maximum-flow problem", Operations Research 56:992-1009), phase one, highest label first.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/progress.h"
#include "geology/planning/precedence.h"

namespace adit::planning {

/// A forest over the nodes. A branch whose root has an excess above 0 is strong: it pays for itself so far.
/// Arcs of precedence have no capacity limit, so the only arcs that ever carry flow are those of the forest,
/// and an arc leaves it only when flow is pushed back through it until none is left.
template <class Precedence>
class Pseudoflow {
 public:
  Pseudoflow(const Precedence& precedence, std::span<const std::int64_t> values)
      : precedence_(&precedence), nodes_(values.size()), countOfLabel_(2), firstStrong_(2, kNone) {
    for (NodeIndex n = 0; n < nodes_.size(); ++n) {
      nodes_[n].excess = values[n];
      nodes_[n].label = values[n] > 0 ? 1 : 0;
      ++countOfLabel_[nodes_[n].label];
      if (values[n] > 0) addStrong(n);
    }
  }

  /// Until every strong branch has nothing left to pay for. Throws geology::Cancelled.
  void run(geology::Progress& progress) {
    for (std::size_t step = 0;; ++step) {
      if (step % kStepsBetweenReports == 0) {
        progress.throwIfCancelled();
        progress.report(static_cast<double>(step) / static_cast<double>(step + 4 * strong_ + 1), "pit limit");
      }
      const NodeIndex root = nextStrong();
      if (root == kNone) return;
      process(root);
    }
  }

  /// Sum of what the strong branches keep: positives less the maximum flow.
  std::int64_t kept() const {
    std::int64_t sum = 0;
    for (const Node& node : nodes_)
      if (node.label == kDone && node.parent == kNone && node.excess > 0) sum += node.excess;
    return sum;
  }

  /// The smallest optimal closure: whatever a node with excess needs, and whatever feeds flow into it. A
  /// branch that comes out at exactly 0 is left in the ground.
  geology::BitMask smallest() const {
    geology::BitMask inside(nodes_.size());
    std::vector<NodeIndex> open;
    const auto take = [&](NodeIndex n) {
      if (inside.test(n)) return;
      inside.set(n);
      open.push_back(n);
    };
    for (NodeIndex n = 0; n < nodes_.size(); ++n)
      if (nodes_[n].parent == kNone && nodes_[n].excess > 0) take(n);
    while (!open.empty()) {
      const NodeIndex n = open.back();
      open.pop_back();
      precedence_->visit(n, 0, [&](NodeIndex predecessor, std::size_t) {
        take(predecessor);
        return false;
      });
      if (nodes_[n].parent != kNone && !nodes_[n].needsParent && nodes_[n].flow > 0) take(nodes_[n].parent);
      for (NodeIndex c = nodes_[n].child; c != kNone; c = nodes_[c].next)
        if (nodes_[c].needsParent && nodes_[c].flow > 0) take(c);
    }
    return inside;
  }

 private:
  static constexpr NodeIndex kNone = std::numeric_limits<NodeIndex>::max();
  static constexpr std::uint32_t kDone = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t kStepsBetweenReports = 16384;

  struct Node {
    std::int64_t excess = 0;  ///< of a root; 0 of every other node
    std::int64_t flow = 0;    ///< on the arc to the parent
    NodeIndex parent = kNone, child = kNone;
    NodeIndex next = kNone;      ///< sibling; of a strong root the next one of its label
    NodeIndex previous = kNone;  ///< sibling
    NodeIndex scan = kNone;      ///< child that is looked at next
    std::uint32_t label = 0;     ///< rises from parent to child; a lower bound of the way to a deficit
    std::uint32_t slot = 0;      ///< predecessors before it have no lower label
    bool needsParent = false;    ///< the arc to the parent: this node waits for it; false: the other way
  };

  void addStrong(NodeIndex root) {
    const std::uint32_t label = nodes_[root].label;
    if (label >= firstStrong_.size()) firstStrong_.resize(label + 1, kNone);
    nodes_[root].next = firstStrong_[label];
    firstStrong_[label] = root;
    if (label > highest_) highest_ = label;
    ++strong_;
  }

  NodeIndex takeStrong(std::uint32_t label) {
    const NodeIndex root = firstStrong_[label];
    firstStrong_[label] = nodes_[root].next;
    nodes_[root].next = kNone;
    --strong_;
    return root;
  }

  /// Of the highest label. Where no node has the label below, no way down is left: those branches are done.
  NodeIndex nextStrong() {
    for (; highest_ > 0; --highest_) {
      if (firstStrong_[highest_] == kNone) continue;
      if (countOfLabel_[highest_ - 1] > 0) return takeStrong(highest_);
      while (firstStrong_[highest_] != kNone) finish(takeStrong(highest_));
    }
    while (firstStrong_[0] != kNone) {  // roots that fell apart before they were ever lifted
      const NodeIndex root = takeStrong(0);
      lift(root);
      addStrong(root);
    }
    return highest_ > 0 ? nextStrong() : kNone;
  }

  void lift(NodeIndex n) {
    Node& node = nodes_[n];
    --countOfLabel_[node.label];
    if (++node.label >= countOfLabel_.size()) countOfLabel_.resize(node.label + 1);
    ++countOfLabel_[node.label];
    node.slot = 0;
  }

  void finish(NodeIndex root) {
    std::vector<NodeIndex>& open = scratch_;
    open.assign(1, root);
    while (!open.empty()) {
      Node& node = nodes_[open.back()];
      open.pop_back();
      --countOfLabel_[node.label];
      node.label = kDone;
      for (NodeIndex c = node.child; c != kNone; c = nodes_[c].next) open.push_back(c);
    }
  }

  /// A predecessor with the label below, or kNone. Predecessors that were passed can only have risen since.
  NodeIndex findWeak(NodeIndex n) {
    Node& node = nodes_[n];
    const std::uint32_t wanted = node.label - 1;
    NodeIndex weak = kNone;
    const bool found = precedence_->visit(n, node.slot, [&](NodeIndex predecessor, std::size_t slot) {
      if (nodes_[predecessor].label != wanted) return false;
      weak = predecessor;
      nodes_[n].slot = static_cast<std::uint32_t>(slot);
      return true;
    });
    if (!found) node.slot = static_cast<std::uint32_t>(precedence_->slots(n));
    return weak;
  }

  /// Moves the scan to the next child of the same label; where there is none the node's own label rises.
  void passChildren(NodeIndex n) {
    Node& node = nodes_[n];
    for (; node.scan != kNone; node.scan = nodes_[node.scan].next)
      if (nodes_[node.scan].label == node.label) return;
    lift(n);
  }

  bool tryMerge(NodeIndex root, NodeIndex n) {
    const NodeIndex weak = findWeak(n);
    if (weak == kNone) return false;
    hang(weak, n);
    push(root);
    return true;
  }

  /// All nodes of the branch that have the root's label, parents first, until one finds a predecessor of the
  /// label below.
  void process(NodeIndex root) {
    NodeIndex n = root;
    nodes_[n].scan = nodes_[n].child;
    if (tryMerge(root, n)) return;
    passChildren(n);
    while (n != kNone) {
      while (nodes_[n].scan != kNone) {
        const NodeIndex child = nodes_[n].scan;
        nodes_[n].scan = nodes_[child].next;
        n = child;
        nodes_[n].scan = nodes_[n].child;
        if (tryMerge(root, n)) return;
        passChildren(n);
      }
      n = nodes_[n].parent;
      if (n != kNone) passChildren(n);
    }
    addStrong(root);
  }

  void detach(NodeIndex n) {
    Node& node = nodes_[n];
    if (node.previous != kNone)
      nodes_[node.previous].next = node.next;
    else
      nodes_[node.parent].child = node.next;
    if (node.next != kNone) nodes_[node.next].previous = node.previous;
    node.parent = node.next = node.previous = kNone;
  }

  void attach(NodeIndex parent, NodeIndex n) {
    Node& node = nodes_[n];
    node.parent = parent;
    node.previous = kNone;
    node.next = nodes_[parent].child;
    if (node.next != kNone) nodes_[node.next].previous = n;
    nodes_[parent].child = n;
  }

  /// The branch of `n` is turned so that `n` is its root, and hung below `weak`, for which `n` waits.
  void hang(NodeIndex weak, NodeIndex n) {
    NodeIndex current = n, newParent = weak;
    std::int64_t flow = 0;
    bool needsParent = true;
    for (;;) {
      Node& node = nodes_[current];
      const NodeIndex oldParent = node.parent;
      const std::int64_t oldFlow = node.flow;
      const bool oldNeeds = node.needsParent;
      if (oldParent != kNone) detach(current);
      attach(newParent, current);
      node.flow = flow;
      node.needsParent = needsParent;
      if (oldParent == kNone) return;
      flow = oldFlow;
      needsParent = !oldNeeds;
      newParent = current;
      current = oldParent;
    }
  }

  /// The excess of what was a root goes up to the root that it now has; where an arc cannot carry it back,
  /// the branch below it falls off and keeps the rest.
  void push(NodeIndex from) {
    NodeIndex current = from;
    std::int64_t before = 0;
    while (nodes_[current].excess != 0 && nodes_[current].parent != kNone) {
      Node& node = nodes_[current];
      const NodeIndex up = node.parent;
      before = nodes_[up].excess;
      const std::int64_t amount = node.needsParent ? node.excess : std::min(node.excess, node.flow);
      node.flow += node.needsParent ? amount : -amount;
      node.excess -= amount;
      nodes_[up].excess += amount;
      if (node.excess > 0) {
        detach(current);
        addStrong(current);
      }
      current = up;
    }
    if (nodes_[current].parent == kNone && nodes_[current].excess > 0 && before <= 0) addStrong(current);
  }

  const Precedence* precedence_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> countOfLabel_;
  std::vector<NodeIndex> firstStrong_;  ///< by label
  std::vector<NodeIndex> scratch_;
  std::uint32_t highest_ = 0;
  std::size_t strong_ = 0;
};

}  // namespace adit::planning
