#include "geology/synthetic/porphyry_truth.h"

#include <algorithm>
#include <cmath>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

using geology::Vec3;

constexpr double kFlat = 1e9;  // a length along z that makes a field the same at every depth
constexpr double kCopperCv = 0.42;
constexpr double kGoldCv = 0.55;
constexpr double kMolybdenumCv = 0.8;

// Lognormal with arithmetic mean `mean` and coefficient of variation `cv`, at the standard normal score z.
double lognormal(double mean, double cv, double z) {
  const double variance = std::log(1 + cv * cv);
  return mean * std::exp(std::sqrt(variance) * z - variance / 2);
}

bool inLateDyke(const Vec3& warped) {
  return std::abs(0.94 * warped.x + 0.34 * warped.y - 60) < 28;
}

double densityOf(const Rock& rock) {
  if (rock.lithology == Lithology::Alluvium) return 2.0;
  if (rock.zone == OxidationZone::Leached) return 2.45;
  if (rock.zone == OxidationZone::Supergene) return 2.52;
  return rock.alteration == Alteration::Phyllic ? 2.58 : 2.64;
}

// What weathering did to the copper: taken from the leached cap, laid down below it, most where there was
// pyrite.
double copperFactor(const Rock& rock) {
  if (rock.zone == OxidationZone::Leached) return 0.35;
  if (rock.zone == OxidationZone::Hypogene) return 1;
  return rock.alteration == Alteration::Phyllic ? 1.75 : 1.25;
}

}  // namespace

const char* lithologyCode(Lithology lithology) {
  switch (lithology) {
    case Lithology::Alluvium:
      return "ALV";
    case Lithology::Andesite:
      return "AND";
    case Lithology::Tuff:
      return "TUF";
    case Lithology::QuartzDiorite:
      return "QDP";
    case Lithology::Granodiorite:
      return "GDP";
    case Lithology::Breccia:
      return "HBX";
    case Lithology::LateDyke:
      return "LDK";
  }
  return "";
}

const char* alterationName(Alteration alteration) {
  switch (alteration) {
    case Alteration::Unaltered:
      return "unaltered";
    case Alteration::Propylitic:
      return "propylitic";
    case Alteration::Phyllic:
      return "phyllic";
    case Alteration::Potassic:
      return "potassic";
  }
  return "";
}

const char* oxidationZoneName(OxidationZone zone) {
  switch (zone) {
    case OxidationZone::Leached:
      return "leached";
    case OxidationZone::Supergene:
      return "supergene";
    case OxidationZone::Hypogene:
      return "hypogene";
  }
  return "";
}

PorphyryTruth::PorphyryTruth(std::uint64_t seed, const Vec3& datum, GroundAt ground)
    : body_(seed),
      datum_(datum),
      ground_(std::move(ground)),
      broad_({subSeed(seed, 111), {90, 90, 140}}),
      fine_({subSeed(seed, 112), {20, 20, 30}}),
      goldOnly_({subSeed(seed, 113), {60, 60, 90}}),
      molybdenumOnly_({subSeed(seed, 114), {60, 60, 90}}),
      cap_({subSeed(seed, 115), {200, 200, kFlat}, Covariance::Gaussian}),
      blanket_({subSeed(seed, 116), {200, 200, kFlat}, Covariance::Gaussian}),
      folds_({subSeed(seed, 117), {400, 400, 400}, Covariance::Gaussian}),
      fragments_({subSeed(seed, 118), {60, 60, 120}, Covariance::Gaussian}) {}

std::optional<Rock> PorphyryTruth::rockAt(const Vec3& world) const {
  const Ground ground = ground_(world.x, world.y);
  const double depth = ground.height - world.z;
  if (!(depth >= 0)) return std::nullopt;
  Rock rock;
  if (depth < ground.alluvium) {
    rock.lithology = Lithology::Alluvium;
    rock.zone = OxidationZone::Leached;
    return rock;
  }
  const Vec3 p = world - datum_;
  const Shell shell = body_.at(p);
  rock.radius = shell.radius;
  rock.alteration = shell.alteration;
  rock.zone = zoneAt(p, depth - ground.alluvium, shell.alteration);
  rock.lithology = lithologyAt(p, shell);
  rock.copperTrend =
      shell.copperTrend * copperFactor(rock) * (rock.lithology == Lithology::LateDyke ? 0.2 : 1);
  return rock;
}

OxidationZone PorphyryTruth::zoneAt(const Vec3& p, double depth, Alteration alteration) const {
  const bool pyrite = alteration == Alteration::Phyllic;
  const double leached = 55 + 22 * cap_.at(p) + (pyrite ? 15 : 0);
  if (depth < leached) return OxidationZone::Leached;
  const double enriched = leached + (pyrite ? 45 : 12) + 12 * blanket_.at(p);
  return depth < enriched ? OxidationZone::Supergene : OxidationZone::Hypogene;
}

Lithology PorphyryTruth::lithologyAt(const Vec3& p, const Shell& shell) const {
  if (inLateDyke(shell.warped)) return Lithology::LateDyke;
  if (shell.radius > 0.45 && shell.radius < 1 && fragments_.at(p) > 1.7) return Lithology::Breccia;
  if (shell.radius < 0.3) return Lithology::Granodiorite;
  if (shell.radius < 0.62) return Lithology::QuartzDiorite;
  // Layers of 260 m that dip gently to the south-east: tuff at the foot of each, andesite above.
  const double layer = (p.z + 0.22 * p.x - 0.12 * p.y + 45 * folds_.at(p)) / 260;
  return layer - std::floor(layer) < 0.27 ? Lithology::Tuff : Lithology::Andesite;
}

Grades PorphyryTruth::gradesAt(const Vec3& world, const Rock& rock) const {
  Grades grades;
  const Vec3 p = world - datum_;
  const double broad = broad_.at(p);
  const double fine = fine_.at(p);
  grades.density = densityOf(rock) + 0.025 * fine;
  if (rock.lithology == Lithology::Alluvium) return grades;
  grades.copper = lognormal(rock.copperTrend, kCopperCv, 0.85 * broad + 0.53 * fine);
  // Gold stays where weathering moves the copper: its trend is that of the rock before it.
  const double goldTrend =
      0.5 * rock.copperTrend / copperFactor(rock) * (rock.alteration == Alteration::Potassic ? 1.15 : 0.7);
  grades.gold = lognormal(goldTrend, kGoldCv, 0.85 * broad + 0.53 * goldOnly_.at(p));
  const double ring = std::exp(-std::pow((rock.radius - 0.95) / 0.35, 2));  // outside the copper
  grades.molybdenum = lognormal(4 + 90 * ring, kMolybdenumCv, 0.3 * broad + 0.95 * molybdenumOnly_.at(p)) *
                      (rock.lithology == Lithology::LateDyke ? 0.2 : 1);
  return grades;
}

}  // namespace adit::synthetic
