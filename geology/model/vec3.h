// Points, directions and boxes in model space: X east, Y north, Z up, double, in the deposit's length unit.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace adit::geology {

struct Vec3 {
  double x = 0, y = 0, z = 0;

  friend constexpr bool operator==(const Vec3&, const Vec3&) = default;
  constexpr Vec3& operator+=(const Vec3& o) { return *this = {x + o.x, y + o.y, z + o.z}; }
};

constexpr Vec3 operator+(const Vec3& a, const Vec3& b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr Vec3 operator-(const Vec3& a, const Vec3& b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr Vec3 operator*(const Vec3& a, double s) {
  return {a.x * s, a.y * s, a.z * s};
}
constexpr Vec3 operator*(double s, const Vec3& a) {
  return a * s;
}
constexpr double dot(const Vec3& a, const Vec3& b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr Vec3 cross(const Vec3& a, const Vec3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const Vec3& a) {
  return std::sqrt(dot(a, a));
}
/// The unit vector along `a`; the zero vector stays zero.
inline Vec3 normalized(const Vec3& a) {
  const double l = length(a);
  return l > 0 ? a * (1 / l) : a;
}
inline bool isFinite(const Vec3& a) {
  return std::isfinite(a.x) && std::isfinite(a.y) && std::isfinite(a.z);
}

/// Axis-aligned box; empty until a point is included.
struct Box3 {
  Vec3 min{kInfinity, kInfinity, kInfinity};
  Vec3 max{-kInfinity, -kInfinity, -kInfinity};

  friend constexpr bool operator==(const Box3&, const Box3&) = default;
  constexpr bool empty() const { return min.x > max.x; }
  constexpr Vec3 center() const { return (min + max) * 0.5; }
  constexpr Vec3 size() const { return empty() ? Vec3{} : max - min; }
  double diagonal() const { return length(size()); }
  constexpr void include(const Vec3& p) {
    min = {std::min(min.x, p.x), std::min(min.y, p.y), std::min(min.z, p.z)};
    max = {std::max(max.x, p.x), std::max(max.y, p.y), std::max(max.z, p.z)};
  }
  constexpr void include(const Box3& b) {
    if (b.empty()) return;
    include(b.min);
    include(b.max);
  }
  constexpr bool contains(const Vec3& p) const {
    return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y && p.z >= min.z && p.z <= max.z;
  }

 private:
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();
};

}  // namespace adit::geology
