#include "geology/formats/mesh_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/formats/text_lines.h"

namespace adit::formats {

using geology::Column;
using geology::Severity;
using geology::Vec3;

const FindingKind kBadNumber{Severity::Error, "MESH-BAD-NUMBER", "this is no number where one belongs",
                             "correct the line in the file, or export it again"};
const FindingKind kTruncated{Severity::Error, "MESH-TRUNCATED",
                             "the file ends before the data that it announces; what is there was read",
                             "copy or export the file again"};

namespace {

constexpr std::uint32_t kNoVertex = std::numeric_limits<std::uint32_t>::max();

const FindingKind kBadIndex{Severity::Error, "MESH-BAD-INDEX",
                            "a face or line names a vertex that does not exist; it is left out",
                            "export the file again; it is incomplete or was edited by hand"};
const FindingKind kBadVertex{Severity::Error, "MESH-BAD-VERTEX",
                             "a vertex has no place: one of its coordinates is not finite; it is left out",
                             "correct its coordinates in the file"};
const FindingKind kLostFace{Severity::Error, "MESH-LOST-FACE",
                            "a face or line uses a vertex that has no place; it is left out",
                            "correct the coordinates of the vertex in the file"};
const FindingKind kShortFace{Severity::Error, "MESH-SHORT-FACE",
                             "a face has fewer than three corners, or a line fewer than two; it is left out",
                             "export the file again"};
const FindingKind kDegenerate{Severity::Warning, "MESH-DEGENERATE",
                              "a triangle has two corners at one place, so it has no area; it is kept",
                              "clean the surface in the program that made it, if a volume is wanted"};
const FindingKind kFan{Severity::Note, "MESH-FAN",
                       "a face with more than three corners was cut into triangles from its first corner",
                       "triangulate in the program that made the file where the faces are hollow or warped"};
const FindingKind kNoFaces{Severity::Warning, "MESH-NO-FACES",
                           "there are vertices but no faces and no lines; they are shown as points",
                           "export the surface with its faces, if there should be one"};
const FindingKind kEmpty{Severity::Error, "MESH-EMPTY", "there is no surface, line or point in the file",
                         "export it again; check which objects were selected"};
const FindingKind kLoose{Severity::Note, "MESH-LOOSE-VERTICES",
                         "a vertex belongs to no face and no line; it is kept and not drawn",
                         "export it as points, if it is data"};

void keepRows(Column& column, const std::vector<std::uint8_t>& keep) {
  const auto shrink = [&](auto& rows) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < rows.size(); ++from)
      if (keep[from] != 0) rows[to++] = rows[from];
    rows.resize(to);
  };
  shrink(column.values);
  shrink(column.states);
  shrink(column.limits);
  std::vector<std::size_t> kept;
  for (std::size_t row = 0; row < column.codes.size(); ++row)
    if (keep[row] != 0) kept.push_back(row);
  column.codes = column.codes.rows(kept);
}

/// A short column (the file ended early) is filled up with missing values.
void fitRows(std::vector<Column>& columns, std::size_t rows) {
  for (Column& column : columns) {
    if (column.isNumeric())
      column.values.resize(rows, geology::kMissing);
    else
      column.codes.resize(rows, geology::kNoCategory);
  }
}

bool hasEqualCorners(const Vec3& a, const Vec3& b, const Vec3& c) {
  return a == b || b == c || c == a;
}

}  // namespace

std::uint32_t MeshBuilder::push(const Vec3& place) {
  if (mesh_.vertices.size() >= kNoVertex)
    throw ReadError{{.severity = Severity::Error,
                     .code = "MESH-TOO-LARGE",
                     .file = {},
                     .message = "the file has more than 4,294,967,294 vertices",
                     .remedy = "split it"}};
  mesh_.vertices.push_back(place);
  return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
}

std::uint32_t MeshBuilder::addVertex(const Vec3& place) {
  return push(placed(place));
}

std::uint32_t MeshBuilder::vertexAt(const Vec3& place) {
  const Vec3 there = placed(place);
  if (!geology::isFinite(there)) return push(there);
  const auto [it, isNew] = vertexOf_.try_emplace(there, 0);
  if (isNew) it->second = push(there);
  return it->second;
}

void MeshBuilder::startPart(std::string_view name) {
  const auto [it, isNew] =
      partOf_.try_emplace(std::string(name), static_cast<std::int32_t>(mesh_.parts.size()));
  if (isNew) mesh_.parts.push_back(validUtf8(name));
  part_ = it->second;
}

std::int32_t MeshBuilder::currentPart() {
  if (!part_) startPart({});
  return *part_;
}

std::uint32_t MeshBuilder::cornerNumber(std::int64_t corner) const {
  return corner < 0 || corner >= kNoVertex ? kNoVertex : static_cast<std::uint32_t>(corner);
}

std::size_t MeshBuilder::addPolygon(std::span<const std::int64_t> corners, std::size_t line) {
  if (corners.size() < 3) {
    findings_.add(kShortFace, {line});
    return 0;
  }
  if (corners.size() > 3) findings_.add(kFan, {line});
  const std::int32_t part = currentPart();
  for (std::size_t i = 2; i < corners.size(); ++i) {
    mesh_.triangles.push_back(
        {cornerNumber(corners[0]), cornerNumber(corners[i - 1]), cornerNumber(corners[i])});
    mesh_.trianglePart.push_back(part);
    triangleLine_.push_back(static_cast<std::uint32_t>(line));
  }
  return corners.size() - 2;
}

void MeshBuilder::addLine(std::span<const std::int64_t> corners, bool closed, std::size_t line) {
  if (corners.size() < 2) {
    findings_.add(kShortFace, {line});
    return;
  }
  geology::Polyline polyline{.vertices = {}, .closed = closed, .part = currentPart()};
  polyline.vertices.reserve(corners.size());
  for (const std::int64_t corner : corners) polyline.vertices.push_back(cornerNumber(corner));
  mesh_.lines.push_back(std::move(polyline));
  lineLine_.push_back(static_cast<std::uint32_t>(line));
}

void MeshBuilder::reportCorners(std::span<const std::uint32_t> corners, std::size_t line) {
  const bool exists = std::all_of(corners.begin(), corners.end(),
                                  [&](std::uint32_t corner) { return corner < mesh_.vertices.size(); });
  findings_.add(exists ? kLostFace : kBadIndex, {line});
}

void MeshBuilder::checkTriangles() {
  auto& triangles = mesh_.triangles;
  fitRows(mesh_.triangleColumns, triangles.size());
  std::vector<std::uint8_t> keep(triangles.size(), 1);
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    const auto& corners = triangles[t];
    if (!std::all_of(corners.begin(), corners.end(), [&](std::uint32_t c) { return isGood(c); })) {
      keep[t] = 0;
      reportCorners(corners, triangleLine_[t]);
    } else if (hasEqualCorners(mesh_.vertices[corners[0]], mesh_.vertices[corners[1]],
                               mesh_.vertices[corners[2]])) {
      findings_.add(kDegenerate, {triangleLine_[t]});
    }
  }
  std::size_t to = 0;
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    if (keep[t] == 0) continue;
    triangles[to] = triangles[t];
    mesh_.trianglePart[to++] = mesh_.trianglePart[t];
  }
  if (to == triangles.size()) return;
  triangles.resize(to);
  mesh_.trianglePart.resize(to);
  for (Column& column : mesh_.triangleColumns) keepRows(column, keep);
}

void MeshBuilder::checkLines() {
  std::size_t to = 0;
  for (std::size_t i = 0; i < mesh_.lines.size(); ++i) {
    const auto& corners = mesh_.lines[i].vertices;
    if (std::all_of(corners.begin(), corners.end(), [&](std::uint32_t c) { return isGood(c); })) {
      if (to != i) mesh_.lines[to] = std::move(mesh_.lines[i]);
      ++to;
    } else {
      reportCorners(corners, lineLine_[i]);
    }
  }
  mesh_.lines.resize(to);
}

void MeshBuilder::removeBadVertices() {
  const auto bad = static_cast<std::size_t>(std::count(good_.begin(), good_.end(), 0));
  if (bad == 0) return;
  findings_.add(kBadVertex, {}, {}, bad);
  std::vector<std::uint32_t> newNumber(good_.size(), kNoVertex);
  std::uint32_t to = 0;
  for (std::size_t from = 0; from < good_.size(); ++from) {
    if (good_[from] == 0) continue;
    mesh_.vertices[to] = mesh_.vertices[from];
    newNumber[from] = to++;
  }
  mesh_.vertices.resize(to);
  for (auto& triangle : mesh_.triangles)
    for (std::uint32_t& corner : triangle) corner = newNumber[corner];
  for (geology::Polyline& polyline : mesh_.lines)
    for (std::uint32_t& corner : polyline.vertices) corner = newNumber[corner];
  for (Column& column : mesh_.vertexColumns) keepRows(column, good_);
}

void MeshBuilder::dropNamelessPart() {
  if (mesh_.parts.size() > 1 || (mesh_.parts.size() == 1 && !mesh_.parts.front().empty())) return;
  mesh_.parts.clear();
  mesh_.trianglePart.clear();
}

void MeshBuilder::reportFloatCoordinates() {
  if (!floatCoordinates_) return;
  double largest = 0;
  for (const Vec3& v : mesh_.vertices)
    largest = std::max({largest, std::abs(v.x), std::abs(v.y), std::abs(v.z)});
  if (largest <= kFloatSafeCoordinate) return;
  const auto asFloat = static_cast<float>(largest);
  const double step = std::nextafter(asFloat, std::numeric_limits<float>::infinity()) - asFloat;
  const FindingKind kind{
      Severity::Warning, "MESH-FLOAT-COORDINATES",
      "the file keeps large coordinates as 32-bit floats, so its places are rounded; by up to",
      "export it as text or in 64 bits, or with a local origin"};
  findings_.add(kind, {}, std::to_string(step / 2), mesh_.vertices.size());
}

void MeshBuilder::reportLooseVertices() {
  std::vector<std::uint8_t> used(mesh_.vertices.size(), 0);
  for (const auto& triangle : mesh_.triangles)
    for (const std::uint32_t corner : triangle) used[corner] = 1;
  for (const geology::Polyline& polyline : mesh_.lines)
    for (const std::uint32_t corner : polyline.vertices) used[corner] = 1;
  const auto loose = static_cast<std::size_t>(std::count(used.begin(), used.end(), 0));
  if (loose > 0) findings_.add(kLoose, {}, {}, loose);
}

void MeshBuilder::reportShape() {
  reportFloatCoordinates();
  if (mesh_.vertices.empty())
    findings_.add(kEmpty, {});
  else if (!mesh_.triangles.empty() || !mesh_.lines.empty())
    reportLooseVertices();
  else if (!pointsAreMeant_)
    findings_.add(kNoFaces, {}, {}, mesh_.vertices.size());
}

void MeshBuilder::finish(ImportResult& result) {
  good_.resize(mesh_.vertices.size());
  for (std::size_t v = 0; v < good_.size(); ++v) good_[v] = geology::isFinite(mesh_.vertices[v]) ? 1 : 0;
  fitRows(mesh_.vertexColumns, mesh_.vertices.size());
  checkTriangles();
  checkLines();
  removeBadVertices();
  dropNamelessPart();
  reportShape();
  findings_.appendTo(result.diagnostics);
  if (mesh_.vertices.empty()) return;
  if (mesh_.triangles.empty() && mesh_.lines.empty())
    result.objects.emplace_back(geology::PointSet{.name = std::move(mesh_.name),
                                                  .points = std::move(mesh_.vertices),
                                                  .columns = std::move(mesh_.vertexColumns),
                                                  .line = {},
                                                  .source = std::move(mesh_.source)});
  else
    result.objects.emplace_back(std::move(mesh_));
}

}  // namespace adit::formats
