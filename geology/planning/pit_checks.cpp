#include "geology/planning/pit_checks.h"

#include <cmath>

namespace adit::planning {
namespace {

using geology::Severity;

struct Counts {
  std::size_t edge = 0, bottom = 0, absent = 0, rockAbove = 0;
};

class Counter {
 public:
  explicit Counter(const PitCheckQuestion& question)
      : question_(question),
        lattice_(question.model.lattice),
        present_(static_cast<std::size_t>(lattice_.cellCount()), question.model.full()),
        highest_(static_cast<std::size_t>(lattice_.count[0] * lattice_.count[1]), -1) {
    for (std::size_t b = 0; !question.model.full() && b < question.model.blockCount(); ++b)
      present_[static_cast<std::size_t>(question.model.cellOf(b))] = true;
  }

  Counts count() {
    for (std::int64_t cell = 0; cell < lattice_.cellCount(); ++cell) {
      const ShellIndex shell = question_.shells.shellOfCell[static_cast<std::size_t>(cell)];
      if (shell == kNoShell || question_.shells.rows[shell].factor > question_.finalFactor + 1e-9) continue;
      look(cell);
    }
    countRockAbove();
    return counts_;
  }

 private:
  std::int64_t top() const { return lattice_.axis[2].z > 0 ? lattice_.count[2] - 1 : 0; }
  std::int64_t bottom() const { return lattice_.count[2] - 1 - top(); }

  void look(std::int64_t cell) {
    const auto [i, j, k] = lattice_.cellAt(cell);
    const bool here = present_[static_cast<std::size_t>(cell)];
    if (!here) {
      ++counts_.absent;
      return;
    }
    const bool side = (lattice_.count[0] > 1 && (i == 0 || i == lattice_.count[0] - 1)) ||
                      (lattice_.count[1] > 1 && (j == 0 || j == lattice_.count[1] - 1));
    counts_.edge += side ? 1 : 0;
    counts_.bottom += k == bottom() ? 1 : 0;
    if (k == top()) highest_[static_cast<std::size_t>(i + lattice_.count[0] * j)] = cell;
  }

  void countRockAbove() {
    if (question_.terrain == nullptr) return;
    for (const std::int64_t cell : highest_) {
      if (cell < 0) continue;
      const geology::Vec3 centre = lattice_.center(cell);
      const double ground = question_.terrain->heightAt(centre.x, centre.y);
      if (std::isfinite(ground) && ground > centre.z + lattice_.size[2]) ++counts_.rockAbove;
    }
  }

  const PitCheckQuestion& question_;
  const geology::Lattice& lattice_;
  std::vector<bool> present_;
  std::vector<std::int64_t> highest_;  ///< of each column: its cell on the top level, where the pit takes it
  Counts counts_;
};

}  // namespace

geology::Diagnostics checkPit(const PitCheckQuestion& question) {
  const Counts counts = Counter(question).count();
  geology::Diagnostics diagnostics;
  const auto warn = [&](std::size_t count, const char* code, const char* message, const char* remedy) {
    if (count == 0) return;
    diagnostics.push_back({.severity = Severity::Warning,
                           .code = code,
                           .file = {},
                           .message = message,
                           .remedy = remedy,
                           .count = count});
  };
  warn(counts.edge, "PL-PIT-AT-EDGE",
       "the pit reaches the side of the block model; the walls beyond it are not counted",
       "extend the model with waste on every side");
  warn(counts.bottom, "PL-PIT-BOTTOM", "the pit reaches the lowest level of the block model",
       "there may be more to mine below; extend the model downwards");
  warn(counts.absent, "PL-PIT-ABSENT",
       "cells without a block lie inside the pit; they cost nothing and weigh nothing",
       "that is right for air; where it is ground, fill the model with waste");
  warn(counts.rockAbove, "PL-ROCK-ABOVE",
       "the terrain over the pit is higher than the block model; the rock between is not counted",
       "extend the model to the surface");
  return diagnostics;
}

}  // namespace adit::planning
