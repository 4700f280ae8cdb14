#include "viewer/panels/picked_facts.h"

#include <cmath>

#include "viewer/panels/numbers.h"
#include "viewer/state/columns.h"
#include "viewer/state/facts.h"

namespace adit::viewer {
namespace {

using geology::Column;
using geology::Deposit;
using geology::ValueState;

std::string fileName(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string withUnit(std::string number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

Fact placeFact(const char* label, const Vec3& p) {
  return {label, fixedNumber(p.x, 1) + "  " + fixedNumber(p.y, 1) + "  " + fixedNumber(p.z, 1)};
}

Fact sourceFact(const geology::Provenance& source, std::size_t line) {
  const std::string row = line > 0 ? ", line " + withThousands(line) : std::string();
  return {"Source", fileName(source.path) + row, source.synthetic};
}

void addColumns(std::vector<Fact>& facts, const std::vector<Column>& columns, std::size_t row) {
  for (const Column& column : columns)
    if (row < column.size()) facts.push_back(valueFact(column, row));
}

const char* doubtOf(geology::TraceBasis basis) {
  switch (basis) {
    case geology::TraceBasis::Surveyed:
      return nullptr;
    case geology::TraceBasis::SingleSurvey:
      return "from one survey station";
    case geology::TraceBasis::CollarDirection:
      return "from the collar's direction";
    case geology::TraceBasis::AssumedVertical:
      return "assumed vertical, no survey";
  }
  return nullptr;
}

void addHole(std::vector<Fact>& facts, const geology::DrillHoles& set, std::uint32_t index,
             const std::string& unit) {
  const geology::DrillHole& hole = set.holes[index];
  facts.push_back({"Hole", hole.id});
  facts.push_back(placeFact("Collar E, N, Z", hole.collar));
  facts.push_back({"End of hole",
                   withUnit(fixedNumber(hole.length, 1), unit) + (hole.lengthStated ? "" : ", not stated"),
                   !hole.lengthStated});
  if (const char* doubt = doubtOf(hole.basis)) facts.push_back({"Trace", doubt, true});
}

std::vector<Fact> intervalFacts(const Deposit& deposit, const geology::DrillHoles& set,
                                const PickState& pick) {
  std::vector<Fact> facts;
  const std::string unit = geology::unitSymbol(deposit.unit);
  const geology::IntervalTable* table = set.table(pick.table);
  if (table == nullptr) {  // a collar or a bare trace: the row is the hole
    if (pick.row >= set.holes.size()) return facts;
    addHole(facts, set, static_cast<std::uint32_t>(pick.row), unit);
    addColumns(facts, set.collarColumns, pick.row);
    if (!set.sources.empty())
      facts.push_back(sourceFact(set.sources.front(), set.holes[pick.row].collarLine));
    return facts;
  }
  if (pick.row >= table->size()) return facts;
  const std::uint32_t hole = table->hole[pick.row];
  addHole(facts, set, hole, unit);
  const double from = table->from[pick.row], to = table->to[pick.row];
  facts.push_back({"Interval", fixedNumber(from, 2) + " to " + withUnit(fixedNumber(to, 2), unit)});
  facts.push_back({"Down-hole length", withUnit(fixedNumber(to - from, 2), unit) + ", true width not known"});
  facts.push_back(placeFact("Middle E, N, Z", set.holes[hole].trace.positionAt((from + to) / 2)));
  addColumns(facts, table->columns, pick.row);
  facts.push_back(sourceFact(table->source, pick.row < table->line.size() ? table->line[pick.row] : 0));
  return facts;
}

std::vector<Fact> blockFacts(const Deposit& deposit, const geology::BlockModel& model, std::size_t row) {
  if (row >= model.blockCount()) return {};
  const std::string unit = geology::unitSymbol(deposit.unit);
  const Vec3 size = model.blockSize(row);
  std::vector<Fact> facts{
      placeFact("Centre E, N, Z", model.blockCenter(row)),
      {"Size",
       withUnit(shortNumber(size.x) + " × " + shortNumber(size.y) + " × " + shortNumber(size.z), unit)}};
  addColumns(facts, model.columns, row);
  facts.push_back(sourceFact(model.source, row < model.line.size() ? model.line[row] : 0));
  return facts;
}

std::vector<Fact> meshFacts(const Deposit& deposit, const geology::TriangleMesh& mesh,
                            const PickState& pick) {
  const std::string unit = geology::unitSymbol(deposit.unit);
  std::vector<Fact> facts{placeFact("E, N, Z", pick.position)};
  if (pick.row < mesh.trianglePart.size()) {
    const auto part = static_cast<std::size_t>(mesh.trianglePart[pick.row]);
    if (part < mesh.parts.size()) facts.push_back({"Part", mesh.parts[part]});
  }
  facts.push_back({"Shell", mesh.closed ? "closed" : "open", false});
  if (mesh.closed) facts.push_back({"Volume", withUnit(fixedNumber(mesh.volume, 0), unit + "³")});
  facts.push_back({"Area", withUnit(fixedNumber(mesh.area, 0), unit + "²")});
  addColumns(facts, mesh.triangleColumns, pick.row);
  facts.push_back(sourceFact(mesh.source, 0));
  return facts;
}

std::vector<Fact> pointFacts(const geology::PointSet& set, std::size_t row) {
  if (row >= set.points.size()) return {};
  std::vector<Fact> facts{placeFact("E, N, Z", set.points[row])};
  addColumns(facts, set.columns, row);
  facts.push_back(sourceFact(set.source, row < set.line.size() ? set.line[row] : 0));
  return facts;
}

}  // namespace

Fact valueFact(const Column& column, std::size_t row) {
  if (!column.isNumeric()) {
    const std::string_view name = column.category(row);
    return {column.name, name.empty() ? "no value" : std::string(name), name.empty()};
  }
  const double value = static_cast<double>(column.values[row]);
  switch (column.state(row)) {
    case ValueState::Measured:
      return {column.name, withUnit(shortNumber(value), column.unit)};
    case ValueState::BelowDetection: {
      const double limit = row < column.limits.size() ? static_cast<double>(column.limits[row]) : value;
      return {column.name, "below " + withUnit(shortNumber(limit), column.unit), true};
    }
    case ValueState::NotSampled:
      return {column.name, "not sampled", true};
    case ValueState::NotRepresentable:
      return {column.name, "no number", true};
  }
  return {column.name, "no value", true};
}

std::vector<Fact> pickedFacts(const Deposit& deposit, const PickState& pick) {
  const std::optional<geology::ObjectEntry> object = findObject(deposit, pick.object);
  if (!object) return {};
  switch (object->kind) {
    case geology::ObjectKind::DrillHoles:
      return intervalFacts(deposit, *deposit.drillholes[object->index], pick);
    case geology::ObjectKind::BlockModel:
      return blockFacts(deposit, *deposit.blockModels[object->index], pick.row);
    case geology::ObjectKind::Mesh:
      return meshFacts(deposit, *deposit.meshes[object->index], pick);
    case geology::ObjectKind::Points:
      return pointFacts(*deposit.points[object->index], pick.row);
    case geology::ObjectKind::Terrain:
      return {placeFact("E, N, Z", pick.position), sourceFact(deposit.terrains[object->index]->source, 0)};
    case geology::ObjectKind::Asset:
      return {placeFact("E, N, Z", pick.position), sourceFact(deposit.assets[object->index]->source, 0)};
    case geology::ObjectKind::Image:
      return {};
  }
  return {};
}

}  // namespace adit::viewer
