#include "geology/formats/interval_lines.h"

#include <utility>

namespace adit::formats {

namespace {

constexpr std::size_t kVertices = 3;  // of an interval

/// Every entry three times in a row; an empty array stays empty.
template <typename T>
std::vector<T> tripled(const std::vector<T>& rows) {
  std::vector<T> out;
  out.reserve(kVertices * rows.size());
  for (const T& row : rows) out.insert(out.end(), kVertices, row);
  return out;
}

geology::CodeArray tripled(const geology::CodeArray& rows) {
  geology::CodeArray out;
  out.reserve(kVertices * rows.size());
  rows.forEach([&out](std::int32_t code) {
    for (std::size_t i = 0; i < kVertices; ++i) out.push_back(code);
  });
  return out;
}

geology::Column tripled(const geology::Column& column) {
  geology::Column out;
  out.name = column.name;
  out.unit = column.unit;
  out.kind = column.kind;
  out.names = column.names;
  out.values = tripled(column.values);
  out.codes = tripled(column.codes);
  out.states = tripled(column.states);
  out.limits = tripled(column.limits);
  return out;
}

geology::Column depths(std::string name, const std::vector<double>& values) {
  return geology::numericColumn(std::move(name), tripled(std::vector<float>(values.begin(), values.end())));
}

}  // namespace

geology::TriangleMesh intervalLines(const geology::DrillHoles& holes, const geology::IntervalTable& table) {
  geology::TriangleMesh mesh;
  mesh.name = table.name;
  mesh.source = table.source;
  for (const geology::DrillHole& hole : holes.holes) mesh.parts.push_back(hole.id);
  mesh.vertices.reserve(kVertices * table.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    const geology::HoleTrace& trace = holes.holes[table.hole[row]].trace;
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const double depth : {table.from[row], 0.5 * (table.from[row] + table.to[row]), table.to[row]})
      mesh.vertices.push_back(trace.positionAt(depth));
    mesh.lines.push_back({{first, first + 1, first + 2}, false, static_cast<std::int32_t>(table.hole[row])});
  }
  mesh.vertexColumns = {depths("from", table.from), depths("to", table.to)};
  for (const geology::Column& column : table.columns) mesh.vertexColumns.push_back(tripled(column));
  return mesh;
}

}  // namespace adit::formats
