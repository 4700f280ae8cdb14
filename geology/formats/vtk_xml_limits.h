// Counts in a VTK XML file that no file of its size can mean. VTK believes them: it allocates for them, and
// names each of a billion components.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// Throws ReadError (VTK-BROKEN) when an attribute "NumberOf..." is more than the file can hold.
void checkVtkXmlCounts(const Source& source);

}  // namespace adit::formats
