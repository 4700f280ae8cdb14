#include "viewer/geometry/interval_tubes.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkTypeInt32Array.h>
#include <vtkUnsignedIntArray.h>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "viewer/geometry/interval_plan.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/taken_array.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

struct TubeSize {
  std::size_t points = 0, polygons = 0, corners = 0;

  TubeSize& operator+=(const TubeSize& other) {
    points += other.points;
    polygons += other.polygons;
    corners += other.corners;
    return *this;
  }
};

using Index = vtkTypeInt32;

/// The arrays of the mesh, sized but not filled.
struct TubeArrays {
  TubeArrays(const TubeSize& size, vtkPolyData* old) {
    const bool ours = old != nullptr && old->GetCellData()->GetArray(kRowArray) != nullptr;
    const OldArrays before = oldArrays(ours ? old : nullptr);
    points = takenArray<vtkFloatArray>(before.points, size.points, 3);
    normals = takenArray<vtkFloatArray>(before.normals, size.points, 3);
    corners = takenArray<vtkTypeInt32Array>(before.corners, size.corners);
    offsets = takenArray<vtkTypeInt32Array>(before.offsets, size.polygons + 1);
    rows = takenArray<vtkUnsignedIntArray>(ours ? old->GetCellData()->GetArray(kRowArray) : nullptr,
                                           size.polygons);
    rows->SetName(kRowArray);
    offsets->SetValue(static_cast<vtkIdType>(size.polygons), static_cast<Index>(size.corners));
  }
  vtkSmartPointer<vtkPolyData> polyData() const {
    auto cells = vtkSmartPointer<vtkCellArray>::New();
    cells->SetData(offsets, corners);
    auto places = vtkSmartPointer<vtkPoints>::New();
    places->SetData(points);
    auto mesh = vtkSmartPointer<vtkPolyData>::New();
    mesh->SetPoints(places);
    mesh->SetPolys(cells);
    mesh->GetPointData()->SetNormals(normals);
    mesh->GetCellData()->AddArray(rows);
    return mesh;
  }

  vtkSmartPointer<vtkFloatArray> points, normals;
  vtkSmartPointer<vtkTypeInt32Array> corners, offsets;
  vtkSmartPointer<vtkUnsignedIntArray> rows;
};

/// Unit circle, shared by all rings.
std::vector<std::array<double, 2>> unitCircle(int sides) {
  std::vector<std::array<double, 2>> circle(static_cast<std::size_t>(sides));
  for (std::size_t s = 0; s < circle.size(); ++s) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(s) / sides;
    circle[s] = {std::cos(angle), std::sin(angle)};
  }
  return circle;
}

/// Two directions across the tangent, which turn with it and not about it: rings of one tube do not twist
/// against each other, whichever way the hole bends.
class CrossFrame {
 public:
  explicit CrossFrame(const Vec3& tangent) {
    const Vec3 axis = std::abs(tangent.z) < 0.9 ? Vec3{0, 0, 1} : Vec3{1, 0, 0};
    u_ = geology::normalized(geology::cross(axis, tangent));
    v_ = geology::cross(tangent, u_);
  }
  void turnTo(const Vec3& tangent) {
    u_ = geology::normalized(u_ - tangent * geology::dot(u_, tangent));
    v_ = geology::cross(tangent, u_);
  }
  Vec3 at(const std::array<double, 2>& onCircle) const { return u_ * onCircle[0] + v_ * onCircle[1]; }

 private:
  Vec3 u_, v_;
};

/// Writes tubes and caps one behind the other, from a place in the arrays on.
class TubeWriter {
 public:
  TubeWriter(TubeArrays& arrays, const TubeSize& place, const std::vector<std::array<double, 2>>& circle,
             const SceneFrame& frame)
      : circle_(circle),
        frame_(frame),
        point_(arrays.points->GetPointer(static_cast<vtkIdType>(3 * place.points))),
        normal_(arrays.normals->GetPointer(static_cast<vtkIdType>(3 * place.points))),
        corner_(arrays.corners->GetPointer(static_cast<vtkIdType>(place.corners))),
        offset_(arrays.offsets->GetPointer(static_cast<vtkIdType>(place.polygons))),
        row_(arrays.rows->GetPointer(static_cast<vtkIdType>(place.polygons))),
        nextPoint_(static_cast<Index>(place.points)),
        nextCorner_(static_cast<Index>(place.corners)) {}

  void addTube(const PathPoint* first, std::size_t pieces, double radius, unsigned row) {
    CrossFrame across(sceneTangent(first[0]));
    Index upper = addRing(first[0], across, radius);
    for (std::size_t i = 1; i <= pieces; ++i) {
      across.turnTo(sceneTangent(first[i]));
      const Index lower = addRing(first[i], across, radius);
      for (Index s = 0; s < sides(); ++s) {
        const Index next = s + 1 < sides() ? s + 1 : 0;
        addPolygon(std::array{upper + s, upper + next, lower + next, lower + s}, row);
      }
      upper = lower;
    }
  }
  void addCap(const PathPoint& at, double radius, bool facesDown, unsigned row) {
    const Vec3 tangent = sceneTangent(at);
    const Vec3 normal = tangent * (facesDown ? 1 : -1);
    const Index first = addRing(at, CrossFrame(tangent), radius, &normal);
    for (Index s = 1; s + 1 < sides(); ++s)
      addPolygon(facesDown ? std::array{first, first + s, first + s + 1}
                           : std::array{first, first + s + 1, first + s},
                 row);
  }

 private:
  Index sides() const { return static_cast<Index>(circle_.size()); }
  Vec3 sceneTangent(const PathPoint& at) const {
    return geology::normalized({at.tangent.x, at.tangent.y, at.tangent.z * frame_.exaggeration});
  }
  Index addRing(const PathPoint& at, const CrossFrame& across, double radius,
                const Vec3* flatNormal = nullptr) {
    const Vec3 center = frame_.toScene(at.position);
    for (const auto& onCircle : circle_) {
      const Vec3 outward = across.at(onCircle);
      put(point_, center + outward * radius);
      put(normal_, flatNormal != nullptr ? *flatNormal : outward);
    }
    const Index first = nextPoint_;
    nextPoint_ += sides();
    return first;
  }
  static void put(float*& place, const Vec3& v) {
    *place++ = static_cast<float>(v.x);
    *place++ = static_cast<float>(v.y);
    *place++ = static_cast<float>(v.z);
  }
  template <std::size_t n>
  void addPolygon(const std::array<Index, n>& corners, unsigned row) {
    *offset_++ = nextCorner_;
    *row_++ = row;
    for (const Index corner : corners) *corner_++ = corner;
    nextCorner_ += static_cast<Index>(n);
  }

  const std::vector<std::array<double, 2>>& circle_;
  const SceneFrame& frame_;
  float *point_, *normal_;
  Index *corner_, *offset_;
  unsigned* row_;
  Index nextPoint_, nextCorner_;
};

}  // namespace

vtkSmartPointer<vtkPolyData> intervalTubes(const IntervalPath& path, const geology::BitMask& shown,
                                           const TubeOptions& options, vtkPolyData* old) {
  const auto sides = static_cast<std::size_t>(options.sides);
  const auto radiusOf = [&](std::size_t row) {
    return options.intervalRadius.empty() ? options.radius : static_cast<double>(options.intervalRadius[row]);
  };
  const auto drawn = [&](std::size_t row) { return shown.test(row) && path.pieces(row) > 0; };
  const auto openBelow = [&](std::size_t row) {
    return !path.goesOn(row) || !shown.test(row + 1) || radiusOf(row) != radiusOf(row + 1);
  };
  const auto openAbove = [&](std::size_t row) { return row == 0 || !drawn(row - 1) || openBelow(row - 1); };
  const auto sizeOf = [&](std::size_t row) -> TubeSize {
    if (!drawn(row)) return {};
    const std::size_t pieces = path.pieces(row);
    const std::size_t caps = (openAbove(row) ? 1U : 0U) + (openBelow(row) ? 1U : 0U);
    return {(pieces + 1 + caps) * sides, pieces * sides + caps * (sides - 2),
            4 * pieces * sides + 3 * caps * (sides - 2)};
  };
  const IntervalPlan<TubeSize> plan(path.rows(), sizeOf);
  if (plan.total().corners > std::numeric_limits<Index>::max()) return vtkSmartPointer<vtkPolyData>::New();
  TubeArrays arrays(plan.total(), old);
  const auto circle = unitCircle(options.sides);
  plan.forEachRow([&](std::size_t row, const TubeSize& place) -> TubeSize {
    if (!drawn(row)) return {};
    TubeWriter writer(arrays, place, circle, options.frame);
    const PathPoint* first = &path.points[path.first[row]];
    const auto id = static_cast<unsigned>(row);
    writer.addTube(first, path.pieces(row), radiusOf(row), id);
    if (openAbove(row)) writer.addCap(*first, radiusOf(row), false, id);
    if (openBelow(row)) writer.addCap(path.points[path.last[row]], radiusOf(row), true, id);
    return sizeOf(row);
  });
  return arrays.polyData();
}

}  // namespace adit::viewer
