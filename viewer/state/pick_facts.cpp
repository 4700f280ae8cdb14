#include "viewer/state/pick_facts.h"

#include <algorithm>
#include <charconv>

#include "viewer/state/columns.h"
#include "viewer/state/number_text.h"

namespace adit::viewer {
namespace {

using geology::Column;
using geology::Deposit;
using geology::ObjectKind;
using geology::Provenance;
using geology::ValueState;

std::string withUnit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

std::string shortest(float value) {
  char buffer[32];
  const auto [end, code] = std::to_chars(std::begin(buffer), std::end(buffer), value);
  return {std::begin(buffer), end};
}

/// Collects the lines for one picked row.
class Lines {
 public:
  Lines(const Deposit& deposit, const PickState& pick)
      : unit_(unitSymbol(deposit.unit)), unitStated_(deposit.unitStated), row_(pick.row) {
    add("Object", pick.object);
  }

  void add(std::string label, std::string value, bool doubtful = false) {
    facts_.push_back({std::move(label), std::move(value), doubtful});
  }
  void length(std::string label, double value, bool doubtful = false) {
    add(std::move(label), fixedText(value, 2) + " " + unit_, doubtful || !unitStated_);
  }
  void point(const Vec3& p) {
    add("X", fixedText(p.x, 2));
    add("Y", fixedText(p.y, 2));
    add("Z", fixedText(p.z, 2));
  }
  void columns(const std::vector<Column>& columns) {
    for (const Column& column : columns)
      if (row_ < column.size()) facts_.push_back(valueFact(column, row_));
  }
  /// What drilling stands behind the row.
  void support(const geology::DataSupport* support) {
    if (support == nullptr) return;
    add("Data support", "not a classification");
    add("Behind it", support->basis);
    for (const Column& column : support->columns)
      if (column.hasValue(row_))
        add(column.name,
            withUnit(fixedText(static_cast<double>(column.values[row_]), column.unit.empty() ? 0 : 1),
                     column.unit));
  }
  template <typename LineNumbers = std::vector<std::uint32_t>>
  void source(const Provenance& source, const LineNumbers& lines) {
    add("File", source.path);
    if (row_ < lines.size()) add("Line", withThousands(lines[row_]));
    if (source.synthetic) add("Origin", source.note.empty() ? "SYNTHETIC" : source.note, true);
  }
  std::vector<Fact> take() { return std::move(facts_); }

 private:
  std::vector<Fact> facts_;
  std::string unit_;
  bool unitStated_;
  std::size_t row_;
};

}  // namespace

const char* traceDoubt(geology::TraceBasis basis) {
  switch (basis) {
    case geology::TraceBasis::Surveyed:
      return "surveyed";
    case geology::TraceBasis::SingleSurvey:
      return "one survey: straight";
    case geology::TraceBasis::CollarDirection:
      return "direction of the collar: straight";
    case geology::TraceBasis::AssumedVertical:
      return "no survey: assumed vertical";
  }
  return "";
}

namespace {

/// The depth at which a picked point lies nearest to the middle line between two depths.
double depthOf(const geology::HoleTrace& trace, double from, double to, const Vec3& point) {
  const Vec3 begin = trace.positionAt(from);
  const Vec3 chord = trace.positionAt(to) - begin;
  const double square = dot(chord, chord);
  const double share = square > 0 ? dot(point - begin, chord) / square : 0;
  return from + (to - from) * std::clamp(share, 0.0, 1.0);
}

void holeLines(const geology::DrillHole& hole, Lines& lines) {
  lines.add("Hole", hole.id);
  lines.add("Trace", traceDoubt(hole.basis), hole.basis != geology::TraceBasis::Surveyed);
}

std::vector<Fact> collarFacts(const geology::DrillHoles& holes, const PickState& pick, Lines lines) {
  if (pick.row >= holes.holes.size()) return {};
  const geology::DrillHole& hole = holes.holes[pick.row];
  holeLines(hole, lines);
  lines.length(hole.lengthStated ? "Length" : "Length (deepest record)", hole.length, !hole.lengthStated);
  lines.add("Survey stations", std::to_string(hole.surveys.size()));
  lines.point(hole.collar);
  lines.columns(holes.collarColumns);
  if (!holes.sources.empty()) lines.add("File", holes.sources.front().path);
  if (hole.collarLine > 0) lines.add("Line", withThousands(hole.collarLine));
  return lines.take();
}

std::vector<Fact> intervalFacts(const geology::DrillHoles& holes, const PickState& pick, Lines lines) {
  const geology::IntervalTable* table = holes.table(pick.table);
  if (table == nullptr || pick.row >= table->size()) return {};
  const geology::DrillHole& hole = holes.holes[table->hole[pick.row]];
  const double from = table->from[pick.row];
  const double to = table->to[pick.row];
  lines.add("Table", table->name);
  holeLines(hole, lines);
  lines.length("From", from);
  lines.length("To", to);
  lines.length("Picked at depth", depthOf(hole.trace, from, to, pick.position));
  lines.point(pick.position);
  lines.columns(table->columns);
  lines.source(table->source, table->line);
  return lines.take();
}

std::vector<Fact> blockFacts(const Deposit& deposit, const geology::BlockModel& model, const PickState& pick,
                             Lines lines) {
  if (pick.row >= model.blockCount()) return {};
  const auto cell = model.lattice.cellAt(model.cellOf(pick.row));
  lines.add("Cell", std::to_string(cell[0] + 1) + ", " + std::to_string(cell[1] + 1) + ", " +
                        std::to_string(cell[2] + 1));
  const Vec3 size = model.blockSize(pick.row);
  lines.add("Size", fixedText(size.x, 2) + " x " + fixedText(size.y, 2) + " x " + fixedText(size.z, 2));
  lines.point(model.blockCenter(pick.row));
  lines.columns(model.columns);
  lines.support(geology::supportOf(deposit, model));
  lines.source(model.source, model.line);
  return lines.take();
}

std::vector<Fact> triangleFacts(const geology::TriangleMesh& mesh, const PickState& pick, Lines lines) {
  if (pick.row >= mesh.triangles.size() + mesh.lines.size()) return {};
  const bool isLine = pick.row >= mesh.triangles.size();
  const std::int32_t part = isLine ? mesh.lines[pick.row - mesh.triangles.size()].part
                                   : (mesh.trianglePart.empty() ? 0 : mesh.trianglePart[pick.row]);
  if (static_cast<std::size_t>(part) < mesh.parts.size())
    lines.add("Part", mesh.parts[static_cast<std::size_t>(part)]);
  lines.add("Kind", mesh.closed ? "closed solid" : "open surface");
  if (mesh.closed) lines.add("Volume", fixedText(mesh.volume, 0));
  lines.add("Area", fixedText(mesh.area, 0));
  lines.point(pick.position);
  if (!isLine) lines.columns(mesh.triangleColumns);
  lines.source(mesh.source, {});
  return lines.take();
}

std::vector<Fact> placeFacts(const PickState& pick, const Provenance& source, Lines lines) {
  lines.point(pick.position);
  lines.source(source, {});
  return lines.take();
}

}  // namespace

Fact valueFact(const Column& column, std::size_t row) {
  if (!column.isNumeric()) {
    const bool has = column.hasValue(row);
    return {column.name, has ? std::string(column.category(row)) : "no value", !has};
  }
  switch (column.state(row)) {
    case ValueState::Measured:
      return {column.name, withUnit(shortest(column.values[row]), column.unit), false};
    case ValueState::BelowDetection: {
      const bool hasLimit = row < column.limits.size();
      const std::string limit =
          hasLimit ? withUnit("< " + shortest(column.limits[row]), column.unit) + ", " : "";
      return {column.name, limit + "below detection", true};
    }
    case ValueState::NotSampled:
      return {column.name, "not sampled", true};
    case ValueState::NotRepresentable:
      return {column.name, "not representable: the file has a text there", true};
  }
  return {};
}

std::vector<Fact> pickFacts(const Deposit& deposit, const PickState& pick) {
  const auto object = findObject(deposit, pick.object);
  if (!object) return {};
  const Lines lines(deposit, pick);
  switch (object->kind) {
    case ObjectKind::DrillHoles: {
      const geology::DrillHoles& holes = *deposit.drillholes[object->index];
      return pick.table.empty() ? collarFacts(holes, pick, lines) : intervalFacts(holes, pick, lines);
    }
    case ObjectKind::BlockModel:
      return blockFacts(deposit, *deposit.blockModels[object->index], pick, lines);
    case ObjectKind::Mesh:
      return triangleFacts(*deposit.meshes[object->index], pick, lines);
    case ObjectKind::Terrain:
      return placeFacts(pick, deposit.terrains[object->index]->source, lines);
    case ObjectKind::Asset:
      return placeFacts(pick, deposit.assets[object->index]->source, lines);
    case ObjectKind::Image:
      return placeFacts(pick, deposit.images[object->index]->source, lines);
    case ObjectKind::Points: {
      const geology::PointSet& set = *deposit.points[object->index];
      if (pick.row >= set.points.size()) return {};
      Lines own = lines;
      own.point(set.points[pick.row]);
      own.columns(set.columns);
      own.source(set.source, set.line);
      return own.take();
    }
  }
  return {};
}

}  // namespace adit::viewer
