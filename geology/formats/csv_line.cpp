#include "geology/formats/csv_line.h"

#include "geology/formats/delimited.h"
#include "geology/formats/synthetic_mark.h"

namespace adit::formats {

void writeSyntheticNote(const geology::Provenance& source, std::ostream& out) {
  if (source.synthetic) out << "# " << syntheticNote(source) << '\n';
}

std::string csvHeaderOf(const geology::Column& column) {
  if (column.unit.empty() || unitFromHeader(column.name) == column.unit) return column.name;
  return column.name + " (" + column.unit + ")";
}

}  // namespace adit::formats
