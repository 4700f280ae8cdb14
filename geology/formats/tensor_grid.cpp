#include "geology/formats/tensor_grid.h"

#include <algorithm>
#include <cmath>

namespace adit::formats {
namespace {

constexpr double kSameWidth = 1e-5;  ///< of the smallest width: rounding of the text

/// Cells of one axis in their parents.
struct ParentAxis {
  double low = 0, size = 0;
  std::int64_t count = 1;
  std::vector<std::int64_t> parent;  ///< of each cell
  std::vector<float> min, max;       ///< of each cell in its parent
};

double smallestWidth(const std::vector<double>& faces) {
  double smallest = faces.back() - faces.front();
  for (std::size_t i = 1; i < faces.size(); ++i) smallest = std::min(smallest, faces[i] - faces[i - 1]);
  return smallest;
}

/// Is there a face at every boundary of `parts` equal parts?
bool cutsAtFaces(const std::vector<double>& faces, std::int64_t parts, double tolerance) {
  const double extent = faces.back() - faces.front();
  for (std::int64_t p = 1; p < parts; ++p) {
    const double at = faces.front() + extent * static_cast<double>(p) / static_cast<double>(parts);
    const auto above = std::lower_bound(faces.begin(), faces.end(), at - tolerance);
    if (above == faces.end() || std::abs(*above - at) > tolerance) return false;
  }
  return true;
}

/// The largest number of equal parts whose boundaries are faces: the first part ends at some face.
std::int64_t equalParts(const std::vector<double>& faces) {
  const double extent = faces.back() - faces.front();
  const double tolerance = kSameWidth * smallestWidth(faces);
  for (std::size_t i = 1; i < faces.size(); ++i) {
    const double width = faces[i] - faces.front();
    const double parts = std::round(extent / width);
    if (std::abs(parts * width - extent) <= tolerance * parts &&
        cutsAtFaces(faces, static_cast<std::int64_t>(parts), tolerance))
      return static_cast<std::int64_t>(parts);
  }
  return 1;
}

ParentAxis parentAxis(const std::vector<double>& faces) {
  ParentAxis axis;
  axis.low = faces.front();
  axis.count = equalParts(faces);
  axis.size = (faces.back() - faces.front()) / static_cast<double>(axis.count);
  for (std::size_t i = 0; i + 1 < faces.size(); ++i) {
    const double middle = ((faces[i] + faces[i + 1]) / 2 - axis.low) / axis.size;
    const auto parent = std::min(static_cast<std::int64_t>(middle), axis.count - 1);
    const auto fraction = [&](double face) {
      return static_cast<float>(
          std::clamp((face - axis.low) / axis.size - static_cast<double>(parent), 0.0, 1.0));
    };
    axis.parent.push_back(parent);
    axis.min.push_back(fraction(faces[i]));
    axis.max.push_back(fraction(faces[i + 1]));
  }
  return axis;
}

/// First cell of each parent along one axis, and one beyond.
std::vector<std::size_t> firstCells(const ParentAxis& axis) {
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < axis.parent.size(); ++i)
    while (static_cast<std::int64_t>(first.size()) <= axis.parent[i]) first.push_back(i);
  first.push_back(axis.parent.size());
  return first;
}

/// Appends the cells of one parent, X fastest.
void addParent(const std::array<ParentAxis, 3>& axes, const std::array<std::vector<std::size_t>, 3>& first,
               const std::array<std::size_t, 3>& parent, TensorBlocks& blocks) {
  const std::size_t nx = axes[0].parent.size();
  const std::size_t ny = axes[1].parent.size();
  const auto cell = static_cast<std::uint32_t>(
      blocks.lattice.cellIndex(static_cast<std::int64_t>(parent[0]), static_cast<std::int64_t>(parent[1]),
                               static_cast<std::int64_t>(parent[2])));
  for (std::size_t k = first[2][parent[2]]; k < first[2][parent[2] + 1]; ++k)
    for (std::size_t j = first[1][parent[1]]; j < first[1][parent[1] + 1]; ++j)
      for (std::size_t i = first[0][parent[0]]; i < first[0][parent[0] + 1]; ++i) {
        blocks.cellOfBlock.push_back(cell);
        blocks.boxes.push_back({{axes[0].min[i], axes[1].min[j], axes[2].min[k]},
                                {axes[0].max[i], axes[1].max[j], axes[2].max[k]}});
        blocks.gridCell.push_back(static_cast<std::uint32_t>(i + nx * (j + ny * k)));
      }
}

}  // namespace

bool valid(const TensorGrid& grid) {
  double cells = 1;
  for (const std::vector<double>& faces : grid.faces) {
    if (faces.size() < 2 || !std::isfinite(faces.front()) || !std::isfinite(faces.back())) return false;
    for (std::size_t i = 1; i < faces.size(); ++i)
      if (!(faces[i] > faces[i - 1])) return false;
    cells *= static_cast<double>(faces.size() - 1);
  }
  return cells < 4294967295.0;
}

TensorBlocks tensorBlocks(const TensorGrid& grid) {
  const std::array<ParentAxis, 3> axes{parentAxis(grid.faces[0]), parentAxis(grid.faces[1]),
                                       parentAxis(grid.faces[2])};
  TensorBlocks blocks;
  bool regular = true;
  blocks.lattice.origin = {axes[0].low, axes[1].low, axes[2].low};
  for (std::size_t a = 0; a < 3; ++a) {
    blocks.lattice.size[a] = axes[a].size;
    blocks.lattice.count[a] = axes[a].count;
    regular = regular && axes[a].count == grid.cells(a);
  }
  const auto cells = static_cast<std::size_t>(grid.cells(0) * grid.cells(1) * grid.cells(2));
  if (regular) {
    blocks.gridCell.resize(cells);
    for (std::size_t cell = 0; cell < cells; ++cell) blocks.gridCell[cell] = static_cast<std::uint32_t>(cell);
    return blocks;
  }
  const std::array<std::vector<std::size_t>, 3> first{firstCells(axes[0]), firstCells(axes[1]),
                                                      firstCells(axes[2])};
  blocks.cellOfBlock.reserve(cells);
  blocks.boxes.reserve(cells);
  blocks.gridCell.reserve(cells);
  for (std::size_t k = 0; k + 1 < first[2].size(); ++k)
    for (std::size_t j = 0; j + 1 < first[1].size(); ++j)
      for (std::size_t i = 0; i + 1 < first[0].size(); ++i) addParent(axes, first, {i, j, k}, blocks);
  return blocks;
}

}  // namespace adit::formats
