// What must hold of every mesh that a reader gives, however broken the file: all numbers lead somewhere.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "geology/model/triangle_mesh.h"

namespace adit::tests {

inline bool haveRows(const std::vector<geology::Column>& columns, std::size_t rows) {
  return std::all_of(columns.begin(), columns.end(),
                     [&](const geology::Column& column) { return column.size() == rows; });
}

inline bool isSound(const geology::TriangleMesh& mesh) {
  const auto exists = [&](std::uint32_t corner) { return corner < mesh.vertices.size(); };
  const auto allExist = [&](const auto& corners) {
    return std::all_of(corners.begin(), corners.end(), exists);
  };
  const auto isPart = [&](std::int32_t part) {
    return part >= 0 && static_cast<std::size_t>(part) < std::max<std::size_t>(mesh.parts.size(), 1);
  };
  return std::all_of(mesh.vertices.begin(), mesh.vertices.end(), geology::isFinite) &&
         std::all_of(mesh.triangles.begin(), mesh.triangles.end(), allExist) &&
         std::all_of(
             mesh.lines.begin(), mesh.lines.end(),
             [&](const geology::Polyline& line) { return allExist(line.vertices) && isPart(line.part); }) &&
         (mesh.trianglePart.empty() || mesh.trianglePart.size() == mesh.triangles.size()) &&
         std::all_of(mesh.trianglePart.begin(), mesh.trianglePart.end(), isPart) &&
         haveRows(mesh.vertexColumns, mesh.vertices.size()) &&
         haveRows(mesh.triangleColumns, mesh.triangles.size());
}

}  // namespace adit::tests
