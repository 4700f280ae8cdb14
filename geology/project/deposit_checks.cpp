#include "geology/project/deposit_checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <optional>
#include <string>

namespace adit::project {

namespace {

using geology::Box3;
using geology::Column;
using geology::Severity;
using geology::Vec3;
using project::faultOf;  // the one for block models, beside those for the other kinds

/// What is wrong with an object, or nothing. One overload a kind.
using Fault = std::optional<std::string>;

Fault columnFault(const std::vector<Column>& columns, std::size_t rows) {
  for (const Column& column : columns) {
    const bool stated = column.states.empty() || column.states.size() == rows;
    const bool limited = column.limits.empty() || column.limits.size() == rows;
    if (column.size() != rows || !stated || !limited)
      return "column " + column.name + " has " + std::to_string(column.size()) + " values for " +
             std::to_string(rows) + " rows";
    const auto names = static_cast<std::int32_t>(column.names.size());
    const bool named = column.codes.visit([names](auto codes) {
      return std::all_of(codes.begin(), codes.end(), [names](auto element) {
        const std::int32_t code = geology::codeOfElement(element);
        return code >= geology::kNoCategory && code < names;
      });
    });
    if (!named) return "column " + column.name + " has a category without a name";
  }
  return std::nullopt;
}

Fault positionFault(const std::vector<Vec3>& points) {
  const auto bad = std::find_if_not(points.begin(), points.end(), geology::isFinite);
  if (bad == points.end()) return std::nullopt;
  return "position " + std::to_string(bad - points.begin() + 1) + " is no finite number";
}

Fault faultOf(const geology::TriangleMesh& mesh) {
  const auto outside = [&](std::uint32_t v) { return v >= mesh.vertices.size(); };
  for (const auto& triangle : mesh.triangles)
    if (std::any_of(triangle.begin(), triangle.end(), outside)) return "a triangle has no such vertex";
  for (const geology::Polyline& line : mesh.lines)
    if (std::any_of(line.vertices.begin(), line.vertices.end(), outside)) return "a line has no such vertex";
  if (!mesh.trianglePart.empty() && mesh.trianglePart.size() != mesh.triangles.size())
    return "not every triangle has its part";
  if (const Fault fault = positionFault(mesh.vertices)) return fault;
  if (const Fault fault = columnFault(mesh.vertexColumns, mesh.vertices.size())) return fault;
  return columnFault(mesh.triangleColumns, mesh.triangles.size());
}

}  // namespace

std::optional<std::string> faultOf(const geology::BlockModel& model) {
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (model.lattice.count[axis] <= 0 || !(model.lattice.size[axis] > 0)) return "the lattice has no cells";
  if (!geology::isFinite(model.lattice.origin)) return "the lattice has no place";
  const auto cells = static_cast<double>(model.lattice.count[0]) *
                     static_cast<double>(model.lattice.count[1]) *
                     static_cast<double>(model.lattice.count[2]);
  if (cells > 4294967295.0) return "the lattice has more than 4,294,967,295 cells";
  const bool rising = std::is_sorted(model.cellOfBlock.begin(), model.cellOfBlock.end());
  if (!rising || (!model.full() && model.cellOfBlock.back() >= model.lattice.cellCount()))
    return "a block lies outside its lattice";
  if (model.subBlocked() && model.boxes.size() != model.blockCount())
    return "not every sub-block has its box";
  return columnFault(model.columns, model.blockCount());
}

namespace {

Fault faultOf(const geology::Terrain& terrain) {
  if (terrain.columns < 2 || terrain.rows < 2) return "a terrain needs at least 2 x 2 nodes";
  const auto nodes = static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(terrain.rows);
  if (terrain.heights.size() != nodes) return "not every node has its height";
  return std::nullopt;
}

Fault faultOf(const geology::DrapeImage& image) {
  const auto pixels = static_cast<std::size_t>(std::max(image.columns, 0)) *
                      static_cast<std::size_t>(std::max(image.rows, 0));
  if (pixels == 0 || image.rgb.size() != 3 * pixels) return "not every pixel has its colour";
  return std::nullopt;
}

Fault faultOf(const geology::PointSet& set) {
  if (const Fault fault = positionFault(set.points)) return fault;
  return columnFault(set.columns, set.points.size());
}

Fault faultOf(const geology::PlacedAsset& asset) {
  if (!geology::isFinite(asset.position) || !(asset.scale > 0)) return "it has no place or no scale";
  for (const geology::AssetPart& part : asset.parts)
    for (const auto& triangle : part.triangles)
      if (std::any_of(triangle.begin(), triangle.end(), [&](auto v) { return v >= part.vertices.size(); }))
        return "a triangle has no such vertex";
  return std::nullopt;
}

Fault faultOf(const geology::DrillHoles& holes) {
  for (const geology::DrillHole& hole : holes.holes)
    if (!geology::isFinite(hole.collar) || hole.trace.empty()) return "hole " + hole.id + " has no trace";
  if (const Fault fault = columnFault(holes.collarColumns, holes.holes.size())) return fault;
  for (const geology::IntervalTable& table : holes.tables) {
    if (table.hole.size() != table.size() || table.to.size() != table.size())
      return "table " + table.name + " has rows without a hole or an end";
    if (std::any_of(table.hole.begin(), table.hole.end(), [&](auto h) { return h >= holes.holes.size(); }))
      return "table " + table.name + " has an interval without a hole";
    if (const Fault fault = columnFault(table.columns, table.size())) return fault;
  }
  return std::nullopt;
}

const std::string& pathOf(const geology::DrillHoles& holes) {
  static const std::string kNone;
  return holes.sources.empty() ? kNone : holes.sources.front().path;
}
template <typename T>
const std::string& pathOf(const T& object) {
  return object.source.path;
}

template <typename T>
void removeInvalidOf(std::vector<Found<T>>& list, geology::Diagnostics& diagnostics) {
  std::erase_if(list, [&](const Found<T>& found) {
    const Fault fault = faultOf(found.object);
    if (!fault) return false;
    diagnostics.push_back(
        {.severity = Severity::Error,
         .code = "PRJ-INVALID",
         .file = pathOf(found.object),
         .message = "\"" + found.object.name + "\" does not hold together: " + *fault,
         .remedy = "export the object again; if the file is right this is a fault of Adit"});
    return true;
  });
}

struct Placed {
  std::string name;
  Box3 box;
};

std::vector<Placed> placedObjects(const geology::Deposit& deposit) {
  std::vector<Placed> placed;
  const auto add = [&](const std::string& name, const Box3& box) {
    if (!box.empty()) placed.push_back({name, box});
  };
  for (const auto& holes : deposit.drillholes) add(holes->name, holes->bounds());
  for (const auto& model : deposit.blockModels) add(model->name, model->lattice.bounds());
  for (const auto& mesh : deposit.meshes) add(mesh->name, mesh->bounds());
  for (const auto& terrain : deposit.terrains) add(terrain->name, terrain->bounds());
  for (const auto& set : deposit.points) add(set->name, set->bounds());
  for (const auto& asset : deposit.assets) add(asset->name, asset->bounds());
  return placed;
}

/// The horizontal distance between two boxes; 0 where they meet.
double gapBetween(const Box3& a, const Box3& b) {
  const double dx = std::max({0.0, a.min.x - b.max.x, b.min.x - a.max.x});
  const double dy = std::max({0.0, a.min.y - b.max.y, b.min.y - a.max.y});
  return std::hypot(dx, dy);
}

/// Far: ten times the larger of the two, and at least 10,000 units, which no single mine spans.
bool farApart(const Box3& a, const Box3& b) {
  constexpr double kAtLeast = 10000, kTimes = 10;
  return gapBetween(a, b) > std::max(kAtLeast, kTimes * std::max(a.diagonal(), b.diagonal()));
}

/// The number of the group of each object; objects that are not far from each other share one.
std::vector<std::size_t> groupNear(const std::vector<Placed>& placed) {
  std::vector<std::size_t> group(placed.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  for (std::size_t a = 0; a < placed.size(); ++a)
    for (std::size_t b = a + 1; b < placed.size(); ++b)
      if (group[a] != group[b] && !farApart(placed[a].box, placed[b].box))
        std::replace(group.begin(), group.end(), std::max(group[a], group[b]), std::min(group[a], group[b]));
  return group;
}

std::string describeGroup(const std::vector<Placed>& placed, const std::vector<std::size_t>& group,
                          std::size_t number) {
  std::string names;
  std::size_t more = 0, listed = 0;
  Box3 box;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (group[i] != number) continue;
    box.include(placed[i].box);
    if (listed++ < 3)
      names += (names.empty() ? "\"" : ", \"") + placed[i].name + "\"";
    else
      ++more;
  }
  if (more > 0) names += " and " + std::to_string(more) + " more";
  char place[80];
  std::snprintf(place, sizeof place, " about X %.0f, Y %.0f", box.center().x, box.center().y);
  return names + place;
}

}  // namespace

void removeInvalid(Draft& draft) {
  removeInvalidOf(draft.drillholes, draft.diagnostics);
  removeInvalidOf(draft.blockModels, draft.diagnostics);
  removeInvalidOf(draft.meshes, draft.diagnostics);
  removeInvalidOf(draft.terrains, draft.diagnostics);
  removeInvalidOf(draft.images, draft.diagnostics);
  removeInvalidOf(draft.points, draft.diagnostics);
  removeInvalidOf(draft.assets, draft.diagnostics);
}

geology::Diagnostics checkFarApart(const geology::Deposit& deposit) {
  const std::vector<Placed> placed = placedObjects(deposit);
  const std::vector<std::size_t> group = groupNear(placed);
  std::vector<std::size_t> numbers = group;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.size() < 2) return {};
  std::string message = "the objects lie in " + std::to_string(numbers.size()) + " places far apart: ";
  for (std::size_t n = 0; n < numbers.size() && n < 4; ++n)
    message += (n > 0 ? "; " : "") + describeGroup(placed, group, numbers[n]);
  if (numbers.size() > 4) message += "; ...";
  return {{.severity = Severity::Warning,
           .code = "PRJ-FAR-APART",
           .file = {},
           .message = message,
           .remedy = "open only what belongs together, or bring a local mine grid and real coordinates into "
                     "one system before",
           .count = numbers.size()}};
}

}  // namespace adit::project
