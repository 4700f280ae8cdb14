// A set of drillholes: collars, their desurveyed traces, and any number of interval tables.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/column.h"
#include "geology/model/hole_trace.h"
#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::geology {

/// How the trace of a hole was made; everything but Surveyed is shown as a doubt.
enum class TraceBasis : std::uint8_t { Surveyed, SingleSurvey, CollarDirection, AssumedVertical };

/// One survey reading. Azimuth clockwise from grid north, dip POSITIVE DOWN, both in degrees, whatever the
/// file had.
struct SurveyStation {
  double depth = 0;
  double azimuth = 0;
  double dip = 90;

  friend bool operator==(const SurveyStation&, const SurveyStation&) = default;
};

struct DrillHole {
  std::string id;
  Vec3 collar;
  double length = 0;  ///< end of hole: stated, else the deepest station or interval
  bool lengthStated = false;
  TraceBasis basis = TraceBasis::Surveyed;
  std::vector<SurveyStation> surveys;  ///< as used, ordered
  HoleTrace trace;                     ///< never empty in a loaded deposit
  std::size_t collarLine = 0;          ///< 1-based line in the collar file
};

/// Rows "hole, from, to, values". Row arrays run in parallel and are ordered by hole, then from.
struct IntervalTable {
  std::string name;                 ///< e.g. "assay"; from the file's name
  std::vector<std::uint32_t> hole;  ///< index into DrillHoles::holes
  std::vector<double> from, to;     ///< depths down the hole
  std::vector<Column> columns;
  std::vector<std::uint32_t> line;  ///< 1-based line in the source file
  Provenance source;

  std::size_t size() const { return from.size(); }
};

struct DrillHoles {
  std::string name;
  std::vector<DrillHole> holes;
  std::vector<Column> collarColumns;  ///< one row a hole
  std::vector<IntervalTable> tables;
  std::vector<Provenance> sources;  ///< collar file, survey file; each table has its own

  Box3 bounds() const;  ///< of the traces, collar to end
  const IntervalTable* table(std::string_view tableName) const;
  std::optional<std::uint32_t> holeIndex(std::string_view id) const;
};

/// A column of one interval table, addressed as "assay.Cu_pct", or "Cu_pct" when only one table has it.
struct IntervalColumnRef {
  const IntervalTable* table = nullptr;
  const Column* column = nullptr;
};
IntervalColumnRef findIntervalColumn(const DrillHoles& holes, std::string_view name);
/// Every interval column's address: "Cu_pct", or "table.Cu_pct" where two tables share the name.
std::vector<std::string> intervalColumnNames(const DrillHoles& holes);

}  // namespace adit::geology
