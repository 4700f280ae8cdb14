// The columns of an object under the names by which a person addresses them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/deposit.h"
#include "geology/model/named_column.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

using geology::findNamed;
using geology::NamedColumn;
using geology::namedColumns;

/// A terrain can be coloured by its height, which is no column of a file.
constexpr std::string_view kElevation = "elevation";

/// Those of the model, then those of its data support under names that the model does not have itself.
std::vector<NamedColumn> blockColumns(const geology::Deposit& deposit, const geology::BlockModel& model);

/// Drillholes: interval columns; block models: blockColumns; surfaces: of triangles, then of vertices;
/// terrains: `kElevation`, without values (they are the heights); others: their own. Empty for unknown
/// objects.
std::vector<NamedColumn> columnsOf(const geology::Deposit& deposit, std::string_view object);
/// One column of an object by its address, nullptr when there is none. "table.column" is known too where the
/// short name would be enough.
const geology::Column* columnOf(const geology::Deposit& deposit, std::string_view object,
                                std::string_view address);

std::optional<geology::ObjectEntry> findObject(const geology::Deposit& deposit, std::string_view name);
geology::Box3 boundsOf(const geology::Deposit& deposit, const geology::ObjectEntry& object);

/// The table whose intervals are drawn: that of colorBy, else that of sizeBy, else the first; nullptr when
/// there is none.
const geology::IntervalTable* shownTable(const geology::DrillHoles& holes, const LayerState& layer);

}  // namespace adit::viewer
