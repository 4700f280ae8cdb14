#include "viewer/geometry/terrain_mesh.h"

#include <vtkCellData.h>
#include <vtkContourFilter.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/geometry/ground_facets.h"
#include "viewer/geometry/surface_mesh.h"

namespace adit::viewer {
namespace {

using geology::Terrain;
using geology::Vec3;

std::size_t nodeIndex(const Terrain& terrain, std::int32_t c, std::int32_t r) {
  return static_cast<std::size_t>(c) +
         static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(r);
}

// Every stride-th index, and always the last, so that the edge is not lost.
std::vector<std::int32_t> picks(std::int32_t count, int stride) {
  std::vector<std::int32_t> indices;
  for (std::int32_t i = 0; i < count; i += stride) indices.push_back(i);
  if (!indices.empty() && indices.back() != count - 1) indices.push_back(count - 1);
  return indices;
}

// Upward normal from central differences; one-sided beside holes and borders.
Vec3 nodeNormal(const Terrain& terrain, std::int32_t c, std::int32_t r) {
  const Vec3 here = terrain.node(c, r);
  const auto difference = [&](std::int32_t dc, std::int32_t dr) {
    const auto valid = [&](std::int32_t cc, std::int32_t rr) {
      return cc >= 0 && rr >= 0 && cc < terrain.columns && rr < terrain.rows &&
             isFinite(terrain.node(cc, rr));
    };
    const Vec3 ahead = valid(c + dc, r + dr) ? terrain.node(c + dc, r + dr) : here;
    const Vec3 behind = valid(c - dc, r - dr) ? terrain.node(c - dc, r - dr) : here;
    return ahead - behind;
  };
  const Vec3 normal = geology::normalized(cross(difference(1, 0), difference(0, 1)));
  if (geology::length(normal) == 0) return {0, 0, 1};
  return normal.z < 0 ? normal * -1 : normal;  // rows that run south make a left-handed pair
}

vtkSmartPointer<vtkPolyData> gridWithElevation(const Terrain& terrain, const SceneFrame& frame) {
  const geology::BitMask all(terrain.heights.size(), true);
  const auto grid = toPolyData(terrainGrid(terrain, all, 1, frame));
  vtkNew<vtkFloatArray> elevation;
  elevation->SetName("elevation");
  elevation->SetNumberOfValues(static_cast<vtkIdType>(terrain.heights.size()));
  std::copy(terrain.heights.begin(), terrain.heights.end(), elevation->GetPointer(0));
  grid->GetPointData()->SetScalars(elevation);
  return grid;
}

vtkSmartPointer<vtkPolyData> contoursAt(vtkPolyData& grid, const std::vector<double>& levels) {
  vtkNew<vtkContourFilter> filter;
  filter->SetInputData(&grid);
  filter->ComputeScalarsOff();
  filter->ComputeNormalsOff();
  for (std::size_t i = 0; i < levels.size(); ++i) filter->SetValue(static_cast<int>(i), levels[i]);
  filter->Update();
  return filter->GetOutput();
}

}  // namespace

int drawnStride(const Terrain& terrain) {
  constexpr double kMostNodes = 600'000;
  const auto nodes = static_cast<double>(terrain.heights.size());
  return std::max(1, static_cast<int>(std::ceil(std::sqrt(nodes / kMostNodes))));
}

MeshBuffer terrainGrid(const Terrain& terrain, const geology::BitMask& shownNodes, int stride,
                       const SceneFrame& frame, const geology::BitMask* leftOut) {
  const auto columns = picks(terrain.columns, stride);
  const auto rows = picks(terrain.rows, stride);
  MeshBuffer mesh;
  mesh.points.reserve(columns.size() * rows.size());
  mesh.normals.reserve(columns.size() * rows.size());
  for (const std::int32_t r : rows) {
    for (const std::int32_t c : columns) {
      Vec3 p = terrain.node(c, r);
      if (std::isnan(p.z)) p.z = frame.origin.z;  // a vertex that no quad uses
      mesh.points.push_back(frame.toFloat(p));
      const Vec3 n = frame.normalToScene(nodeNormal(terrain, c, r));
      mesh.normals.push_back({static_cast<float>(n.x), static_cast<float>(n.y), static_cast<float>(n.z)});
    }
  }
  const auto usable = [&](std::int32_t c, std::int32_t r) {
    const std::size_t node = nodeIndex(terrain, c, r);
    return shownNodes.test(node) && !std::isnan(terrain.heights[node]);
  };
  const auto width = static_cast<std::int64_t>(columns.size());
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
      if (!usable(columns[c], rows[r]) || !usable(columns[c + 1], rows[r]) ||
          !usable(columns[c], rows[r + 1]) || !usable(columns[c + 1], rows[r + 1]))
        continue;
      if (leftOut != nullptr && leftOut->test(nodeIndex(terrain, columns[c], rows[r]))) continue;
      const auto first = static_cast<std::int64_t>(r) * width + static_cast<std::int64_t>(c);
      mesh.addPolygon({first, first + 1, first + width + 1, first + width},
                      static_cast<std::uint32_t>(nodeIndex(terrain, columns[c], rows[r])));
    }
  }
  return mesh;
}

std::vector<std::array<float, 2>> drapeCoordinates(const Terrain& terrain, int stride,
                                                   const geology::DrapeImage& image) {
  std::vector<Vec3> places;
  for (const std::int32_t r : picks(terrain.rows, stride))
    for (const std::int32_t c : picks(terrain.columns, stride)) places.push_back(terrain.node(c, r));
  return drapeCoordinates(terrain, places, image);
}

std::vector<std::array<float, 2>> drapeCoordinates(const Terrain& terrain, const std::vector<Vec3>& places,
                                                   const geology::DrapeImage& image) {
  const double det = image.stepColumn[0] * image.stepRow[1] - image.stepColumn[1] * image.stepRow[0];
  std::vector<std::array<float, 2>> coordinates;
  coordinates.reserve(places.size());
  for (const Vec3& p : places) {
    const auto [c, r] = terrain.nodeCoordinates(p.x, p.y);
    double u = c / std::max(1, terrain.columns - 1);
    double v = r / std::max(1, terrain.rows - 1);
    if (image.georeferenced && det != 0) {
      const double dx = p.x - image.origin[0];
      const double dy = p.y - image.origin[1];
      u = (dx * image.stepRow[1] - dy * image.stepRow[0]) / det / image.columns;
      v = 1 - (dy * image.stepColumn[0] - dx * image.stepColumn[1]) / det / image.rows;
    } else if (terrain.stepRow[1] < 0) {
      v = 1 - v;  // the terrain's first row is its north edge, the image's v runs up
    }
    coordinates.push_back({static_cast<float>(u), static_cast<float>(v)});
  }
  return coordinates;
}

std::vector<std::array<float, 3>> terrainNormals(const Terrain& terrain, const std::vector<Vec3>& places,
                                                 const SceneFrame& frame) {
  std::vector<std::array<float, 3>> normals;
  normals.reserve(places.size());
  for (const Vec3& p : places) {
    const auto [c, r] = terrain.nodeCoordinates(p.x, p.y);
    const auto c0 = std::clamp(static_cast<std::int32_t>(c), 0, terrain.columns - 2);
    const auto r0 = std::clamp(static_cast<std::int32_t>(r), 0, terrain.rows - 2);
    const double u = c - c0;
    const double v = r - r0;
    const Vec3 below = nodeNormal(terrain, c0, r0) * (1 - u) + nodeNormal(terrain, c0 + 1, r0) * u;
    const Vec3 above = nodeNormal(terrain, c0, r0 + 1) * (1 - u) + nodeNormal(terrain, c0 + 1, r0 + 1) * u;
    const Vec3 n = frame.normalToScene(geology::normalized(below * (1 - v) + above * v));
    normals.push_back({static_cast<float>(n.x), static_cast<float>(n.y), static_cast<float>(n.z)});
  }
  return normals;
}

double roundStep(double relief, int lines) {
  if (!(relief > 0)) return 1;
  const double raw = relief / lines;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (raw <= factor * power) return factor * power;
  return 10 * power;
}

ContourLines contourLines(const Terrain& terrain, double step, const SceneFrame& frame) {
  const auto grid = gridWithElevation(terrain, frame);
  const geology::Box3 box = terrain.bounds();
  std::vector<double> plain;
  std::vector<double> index;
  const auto first = static_cast<std::int64_t>(std::ceil(box.min.z / step));
  const auto last = static_cast<std::int64_t>(std::floor(box.max.z / step));
  constexpr std::int64_t kMostLines = 2000;  // a step far too small for the relief must not hang the program
  if (last - first > kMostLines) return {contoursAt(*grid, {}), contoursAt(*grid, {})};
  for (std::int64_t i = first; i <= last; ++i)
    (i % 5 == 0 ? index : plain).push_back(static_cast<double>(i) * step);
  return {contoursAt(*grid, plain), contoursAt(*grid, index)};
}

std::vector<float> hillshade(const Terrain& terrain) {
  constexpr double kAltitude = 45 * std::numbers::pi / 180;
  constexpr double kAzimuth = 315 * std::numbers::pi / 180;
  const Vec3 light{std::sin(kAzimuth) * std::cos(kAltitude), std::cos(kAzimuth) * std::cos(kAltitude),
                   std::sin(kAltitude)};
  std::vector<float> shade;
  shade.reserve(terrain.heights.size());
  for (std::int32_t r = 0; r < terrain.rows; ++r)
    for (std::int32_t c = 0; c < terrain.columns; ++c)
      shade.push_back(static_cast<float>(std::max(0.0, dot(nodeNormal(terrain, c, r), light))));
  return shade;
}

vtkSmartPointer<vtkPolyData> terrainCut(const Terrain& terrain, const geology::BitMask& shownNodes,
                                        const HalfSpace& plane, const SceneFrame& frame,
                                        const geology::BitMask* leftOut) {
  return surfaceCut(*toPolyData(terrainGrid(terrain, shownNodes, 1, frame, leftOut)), plane, frame);
}

}  // namespace adit::viewer
