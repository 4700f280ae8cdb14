// What the headers of drillhole tables mean, in the spellings that occur (English, Spanish, database
// exports).
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace adit::formats {

enum class DrillField : std::uint8_t {
  HoleId,
  X,
  Y,
  Z,
  Longitude,
  Latitude,
  EndOfHole,  ///< total depth of a hole
  Depth,      ///< of a survey station; the total depth in a collar table without a better column
  Azimuth,
  Dip,
  From,
  To,
};
constexpr std::size_t kDrillFieldCount = 12;

/// "hole-id", "x", ... : the word in the choice "<file>/column-hole-id".
std::string_view drillFieldName(DrillField field);

struct FieldMatch {
  DrillField field;
  std::size_t rank;  ///< 0 = the plainest name; the lower rank wins when two columns have one meaning
};
/// The meaning of a header, compared without case, blanks, underscores, accents and units.
std::optional<FieldMatch> drillField(std::string_view header);

/// The header states a grade: a unit such as % or ppm, or an element or oxide ("Cu", "PL_CU", "Fe2O3_pct").
bool namesGrade(std::string_view header);
/// The header states a code: "rock code", "LITH", "domain".
bool namesCode(std::string_view header);

}  // namespace adit::formats
