// UBC-GIF meshes and models: geophysical inversions on tensor meshes (docs/formats.md).
#pragma once
#include "geology/formats/reader.h"
#include "geology/formats/tensor_grid.h"

namespace adit::formats {

/// 85 when a text is a tensor mesh, else 0.
int recogniseUbc(const Source& source);

/// A mesh has no values of its own: they are in model files, which find their mesh (see readValueList). Where
/// such files lie beside it nothing is made of the mesh alone; else one BlockModel without columns.
ImportResult readUbc(const Source& source, const ImportChoices& choices, geology::Progress& progress);

/// Meshes in the folder of that file with so many cells.
struct FoundMesh {
  std::string path;
  TensorGrid grid;
};
std::vector<FoundMesh> findUbcMeshes(const std::string& besidePath, std::size_t cells);

}  // namespace adit::formats
