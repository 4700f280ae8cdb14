// A drillhole table as it stands in its file: role known, columns parsed, not yet joined with the others.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/column.h"
#include "geology/model/provenance.h"

namespace adit::formats {

enum class DrillRole : std::uint8_t { Collar, Survey, Interval };

/// Rows in file order; all arrays run in parallel. Which are filled depends on the role:
///   Collar    holeId, x, y, z, depth (NaN where not stated), azimuth and dip (may be empty arrays)
///   Survey    holeId, from (the station's depth), azimuth, dip  -- as in the file, sign not yet decided
///   Interval  holeId, from, to
/// `columns` are the remaining columns. Numbers that cannot be read are NaN and are in the diagnostics.
struct DrillTable {
  std::string name;
  DrillRole role = DrillRole::Interval;
  std::vector<std::string> holeId;
  std::vector<double> x, y, z, depth;
  std::vector<double> azimuth, dip;
  std::vector<double> from, to;
  std::vector<geology::Column> columns;
  std::vector<std::uint32_t> line;  ///< 1-based line of each row
  bool geographic = false;          ///< collar x, y are longitude and latitude in degrees
  /// Of collars that were brought into another system: by what their heights were multiplied.
  double heightFactor = 1;
  std::string unit;  ///< "m", "ft" if the headers or values say so ("Depth_ft"), else empty
  geology::Provenance source;
};

}  // namespace adit::formats
