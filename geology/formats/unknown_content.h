// What a file looks like that no reader knows, and what to export in its place.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// FMT-EMPTY, FMT-CLOSED (a format with a name, and what to export instead) or FMT-UNKNOWN (what the bytes
/// look like). Always an Error: the content is not used.
geology::Diagnostic describeUnknown(const Source& source);

/// True for text that accompanies data without being any: a README, a licence, notes in Markdown. A name that
/// only begins with such a word (Licence_EL1234.dxf) is prose when no reader knows the content.
bool isProse(const Source& source);

/// True for content that begins with the signature of a format that has a name and that Adit does not read. A
/// reader that is less than certain has no claim to it.
bool isClosedFormat(std::string_view bytes);

/// True for the formats that are zip archives inside and closed to Adit: office documents, OMF 2.
bool isClosedArchive(std::string_view bytes);

/// True when there is a NUL or another control character among the first 4096 bytes that no text has.
bool looksBinary(std::string_view bytes);

}  // namespace adit::formats
