#include "geology/formats/write_blocks.h"

#include "geology/formats/csv_line.h"

namespace adit::formats {

void writeBlocksCsv(const geology::BlockModel& model, std::ostream& out) {
  writeSyntheticNote(model.source, out);
  CsvLine line;
  for (const std::string_view name : {"x", "y", "z", "dx", "dy", "dz"}) line.text(name);
  for (const geology::Column& column : model.columns) line.text(csvHeaderOf(column));
  line.end(out);
  for (std::size_t block = 0; block < model.blockCount(); ++block) {
    line.place(model.blockCenter(block));
    line.place(model.blockSize(block));
    for (const geology::Column& column : model.columns) line.value(column, block);
    line.end(out);
  }
}

}  // namespace adit::formats
