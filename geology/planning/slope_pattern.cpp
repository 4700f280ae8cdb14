#include "geology/planning/slope_pattern.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace adit::planning {
namespace {

using geology::Lattice;

constexpr double kDegrees = std::numbers::pi / 180;
/// A cell whose centre lies on the cone belongs to it, whatever the last digits of a tangent are.
constexpr double kOnTheCone = 1e-9;
/// Of a cone that is wider than this nobody would see the end; flatter slopes than some 3 degrees.
constexpr int kWidestReach = 160;

double turn(double degrees) {
  const double rest = std::fmod(degrees, 360.0);
  return rest < 0 ? rest + 360 : rest;
}

/// The cells of one level of the cone that are reached, around the middle.
class Level {
 public:
  explicit Level(int reach)
      : reach_(reach),
        cells_(static_cast<std::size_t>(2 * reach + 1) * static_cast<std::size_t>(2 * reach + 1)) {}

  int reach() const { return reach_; }
  bool test(int dx, int dy) const {
    return std::abs(dx) <= reach_ && std::abs(dy) <= reach_ && cells_[indexOf(dx, dy)] != 0;
  }
  void set(int dx, int dy) {
    if (std::abs(dx) <= reach_ && std::abs(dy) <= reach_) cells_[indexOf(dx, dy)] = 1;
  }
  /// Everything of `lower`, moved.
  void addMoved(const Level& lower, int dx, int dy) {
    for (int y = -lower.reach_; y <= lower.reach_; ++y)
      for (int x = -lower.reach_; x <= lower.reach_; ++x)
        if (lower.test(x, y)) set(x + dx, y + dy);
  }

 private:
  std::size_t indexOf(int dx, int dy) const {
    return static_cast<std::size_t>(dx + reach_) +
           static_cast<std::size_t>(2 * reach_ + 1) * static_cast<std::size_t>(dy + reach_);
  }
  int reach_;
  std::vector<char> cells_;
};

class Cone {
 public:
  Cone(const Lattice& lattice, const std::vector<SlopeSector>& sectors)
      : lattice_(&lattice), sectors_(&sectors), up_(lattice.axis[2].z > 0 ? 1 : -1) {}

  int up() const { return up_; }
  bool holds(int dx, int dy, int level) const {
    const geology::Vec3 across =
        lattice_->axis[0] * (dx * lattice_->size[0]) + lattice_->axis[1] * (dy * lattice_->size[1]);
    const double distance = std::hypot(across.x, across.y);
    if (distance == 0) return true;
    const double azimuth = std::atan2(across.x, across.y) / kDegrees;
    const double radius = level * lattice_->size[2] / std::tan(slopeAngleAt(*sectors_, azimuth) * kDegrees);
    return distance <= radius * (1 + kOnTheCone);
  }
  /// Cells that a level may reach to a side.
  int reach(int level) const {
    double flattest = 90;
    for (const SlopeSector& sector : *sectors_) flattest = std::min(flattest, sector.angle);
    const double radius = level * lattice_->size[2] / std::tan(flattest * kDegrees);
    const double cells = radius * (1 + kOnTheCone) / std::min(lattice_->size[0], lattice_->size[1]);
    return static_cast<int>(std::min<double>(cells + 1, kWidestReach));
  }

 private:
  const Lattice* lattice_;
  const std::vector<SlopeSector>* sectors_;
  int up_;
};

}  // namespace

double slopeAngleAt(const std::vector<SlopeSector>& sectors, double azimuth) {
  const double direction = turn(azimuth);
  const SlopeSector* best = nullptr;
  double least = 360;
  for (const SlopeSector& sector : sectors) {
    const double behind = turn(direction - sector.azimuth);
    if (best != nullptr && behind >= least) continue;
    least = behind;
    best = &sector;
  }
  return best == nullptr ? 45 : best->angle;
}

std::string faultOf(const std::vector<SlopeSector>& sectors) {
  if (sectors.empty()) return "there is no slope";
  for (const SlopeSector& sector : sectors) {
    if (!std::isfinite(sector.azimuth)) return "the azimuth of a sector is no number";
    if (!(sector.angle >= 5 && sector.angle < 89.9)) return "a slope is 5 to 89.9 degrees";
  }
  for (std::size_t a = 0; a < sectors.size(); ++a)
    for (std::size_t b = a + 1; b < sectors.size(); ++b)
      if (turn(sectors[a].azimuth) == turn(sectors[b].azimuth)) return "two sectors begin at one azimuth";
  return {};
}

std::string faultOf(const Lattice& lattice) {
  constexpr double kVertical = 1e-6;
  if (std::abs(std::abs(lattice.axis[2].z) - 1) > kVertical)
    return "the third axis of the block model is not vertical, and benches are level";
  return {};
}

std::vector<CellOffset> slopeOffsets(const Lattice& lattice, const std::vector<SlopeSector>& sectors,
                                     int levels) {
  const Cone cone(lattice, sectors);
  std::vector<CellOffset> chosen;
  std::vector<Level> reached;  // by level; level 0 is the block itself
  reached.emplace_back(0);
  reached.front().set(0, 0);
  // A lattice of one cell across has nothing to reach on that side; offsets there would only cost time.
  const bool wide = lattice.count[0] != 1, deep = lattice.count[1] != 1;
  for (int k = 1; k <= levels; ++k) {
    Level level(cone.reach(k));
    for (const CellOffset& offset : chosen)
      level.addMoved(reached[static_cast<std::size_t>(k - std::abs(offset.dz))], offset.dx, offset.dy);
    for (int dy = -level.reach(); dy <= level.reach(); ++dy)
      for (int dx = -level.reach(); dx <= level.reach(); ++dx) {
        if ((dx != 0 && !wide) || (dy != 0 && !deep)) continue;
        if (level.test(dx, dy) || !cone.holds(dx, dy, k)) continue;
        level.set(dx, dy);
        chosen.push_back({static_cast<std::int16_t>(dx), static_cast<std::int16_t>(dy),
                          static_cast<std::int16_t>(k * cone.up())});
      }
    reached.push_back(std::move(level));
  }
  return chosen;
}

}  // namespace adit::planning
