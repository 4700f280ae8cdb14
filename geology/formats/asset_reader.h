// Things placed in the scene for scale - a headframe, a truck, a person - from glTF, FBX, COLLADA and 3DS
// files, through Assimp. Assimp keeps 32-bit floats, which is enough for a thing near its own origin and
// never for a surface in grid coordinates.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recogniseAsset(const Source& source);
/// One PlacedAsset at the origin, one part a material, Z up and in metres where the file states its unit.
/// Node transformations are applied; bones, animations, lights and textures are not used.
ImportResult readAsset(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
