#include "viewer/geometry/pit_pieces.h"

#include <limits>
#include <map>
#include <tuple>

#include "viewer/geometry/working_surface.h"

namespace adit::viewer {
namespace {

using geology::Vec3;
using planning::PitStages;

/// Polygons as triangles that share their corners, so that edges and smooth faces are found again.
class PartMaker {
 public:
  void add(const Polygon& outline, std::uint32_t row) {
    const std::uint32_t first = corner(outline[0]);
    for (std::size_t n = 2; n < outline.size(); ++n) {
      mesh_.triangles.push_back({first, corner(outline[n - 1]), corner(outline[n])});
      rows_.push_back(row);
    }
  }
  void addLine(const Polygon& points, std::int32_t part, std::uint32_t row) {
    if (points.size() < 2) return;
    geology::Polyline line;
    line.part = part;
    for (const Vec3& p : points) line.vertices.push_back(corner(p));
    mesh_.lines.push_back(std::move(line));
    lineRows_.push_back(row);
  }
  geology::TriangleMesh& mesh() { return mesh_; }
  std::vector<std::uint32_t>& rows() { return rows_; }
  std::vector<std::uint32_t>& lineRows() { return lineRows_; }

 private:
  std::uint32_t corner(const Vec3& p) {
    const auto [found, isNew] =
        corners_.try_emplace({p.x, p.y, p.z}, static_cast<std::uint32_t>(mesh_.vertices.size()));
    if (isNew) mesh_.vertices.push_back(p);
    return found->second;
  }

  std::map<std::tuple<double, double, double>, std::uint32_t> corners_;
  geology::TriangleMesh mesh_;
  std::vector<std::uint32_t> rows_, lineRows_;
};

/// The triangles of which no pit takes anything.
void addBeside(const geology::TriangleMesh& mesh, const geology::BitMask& cut, PartMaker& maker) {
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& [i, j, k] = mesh.triangles[t];
    if (!cut.test(t)) maker.add({mesh.vertices[i], mesh.vertices[j], mesh.vertices[k]}, t);
  }
}

/// Strings of a design that lie on the ground are drawn, those that stand above it are not.
constexpr double kAboveGround = 1;

/// What of the strings of a pit is in the ground: below its natural surface, not below the level floor.
class StringCutter {
 public:
  StringCutter(const geology::TriangleMesh& mesh, const planning::NaturalGround& natural, double level,
               PartMaker& maker)
      : mesh_(mesh), natural_(natural), level_(level), maker_(maker) {}

  void add(std::uint32_t row) {
    const geology::Polyline& line = mesh_.lines[row];
    const std::size_t count = line.vertices.size();
    Polygon piece;
    for (std::size_t n = 0; n + (line.closed ? 0 : 1) < count; ++n) {
      Vec3 a = mesh_.vertices[line.vertices[n]], b = mesh_.vertices[line.vertices[(n + 1) % count]];
      if (!kept(a) && !kept(b)) continue;
      if (!kept(a)) a = border(b, a);
      if (!kept(b)) b = border(a, b);
      if (piece.empty() || !(piece.back() == a)) {
        maker_.addLine(piece, line.part, row);
        piece = {a};
      }
      piece.push_back(b);
    }
    maker_.addLine(piece, line.part, row);
  }

 private:
  bool kept(const Vec3& p) const {
    return p.z >= level_ && !(p.z > natural_.heightAt(p.x, p.y) + kAboveGround);
  }
  /// The last kept place on the way out.
  Vec3 border(Vec3 inside, Vec3 outside) const {
    for (int halving = 0; halving < 40; ++halving) {
      const Vec3 middle = (inside + outside) * 0.5;
      (kept(middle) ? inside : outside) = middle;
    }
    return inside;
  }

  const geology::TriangleMesh& mesh_;
  const planning::NaturalGround& natural_;
  double level_;
  PartMaker& maker_;
};

std::size_t nodeAt(const geology::Terrain& terrain, std::int32_t c, std::int32_t r) {
  return static_cast<std::size_t>(c) +
         static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(r);
}

GroundPolygons terrainOfPits(const PitStages& pits, double time, const geology::BitMask& shownNodes) {
  const geology::Terrain& terrain = *pits.natural().terrain;
  const planning::QuadRange& quads = pits.quads();
  GroundPolygons left;
  pits.forEachPiece(time, PitStages::kNatural, [&](const Polygon& outline, std::uint32_t row) {
    const auto c = static_cast<std::int32_t>(row % static_cast<std::uint32_t>(terrain.columns));
    const auto r = static_cast<std::int32_t>(row / static_cast<std::uint32_t>(terrain.columns));
    const std::int32_t nextC = std::min(c + quads.step, quads.c1), nextR = std::min(r + quads.step, quads.r1);
    for (const auto node : {nodeAt(terrain, c, r), nodeAt(terrain, nextC, r), nodeAt(terrain, nextC, nextR),
                            nodeAt(terrain, c, nextR)})
      if (!shownNodes.test(node)) return;
    left.add(outline, row);
  });
  return left;
}

}  // namespace

TerrainCut cutInto(const geology::Terrain& terrain, const PlanInTime* plan) {
  if (plan == nullptr) return {};
  if (plan->ground != nullptr && plan->ground->terrain() == &terrain)
    return {plan->ground, nullptr, plan->time};
  if (plan->pits != nullptr && plan->pits->natural().terrain.get() == &terrain)
    return {nullptr, plan->pits, plan->time};
  return {};
}

geology::BitMask quadsCut(const TerrainCut& cut, int stride) {
  if (cut.ground != nullptr) return quadsAround(*cut.ground, stride);
  if (cut.pits == nullptr) return {};
  return cut.pits->cutNatural();
}

GroundPolygons terrainLeft(const TerrainCut& cut, int stride, const geology::BitMask& shownNodes) {
  if (cut.ground != nullptr) return terrainAround(*cut.ground, cut.time, stride, shownNodes);
  if (cut.pits != nullptr) return terrainOfPits(*cut.pits, cut.time, shownNodes);
  return {};
}

PitPart pitPart(const PitStages& stages, std::uint32_t source, double time) {
  const bool natural = source == PitStages::kNatural;
  const geology::TriangleMesh& whole =
      natural ? *stages.natural().mesh : *stages.pits()[source - PitStages::kFirstPit];
  PartMaker maker;
  stages.forEachPiece(time, source,
                      [&](const Polygon& outline, std::uint32_t row) { maker.add(outline, row); });
  if (natural) addBeside(whole, stages.cutNatural(), maker);
  constexpr double kAll = -std::numeric_limits<double>::infinity();
  if (const auto level = natural ? std::optional(kAll) : stages.levelOf(source, time)) {
    StringCutter strings(whole, stages.natural(), *level, maker);
    for (std::uint32_t row = 0; row < whole.lines.size(); ++row) strings.add(row);
  }
  maker.mesh().name = whole.name;
  maker.mesh().parts = whole.parts;
  return {std::make_shared<const geology::TriangleMesh>(std::move(maker.mesh())), std::move(maker.rows()),
          std::move(maker.lineRows())};
}

GroundPolygons pitFloor(const PitStages& stages, double time, const geology::BlockModel* model) {
  GroundPolygons floor;
  stages.forEachFloor(time, [&](const Polygon& outline) { addWithBlocks(outline, model, floor); });
  return floor;
}

geology::TriangleMesh pitGround(const PitStages& stages, double time) {
  PartMaker maker;
  std::vector<std::string> parts{"ground"};
  for (const auto& pit : stages.pits()) parts.push_back(pit->name);
  for (std::uint32_t source = 0; source < parts.size(); ++source)
    stages.forEachPiece(time, source,
                        [&](const Polygon& outline, std::uint32_t) { maker.add(outline, source); });
  const auto floor = static_cast<std::uint32_t>(parts.size());
  parts.emplace_back("floor");
  stages.forEachFloor(time, [&](const Polygon& outline) { maker.add(outline, floor); });
  maker.mesh().parts = std::move(parts);
  maker.mesh().trianglePart.assign(maker.rows().begin(), maker.rows().end());
  return std::move(maker.mesh());
}

}  // namespace adit::viewer
