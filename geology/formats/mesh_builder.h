// Collects surfaces and strings from a file that may be broken: every reader of meshes adds what it finds in
// the order of the file, and the builder checks, counts and reports in one way for all of them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/reader.h"
#include "geology/model/place_hash.h"
#include "geology/model/triangle_mesh.h"

namespace adit::formats {

/// A number in the file that is none, or is missing where one belongs: MESH-BAD-NUMBER.
extern const FindingKind kBadNumber;
/// The file ends before the data that it announces: MESH-TRUNCATED.
extern const FindingKind kTruncated;

/// Coordinates of this size and more lose centimetres when they are kept as 32-bit floats: the step is 1/128
/// there.
constexpr double kFloatSafeCoordinate = 1e5;

/// origin + x*axis x + y*axis y + z*axis z.
struct AffineMap {
  geology::Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, origin{};

  geology::Vec3 operator()(const geology::Vec3& p) const { return origin + x * p.x + y * p.y + z * p.z; }
  /// First `inner`, then this one.
  AffineMap after(const AffineMap& inner) const {
    return {(*this)(inner.x) - origin, (*this)(inner.y) - origin, (*this)(inner.z) - origin,
            (*this)(inner.origin)};
  }
};

class MeshBuilder {
 public:
  explicit MeshBuilder(std::string file) : findings_(std::move(file)) {}

  Findings& findings() { return findings_; }
  geology::TriangleMesh& mesh() { return mesh_; }
  std::size_t vertexCount() const { return mesh_.vertices.size(); }

  /// Where the vertices that follow lie: for parts of a file that are drawn somewhere else. Absent: as they
  /// are.
  void placeBy(const std::optional<AffineMap>& map) { map_ = map; }
  const std::optional<AffineMap>& placedBy() const { return map_; }

  /// A vertex as the file lists it. One that is not finite keeps its number and is reported and removed at
  /// the end, with all that uses it.
  std::uint32_t addVertex(const geology::Vec3& place);
  /// The vertex at exactly that place: for formats that repeat the corners of every face.
  std::uint32_t vertexAt(const geology::Vec3& place);

  /// What follows belongs to this group, layer or object of the file.
  void startPart(std::string_view name);

  /// Corner numbers count from 0 and may name vertices that are still to come; wrong ones are reported at the
  /// end. A polygon is cut into triangles as a fan from its first corner. Returns the number of triangles.
  std::size_t addPolygon(std::span<const std::int64_t> corners, std::size_t line);
  void addLine(std::span<const std::int64_t> corners, bool closed, std::size_t line);

  /// The coordinates were 32-bit floats in the file: MESH-FLOAT-COORDINATES when they are large.
  void coordinatesWereFloat() { floatCoordinates_ = true; }

  /// The file says that it has points, so their being without faces needs no warning.
  void pointsAreMeant() { pointsAreMeant_ = true; }

  /// Checks, reports, and moves the mesh into `result`: as a TriangleMesh, or as a PointSet when there are
  /// only vertices.
  void finish(ImportResult& result);

 private:
  geology::Vec3 placed(const geology::Vec3& place) const { return map_ ? (*map_)(place) : place; }
  std::uint32_t push(const geology::Vec3& placed);
  std::int32_t currentPart();
  std::uint32_t cornerNumber(std::int64_t corner) const;
  void reportCorners(std::span<const std::uint32_t> corners, std::size_t line);
  bool isGood(std::uint32_t corner) const { return corner < good_.size() && good_[corner] != 0; }
  void checkTriangles();
  void checkLines();
  void removeBadVertices();
  void dropNamelessPart();
  void reportShape();
  void reportFloatCoordinates();
  void reportLooseVertices();

  geology::TriangleMesh mesh_;
  Findings findings_;
  std::vector<std::uint32_t> triangleLine_;
  std::vector<std::uint32_t> lineLine_;
  std::vector<std::uint8_t> good_;  ///< one a vertex, found by finish(): finite
  std::unordered_map<geology::Vec3, std::uint32_t, geology::PlaceHash> vertexOf_;
  std::unordered_map<std::string, std::int32_t> partOf_;
  std::optional<std::int32_t> part_;
  std::optional<AffineMap> map_;
  bool floatCoordinates_ = false;
  bool pointsAreMeant_ = false;
};

}  // namespace adit::formats
