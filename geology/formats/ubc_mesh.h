// UBC-GIF tensor meshes: cells of varying width, described from the top south-west corner.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/tensor_grid.h"

namespace adit::formats {

/// The mesh of a text; nothing when it is none. Throws ReadError when it is one and cannot be used (2D,
/// octree, widths that are missing or not above 0).
std::optional<TensorGrid> readUbcMesh(std::string_view text, const std::string& path);

/// Where the value of a cell of the grid stands in a model file: depth fastest, from the top down, then X,
/// then Y.
std::size_t ubcValueOf(const TensorGrid& grid, std::size_t gridCell);

/// Values (any line lengths, "!" starts a comment); "nan" is NaN. Nothing when a word is no number.
std::optional<std::vector<double>> readUbcValues(std::string_view text);

}  // namespace adit::formats
