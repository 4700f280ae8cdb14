#include "geology/planning/stopes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "geology/planning/pit_mesh.h"
#include "geology/planning/plan_from_column.h"
#include "geology/planning/slope_pattern.h"

namespace adit::planning {
namespace {

using geology::Lattice;
using geology::PlanActivity;
using geology::Vec3;
using Cells = std::array<std::int64_t, 3>;

std::int64_t cellsIn(double length, double size, bool atLeast) {
  const double cells = length / size;
  const double whole = atLeast ? std::ceil(cells - 1e-9) : std::floor(cells + 1e-9);
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(whole));
}

/// What a stretch along strike is worth, with its best window across.
struct Window {
  double value = 0;
  std::int64_t from = 0, to = 0;
};

/// One level: values of all columns of cells, added up along strike.
class Band {
 public:
  Band(std::int64_t along, std::int64_t across)
      : across_(across), sums_(static_cast<std::size_t>((along + 1) * across), 0.0) {}

  void add(std::int64_t at, std::int64_t across, double value) { cell(at + 1, across) += value; }
  void sumUp(std::int64_t along) {
    for (std::int64_t at = 1; at <= along; ++at)
      for (std::int64_t j = 0; j < across_; ++j) cell(at, j) += cell(at - 1, j);
  }
  /// The window of at least `width` cells that is worth most over [from, to) along strike.
  Window best(std::int64_t from, std::int64_t to, std::int64_t width) const {
    Window best{-HUGE_VAL, 0, 0};
    double sum = 0, least = 0;
    std::int64_t leastAt = 0;
    prefix_.assign(1, 0.0);
    for (std::int64_t j = 0; j < across_; ++j) {
      sum += cell(to, j) - cell(from, j);
      prefix_.push_back(sum);
      const std::int64_t begin = j + 1 - width;
      if (begin < 0) continue;
      if (const double before = prefix_[static_cast<std::size_t>(begin)]; begin == 0 || before < least) {
        least = before;
        leastAt = begin;
      }
      if (sum - least > best.value) best = {sum - least, leastAt, j + 1};
    }
    return best;
  }

 private:
  double& cell(std::int64_t at, std::int64_t j) { return sums_[static_cast<std::size_t>(at * across_ + j)]; }
  double cell(std::int64_t at, std::int64_t j) const {
    return sums_[static_cast<std::size_t>(at * across_ + j)];
  }
  std::int64_t across_;
  std::vector<double> sums_;
  mutable std::vector<double> prefix_;
};

class StopeMaker {
 public:
  StopeMaker(const geology::BlockModel& model, const geology::Column& grade, const StopeTerms& terms,
             double cubicMetres)
      : model_(model), lattice_(model.lattice), grade_(grade), terms_(terms), cubicMetres_(cubicMetres) {
    along_ = terms.strikeAxis == 0 ? 0 : 1;
    across_ = 1 - along_;
  }

  StopePlan make() {
    result_.fault = fault();
    if (!result_.fault.empty()) return std::move(result_);
    collectGrades();
    const std::int64_t tall = cellsIn(terms_.height, lattice_.size[2], true);
    const bool up = lattice_.axis[2].z > 0;
    std::size_t level = 0;
    for (std::int64_t from = 0; from + tall <= lattice_.count[2]; from += tall, ++level) {
      const std::int64_t low = up ? lattice_.count[2] - from - tall : from;
      planLevel(low, low + tall, level);
    }
    if (result_.stopes.empty()) {
      result_.fault = "no stope is worth its cut-off";
      return std::move(result_);
    }
    setPeriods();
    makeSolids();
    makeDrives();
    return std::move(result_);
  }

 private:
  std::string fault() const {
    if (!grade_.isNumeric() || grade_.values.size() != model_.blockCount())
      return "the grade is no numeric column of the model";
    if (model_.subBlocked()) return "stopes are cut from whole cells, and the model has sub-blocks";
    if (!(terms_.height > 0 && terms_.minLength > 0 && terms_.maxLength >= terms_.minLength))
      return "lengths have to be above 0, the largest not below the smallest";
    if (!(terms_.density > 0 && terms_.gradient > 0))
      return "the density and the gradient of the decline have to be above 0";
    return faultOf(lattice_);
  }

  void collectGrades() {
    gradeOfCell_.assign(static_cast<std::size_t>(lattice_.cellCount()), 0.0F);
    for (std::size_t b = 0; b < model_.blockCount(); ++b)
      if (std::isfinite(grade_.values[b]))
        gradeOfCell_[static_cast<std::size_t>(model_.cellOf(b))] = grade_.values[b];
  }
  double tonnesOfCell() const { return lattice_.cellVolume() * cubicMetres_ * terms_.density; }
  double gradeAt(std::int64_t along, std::int64_t across, std::int64_t k) const {
    Cells c{};
    c[along_] = along;
    c[across_] = across;
    return static_cast<double>(gradeOfCell_[static_cast<std::size_t>(lattice_.cellIndex(c[0], c[1], k))]);
  }

  void planLevel(std::int64_t low, std::int64_t high, std::size_t level) {
    const std::int64_t n = lattice_.count[along_];
    Band band(n, lattice_.count[across_]);
    for (std::int64_t i = 0; i < n; ++i)
      for (std::int64_t j = 0; j < lattice_.count[across_]; ++j)
        for (std::int64_t k = low; k < high; ++k) band.add(i, j, gradeAt(i, j, k) - terms_.cutoff);
    band.sumUp(n);
    for (const auto& [from, to, window] : bestRow(band, n)) addStope({from, to}, window, {low, high}, level);
  }

  struct Stretch {
    std::int64_t from, to;
    Window window;
  };

  /// best[i]: the most that the cells before i can bring; a stope ends at i, or the cell before i stays.
  std::vector<Stretch> bestRow(const Band& band, std::int64_t n) const {
    const double size = lattice_.size[along_];
    const std::int64_t least = cellsIn(terms_.minLength, size, true);
    const std::int64_t most = std::max(least, cellsIn(terms_.maxLength, size, false));
    const std::int64_t width = cellsIn(terms_.minWidth, lattice_.size[across_], true);
    const std::int64_t pillar = terms_.pillar > 0 ? cellsIn(terms_.pillar, size, true) : 0;
    std::vector<double> best(static_cast<std::size_t>(n) + 1, 0);
    std::vector<std::optional<Stretch>> ends(static_cast<std::size_t>(n) + 1);
    for (std::int64_t i = 1; i <= n; ++i) {
      const auto at = static_cast<std::size_t>(i);
      best[at] = best[at - 1];
      for (std::int64_t length = least; length <= std::min(most, i); ++length) {
        const Window window = band.best(i - length, i, width);
        const auto before = static_cast<std::size_t>(std::max<std::int64_t>(0, i - length - pillar));
        if (window.value <= 0 || best[before] + window.value <= best[at]) continue;
        best[at] = best[before] + window.value;
        ends[at] = Stretch{i - length, i, window};
      }
    }
    std::vector<Stretch> row;
    for (std::int64_t i = n; i > 0;) {
      const auto& end = ends[static_cast<std::size_t>(i)];
      if (!end) {
        --i;
        continue;
      }
      row.push_back(*end);
      i = std::max<std::int64_t>(0, end->from - pillar);
    }
    std::reverse(row.begin(), row.end());
    return row;
  }

  void addStope(std::pair<std::int64_t, std::int64_t> along, const Window& window,
                std::pair<std::int64_t, std::int64_t> up, std::size_t level) {
    Stope stope;
    stope.level = level;
    stope.first[along_] = along.first;
    stope.last[along_] = along.second;
    stope.first[across_] = window.from;
    stope.last[across_] = window.to;
    stope.first[2] = up.first;
    stope.last[2] = up.second;
    double sum = 0, cells = 0;
    for (std::int64_t i = along.first; i < along.second; ++i)
      for (std::int64_t j = window.from; j < window.to; ++j)
        for (std::int64_t k = up.first; k < up.second; ++k, ++cells) sum += gradeAt(i, j, k);
    stope.tonnes = cells * tonnesOfCell();
    stope.grade = sum / cells;
    result_.stopes.push_back(stope);
  }

  /// From the top level down, each along strike.
  void setPeriods() {
    double mined = 0;
    for (Stope& stope : result_.stopes) {
      if (terms_.tonnesPerPeriod > 0)
        stope.period = static_cast<geology::PeriodIndex>(
            std::min(mined / terms_.tonnesPerPeriod, static_cast<double>(kMostPeriods - 1)));
      mined += stope.tonnes;
    }
    geology::MinePlan& plan = result_.plan;
    plan.name = "stopes of " + model_.name;
    plan.source = model_.source;
    plan.source.format = "stope plan";
    for (std::size_t p = 0; p <= result_.stopes.back().period; ++p)
      plan.periods.push_back({"period " + std::to_string(p + 1), "", 1});
  }

  void makeSolids() {
    std::size_t level = 0, number = 0;
    for (const Stope& stope : result_.stopes) {
      number = stope.level == level ? number + 1 : 1;
      level = stope.level;
      geology::TriangleMesh solid = boxOf(stope);
      solid.name = "stope " + std::to_string(level + 1) + "-" + std::to_string(number);
      solid.source = result_.plan.source;
      describe(solid);
      result_.plan.solids.push_back({solid.name, PlanActivity::Stope, stope.period, stope.period});
      result_.solids.push_back(std::move(solid));
    }
  }

  Vec3 world(const std::array<double, 3>& cell) const { return lattice_.world(cell[0], cell[1], cell[2]); }

  geology::TriangleMesh boxOf(const Stope& stope) const {
    geology::TriangleMesh mesh;
    for (int corner = 0; corner < 8; ++corner) {
      std::array<double, 3> cell{};
      for (std::size_t a = 0; a < 3; ++a)
        cell[a] = static_cast<double>(((corner >> a) & 1) != 0 ? stope.last[a] : stope.first[a]);
      mesh.vertices.push_back(world(cell));
    }
    mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                      {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
    return mesh;
  }

  /// A place on the floor of a level, in cells along strike and across.
  Vec3 onFloor(const Stope& of, double along, double across) const {
    std::array<double, 3> cell{};
    cell[along_] = along;
    cell[across_] = across;
    cell[2] = static_cast<double>(lattice_.axis[2].z > 0 ? of.first[2] : of.last[2]);
    return world(cell);
  }

  void addLine(std::string name, std::vector<Vec3> points, geology::PeriodIndex period) {
    geology::PlanLine line;
    line.name = std::move(name);
    line.points = std::move(points);
    line.first = line.last = period;
    result_.plan.lines.push_back(std::move(line));
  }

  /// Of each level a drive along the footwall and a crosscut to every stope; a decline that turns on every
  /// level, further in the footwall.
  void makeDrives() {
    const double side = terms_.footwallAtHigh ? 1 : -1;
    const double offset = terms_.driveOffset / lattice_.size[across_];
    double wall = terms_.footwallAtHigh ? -HUGE_VAL : HUGE_VAL;
    for (const Stope& s : result_.stopes)
      wall = side > 0 ? std::max(wall, static_cast<double>(s.last[across_]))
                      : std::min(wall, static_cast<double>(s.first[across_]));
    const double drive = wall + side * offset, decline = wall + side * 2 * offset;
    std::vector<Vec3> ramp;
    double at = static_cast<double>(result_.stopes.front().first[along_]), turn = 1;
    for (std::size_t begin = 0; begin < result_.stopes.size();) {
      std::size_t end = begin;
      while (end < result_.stopes.size() && result_.stopes[end].level == result_.stopes[begin].level) ++end;
      const Stope& first = result_.stopes[begin];
      const std::string level = "level " + std::to_string(first.level + 1);
      const Vec3 station = onFloor(first, at, decline);
      if (!ramp.empty()) {  // down from the level above, along strike and back
        const double run = std::abs(ramp.back().z - station.z) / terms_.gradient / lattice_.size[along_];
        Vec3 half = onFloor(first, at + turn * run / 2, decline);
        half.z = (ramp.back().z + station.z) / 2;
        ramp.push_back(half);
        turn = -turn;
      }
      ramp.push_back(station);
      const double from = std::min(at, static_cast<double>(first.first[along_]));
      const double to = std::max(at, static_cast<double>(result_.stopes[end - 1].last[along_]));
      addLine(level + " access", {station, onFloor(first, at, drive)}, first.period);
      addLine(level + " drive", {onFloor(first, from, drive), onFloor(first, to, drive)}, first.period);
      for (std::size_t s = begin; s < end; ++s) addCrosscut(level, result_.stopes[s], drive, side);
      begin = end;
    }
    if (ramp.size() > 1) addLine("decline", ramp, 0);
  }

  void addCrosscut(const std::string& level, const Stope& stope, double drive, double side) {
    const double middle = static_cast<double>(stope.first[along_] + stope.last[along_]) / 2;
    const auto wall = static_cast<double>(side > 0 ? stope.last[across_] : stope.first[across_]);
    addLine(level + " crosscut", {onFloor(stope, middle, drive), onFloor(stope, middle, wall)}, stope.period);
  }

  const geology::BlockModel& model_;
  const Lattice& lattice_;
  const geology::Column& grade_;
  const StopeTerms& terms_;
  double cubicMetres_;
  std::size_t along_, across_;
  std::vector<float> gradeOfCell_;
  StopePlan result_;
};

}  // namespace

StopePlan planStopes(const geology::BlockModel& model, const geology::Column& grade, const StopeTerms& terms,
                     double cubicMetres) {
  return StopeMaker(model, grade, terms, cubicMetres).make();
}

}  // namespace adit::planning
