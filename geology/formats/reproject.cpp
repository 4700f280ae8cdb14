#include "geology/formats/reproject.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "geology/formats/lattice_text.h"

namespace adit::formats {

namespace {

using geology::Box3;
using geology::DrapeImage;
using geology::Severity;
using geology::Terrain;
using geology::Vec3;

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

/// In plan, in units of the lattice.
Vec3 planAt(const Terrain& terrain, double column, double row) {
  return {terrain.origin[0] + column * terrain.stepColumn[0] + row * terrain.stepRow[0],
          terrain.origin[1] + column * terrain.stepColumn[1] + row * terrain.stepRow[1], 0};
}

/// The outline of the source in the target. The edges are bent there, so every node of them counts.
Box3 outline(const Terrain& terrain, const CrsTransform& transform) {
  Box3 box;
  const auto add = [&](double c, double r) {
    const Vec3 p = transform.forward(planAt(terrain, c, r));
    if (isFinite(p)) box.include(p);
  };
  for (std::int32_t c = 0; c < terrain.columns; ++c) {
    add(c, 0);
    add(c, terrain.rows - 1);
  }
  for (std::int32_t r = 0; r < terrain.rows; ++r) {
    add(0, r);
    add(terrain.columns - 1, r);
  }
  return box;
}

/// The extents along the target's axes of a step of the source in its middle: the spacing that keeps its
/// detail.
std::array<double, 2> spacing(const Terrain& terrain, const CrsTransform& transform) {
  const double c = 0.5 * (terrain.columns - 1);
  const double r = 0.5 * (terrain.rows - 1);
  const Vec3 u =
      transform.forward(planAt(terrain, c + 0.5, r)) - transform.forward(planAt(terrain, c - 0.5, r));
  const Vec3 v =
      transform.forward(planAt(terrain, c, r + 0.5)) - transform.forward(planAt(terrain, c, r - 0.5));
  return {std::hypot(u.x, v.x), std::hypot(u.y, v.y)};
}

/// Nodes of the target without heights; no columns when the source does not reach into the target.
Terrain emptyTarget(const Terrain& terrain, const CrsTransform& transform) {
  Terrain target;
  target.name = terrain.name;
  target.source = terrain.source;
  target.crs = transform.target().id;
  const Box3 box = outline(terrain, transform);
  const auto step = spacing(terrain, transform);
  const double columns = std::ceil(box.size().x / step[0]) + 1;
  const double rows = std::ceil(box.size().y / step[1]) + 1;
  // At a singularity of the projection a small terrain can become endless.
  const double most = 16.0 * terrain.columns * terrain.rows + 16;
  if (box.empty() || !(columns * rows <= most)) return target;
  target.columns = static_cast<std::int32_t>(columns);
  target.rows = static_cast<std::int32_t>(rows);
  target.origin = {box.min.x, box.min.y};
  target.stepColumn = {step[0], 0};
  target.stepRow = {0, step[1]};
  target.heights.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), kHole);
  return target;
}

void fillHeights(const Terrain& source, const CrsTransform& transform, geology::Progress& progress,
                 Terrain& target) {
  const double factor = transform.source().unitInMetres / transform.target().unitInMetres;
  for (std::int32_t r = 0; r < target.rows; ++r) {
    progress.throwIfCancelled();
    progress.report(static_cast<double>(r) / target.rows, "reprojecting " + source.name);
    float* row = &target.heights[static_cast<std::size_t>(r) * static_cast<std::size_t>(target.columns)];
    for (std::int32_t c = 0; c < target.columns; ++c) {
      const Vec3 from = transform.inverse(planAt(target, c, r));
      row[c] = static_cast<float>(source.heightAt(from.x, from.y) * factor);
    }
  }
}

void measureError(const Terrain& source, const CrsTransform& transform, ReprojectedTerrain& result) {
  constexpr std::size_t kSamples = 20'000;
  const std::size_t nodes = source.heights.size();
  double squares = 0;
  std::size_t compared = 0;
  for (std::size_t i = 0; i < nodes; i += nodes / kSamples + 1) {
    const auto columns = static_cast<std::size_t>(source.columns);
    const Vec3 p = transform.forward(
        source.node(static_cast<std::int32_t>(i % columns), static_cast<std::int32_t>(i / columns)));
    const double error = std::abs(result.terrain.heightAt(p.x, p.y) - p.z);
    if (std::isnan(error)) continue;
    result.largestError = std::max(result.largestError, error);
    squares += error * error;
    ++compared;
  }
  if (compared > 0) result.meanError = std::sqrt(squares / static_cast<double>(compared));
}

geology::Diagnostic noPlace(const std::string& name, const CrsTransform& transform) {
  return {.severity = Severity::Error,
          .code = "CRS-OUTSIDE",
          .file = {},
          .message = name + " does not lie where " + transform.target().name + " can be used",
          .remedy = "choose the system of the place, e.g. its UTM zone"};
}

}  // namespace

ReprojectedTerrain reproject(const Terrain& terrain, const CrsTransform& transform,
                             geology::Progress& progress) {
  ReprojectedTerrain result;
  result.terrain = emptyTarget(terrain, transform);
  if (result.terrain.columns == 0) {
    result.diagnostics.push_back(noPlace(terrain.name, transform));
    return result;
  }
  fillHeights(terrain, transform, progress, result.terrain);
  measureError(terrain, transform, result);
  result.diagnostics.push_back(
      transform.accuracyAt(planAt(terrain, 0.5 * (terrain.columns - 1), 0.5 * (terrain.rows - 1))));
  result.diagnostics.push_back(
      {.code = "CRS-TERRAIN-RESAMPLED",
       .file = {},
       .message = terrain.name + " was resampled from " + std::to_string(terrain.columns) + " x " +
                  std::to_string(terrain.rows) + " to " + std::to_string(result.terrain.columns) + " x " +
                  std::to_string(result.terrain.rows) + " nodes; heights differ by " +
                  threeDigits(result.meanError) + " (root mean square) and at most " +
                  threeDigits(result.largestError) + " from the original nodes",
       .remedy = "open it in its own system (" + transform.source().name + ") to see the original nodes"});
  return result;
}

ReprojectedImage reproject(const DrapeImage& image, const CrsTransform& transform) {
  ReprojectedImage result{.image = image, .largestError = 0, .diagnostics = {}};
  if (!image.georeferenced) return result;
  const auto place = [](const DrapeImage& of, double c, double r) {
    return Vec3{of.origin[0] + c * of.stepColumn[0] + r * of.stepRow[0],
                of.origin[1] + c * of.stepColumn[1] + r * of.stepRow[1], 0};
  };
  const Vec3 corner = transform.forward(place(image, 0, 0));
  const Vec3 right = transform.forward(place(image, image.columns, 0));
  const Vec3 below = transform.forward(place(image, 0, image.rows));
  if (!isFinite(corner) || !isFinite(right) || !isFinite(below)) {
    result.diagnostics.push_back(noPlace(image.name, transform));
    return result;
  }
  result.image.origin = {corner.x, corner.y};
  result.image.stepColumn = {(right.x - corner.x) / image.columns, (right.y - corner.y) / image.columns};
  result.image.stepRow = {(below.x - corner.x) / image.rows, (below.y - corner.y) / image.rows};
  constexpr int kProbes = 16;
  for (int row = 0; row <= kProbes; ++row)
    for (int column = 0; column <= kProbes; ++column) {
      const double c = static_cast<double>(column) / kProbes * image.columns;
      const double r = static_cast<double>(row) / kProbes * image.rows;
      const double error = length(transform.forward(place(image, c, r)) - place(result.image, c, r));
      if (error > result.largestError) result.largestError = error;
    }
  result.diagnostics.push_back({.code = "CRS-IMAGE-PLACED",
                                .file = {},
                                .message = image.name +
                                           " was moved by its corners; inside it lies off by at most " +
                                           threeDigits(result.largestError) + " " + transform.target().unit,
                                .remedy = "warp the image (gdalwarp) if that is too much"});
  return result;
}

}  // namespace adit::formats
