#include <cmath>
#include <nlohmann/json.hpp>

#include "geology/model/block_memory.h"
#include "geology/project/object_sources.h"
#include "viewer/app/cli_check_report.h"
#include "viewer/app/deposit_summary.h"
#include "viewer/state/placement.h"

namespace adit::viewer {

namespace {

using Json = nlohmann::ordered_json;
using geology::Severity;
using geology::Vec3;

constexpr int kSchema = 1;

/// JSON has no NaN: a number that is none is null.
Json numberJson(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json pointJson(const Vec3& point) {
  return {numberJson(point.x), numberJson(point.y), numberJson(point.z)};
}

Json extentJson(const geology::Box3& box) {
  if (box.empty()) return nullptr;
  return {{"min", pointJson(box.min)}, {"max", pointJson(box.max)}};
}

Json columnsJson(const std::vector<geology::Column>& columns) {
  Json list = Json::array();
  for (const ColumnSummary& summary : summarise(columns)) {
    const geology::Column& column = *summary.column;
    Json entry{
        {"name", column.name}, {"kind", column.isNumeric() ? "numeric" : "category"}, {"unit", column.unit}};
    for (std::size_t state = 0; state < summary.states.size(); ++state)
      entry["states"][stateName(static_cast<geology::ValueState>(state))] = summary.states[state];
    if (column.isNumeric()) {
      entry["min"] = numberJson(static_cast<double>(summary.lo));
      entry["max"] = numberJson(static_cast<double>(summary.hi));
    } else {
      entry["categories"] = summary.categories;
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json holesJson(const geology::DrillHoles& holes) {
  const HolesSummary summary = summarise(holes);
  Json entry{{"name", holes.name},
             {"holes", holes.holes.size()},
             {"stations", summary.stations},
             {"totalLength", summary.totalLength}};
  for (std::size_t basis = 0; basis < summary.basis.size(); ++basis)
    entry["traces"][basisName(static_cast<geology::TraceBasis>(basis))] = summary.basis[basis];
  entry["extent"] = extentJson(holes.bounds());
  entry["collarColumns"] = columnsJson(holes.collarColumns);
  entry["tables"] = Json::array();
  for (const geology::IntervalTable& table : holes.tables)
    entry["tables"].push_back(
        {{"name", table.name}, {"intervals", table.size()}, {"columns", columnsJson(table.columns)}});
  return entry;
}

Json memoryJson(const geology::BlockMemory& memory) {
  return {{"total", memory.total()}, {"columns", memory.columns}, {"states", memory.states},
          {"cells", memory.cells},   {"boxes", memory.boxes},     {"lines", memory.lines}};
}

Json blocksJson(const geology::BlockModel& model) {
  const geology::Lattice& lattice = model.lattice;
  return {{"name", model.name},
          {"blocks", model.blockCount()},
          {"cells", lattice.cellCount()},
          {"absentCells", absentCells(model)},
          {"subBlocked", model.subBlocked()},
          {"rotated", lattice.rotated()},
          {"count", lattice.count},
          {"size", lattice.size},
          {"origin", pointJson(lattice.origin)},
          {"axes", {pointJson(lattice.axis[0]), pointJson(lattice.axis[1]), pointJson(lattice.axis[2])}},
          {"extent", extentJson(lattice.bounds())},
          {"memory", memoryJson(geology::memoryOf(model))},
          {"columns", columnsJson(model.columns)}};
}

Json surfaceJson(const geology::TriangleMesh& mesh) {
  return {{"name", mesh.name},
          {"vertices", mesh.vertices.size()},
          {"triangles", mesh.triangles.size()},
          {"lines", mesh.lines.size()},
          {"parts", mesh.parts},
          {"closed", mesh.closed},
          {"volume", mesh.closed ? numberJson(mesh.volume) : Json(nullptr)},
          {"area", numberJson(mesh.area)},
          {"extent", extentJson(mesh.bounds())},
          {"vertexColumns", columnsJson(mesh.vertexColumns)},
          {"triangleColumns", columnsJson(mesh.triangleColumns)}};
}

Json terrainJson(const geology::Terrain& terrain) {
  const TerrainSummary summary = summarise(terrain);
  return {{"name", terrain.name},
          {"columns", terrain.columns},
          {"rows", terrain.rows},
          {"step", {numberJson(summary.stepX), numberJson(summary.stepY)}},
          {"nodata", summary.nodata},
          {"minHeight", numberJson(static_cast<double>(summary.lo))},
          {"maxHeight", numberJson(static_cast<double>(summary.hi))},
          {"crs", terrain.crs},
          {"extent", extentJson(terrain.bounds())}};
}

Json imageJson(const geology::DrapeImage& image) {
  return {{"name", image.name},
          {"columns", image.columns},
          {"rows", image.rows},
          {"georeferenced", image.georeferenced}};
}

Json pointSetJson(const geology::PointSet& set) {
  return {{"name", set.name},
          {"points", set.points.size()},
          {"extent", extentJson(set.bounds())},
          {"columns", columnsJson(set.columns)}};
}

/// Where the view has placed it, else at the coordinates of its file.
Json assetJson(const geology::PlacedAsset& asset, const ViewState& view) {
  const auto& placement = layerOf(view, asset.name).placement;
  std::size_t triangles = 0;
  for (const geology::AssetPart& part : asset.parts) triangles += part.triangles.size();
  return {{"name", asset.name},
          {"parts", asset.parts.size()},
          {"triangles", triangles},
          {"placed", placement.has_value()},
          {"position", pointJson(placement ? placement->position : asset.position)},
          {"extent", extentJson(asset.boundsAt(poseOf(view, asset)))}};
}

template <typename T>
Json listJson(const std::vector<std::shared_ptr<const T>>& objects, Json (*toJson)(const T&)) {
  Json list = Json::array();
  for (const auto& object : objects) list.push_back(toJson(*object));
  return list;
}

Json assetsJson(const geology::Deposit& deposit, const ViewState& view) {
  Json list = Json::array();
  for (const auto& asset : deposit.assets) list.push_back(assetJson(*asset, view));
  return list;
}

const char* roleName(project::SourceRole role) {
  switch (role) {
    case project::SourceRole::Data:
      return "data";
    case project::SourceRole::SideFile:
      return "side-file";
    case project::SourceRole::Prose:
      return "prose";
    case project::SourceRole::Other:
      return "other";
    case project::SourceRole::Unknown:
      return "unknown";
    case project::SourceRole::Missing:
      return "missing";
  }
  return "";
}

Json sourcesJson(const std::vector<project::SourceReport>& sources) {
  Json list = Json::array();
  for (const project::SourceReport& source : sources)
    list.push_back({{"path", source.path},
                    {"role", roleName(source.role)},
                    {"format", source.format},
                    {"bytes", source.bytes},
                    {"sha256", source.sha256},
                    {"objects", source.objects}});
  return list;
}

Json choicesJson(const geology::Deposit& deposit) {
  Json list = Json::array();
  for (const geology::ImportChoice& choice : project::madeChoices(deposit))
    list.push_back({{"key", choice.key},
                    {"value", choice.value},
                    {"reason", choice.reason},
                    {"byPerson", choice.byPerson}});
  return list;
}

Json diagnosticsJson(const geology::Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const geology::Diagnostic& d : diagnostics)
    list.push_back({{"severity", geology::severityName(d.severity)},
                    {"code", d.code},
                    {"file", d.file},
                    {"line", d.line},
                    {"column", d.column},
                    {"message", d.message},
                    {"remedy", d.remedy},
                    {"count", d.count}});
  return list;
}

}  // namespace

std::string checkJson(const project::OpenResult& opened) {
  const geology::Deposit& deposit = *opened.deposit;
  const ViewState view = storedViewOf(opened);
  Json json{{"adit", ADIT_VERSION}, {"schema", kSchema}};
  json["deposit"] = {{"name", deposit.name},
                     {"crs", deposit.crs},
                     {"unit", geology::unitSymbol(deposit.unit)},
                     {"unitStated", deposit.unitStated},
                     {"synthetic", deposit.synthetic},
                     {"syntheticNote", deposit.syntheticNote},
                     {"extent", extentJson(seenBounds(deposit, view))}};
  json["counts"] = {{"errors", geology::countSeverity(deposit.diagnostics, Severity::Error)},
                    {"warnings", geology::countSeverity(deposit.diagnostics, Severity::Warning)},
                    {"notes", geology::countSeverity(deposit.diagnostics, Severity::Note)}};
  json["sources"] = sourcesJson(opened.sources);
  json["drillholes"] = listJson(deposit.drillholes, holesJson);
  json["blockModels"] = listJson(deposit.blockModels, blocksJson);
  json["surfaces"] = listJson(deposit.meshes, surfaceJson);
  json["terrains"] = listJson(deposit.terrains, terrainJson);
  json["images"] = listJson(deposit.images, imageJson);
  json["points"] = listJson(deposit.points, pointSetJson);
  json["assets"] = assetsJson(deposit, view);
  json["choices"] = choicesJson(deposit);
  json["diagnostics"] = diagnosticsJson(deposit.diagnostics);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace adit::viewer
