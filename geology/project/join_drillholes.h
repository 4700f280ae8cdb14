// From drillhole tables to drillholes: which tables belong together, dip sign, north, lengths, traces,
// checks.
#pragma once
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/drillholes.h"

namespace adit::project {

struct JoinResult {
  /// One for each collar table, in the order of the tables; named "drillholes", or after the collar file when
  /// there are several.
  std::vector<geology::DrillHoles> drillholes;
  geology::Diagnostics diagnostics;
};

/// Every table finds the collar table that has most of its hole ids; rows of other tables' holes go to those.
/// Ids are compared trimmed and exact, then ignoring case (reported). Nothing is repaired silently: what is
/// not used and what is doubtful is a Diagnostic with a count. Choices that are looked up, with the survey
/// file's name:
///   "<file>/dip-sign"     negative-down | positive-down   (guess: the sign of most dips)
///   "<file>/north"        grid | true | magnetic          (guess: grid)
///   "<file>/declination"  degrees, east positive, added to every azimuth when north is true or magnetic
/// Doglegs are judged over 30 metres in the unit of the deposit; without one in that of the survey's header.
JoinResult joinDrillholes(std::vector<formats::DrillTable> tables, const formats::ImportChoices& choices,
                          std::optional<geology::LengthUnit> unit = std::nullopt);

}  // namespace adit::project
