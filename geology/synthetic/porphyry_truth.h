// The one truth of the synthetic porphyry: what the rock is at any point. Drillholes, tests and lessons
// sample it.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>

#include "geology/model/vec3.h"
#include "geology/synthetic/porphyry_body.h"
#include "geology/synthetic/random_field.h"

namespace adit::synthetic {

enum class Lithology : std::uint8_t {
  Alluvium,
  Andesite,
  Tuff,
  QuartzDiorite,  ///< the stocks
  Granodiorite,   ///< their late, poorer middle
  Breccia,
  LateDyke,  ///< barren, younger than the ore
};
enum class OxidationZone : std::uint8_t { Leached, Supergene, Hypogene };

/// Codes as a geologist logs them: "QDP"; names as a legend shows them: "potassic".
const char* lithologyCode(Lithology lithology);
const char* alterationName(Alteration alteration);
const char* oxidationZoneName(OxidationZone zone);

struct Rock {
  Lithology lithology = Lithology::Andesite;
  Alteration alteration = Alteration::Unaltered;
  OxidationZone zone = OxidationZone::Hypogene;
  double radius = 0;       ///< see Shell
  double copperTrend = 0;  ///< expected copper at this place, %, before its own chance

  bool sameLog(const Rock& o) const {
    return lithology == o.lithology && alteration == o.alteration && zone == o.zone;
  }
};

struct Grades {
  double copper = 0;      ///< %
  double gold = 0;        ///< g/t
  double molybdenum = 0;  ///< ppm
  double density = 0;     ///< t/m3
};

/// The surface at a place: its height and the metres of gravel below it.
struct Ground {
  double height = 0;
  double alluvium = 0;
};
using GroundAt = std::function<Ground(double x, double y)>;

class PorphyryTruth {
 public:
  /// `datum`: the origin of PorphyryBody's frame in the world.
  PorphyryTruth(std::uint64_t seed, const geology::Vec3& datum, GroundAt ground);

  /// Nothing above the surface.
  std::optional<Rock> rockAt(const geology::Vec3& world) const;
  Grades gradesAt(const geology::Vec3& world, const Rock& rock) const;

  const PorphyryBody& body() const { return body_; }
  const geology::Vec3& datum() const { return datum_; }
  Ground groundAt(double x, double y) const { return ground_(x, y); }

 private:
  OxidationZone zoneAt(const geology::Vec3& p, double depth, Alteration alteration) const;
  Lithology lithologyAt(const geology::Vec3& p, const Shell& shell) const;

  PorphyryBody body_;
  geology::Vec3 datum_;
  GroundAt ground_;
  RandomField broad_, fine_, goldOnly_, molybdenumOnly_;  // of the logarithms of the grades
  RandomField cap_, blanket_;                             // of the depths of leaching and enrichment
  RandomField folds_, fragments_;                         // of the layers of the host rock and of the breccia
};

}  // namespace adit::synthetic
