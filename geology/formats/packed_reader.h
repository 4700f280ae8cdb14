// Files inside a .zip or .gz: unpacked in memory and given to the reader that knows them.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// 20 for a zip or gzip file: formats that are zip files themselves (OMF, spreadsheets) know it better.
int recognisePacked(const Source& source);

/// The objects of every member that a reader knows, "model.zip/blocks.csv" being the path of a member.
/// Members that nobody knows, that are packed again or too large are reported.
ImportResult readPacked(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
