#include "geology/model/drillholes.h"

#include <algorithm>

namespace adit::geology {

Box3 DrillHoles::bounds() const {
  Box3 box;
  for (const DrillHole& hole : holes) {
    box.include(hole.collar);
    if (hole.trace.empty()) continue;
    for (const TraceStation& station : hole.trace.stations())
      if (station.depth <= hole.length) box.include(station.position);
    box.include(hole.trace.positionAt(hole.length));
  }
  return box;
}

const IntervalTable* DrillHoles::table(std::string_view tableName) const {
  const auto it =
      std::find_if(tables.begin(), tables.end(), [&](const IntervalTable& t) { return t.name == tableName; });
  return it == tables.end() ? nullptr : &*it;
}

std::optional<std::uint32_t> DrillHoles::holeIndex(std::string_view id) const {
  for (std::size_t i = 0; i < holes.size(); ++i)
    if (holes[i].id == id) return static_cast<std::uint32_t>(i);
  return std::nullopt;
}

IntervalColumnRef findIntervalColumn(const DrillHoles& holes, std::string_view name) {
  for (const IntervalTable& table : holes.tables)
    if (const Column* column = findColumn(table.columns, name)) return {&table, column};
  for (const IntervalTable& table : holes.tables) {
    if (!name.starts_with(table.name + ".")) continue;
    if (const Column* column = findColumn(table.columns, name.substr(table.name.size() + 1)))
      return {&table, column};
  }
  return {};
}

std::vector<std::string> intervalColumnNames(const DrillHoles& holes) {
  std::vector<std::string> names;
  for (const IntervalTable& table : holes.tables)
    for (const Column& column : table.columns)
      names.push_back(findIntervalColumn(holes, column.name).table == &table
                          ? column.name
                          : table.name + "." + column.name);
  return names;
}

}  // namespace adit::geology
