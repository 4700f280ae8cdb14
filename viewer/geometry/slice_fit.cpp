#include "viewer/geometry/slice_fit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/geometry/block_plane.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

constexpr double kTile = 64;  // texels by which the corners of frames stand apart

/// Directions of a picture on a plane: along its strike, and up.
struct PlaneAxes {
  Vec3 along, up;
};

PlaneAxes axesOf(const Vec3& normal) {
  const double flat = std::hypot(normal.x, normal.y);
  const Vec3 along = flat > 1e-9 ? Vec3{-normal.y / flat, normal.x / flat, 0} : Vec3{1, 0, 0};
  return {along, cross(normal, along)};
}

/// What is seen of the lattice on the plane, in scene coordinates.
Polygon seenPart(const SliceQuestion& question, const ViewSight& sight) {
  constexpr std::size_t kNoPlane = ~std::size_t{0};
  Polygon polygon = clipped(crossSection(boxOf(question.lattice), question.plane), question.planes, kNoPlane);
  for (Vec3& p : polygon) p = question.frame.toScene(p);
  return clipped(std::move(polygon), sight.frustum, kNoPlane);
}

/// The smallest pixel on the polygon, in scene units: nearest to the eye, which is at a corner.
double smallestPixel(const Polygon& polygon, const ViewSight& sight) {
  if (sight.parallel) return sight.pixel;
  double nearest = dot(polygon.front() - sight.eye, sight.forward);
  for (const Vec3& p : polygon) nearest = std::min(nearest, dot(p - sight.eye, sight.forward));
  return sight.pixel * nearest;
}

/// Down to the next half octave.
double stepped(double length) {
  return std::exp2(std::floor(2 * std::log2(length)) / 2);
}

/// One side of the frame, in texels from the anchor.
struct Side {
  double begin = 0, end = 0;
  double count() const { return end - begin; }
};

Side sideOf(const Polygon& world, const Vec3& anchor, const Vec3& axis, double texel) {
  double lo = dot(world.front() - anchor, axis);
  double hi = lo;
  for (const Vec3& p : world) {
    lo = std::min(lo, dot(p - anchor, axis));
    hi = std::max(hi, dot(p - anchor, axis));
  }
  return {std::floor(lo / texel / kTile) * kTile, std::ceil(hi / texel / kTile) * kTile};
}

}  // namespace

std::optional<SliceFrame> fitSlice(const SliceQuestion& question, const ViewSight& sight) {
  Polygon polygon = seenPart(question, sight);
  if (polygon.empty()) return std::nullopt;
  const double pixel = smallestPixel(polygon, sight);
  if (!(pixel > 0) || !std::isfinite(pixel)) return std::nullopt;
  for (Vec3& p : polygon) p = question.frame.toWorld(p);
  const PlaneAxes axes = axesOf(question.plane.normal);
  // Exaggeration stretches what is up on the plane: there a pixel covers less ground.
  const Vec3 stretched{axes.up.x, axes.up.y, axes.up.z * question.frame.exaggeration};
  const double stretch = std::max(1.0, geology::length(stretched));
  // The corner of the lattice on the plane: a place that does not move with the camera.
  const Vec3& corner = question.lattice.origin;
  const Vec3 anchor = corner - question.plane.normal * question.plane.distance(corner);
  const auto most = static_cast<double>(question.mostTexels);
  for (double texel = stepped(pixel);; texel *= std::numbers::sqrt2) {
    const Side along = sideOf(polygon, anchor, axes.along, texel);
    const Side up = sideOf(polygon, anchor, axes.up, texel / stretch);
    const bool smallest = along.count() <= 2 * kTile && up.count() <= 2 * kTile;  // across the anchor
    if (along.count() * up.count() > most && !smallest) continue;
    const Vec3 u = axes.along * texel;
    const Vec3 v = axes.up * (texel / stretch);
    return SliceFrame{anchor + u * (along.begin + 0.5) + v * (up.begin + 0.5), u, v,
                      static_cast<std::size_t>(along.count()), static_cast<std::size_t>(up.count())};
  }
}

}  // namespace adit::viewer
