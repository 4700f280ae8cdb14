#include "geology/project/degree_collars.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/import_choice.h"

namespace adit::project {
namespace {

using formats::DrillRole;
using formats::DrillTable;
using geology::Severity;

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

/// Holes of 100 m whose collars lie within 0.3 m of each other would be one hole; within 0.3 degrees they are
/// a district.
bool looksLikeDegrees(const DrillTable& table, double depth) {
  constexpr double kDepthPerExtent = 300;
  geology::Box3 box;
  bool whole = true;
  for (std::size_t i = 0; i < table.x.size() && i < table.y.size(); ++i) {
    const geology::Vec3 place{table.x[i], table.y[i], 0};
    if (!geology::isFinite(place)) continue;
    box.include(place);
    whole = whole && place.x == std::round(place.x) && place.y == std::round(place.y);
  }
  if (whole || box.empty()) return false;
  const double extent = std::max(box.max.x - box.min.x, box.max.y - box.min.y);
  const bool onEarth = box.min.x >= -180 && box.max.x <= 180 && box.min.y >= -90 && box.max.y <= 90;
  return onEarth && extent > 0 && extent * kDepthPerExtent < depth;
}

}  // namespace

void recogniseDegrees(Draft& draft, const formats::ImportChoices& choices) {
  const double depth = deepest(draft);
  for (Found<DrillTable>& found : draft.tables) {
    DrillTable& table = found.object;
    const std::string& path = table.source.path;
    if (table.role != DrillRole::Collar || table.geographic) continue;
    if (formats::personsAnswer(choices, path, "crs") != nullptr) continue;
    const bool asked = formats::personsAnswer(choices, path, "coordinates") != nullptr;
    const bool degrees = looksLikeDegrees(table, depth);
    if (!degrees && !asked) continue;
    const formats::Decision decision{choices, table.source, draft.diagnostics};
    const std::string answer = decision.take("coordinates", degrees ? "degrees" : "lengths",
                                             "how far the collars lie apart", {"degrees", "lengths"});
    table.geographic = answer == "degrees";
    if (table.geographic && !asked)
      draft.diagnostics.push_back({.severity = Severity::Warning,
                                   .code = "DH-LOOKS-GEOGRAPHIC",
                                   .file = path,
                                   .message =
                                       "the collars lie so close together, within 180 and 90, that they "
                                       "are taken for degrees of longitude and latitude",
                                   .remedy = "if they are lengths, set the choice " +
                                             formats::choiceKey(path, "coordinates") + "=lengths",
                                   .count = table.x.size()});
  }
}

}  // namespace adit::project
