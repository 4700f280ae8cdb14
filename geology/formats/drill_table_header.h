// Which drillhole table a delimited text is, by its header and its first rows.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/column_names.h"
#include "geology/formats/delimited.h"
#include "geology/formats/drill_table.h"

namespace adit::formats {

struct DrillHeader {
  DrillRole role = DrillRole::Interval;
  std::vector<std::string> names;  ///< one a column, as in the file, in UTF-8
  /// The column of each field, by DrillField; only fields that the role uses.
  std::array<std::optional<std::size_t>, kDrillFieldCount> columns;
  int score = 0;  ///< how sure, see Reader::recognise

  std::optional<std::size_t> column(DrillField field) const {
    return columns[static_cast<std::size_t>(field)];
  }
};

/// The fields that a table of that role has, whether they must be there or not. A collar table has X, Y or
/// Longitude, Latitude.
const std::vector<DrillField>& fieldsOf(DrillRole role);

/// Nothing when the first record is not the header of a drillhole table. Lines before the header that start
/// with '#' are comments.
/// A `role` that is given is taken, whatever the columns say.
std::optional<DrillHeader> findDrillHeader(std::string_view text, const Dialect& dialect,
                                           std::optional<DrillRole> role = std::nullopt);

/// Moves the scanner behind the header: the next record is the first row.
bool skipToRows(RecordScanner& scanner, Record& header);

}  // namespace adit::formats
