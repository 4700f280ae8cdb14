#include "geology/project/length_unit.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>

#include "geology/formats/import_choice.h"
#include "geology/project/depth_unit.h"
#include "geology/project/middle.h"

namespace adit::project {

namespace {

using geology::LengthUnit;
using geology::Severity;

std::optional<LengthUnit> unitOf(const std::string& symbol) {
  if (symbol == "m") return LengthUnit::Metre;
  if (symbol == "ft") return LengthUnit::Foot;
  return std::nullopt;
}

const char* unitWord(LengthUnit unit) {
  return unit == LengthUnit::Metre ? "metres" : "feet";
}

/// The person's answer; an answer that is no unit is said and left.
std::optional<LengthUnit> chosenUnit(Draft& draft, const formats::ImportChoices& choices) {
  const std::string* answer = formats::personsAnswer(choices, "unit");
  if (answer == nullptr) return std::nullopt;
  const std::optional<LengthUnit> unit = unitOf(*answer);
  if (!unit)
    draft.diagnostics.push_back({.severity = Severity::Warning,
                                 .code = "TAB-BAD-CHOICE",
                                 .file = {},
                                 .message = "the choice unit cannot be \"" + *answer + "\"",
                                 .remedy = "choose one of: m, ft"});
  return unit;
}

/// That of the coordinates; a foot of 12 inches or of the US survey, which differ by 2 parts in a million.
std::optional<LengthUnit> crsUnit(const Draft& draft) {
  if (std::abs(draft.crsUnitInMetres - 1) < 1e-9) return LengthUnit::Metre;
  if (std::abs(draft.crsUnitInMetres - 0.3048) < 1e-6) return LengthUnit::Foot;
  return std::nullopt;
}

/// Coordinates are in the unit of their CRS, whatever anyone says; then lengths and volumes are not.
void sayAgainstCrs(Draft& draft, std::optional<LengthUnit> said, std::optional<LengthUnit> used) {
  const std::optional<LengthUnit> ofCrs = crsUnit(draft);
  if (!said || !ofCrs || *said == *ofCrs) return;
  draft.diagnostics.push_back({.severity = Severity::Warning,
                               .code = "PRJ-UNIT-CRS",
                               .file = {},
                               .message = std::string("the unit is stated as ") + unitWord(*said) +
                                          " and the coordinates of " + draft.crs + " are in " +
                                          unitWord(*ofCrs) + "; " + unitWord(*used) + " are taken",
                               .remedy = "leave out the choice unit, or correct the system of the files"});
}

/// What most tables that state a unit state.
std::optional<LengthUnit> tableUnit(const Draft& draft) {
  std::size_t metre = 0, foot = 0;
  for (const Found<formats::DrillTable>& table : draft.tables)
    if (const auto unit = unitOf(table.object.unit)) ++(*unit == LengthUnit::Metre ? metre : foot);
  if (metre + foot == 0) return std::nullopt;
  return foot > metre ? LengthUnit::Foot : LengthUnit::Metre;
}

/// Its depths will be brought into the unit of the deposit with the collars of its holes.
bool follows(const formats::DrillTable& table, const Draft& draft) {
  return std::any_of(draft.tables.begin(), draft.tables.end(), [&](const auto& collars) {
    return depthFactor(table, collars.object.heightFactor) != 1;
  });
}

/// Numbers are never converted because of a header alone: which of them it means is not sure enough.
void sayMixed(Draft& draft) {
  const formats::DrillTable* odd = nullptr;
  std::size_t count = 0;
  for (const Found<formats::DrillTable>& table : draft.tables) {
    const std::optional<LengthUnit> unit = unitOf(table.object.unit);
    if (!unit || *unit == draft.unit || follows(table.object, draft)) continue;
    if (count++ == 0) odd = &table.object;
  }
  if (odd == nullptr) return;
  const std::string unit = unitWord(draft.unit);
  draft.diagnostics.push_back(
      {.severity = Severity::Warning,
       .code = "PRJ-UNIT-MIXED",
       .file = odd->source.path,
       .message = std::string("the table is headed in ") + unitWord(*unitOf(odd->unit)) +
                  " and the deposit is in " + unit + "; its numbers are used as " + unit,
       .remedy = "convert the table to " + unit + ", or state the unit with the choice unit=m or unit=ft",
       .count = count});
}

/// Where most tables and models lie, in plan; NaN where none has a place.
geology::Vec3 middleOfAll(const Draft& draft) {
  std::vector<double> x, y;
  const auto include = [&](const geology::Vec3& place) {
    if (!geology::isFinite(place)) return;
    x.push_back(place.x);
    y.push_back(place.y);
  };
  for (const Found<formats::DrillTable>& table : draft.tables)
    if (!table.object.geographic) include(middleOf(table.object));
  for (const auto& model : draft.blockModels) include(model.object.lattice.bounds().center());
  return {medianOf(std::move(x)), medianOf(std::move(y)), 0};
}

/// US State Plane coordinates in feet have eastings of a million and more with northings below it; UTM has
/// neither (eastings 100,000 to 900,000), and Gauss-Krueger eastings above a million come with northings
/// above it.
std::optional<std::string> footHint(const Draft& draft) {
  const geology::Vec3 middle = middleOfAll(draft);
  if (!(middle.x > 1e6 && middle.x < 1e7 && middle.y > 0 && middle.y < 1e6)) return std::nullopt;
  char text[160];
  std::snprintf(text, sizeof text,
                "eastings of about %.0f with northings of about %.0f are usual in US State Plane feet and "
                "outside UTM",
                middle.x, middle.y);
  return text;
}

bool anythingMeasured(const Draft& draft) {
  return !draft.tables.empty() || !draft.blockModels.empty() || !draft.meshes.empty() ||
         !draft.points.empty() || !draft.terrains.empty();
}

void assumeUnit(Draft& draft) {
  const std::optional<std::string> hint = footHint(draft);
  draft.unit = hint ? LengthUnit::Foot : LengthUnit::Metre;
  if (!anythingMeasured(draft)) return;
  draft.diagnostics.push_back({.severity = hint ? Severity::Warning : Severity::Note,
                               .code = hint ? "PRJ-UNIT-HINT" : "PRJ-UNIT-ASSUMED",
                               .file = {},
                               .message = hint ? *hint + "; lengths are taken as feet"
                                               : "no file states the unit of length; metres are assumed",
                               .remedy = "state it with the choice unit=m or unit=ft"});
}

}  // namespace

void decideUnit(Draft& draft, const UnitRequest& request) {
  const std::optional<LengthUnit> chosen = chosenUnit(draft, request.choices);
  const std::optional<LengthUnit> saved = unitOf(request.saved);
  std::optional<LengthUnit> stated = chosen;
  if (!stated) stated = crsUnit(draft);
  sayAgainstCrs(draft, chosen ? chosen : saved, stated);
  if (!stated) stated = saved;
  if (!stated) stated = tableUnit(draft);
  draft.unitStated = stated.has_value();
  if (stated)
    draft.unit = *stated;
  else
    assumeUnit(draft);
  sayMixed(draft);
}

}  // namespace adit::project
