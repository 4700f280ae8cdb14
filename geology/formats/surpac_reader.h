// Surpac strings (.str) and triangulations (.dtm), text and binary: the commonest exchange of pit designs
// after DXF. A .dtm holds triangles only; their corners are the points of the .str file beside it.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

int recogniseSurpac(const Source& source);
/// A .str gives its strings as lines, with "string 511" as part and the D fields as columns, and the strings
/// of one point as a point set. A .dtm gives the strings and the triangles as one mesh. Throws ReadError when
/// the .str of a .dtm is missing.
ImportResult readSurpac(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
