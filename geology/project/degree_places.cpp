#include "geology/project/degree_places.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/import_choice.h"

namespace adit::project {
namespace {

using formats::DrillRole;
using formats::DrillTable;
using geology::Severity;
using geology::Vec3;

/// Holes of 100 m whose collars lie within 0.3 m of each other would be one hole; within 0.3 degrees they are
/// a district. Blocks of 10 m are not 3 cm wide.
constexpr double kHeightPerExtent = 300;
constexpr const char* kWgs84 = "EPSG:4326";

/// Of all tables: which of them belong together is not decided yet. No more than holes have: databases write
/// 90,000 for "down to the end".
double deepest(const Draft& draft) {
  constexpr double kDeepestHole = 3000;
  double depth = 0;
  for (const Found<DrillTable>& table : draft.tables)
    for (const std::vector<double>* depths : {&table.object.depth, &table.object.from, &table.object.to})
      for (const double value : *depths)
        if (std::isfinite(value)) depth = std::max(depth, value);
  return std::min(depth, kDeepestHole);
}

/// The places of something, as far as the doubt goes.
struct Places {
  geology::Box3 box;
  bool whole = true;  ///< nothing but whole numbers in plan

  void include(const Vec3& place) {
    if (!geology::isFinite(place)) return;
    box.include(place);
    whole = whole && place.x == std::round(place.x) && place.y == std::round(place.y);
  }
  double extent() const { return std::max(box.max.x - box.min.x, box.max.y - box.min.y); }
  bool mayBeDegrees() const {
    return !whole && !box.empty() && extent() > 0 && box.min.x >= -180 && box.max.x <= 180 &&
           box.min.y >= -90 && box.max.y <= 90;
  }
};

enum class Doubt { None, Slight, Strong };

Doubt doubtOf(const DrillTable& table, double depth) {
  Places places;
  for (std::size_t i = 0; i < table.x.size() && i < table.y.size(); ++i)
    places.include({table.x[i], table.y[i], 0});
  const bool degrees = places.mayBeDegrees() && places.extent() * kHeightPerExtent < depth;
  return degrees ? Doubt::Strong : Doubt::None;
}

Doubt doubtOf(const geology::BlockModel& model) {
  const geology::Lattice& lattice = model.lattice;
  Places places;
  places.include(lattice.bounds().min);
  places.include(lattice.bounds().max);
  const bool flat = std::max(lattice.size[0], lattice.size[1]) * kHeightPerExtent < lattice.size[2];
  return flat && places.mayBeDegrees() ? Doubt::Strong : Doubt::None;
}

Doubt doubtOf(const geology::PointSet& set) {
  Places places;
  for (const Vec3& point : set.points) places.include(point);
  if (!places.mayBeDegrees()) return Doubt::None;
  const double height = places.box.max.z - places.box.min.z;
  if (places.extent() * kHeightPerExtent < height) return Doubt::Strong;
  return height == 0 && places.extent() < 1 ? Doubt::Slight : Doubt::None;
}

/// What is said of the doubt.
struct Wording {
  const char* code;
  const char* what;
  std::size_t count;
};

/// True when they are taken for degrees; the person's word goes before the doubt.
bool takeDegrees(Draft& draft, const formats::ImportChoices& choices, geology::Provenance& source,
                 Doubt doubt, const Wording& wording) {
  const bool asked = formats::personsAnswer(choices, source.path, "coordinates") != nullptr;
  if (doubt == Doubt::None && !asked) return false;
  const formats::Decision decision{choices, source, draft.diagnostics};
  const bool degrees = decision.take("coordinates", doubt == Doubt::Strong ? "degrees" : "lengths",
                                     "how far they lie apart", {"degrees", "lengths"}) == "degrees";
  if (asked) return degrees;
  const std::string key = formats::choiceKey(source.path, "coordinates");
  draft.diagnostics.push_back(
      {.severity = Severity::Warning,
       .code = wording.code,
       .file = source.path,
       .message = wording.what +
                  std::string(degrees ? " lie so close together, within 180 and 90, that they are taken for "
                                        "degrees of longitude and latitude"
                                      : " lie less than 1 apart, within 180 and 90: they are taken for "
                                        "lengths, but may be degrees of longitude and latitude"),
       .remedy = degrees ? "if they are lengths, set the choice " + key + "=lengths"
                         : "if they are degrees, set the choice " + key + "=degrees",
       .count = wording.count});
  return degrees;
}

template <typename T>
void recogniseAll(Draft& draft, std::vector<Found<T>>& list, const formats::ImportChoices& choices,
                  const char* what) {
  for (Found<T>& found : list) {
    geology::Provenance& source = found.object.source;
    const bool stated = !found.crs.empty() || formats::personsAnswer(choices, source.path, "crs") != nullptr;
    if (stated) continue;
    if (takeDegrees(draft, choices, source, doubtOf(found.object), {"PRJ-LOOKS-GEOGRAPHIC", what, 1}))
      found.crs = kWgs84;
  }
}

}  // namespace

void recogniseDegrees(Draft& draft, const formats::ImportChoices& choices) {
  const double depth = deepest(draft);
  for (Found<DrillTable>& found : draft.tables) {
    DrillTable& table = found.object;
    if (table.role != DrillRole::Collar || table.geographic) continue;
    if (formats::personsAnswer(choices, table.source.path, "crs") != nullptr) continue;
    table.geographic = takeDegrees(draft, choices, table.source, doubtOf(table, depth),
                                   {"DH-LOOKS-GEOGRAPHIC", "the collars", table.x.size()});
  }
  recogniseAll(draft, draft.blockModels, choices, "the blocks");
  recogniseAll(draft, draft.points, choices, "the points");
}

}  // namespace adit::project
