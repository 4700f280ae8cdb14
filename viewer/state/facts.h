// What the picture says about itself: how much of each object is shown, how much is not, and why.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "geology/model/plain_text.h"

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

/// What the shown blocks of one model hold of one column. Worked out beside the picture, which does not wait
/// for it: lo and hi say which question this answers.
struct TonnageFacts {
  std::string object, column;      ///< empty: nothing has been asked
  std::string unit;                ///< of the column
  double lo = 0, hi = 0;           ///< the range on the column; infinite where it is open
  bool known = false;              ///< false: the sums are being worked out
  std::size_t blocks = 0;          ///< shown, with a value in the column
  std::size_t withoutGrade = 0;    ///< shown, without one: in no sum
  std::size_t withoutDensity = 0;  ///< of `blocks`: in the volume only
  double volume = 0;               ///< of `blocks`, m3
  std::optional<double> tonnes;    ///< absent: nobody stated a density
  std::optional<double> grade;     ///< mean by tonnes, in the column's unit
  std::optional<double> metal;     ///< tonnes of it; absent when the unit is no share of the mass
  std::string density;  ///< what the tonnes rest on: "density 2.7 t/m3 stated", "density not stated"
  std::string doubt;    ///< about the density or the length unit; empty: none
  friend bool operator==(const TonnageFacts&, const TonnageFacts&) = default;
};

/// One line of the inspector.
struct Fact {
  std::string label, value;
  bool doubtful = false;  ///< drawn in the caution colour
  friend bool operator==(const Fact&, const Fact&) = default;
};

using geology::withThousands;

}  // namespace adit::viewer
