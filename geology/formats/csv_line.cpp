#include "geology/formats/csv_line.h"

#include <algorithm>

#include "geology/formats/delimited.h"

namespace adit::formats {

void writeSyntheticNote(const geology::Provenance& source, std::ostream& out) {
  if (!source.synthetic) return;
  std::string note = source.note.empty() ? "SYNTHETIC" : source.note;
  std::replace_if(
      note.begin(), note.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  out << "# " << note << '\n';
}

std::string csvHeaderOf(const geology::Column& column) {
  if (column.unit.empty() || unitFromHeader(column.name) == column.unit) return column.name;
  return column.name + " (" + column.unit + ")";
}

}  // namespace adit::formats
