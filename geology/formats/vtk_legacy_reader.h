// Legacy VTK surfaces and lines (.vtk, DATASET POLYDATA), text and binary, up to version 5.1. Read here and
// not by VTK, whose legacy reader ends the program on files that are damaged.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recogniseVtkLegacy(const Source& source);
/// The same mesh as readVtp gives.
ImportResult readVtkLegacy(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
