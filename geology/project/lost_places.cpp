#include "geology/project/lost_places.h"

#include <algorithm>
#include <limits>

#include "geology/analysis/mesh_measure.h"
#include "geology/project/select_rows.h"

namespace adit::project {
namespace {

using geology::Vec3;
using Rows = std::vector<std::uint32_t>;

Rows placedRows(const std::vector<Vec3>& points) {
  Rows rows;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (geology::isFinite(points[i])) rows.push_back(static_cast<std::uint32_t>(i));
  return rows;
}

void takeRows(std::vector<geology::Column>& columns, const Rows& rows) {
  for (geology::Column& column : columns) column = selectRows(column, rows);
}

}  // namespace

void dropLostPlaces(geology::PointSet& set) {
  const Rows rows = placedRows(set.points);
  if (rows.size() == set.points.size()) return;
  set.points = selectRows(set.points, rows);
  takeRows(set.columns, rows);
  set.line.take(rows);
}

void dropLostPlaces(geology::TriangleMesh& mesh) {
  const Rows rows = placedRows(mesh.vertices);
  if (rows.size() == mesh.vertices.size()) return;
  constexpr auto kLost = std::numeric_limits<std::uint32_t>::max();
  Rows numberOf(mesh.vertices.size(), kLost);
  for (std::size_t i = 0; i < rows.size(); ++i) numberOf[rows[i]] = static_cast<std::uint32_t>(i);
  const auto isLost = [&](std::uint32_t vertex) { return numberOf[vertex] == kLost; };

  Rows kept;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
    if (std::none_of(mesh.triangles[t].begin(), mesh.triangles[t].end(), isLost))
      kept.push_back(static_cast<std::uint32_t>(t));
  mesh.triangles = selectRows(mesh.triangles, kept);
  mesh.trianglePart = selectRows(mesh.trianglePart, kept);
  takeRows(mesh.triangleColumns, kept);
  std::erase_if(mesh.lines, [&](const geology::Polyline& line) {
    return std::any_of(line.vertices.begin(), line.vertices.end(), isLost);
  });
  for (auto& triangle : mesh.triangles)
    for (std::uint32_t& corner : triangle) corner = numberOf[corner];
  for (geology::Polyline& line : mesh.lines)
    for (std::uint32_t& corner : line.vertices) corner = numberOf[corner];
  mesh.vertices = selectRows(mesh.vertices, rows);
  takeRows(mesh.vertexColumns, rows);

  const analysis::MeshDescription description = analysis::describeMesh(mesh);
  mesh.closed = description.closed;
  mesh.volume = description.volume;
  mesh.area = description.area;
}

}  // namespace adit::project
