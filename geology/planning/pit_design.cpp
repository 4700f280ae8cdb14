#include "geology/planning/pit_design.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "geology/planning/pushbacks.h"

namespace adit::planning {
namespace {

using geology::Lattice;
using geology::Vec3;

constexpr std::size_t kSpokes = 720;
/// Of a convex outline: how far it reaches from the middle in each direction (its support function). Adding a
/// number moves every wall out by it, at right angles; the larger of two is that of the hull of both.
using Outline = std::array<double, kSpokes>;
constexpr double kRadian = std::numbers::pi / 180;
constexpr std::size_t kSmoothing = 24;  ///< spokes to either side over which corners are rounded
constexpr double kLanding = 1.25;       ///< level road where the ramp crosses a berm, in ramp widths

Vec3 directionOf(std::size_t spoke) {
  const double angle = 2 * std::numbers::pi * static_cast<double>(spoke) / kSpokes;
  return {std::cos(angle), std::sin(angle), 0};
}
const std::array<Vec3, kSpokes>& directions() {
  static const std::array<Vec3, kSpokes> kDirections = [] {
    std::array<Vec3, kSpokes> all;
    for (std::size_t s = 0; s < kSpokes; ++s) all[s] = directionOf(s);
    return all;
  }();
  return kDirections;
}

/// Corners rounded, and moved out until nothing of the outline is lost. The mean of turned outlines is
/// convex.
Outline rounded(const Outline& outline) {
  Outline mean{};
  double lost = 0;
  for (std::size_t s = 0; s < kSpokes; ++s) {
    double sum = 0, weights = 0;
    for (std::size_t d = 0; d <= 2 * kSmoothing; ++d) {
      const double weight = static_cast<double>(kSmoothing + 1) -
                            std::abs(static_cast<double>(d) - static_cast<double>(kSmoothing));
      sum += weight * outline[(s + kSpokes + d - kSmoothing) % kSpokes];
      weights += weight;
    }
    mean[s] = sum / weights;
    lost = std::max(lost, outline[s] - mean[s]);
  }
  for (double& reach : mean) reach += lost;
  return mean;
}

/// The place on the outline where the wall faces that way: h n + h' t.
Vec3 placeOn(const Outline& outline, std::size_t s) {
  const double step = 2 * std::numbers::pi / kSpokes;
  const double along = (outline[(s + 1) % kSpokes] - outline[(s + kSpokes - 1) % kSpokes]) / (2 * step);
  const Vec3& n = directions()[s];
  return n * outline[s] + Vec3{-n.y, n.x, 0} * along;
}

void include(Outline& outline, const Vec3& place) {
  for (std::size_t s = 0; s < kSpokes; ++s) outline[s] = std::max(outline[s], dot(place, directions()[s]));
}

constexpr double kNothing = -1e300;
Outline empty() {
  Outline outline{};
  outline.fill(kNothing);
  return outline;
}

/// What the shell takes on each level.
class ShellPlan {
 public:
  explicit ShellPlan(const PitDesignQuestion& question) : question_(question), lattice_(question.lattice) {}

  bool holds(std::int64_t cell) const {
    return question_.shellOfCell[static_cast<std::size_t>(cell)] <= question_.last;
  }

  /// The lowest level on which a disc of the floor's width fits.
  bool findFloor() {
    const BenchPlan plan{lattice_.count[0], lattice_.count[1], lattice_.size[0], lattice_.size[1]};
    const std::vector<std::size_t> levels = levelsDown(lattice_);
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
      std::vector<std::uint8_t> inside(static_cast<std::size_t>(plan.nx * plan.ny));
      const std::int64_t first = static_cast<std::int64_t>(*level) * plan.nx * plan.ny;
      for (std::size_t c = 0; c < inside.size(); ++c)
        inside[c] = holds(first + static_cast<std::int64_t>(c)) ? 1 : 0;
      const auto wide = openedBench(inside, plan, question_.terms.floorWidth);
      if (std::none_of(wide.begin(), wide.end(), [](auto w) { return w != 0; })) continue;
      setFloor(first, wide);
      return true;
    }
    return false;
  }

  const Vec3& middle() const { return middle_; }
  const Outline& floor() const { return floor_; }

  /// The hull of the shell on the level that holds z; kNothing where it is not.
  Outline outlineAt(double z) const {
    Outline outline = empty();
    const auto level = static_cast<std::int64_t>(std::floor(lattice_.local({middle_.x, middle_.y, z}).z));
    if (level < 0 || level >= lattice_.count[2]) return outline;
    for (std::int64_t j = 0; j < lattice_.count[1]; ++j) {
      // The ends of a row are corners of the hull, or inside it.
      std::int64_t first = -1, last = -1;
      for (std::int64_t i = 0; i < lattice_.count[0]; ++i)
        if (holds(lattice_.cellIndex(i, j, level))) {
          if (first < 0) first = i;
          last = i;
        }
      if (first < 0) continue;
      addCell(lattice_.cellIndex(first, j, level), outline);
      addCell(lattice_.cellIndex(last, j, level), outline);
    }
    return outline;
  }

 private:
  void addCell(std::int64_t cell, Outline& outline) const {
    const Vec3 centre = lattice_.center(cell) - middle_;
    for (const double x : {-.5, .5})
      for (const double y : {-.5, .5})
        include(outline, centre + lattice_.axis[0] * (x * lattice_.size[0]) +
                             lattice_.axis[1] * (y * lattice_.size[1]));
  }

  void setFloor(std::int64_t first, const std::vector<std::uint8_t>& wide) {
    Vec3 sum;
    double count = 0;
    for (std::size_t c = 0; c < wide.size(); ++c) {
      if (wide[c] == 0) continue;
      sum += lattice_.center(first + static_cast<std::int64_t>(c));
      ++count;
    }
    middle_ = sum * (1 / count);
    middle_.z -= lattice_.size[2] / 2;
    floor_ = empty();
    for (std::size_t c = 0; c < wide.size(); ++c)
      if (wide[c] != 0) addCell(first + static_cast<std::int64_t>(c), floor_);
  }

  const PitDesignQuestion& question_;
  const Lattice& lattice_;
  Vec3 middle_;
  Outline floor_{};
};

/// The ramp on one bench, one value a spoke.
struct RampOnBench {
  Outline width{}, rise{};
};

class Designer {
 public:
  Designer(const PitDesignQuestion& question, const ShellPlan& plan)
      : slope_(question.terms.slope),
        plan_(plan),
        run_(slope_.benchHeight / std::tan(slope_.faceAngle * kRadian)) {}

  std::vector<PitBench> design(double top) {
    std::vector<PitBench> benches;
    Outline toe = plan_.floor();
    RampOnBench ramp;
    for (double level = plan_.middle().z; level < top - 1e-6; level += slope_.benchHeight) {
      const Outline shell = plan_.outlineAt(level + slope_.benchHeight / 2);
      // The wall of the shell is met half way up the face.
      for (std::size_t s = 0; s < kSpokes; ++s) toe[s] = std::max(toe[s], shell[s] - run_ / 2);
      toe = rounded(toe);
      toes_.push_back(toe);
      RampOnBench next;
      climb(toe, ramp, next);
      benches.push_back(bench(level, toe, ramp));
      ramp = next;
      toe = behindBerm(benches.back());
    }
    return benches;
  }

  /// The outlines of the toes.
  const std::vector<Outline>& toes() const { return toes_; }

 private:
  Outline behindBerm(const PitBench& bench) const {
    Outline outline = empty();
    for (const Vec3& place : bench.crest) include(outline, place - plan_.middle());
    for (double& reach : outline) reach += slope_.berm;
    return outline;
  }

  double advance(const Outline& toe) {
    const Vec3 here = placeOn(toe, head_);
    head_ = (head_ + 1) % kSpokes;
    return length(placeOn(toe, head_) - here);
  }

  /// Up the bench at the ramp's gradient, then level across the berm to the foot of the bench above.
  void climb(const Outline& toe, RampOnBench& ramp, RampOnBench& next) {
    std::size_t turns = 0;
    for (double rise = 0; rise < slope_.benchHeight && turns < kSpokes; ++turns) {
      ramp.width[head_] = slope_.rampWidth;
      ramp.rise[head_] = rise;
      rise += advance(toe) * slope_.rampGrade;
    }
    const double landing = kLanding * slope_.rampWidth;
    for (double run = 0; run < landing && turns < kSpokes; ++turns) {
      ramp.width[head_] = slope_.rampWidth * (1 - run / landing);
      ramp.rise[head_] = slope_.benchHeight;
      next.width[head_] = slope_.rampWidth * run / landing;
      run += advance(toe);
    }
  }

  PitBench bench(double level, const Outline& toe, const RampOnBench& ramp) const {
    PitBench made{.level = level, .toe = {}, .rampInner = {}, .rampOuter = {}, .crest = {}};
    const double cotangent = run_ / slope_.benchHeight;
    for (std::size_t s = 0; s < kSpokes; ++s) {
      const Vec3 start = plan_.middle() + placeOn(toe, s);
      const auto at = [&](double out, double rise) {
        const Vec3 p = start + directions()[s] * out;
        return Vec3{p.x, p.y, level + rise};
      };
      double out = 0;
      made.toe.push_back(at(out, 0));
      made.rampInner.push_back(at(out += ramp.rise[s] * cotangent, ramp.rise[s]));
      made.rampOuter.push_back(at(out += ramp.width[s], ramp.rise[s]));
      made.crest.push_back(at(out += (slope_.benchHeight - ramp.rise[s]) * cotangent, slope_.benchHeight));
    }
    return made;
  }

  const PitSlope& slope_;
  const ShellPlan& plan_;
  double run_;
  std::vector<Outline> toes_;
  std::size_t head_ = 0;
};

double areaOf(const std::vector<Vec3>& ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Vec3 &a = ring[i], &b = ring[(i + 1) % ring.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

/// Whether a place, relative to the middle, lies inside the outline moved out by `out`.
bool within(const Outline& outline, const Vec3& place, double out) {
  for (std::size_t s = 0; s < kSpokes; s += 2)
    if (dot(place, directions()[s]) > outline[s] + out) return false;
  return true;
}

/// Volumes of shell and design, and how much of the shell the design takes (the ramp's bulges left out).
void measure(const PitDesignQuestion& question, const ShellPlan& plan, const std::vector<Outline>& toes,
             PitDesign& design) {
  const PitSlope& slope = question.terms.slope;
  const double cotangent = 1 / std::tan(slope.faceAngle * kRadian);
  std::size_t shell = 0, inside = 0;
  for (std::int64_t cell = 0; cell < question.lattice.cellCount(); ++cell) {
    if (!plan.holds(cell)) continue;
    const Vec3 place = question.lattice.center(cell) - plan.middle();
    if (place.z < 0) continue;
    ++shell;
    const auto bench = static_cast<std::size_t>(place.z / slope.benchHeight);
    if (bench >= toes.size()) continue;
    const double rise = place.z - static_cast<double>(bench) * slope.benchHeight;
    if (within(toes[bench], place, rise * cotangent)) ++inside;
  }
  design.shellVolume = static_cast<double>(shell) * question.lattice.cellVolume();
  design.shellInside = shell > 0 ? static_cast<double>(inside) / static_cast<double>(shell) : 0;
  for (const PitBench& bench : design.benches) {
    const double toe = areaOf(bench.toe), crest = areaOf(bench.crest);
    design.designVolume += slope.benchHeight * (toe + crest + std::sqrt(std::max(0.0, toe * crest))) / 3;
  }
}

}  // namespace

PitDesign designPit(const PitDesignQuestion& question) {
  PitDesign design;
  design.fault = faultOf(question.lattice);
  if (!design.fault.empty()) return design;
  ShellPlan plan(question);
  if (!plan.findFloor()) {
    design.fault = "no bench of the shell is wide enough for the floor";
    return design;
  }
  double top = question.lattice.bounds().max.z;
  if (question.terrain != nullptr) top = std::max(top, question.terrain->bounds().max.z);
  Designer designer(question, plan);
  design.benches = designer.design(top);
  measure(question, plan, designer.toes(), design);
  const double height = question.terms.slope.benchHeight;
  if (question.terrain != nullptr) {
    design.mesh = benchMeshBelow(design.benches, height, *question.terrain);
  } else {
    design.mesh = benchMesh(design.benches, height);
    describe(design.mesh);
  }
  design.mesh.name = "pit design";
  if (design.mesh.triangles.empty()) design.fault = "the floor of the shell does not lie below the terrain";
  return design;
}

}  // namespace adit::planning
