#include "geology/planning/ground_sheet.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "geology/model/parallel_for.h"
#include "geology/planning/plan_grid.h"

namespace adit::planning {
namespace {

using analysis::Polygon;
using geology::Vec3;

constexpr double kSameHeight = .01;  ///< of a length unit

/// Anticlockwise from above with its slope; false where it has no area in plan.
bool makePiece(Polygon corners, SheetPiece& piece) {
  Vec3 normal = geology::cross(corners[1] - corners[0], corners[2] - corners[0]);
  if (std::abs(normal.z) / 2 <= kSliver) return false;
  if (normal.z < 0) std::reverse(corners.begin(), corners.end());
  piece.outline = std::move(corners);
  piece.slopeX = -normal.x / normal.z;
  piece.slopeY = -normal.y / normal.z;
  return true;
}

SheetPiece partOf(const SheetPiece& whole, Polygon outline) {
  SheetPiece part = whole;
  part.outline = std::move(outline);
  return part;
}

/// Where `other` is lower than the outline by more than `by`, or, with `invert`, where it is not.
Polygon whereLower(const Polygon& outline, const SheetPiece& other, double by, bool invert = false) {
  std::vector<double> values;
  for (const Vec3& p : outline) {
    const double above = p.z - other.heightAt(p.x, p.y) - by;
    values.push_back(invert ? above : -above);
  }
  return analysis::clipped(outline, values);
}

/// The mean of a value over a polygon in plan times its area; the value is linear on it.
double integral(const Polygon& outline, const std::vector<double>& values) {
  double sum = 0;
  for (std::size_t n = 2; n < outline.size(); ++n)
    sum += analysis::planArea({outline[0], outline[n - 1], outline[n]}) *
           (values[0] + values[n - 1] + values[n]) / 3;
  return sum;
}

/// What a piece of a surface loses to others of the same that are lower; of two that are one the first wins.
std::vector<Polygon> lowestParts(const GroundSheet& all, const PlanGrid& grid, std::size_t own) {
  std::vector<Polygon> covered;
  const SheetPiece& piece = all[own];
  grid.forEachNear(boxOf(piece.outline), [&](std::size_t other) {
    if (other == own) return;
    const Polygon shared = analysis::overWindow(piece.outline, all[other].outline);
    if (analysis::planArea(shared) <= kSliver) return;
    Polygon lower = whereLower(shared, all[other], other < own ? -kSliver : kSliver);
    if (analysis::planArea(lower) > kSliver) covered.push_back(std::move(lower));
  });
  return analysis::besideWindows(piece.outline, covered, kSliver);
}

/// Both sides of one pair of surfaces.
class Digger {
 public:
  Digger(std::span<const SheetPiece* const> ground, const GroundSheet& surface)
      : ground_(ground), surface_(surface), surfaceGrid_(boxesOf(surface)), perPiece_(ground.size()) {}

  Excavation dig(const geology::Progress& progress) {
    geology::parallelForEach(ground_.size(), progress, [&](std::size_t n) { digInto(n); });
    collect();
    openSurface(progress);
    return std::move(result_);
  }

 private:
  struct OfPiece {
    std::vector<RockPrism> rock;
    std::vector<Polygon> left;
    struct Kept {
      std::size_t surface;
      Polygon outline;
    };
    std::vector<Kept> kept;  ///< where the ground is not higher than a piece of the surface
  };

  static std::vector<PlanBox> boxesOf(const GroundSheet& sheet) {
    std::vector<PlanBox> boxes;
    for (const SheetPiece& piece : sheet) boxes.push_back(boxOf(piece.outline));
    return boxes;
  }

  void digInto(std::size_t n) {
    const SheetPiece& piece = *ground_[n];
    OfPiece& of = perPiece_[n];
    std::vector<Polygon> dug;
    double dugArea = 0;
    surfaceGrid_.forEachNear(boxOf(piece.outline), [&](std::size_t other) {
      const SheetPiece& below = surface_[other];
      const Polygon shared = analysis::overWindow(piece.outline, below.outline);
      if (analysis::planArea(shared) <= kSliver) return;
      Polygon lower = whereLower(shared, below, kSameHeight);
      if (const double area = analysis::planArea(lower); area > kSliver) {
        of.rock.push_back(prism(piece, below, lower));
        dugArea += area;
        dug.push_back(std::move(lower));
      }
      Polygon kept = whereLower(shared, below, kSameHeight, true);
      if (analysis::planArea(kept) > kSliver) of.kept.push_back({other, std::move(kept)});
    });
    // Windows do not overlap: as much as the whole is the whole.
    if (dug.empty() || dugArea >= analysis::planArea(piece.outline) - kSliver * 10) return;
    of.left = analysis::besideWindows(piece.outline, dug, kSliver);
  }

  static RockPrism prism(const SheetPiece& over, const SheetPiece& below, const Polygon& outline) {
    RockPrism rock{outline, {}, over.source, over.row, below.source, below.row};
    for (const Vec3& p : outline) rock.bottom.push_back(below.heightAt(p.x, p.y));
    return rock;
  }

  void collect() {
    kept_.resize(surface_.size());
    for (std::size_t n = 0; n < ground_.size(); ++n) {
      OfPiece& of = perPiece_[n];
      for (auto& kept : of.kept) kept_[kept.surface].push_back(std::move(kept.outline));
      if (of.rock.empty()) continue;
      result_.dug.push_back(n);
      for (Polygon& outline : of.left) result_.left.push_back(partOf(*ground_[n], std::move(outline)));
      std::move(of.rock.begin(), of.rock.end(), std::back_inserter(result_.rock));
    }
  }

  /// The surface is ground where what was there before is not lower.
  void openSurface(const geology::Progress& progress) {
    std::vector<std::vector<Polygon>> parts(surface_.size());
    geology::parallelForEach(surface_.size(), progress, [&](std::size_t n) {
      parts[n] = analysis::besideWindows(surface_[n].outline, kept_[n], kSliver);
    });
    for (std::size_t n = 0; n < parts.size(); ++n)
      for (Polygon& outline : parts[n]) {
        // Windows lie in the plane of the ground; the surface's own heights count.
        for (Vec3& p : outline) p.z = surface_[n].heightAt(p.x, p.y);
        result_.opened.push_back(partOf(surface_[n], std::move(outline)));
      }
  }

  std::span<const SheetPiece* const> ground_;
  const GroundSheet& surface_;
  PlanGrid surfaceGrid_;
  std::vector<OfPiece> perPiece_;
  std::vector<std::vector<Polygon>> kept_;  ///< of each piece of the surface
  Excavation result_;
};

}  // namespace

GroundSheet lowestSheet(const std::vector<SheetMesh>& meshes, const geology::Progress& progress) {
  GroundSheet all;
  std::vector<PlanBox> boxes;
  for (const SheetMesh& from : meshes)
    for (std::size_t t = 0; t < from.mesh->triangles.size(); ++t) {
      if (from.taken != nullptr && !from.taken->test(t)) continue;
      const auto& [i, j, k] = from.mesh->triangles[t];
      SheetPiece piece;
      piece.source = from.source;
      piece.row = static_cast<std::uint32_t>(t);
      const auto& v = from.mesh->vertices;
      if (!makePiece({v[i], v[j], v[k]}, piece)) continue;
      boxes.push_back(boxOf(piece.outline));
      all.push_back(std::move(piece));
    }
  const PlanGrid grid(boxes);
  std::vector<std::vector<Polygon>> parts(all.size());
  geology::parallelForEach(all.size(), progress,
                           [&](std::size_t n) { parts[n] = lowestParts(all, grid, n); });
  GroundSheet sheet;
  for (std::size_t n = 0; n < all.size(); ++n)
    for (Polygon& outline : parts[n]) sheet.push_back(partOf(all[n], std::move(outline)));
  return sheet;
}

GroundSheet terrainSheet(const geology::Terrain& terrain, const QuadRange& quads, std::uint32_t source) {
  GroundSheet sheet;
  for (std::int32_t r = quads.r0; r < quads.r1; r += quads.step)
    for (std::int32_t c = quads.c0; c < quads.c1; c += quads.step) {
      const std::int32_t nextC = std::min(c + quads.step, quads.c1),
                         nextR = std::min(r + quads.step, quads.r1);
      const Vec3 a = terrain.node(c, r), b = terrain.node(nextC, r);
      const Vec3 e = terrain.node(nextC, nextR), d = terrain.node(c, nextR);
      SheetPiece piece;
      piece.source = source;
      piece.row = static_cast<std::uint32_t>(c) +
                  static_cast<std::uint32_t>(terrain.columns) * static_cast<std::uint32_t>(r);
      for (const Polygon& facet : {Polygon{a, b, e}, Polygon{a, e, d}})
        if (std::all_of(facet.begin(), facet.end(), geology::isFinite) && makePiece(facet, piece))
          sheet.push_back(piece);
    }
  return sheet;
}

double RockPrism::volume() const {
  std::vector<double> thickness;
  for (std::size_t n = 0; n < top.size(); ++n) thickness.push_back(top[n].z - bottom[n]);
  return integral(top, thickness);
}

Polygon RockPrism::topUpTo(double level) const {
  return analysis::clipped(top, analysis::HalfSpace{{0, 0, level}, {0, 0, 1}});
}

Polygon RockPrism::floorAt(double level) const {
  // The underside first, then the upper face at the corners that it leaves.
  Polygon under = top;
  std::vector<double> values;
  for (std::size_t n = 0; n < top.size(); ++n) {
    under[n].z = level - top[n].z;  // carried along by the cut: negative where the top is above
    values.push_back(bottom[n] - level);
  }
  under = analysis::clipped(under, values);
  values.clear();
  for (const Vec3& p : under) values.push_back(p.z);
  Polygon floor = analysis::clipped(under, values);
  for (Vec3& p : floor) p.z = level;
  return floor;
}

Excavation excavated(std::span<const SheetPiece* const> ground, const GroundSheet& surface,
                     const geology::Progress& progress) {
  return Digger(ground, surface).dig(progress);
}

}  // namespace adit::planning
