// VTK surfaces and lines as XML (.vtp), through VTK's own reader, which keeps doubles.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recogniseVtp(const Source& source);
/// One mesh. Point data become vertex columns, cell data triangle columns; an array of several components
/// becomes one column each, "velocity 1", "velocity 2"... A text array "part" of the cells names the parts.
ImportResult readVtp(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
