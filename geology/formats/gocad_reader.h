// GOCAD and SKUA surfaces (TSurf), lines (PLine) and points (VSet), as text. One file may hold many objects.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recogniseGocad(const Source& source);
/// One mesh or point set an object, under the object's own name; properties of vertices become columns.
/// Heights are turned where the file counts them downwards (ZPOSITIVE Depth). Other kinds of objects are
/// named and left out.
ImportResult readGocad(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
