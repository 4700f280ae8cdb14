#include "geology/planning/pushbacks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace adit::planning {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// The cells under a disc, relative to one of them. An even number of cells has its middle on a corner.
std::vector<std::pair<int, int>> disc(const BenchPlan& plan, double width) {
  const auto cells = [&](double size) {
    return std::max(1, static_cast<int>(std::ceil(width / size - 1e-9)));
  };
  const int nx = cells(plan.sizeX), ny = cells(plan.sizeY);
  const double cx = nx % 2 == 0 ? .5 : 0, cy = ny % 2 == 0 ? .5 : 0;
  std::vector<std::pair<int, int>> offsets;
  for (int y = -ny / 2; y <= ny / 2; ++y)
    for (int x = -nx / 2; x <= nx / 2; ++x)
      if (std::hypot((x - cx) * plan.sizeX, (y - cy) * plan.sizeY) <= width / 2 + 1e-9)
        offsets.emplace_back(x, y);
  if (offsets.empty()) offsets.emplace_back(0, 0);
  return offsets;
}

/// The shells that the phases end with.
std::vector<std::size_t> chooseShells(const NestedShells& shells, std::size_t count, double finalFactor) {
  std::vector<std::size_t> usable;
  for (std::size_t s = 0; s < shells.rows.size(); ++s) {
    const ShellRow& row = shells.rows[s];
    const bool grows = usable.empty() ? row.blocks > 0 : row.blocks > shells.rows[usable.back()].blocks;
    if (grows && row.factor <= finalFactor + 1e-9) usable.push_back(s);
  }
  std::vector<std::size_t> chosen;
  if (usable.empty()) return chosen;
  const auto rockOf = [&](std::size_t s) { return shells.rows[s].ore + shells.rows[s].waste; };
  const double total = rockOf(usable.back());
  for (std::size_t phase = 1; phase < count; ++phase) {
    const double wanted = total * static_cast<double>(phase) / static_cast<double>(count);
    const auto nearest = std::min_element(usable.begin(), usable.end(), [&](std::size_t a, std::size_t b) {
      return std::abs(rockOf(a) - wanted) < std::abs(rockOf(b) - wanted);
    });
    if (chosen.empty() || *nearest > chosen.back()) chosen.push_back(*nearest);
  }
  if (chosen.empty() || chosen.back() != usable.back()) chosen.push_back(usable.back());
  return chosen;
}

class PushbackMaker {
 public:
  PushbackMaker(const PushbackQuestion& question, std::size_t count)
      : question_(question), count_(count), lattice_(question.ground.model->lattice) {}

  Pushbacks make() {
    const std::vector<std::size_t> chosen =
        chooseShells(question_.shells, count_, question_.inputs.pushbacks.finalFactor);
    if (chosen.empty()) {
      result_.fault = "no shell up to the last revenue factor holds any ground";
      return std::move(result_);
    }
    cutByShell(chosen);
    narrow_.assign(result_.phaseOfCell.size(), 0);
    for (PhaseIndex phase = 0; phase < chosen.size(); ++phase) {
      findNarrow(phase);
      if (phase + std::size_t{1} < chosen.size()) leaveToNext(phase);
    }
    if (chosen.size() > 1) countNarrowAgain(chosen.size());
    describe(chosen);
    return std::move(result_);
  }

 private:
  void cutByShell(const std::vector<std::size_t>& chosen) {
    result_.phaseOfCell.assign(question_.shells.shellOfCell.size(), kNoPhase);
    for (std::size_t cell = 0; cell < result_.phaseOfCell.size(); ++cell) {
      const ShellIndex shell = question_.shells.shellOfCell[cell];
      if (shell == kNoShell) continue;
      const auto phase = std::lower_bound(chosen.begin(), chosen.end(), std::size_t{shell});
      if (phase != chosen.end()) result_.phaseOfCell[cell] = static_cast<PhaseIndex>(phase - chosen.begin());
    }
  }

  /// Marks the cells of the phase where it is too narrow to work in.
  void findNarrow(PhaseIndex phase) {
    const BenchPlan plan{lattice_.count[0], lattice_.count[1], lattice_.size[0] * question_.metresPerUnit,
                         lattice_.size[1] * question_.metresPerUnit};
    const auto perLevel = static_cast<std::size_t>(plan.nx * plan.ny);
    Bytes inside(perLevel);
    for (std::int64_t level = 0; level < lattice_.count[2]; ++level) {
      const std::size_t first = static_cast<std::size_t>(level) * perLevel;
      bool any = false;
      for (std::size_t c = 0; c < perLevel; ++c) {
        inside[c] = result_.phaseOfCell[first + c] == phase ? 1 : 0;
        any = any || inside[c] != 0;
      }
      if (!any) continue;
      const Bytes wide = openedBench(inside, plan, question_.inputs.pushbacks.minimumWidth);
      for (std::size_t c = 0; c < perLevel; ++c)
        if (inside[c] != 0) narrow_[first + c] = wide[c] != 0 ? 0 : 1;
    }
  }

  /// What is narrow goes to the next phase, and with it what waits for it, directly or not.
  void leaveToNext(PhaseIndex phase) {
    const auto later = static_cast<PhaseIndex>(phase + 1);
    for (std::size_t cell = 0; cell < narrow_.size(); ++cell)
      if (result_.phaseOfCell[cell] == phase && narrow_[cell] != 0) result_.phaseOfCell[cell] = later;
    std::visit([&](const auto& precedence) { postponeWaiting(precedence, phase); }, question_.precedence);
  }

  template <class P>
  void postponeWaiting(const P& precedence, PhaseIndex phase) {
    if (order_.empty()) order_ = miningOrder(precedence);
    for (const NodeIndex node : order_) {
      if (result_.phaseOfCell[node] != phase) continue;
      const bool waits = precedence.visit(node, 0, [&](NodeIndex predecessor, std::size_t) {
        return result_.phaseOfCell[predecessor] != kNoPhase && result_.phaseOfCell[predecessor] > phase;
      });
      if (waits) result_.phaseOfCell[node] = static_cast<PhaseIndex>(phase + 1);
    }
  }

  void countNarrowAgain(std::size_t phases) {
    for (std::size_t phase = 0; phase < phases; ++phase) findNarrow(static_cast<PhaseIndex>(phase));
  }

  void describe(const std::vector<std::size_t>& chosen) {
    const PitGround& ground = question_.ground;
    for (const std::size_t shell : chosen)
      result_.phases.push_back(
          {.shell = shell, .factor = question_.shells.rows[shell].factor, .rock = 0, .ore = 0, .value = 0});
    for (std::size_t b = 0; b < ground.model->blockCount(); ++b) {
      const auto cell = static_cast<std::size_t>(ground.model->cellOf(b));
      if (result_.phaseOfCell[cell] == kNoPhase) continue;
      Pushback& phase = result_.phases[result_.phaseOfCell[cell]];
      const auto tonnes = static_cast<double>(ground.tonnes[b]);
      phase.rock += tonnes;
      phase.value += ground.value(b);
      if (ground.isOre(b)) phase.ore += tonnes;
      if (narrow_[cell] != 0) phase.narrow += tonnes;
    }
  }

  PushbackQuestion question_;
  std::size_t count_;
  const geology::Lattice& lattice_;
  Pushbacks result_;
  Bytes narrow_;
  std::vector<NodeIndex> order_;
};

}  // namespace

std::vector<std::uint8_t> openedBench(const std::vector<std::uint8_t>& inside, const BenchPlan& plan,
                                      double width) {
  const auto under = disc(plan, width);
  Bytes wide(inside.size());
  const auto at = [&](std::int64_t x, std::int64_t y) { return static_cast<std::size_t>(x + plan.nx * y); };
  for (std::int64_t y = 0; y < plan.ny; ++y)
    for (std::int64_t x = 0; x < plan.nx; ++x) {
      const bool fits = std::all_of(under.begin(), under.end(), [&](const std::pair<int, int>& o) {
        const std::int64_t i = x + o.first, j = y + o.second;
        return i >= 0 && j >= 0 && i < plan.nx && j < plan.ny && inside[at(i, j)] != 0;
      });
      if (!fits) continue;
      for (const auto& [dx, dy] : under) wide[at(x + dx, y + dy)] = 1;
    }
  return wide;
}

Pushbacks pushbacks(const PushbackQuestion& question) {
  // Of more phases than have room beside each other each is a ring too narrow to work in: fewer, then.
  constexpr double kMostNarrow = 0.3;
  for (std::size_t count = question.inputs.pushbacks.count;; --count) {
    Pushbacks made = PushbackMaker(question, count).make();
    const bool narrow = std::any_of(made.phases.begin(), made.phases.end(), [](const Pushback& phase) {
      return phase.narrow > kMostNarrow * phase.rock;
    });
    if (!narrow || count <= 1) return made;
  }
}

}  // namespace adit::planning
