// Source: Autodesk, "DXF Reference", R12 to 2018: POLYLINE, VERTEX, LWPOLYLINE, and "Arbitrary Axis
// Algorithm".
#include "geology/formats/dxf_polyline.h"

#include <array>
#include <cmath>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

// Flags of a POLYLINE (group 70).
constexpr int kClosed = 1;
constexpr int kInSpace = 8;
constexpr int kGrid = 16;
constexpr int kGridClosedAcross = 32;
constexpr int kPolyface = 64;
// Flags of a VERTEX (group 70).
constexpr int kFrameOfSpline = 16;
constexpr int kVertexOfGrid = 64;
constexpr int kVertexOfPolyface = 128;

const FindingKind kFlatWithHeight{
    Severity::Note, "DXF-FLAT-WITH-HEIGHTS",
    "a polyline is flagged as flat and its vertices carry heights; they are used",
    "write it as a 3D polyline to leave no doubt"};
const FindingKind kGridSize{
    Severity::Error, "DXF-GRID-SIZE",
    "a polygon mesh has not as many vertices as its rows and columns need; it is left out",
    "export it as 3DFACE"};

double numberOf(const DxfGroup& group, Findings& findings) {
  const auto number = parseNumber(group.value);
  if (!number) findings.add(kBadNumber, {group.line}, group.value.substr(0, 20));
  return number.value_or(std::nan(""));
}

/// 0, a straight line, where it cannot be an arc.
double bulgeOf(const DxfGroup& group, Findings& findings) {
  const double bulge = numberOf(group, findings);
  if (std::abs(bulge) <= kLargestBulge) return bulge;
  if (!std::isnan(bulge)) findings.add(kBadNumber, {group.line}, group.value.substr(0, 20));
  return 0;
}

/// As a line of the entity's plane.
void addFlatLine(const DxfEntity& entity, std::span<const BulgedVertex> line, bool closed,
                 MeshBuilder& builder) {
  const EntityPlane plane = planeOf(entity, builder.findings());
  std::vector<std::int64_t> vertices;
  for (const Vec3& place : placesWithArcs(line, closed))
    vertices.push_back(builder.addVertex(plane.toSpace(place)));
  if (vertices.size() > line.size()) sayChords(builder.findings(), entity.line, entity.type);
  builder.addLine(vertices, closed, entity.line);
}

}  // namespace

double dxfNumber(const DxfEntity& entity, int code, double fallback, Findings& findings) {
  const DxfGroup* group = entity.find(code);
  return group == nullptr ? fallback : numberOf(*group, findings);
}

Vec3 dxfPlace(const DxfEntity& entity, int code, Findings& findings) {
  return {dxfNumber(entity, code, std::nan(""), findings),
          dxfNumber(entity, code + 10, std::nan(""), findings), dxfNumber(entity, code + 20, 0, findings)};
}

EntityPlane planeOf(const DxfEntity& entity, Findings& findings) {
  if (entity.find(210) == nullptr) return {};
  const Vec3 normal = geology::normalized(dxfPlace(entity, 210, findings));
  if (normal == Vec3{0, 0, 1} || normal == Vec3{}) return {};
  constexpr double kNearZ = 1.0 / 64;
  const bool nearZ = std::abs(normal.x) < kNearZ && std::abs(normal.y) < kNearZ;
  const Vec3 right = geology::normalized(cross(nearZ ? Vec3{0, 1, 0} : Vec3{0, 0, 1}, normal));
  return {right, cross(normal, right), normal};
}

DxfPolyline::DxfPolyline(DxfEntity head, MeshBuilder& builder)
    : head_(std::move(head)),
      flags_(head_.integer(70, 0)),
      elevation_(dxfNumber(head_, 30, 0, builder.findings())),
      builder_(builder) {}

bool DxfPolyline::isFlat() const {
  return !has(kInSpace | kGrid | kPolyface);
}

Vec3 DxfPolyline::placeOf(const DxfEntity& vertex) {
  Vec3 place = dxfPlace(vertex, 10, builder_.findings());
  if (!isFlat()) return place;
  // A flat polyline has its height in group 30 of its head. Mine planning systems write it into the vertices.
  if (place.z == 0) {
    place.z = elevation_;
  } else if (place.z != elevation_ && !heightsReported_) {
    heightsReported_ = true;
    builder_.findings().add(kFlatWithHeight, {vertex.line});
  }
  return place;
}

void DxfPolyline::add(const DxfEntity& vertex) {
  const int flags = vertex.integer(70, 0);
  if ((flags & kFrameOfSpline) != 0) return;  // the curve itself follows as further vertices
  if (has(kPolyface) && (flags & kVertexOfPolyface) != 0 && (flags & kVertexOfGrid) == 0)
    return addFace(vertex);
  const Vec3 place = placeOf(vertex);
  if (has(kGrid | kPolyface)) {
    vertices_.push_back(builder_.addVertex(place));
    return;
  }
  const DxfGroup* bulge = isFlat() ? vertex.find(42) : nullptr;
  line_.push_back({place, bulge == nullptr ? 0 : bulgeOf(*bulge, builder_.findings())});
}

void DxfPolyline::addFace(const DxfEntity& vertex) {
  Face face{{}, vertex.line};
  for (const int code : {71, 72, 73, 74}) {
    const int corner = std::abs(vertex.integer(code, 0));  // negative: the edge after it is not drawn
    if (corner != 0) face.corners.push_back(corner - 1);
  }
  faces_.push_back(std::move(face));
}

void DxfPolyline::finishFaces() {
  for (Face& face : faces_) {
    for (std::int64_t& corner : face.corners)
      corner = corner < static_cast<std::int64_t>(vertices_.size())
                   ? vertices_[static_cast<std::size_t>(corner)]
                   : -1;
    builder_.addPolygon(face.corners, face.line);
  }
}

void DxfPolyline::finishGrid() {
  const auto rows = static_cast<std::size_t>(std::max(head_.integer(71, 0), 0));
  const auto columns = static_cast<std::size_t>(std::max(head_.integer(72, 0), 0));
  if (rows < 2 || columns < 2 || vertices_.size() != rows * columns) {
    builder_.findings().add(kGridSize, {head_.line});
    return;
  }
  const auto at = [&](std::size_t row, std::size_t column) {
    return vertices_[(row % rows) * columns + column % columns];
  };
  for (std::size_t row = 0; row + (has(kClosed) ? 0 : 1) < rows; ++row)
    for (std::size_t column = 0; column + (has(kGridClosedAcross) ? 0 : 1) < columns; ++column) {
      const std::array<std::int64_t, 4> corners{at(row, column), at(row, column + 1), at(row + 1, column + 1),
                                                at(row + 1, column)};
      builder_.addPolygon(corners, head_.line);
    }
}

void DxfPolyline::finishLine() {
  if (isFlat()) return addFlatLine(head_, line_, has(kClosed), builder_);
  std::vector<std::int64_t> vertices;
  for (const BulgedVertex& vertex : line_) vertices.push_back(builder_.addVertex(vertex.place));
  builder_.addLine(vertices, has(kClosed), head_.line);
}

void DxfPolyline::finish() {
  if (has(kPolyface))
    finishFaces();
  else if (has(kGrid))
    finishGrid();
  else
    finishLine();
}

void addLightPolyline(const DxfEntity& entity, MeshBuilder& builder) {
  Findings& findings = builder.findings();
  const double elevation = dxfNumber(entity, 38, 0, findings);
  std::vector<BulgedVertex> line;
  for (const DxfGroup& group : entity.groups) {
    if (group.code == 10)
      line.push_back({{numberOf(group, findings), std::nan(""), elevation}, 0});
    else if (group.code == 20 && !line.empty())
      line.back().place.y = numberOf(group, findings);
    else if (group.code == 42 && !line.empty())
      line.back().bulge = bulgeOf(group, findings);
  }
  addFlatLine(entity, line, (entity.integer(70, 0) & kClosed) != 0, builder);
}

}  // namespace adit::formats
