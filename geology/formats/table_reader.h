// The rows of a table, read by several threads: what every reader of long tables shares.
#pragma once
#include <vector>

#include "geology/formats/table_chunks.h"
#include "geology/formats/table_rows.h"
#include "geology/formats/value_columns.h"
#include "geology/model/line_numbers.h"

namespace adit::formats {

/// What a reader gathers of the rows besides the columns of values.
class RowGatherer {
 public:
  RowGatherer() = default;
  virtual ~RowGatherer() = default;
  RowGatherer(const RowGatherer&) = delete;
  RowGatherer& operator=(const RowGatherer&) = delete;

  /// The first rows, before anything else.
  virtual void sample(const Record&) {}
  /// Before the rows are read; and again, when they turn out to be readable as one chunk only.
  virtual void begin(const TableChunks& chunks) = 0;
  /// From several threads at a time: the rows of one chunk in their order.
  virtual void add(std::size_t chunk, const Record& record) = 0;
};

struct TableJob {
  const TableText& text;
  std::vector<ValueColumn> columns;
  const Decision& decision;
  Findings& findings;
  geology::Progress& progress;
};

struct TableResult {
  std::vector<geology::Column> columns;
  geology::LineNumbers lines;  ///< one a row
  TableChunks chunks;
  std::vector<std::size_t> rows;  ///< that each chunk has
};

/// Reads every row once, and once more where the meaning of a column showed late. Chunks are read at the same
/// time as long as line feeds end records; a quote that holds a line end makes the whole table one chunk.
/// The result does not depend on how the table was cut. Throws what TableRows throws.
TableResult readTable(TableJob job, RowGatherer& gatherer, std::size_t chunkBytes = kChunkBytes);

/// How many rows at the beginning are looked at before a table is read.
constexpr std::size_t kSampledRows = 5000;

}  // namespace adit::formats
