// What the picture says about itself: how much of each object is shown, how much is not, and why.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace adit::viewer {

/// Rows of one object that are hidden for one reason: "below range cu_pct", "above range cu_pct", "no value
/// cu_pct", "category OX", "expression", "section", "box", "outside solid pit", "below surface topo", "beside
/// surface topo", "layer off".
/// A row is counted once, under the first reason in that order.
struct HiddenCount {
  std::string reason;
  std::size_t count = 0;
  friend bool operator==(const HiddenCount&, const HiddenCount&) = default;
};

struct LayerCount {
  std::string object;
  std::string what;  ///< "blocks", "intervals", "triangles", "points", "nodes"
  std::size_t total = 0;
  std::size_t shown = 0;
  std::size_t absent = 0;  ///< cells of the lattice without a block, nodes without a height; not in total
  std::size_t outsideLegend = 0;  ///< shown, but drawn in the warning colour
  std::vector<HiddenCount> hidden;
  std::vector<std::string>
      notApplied;  ///< conditions that hide nothing: "range cu: no such column of numbers"
  friend bool operator==(const LayerCount&, const LayerCount&) = default;
};

using SceneFacts = std::vector<LayerCount>;

/// One line of the inspector.
struct Fact {
  std::string label, value;
  bool doubtful = false;  ///< drawn in the caution colour
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// "986,430"
std::string withThousands(std::size_t n);

}  // namespace adit::viewer
