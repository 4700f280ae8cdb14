#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

using geology::Deposit;
using geology::DrillHoles;
using geology::ObjectEntry;
using geology::ObjectKind;

std::vector<NamedColumn> intervalColumns(const DrillHoles& holes) {
  const std::vector<std::string> names = geology::intervalColumnNames(holes);
  std::vector<NamedColumn> columns;
  columns.reserve(names.size());
  for (const geology::IntervalTable& table : holes.tables)
    for (const geology::Column& column : table.columns) columns.push_back({names[columns.size()], &column});
  return columns;
}

const geology::Column& elevationColumn() {
  static const geology::Column kColumn = geology::numericColumn(std::string(kElevation), {});
  return kColumn;
}

}  // namespace

std::vector<NamedColumn> blockColumns(const Deposit& deposit, const geology::BlockModel& model) {
  std::vector<NamedColumn> columns = namedColumns(model.columns);
  const geology::DataSupport* support = geology::supportOf(deposit, model);
  if (support == nullptr) return columns;
  for (const geology::Column& column : support->columns)
    if (findNamed(columns, column.name) == nullptr) columns.push_back({column.name, &column});
  return columns;
}

namespace {

std::vector<NamedColumn> columnsOf(const Deposit& deposit, const ObjectEntry& object) {
  switch (object.kind) {
    case ObjectKind::DrillHoles:
      return intervalColumns(*deposit.drillholes[object.index]);
    case ObjectKind::BlockModel:
      return blockColumns(deposit, *deposit.blockModels[object.index]);
    case ObjectKind::Points:
      return namedColumns(deposit.points[object.index]->columns);
    case ObjectKind::Mesh: {
      const geology::TriangleMesh& mesh = *deposit.meshes[object.index];
      std::vector<NamedColumn> columns = namedColumns(mesh.triangleColumns);
      for (const geology::Column& column : mesh.vertexColumns) columns.push_back({column.name, &column});
      return columns;
    }
    case ObjectKind::Terrain:
      return {{std::string(kElevation), &elevationColumn()}};
    case ObjectKind::Image:
    case ObjectKind::Asset:
      return {};
  }
  return {};
}

}  // namespace

std::vector<NamedColumn> columnsOf(const Deposit& deposit, std::string_view object) {
  const auto entry = findObject(deposit, object);
  return entry ? columnsOf(deposit, *entry) : std::vector<NamedColumn>{};
}

const geology::Column* columnOf(const Deposit& deposit, std::string_view object, std::string_view address) {
  const auto entry = findObject(deposit, object);
  if (!entry) return nullptr;
  if (entry->kind == ObjectKind::DrillHoles)
    return geology::findIntervalColumn(*deposit.drillholes[entry->index], address).column;
  const std::vector<NamedColumn> columns = columnsOf(deposit, *entry);
  const NamedColumn* named = findNamed(columns, address);
  return named == nullptr ? nullptr : named->column;
}

std::optional<ObjectEntry> findObject(const Deposit& deposit, std::string_view name) {
  for (ObjectEntry& entry : objects(deposit))
    if (entry.name == name) return std::move(entry);
  return std::nullopt;
}

geology::Box3 boundsOf(const Deposit& deposit, const ObjectEntry& object) {
  switch (object.kind) {
    case ObjectKind::DrillHoles:
      return deposit.drillholes[object.index]->bounds();
    case ObjectKind::BlockModel:
      return deposit.blockModels[object.index]->lattice.bounds();
    case ObjectKind::Mesh:
      return deposit.meshes[object.index]->bounds();
    case ObjectKind::Terrain:
      return deposit.terrains[object.index]->bounds();
    case ObjectKind::Points:
      return deposit.points[object.index]->bounds();
    case ObjectKind::Asset:
      return deposit.assets[object.index]->bounds();
    case ObjectKind::Image:
      return {};
  }
  return {};
}

const geology::IntervalTable* shownTable(const DrillHoles& holes, const LayerState& layer) {
  for (const std::string& address : {layer.colorBy, layer.sizeBy})
    if (!address.empty())
      if (const auto found = geology::findIntervalColumn(holes, address); found.table != nullptr)
        return found.table;
  return holes.tables.empty() ? nullptr : &holes.tables.front();
}

}  // namespace adit::viewer
