// The mark of made-up data in files: every writer puts it where the reading side finds it again.
#pragma once
#include <ostream>
#include <string>
#include <string_view>

#include "geology/formats/reader.h"

namespace adit::formats {

/// "SYNTHETIC - porphyry generator 1, seed 7", up to the end of its line, from the first 4,096 bytes of a
/// file that is not packed; empty without one. A deposit that was made up stays marked however often it is
/// saved and opened.
std::string syntheticMark(std::string_view bytes);

/// Marks every object; nothing to do for an empty mark.
void markSynthetic(ImportResult& result, const std::string& mark);

/// What a writer puts into its file: one line that syntheticMark finds, at most 200 bytes; empty for what was
/// measured.
std::string syntheticNote(const geology::Provenance& source);

/// A VTK XML document with the note as a comment before its first element.
void writeMarkedXml(std::string_view document, const geology::Provenance& source, std::ostream& out);

}  // namespace adit::formats
