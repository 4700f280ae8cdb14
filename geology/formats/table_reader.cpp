#include "geology/formats/table_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "geology/formats/text_pages.h"
#include "geology/model/parallel_for.h"

namespace adit::formats {
namespace {

/// What one pass over one chunk leaves.
struct ChunkRows {
  explicit ChunkRows(const std::string& file) : findings(file) {}

  Findings findings;  ///< about the width of rows
  geology::LineNumbers lines;
  ValueColumns::Stretch values;
  std::size_t rows = 0;
  bool crossesLines = false;  ///< then the next chunk did not begin where a record does
  std::optional<std::size_t> openQuote;
};

class TableReading {
 public:
  TableReading(TableJob job, RowGatherer& gatherer)
      : job_(std::move(job)),
        gatherer_(gatherer),
        values_(std::move(job_.columns), job_.text.dialect, job_.decision, job_.findings) {}

  TableResult read(std::size_t chunkBytes) {
    chunks_ = cutTable(job_.text, job_.progress, chunkBytes);
    boundRows();
    sample();
    values_.forecast(chunks_.rows);
    std::vector<ChunkRows> read = pass(true);
    if (chunks_.list.size() > 1 && anyCrossesLines(read)) {
      chunks_ = asOneChunk(chunks_);
      read = pass(true);
    }
    TableResult result;
    noteRows(read, result);
    if (values_.decide(takeValues(read))) {
      read = pass(false);
      values_.refill(takeValues(read));
    }
    result.columns = values_.build(chunks_);
    result.chunks = std::move(chunks_);
    return result;
  }

 private:
  /// Every cell of a whole row has a byte of its own, the delimiter or line end behind it. Where lines are
  /// too short for that, rows are counted one by one before memory is taken for them.
  void boundRows() {
    if (chunks_.rows * job_.text.columns <= job_.text.source.bytes.size() + job_.text.columns) return;
    chunks_ = asOneChunk(chunks_);
    TableRows rows = rowsOf(chunks_.list.front());
    Record record;
    std::size_t count = 0;
    while (rows.next(record)) ++count;
    chunks_.rows = chunks_.list.front().rows = count;
  }

  void sample() {
    if (chunks_.list.empty()) return;
    TableRows rows = rowsOf(asOneChunk(chunks_).list.front());
    Record record;
    for (std::size_t row = 0; row < kSampledRows && rows.next(record); ++row) {
      gatherer_.sample(record);
      values_.sample(record);
    }
  }

  TableRows rowsOf(const TableChunk& chunk) const {
    const std::string_view bytes = job_.text.source.bytes;
    TableRows rows({bytes.substr(0, chunk.end), job_.text.dialect, chunk.begin}, bytes.size(),
                   job_.text.columns, job_.progress);
    rows.countFrom(chunk.firstRow);
    return rows;
  }

  /// The first pass gathers, the second one only fills columns.
  std::vector<ChunkRows> pass(bool first) {
    std::vector<ChunkRows> read(chunks_.list.size(), ChunkRows(job_.text.source.path));
    if (first) gatherer_.begin(chunks_);
    geology::parallelForEach(read.size(), job_.progress,
                             [&](std::size_t i) { readChunk(i, first, read[i]); });
    return read;
  }

  void readChunk(std::size_t i, bool first, ChunkRows& into) {
    const TableChunk& chunk = chunks_.list[i];
    const bool mapped = job_.text.source.mapped && chunks_.list.size() > 1;
    const TextPages pages(mapped ? job_.text.source.bytes : std::string_view(), chunk.begin.offset,
                          chunk.end - chunk.begin.offset);
    TableRows rows = rowsOf(chunk);
    ChunkRows own(job_.text.source.path);  // on this thread's stack: neighbours in `read` share cache lines
    own.values = values_.stretch(chunk.firstRow);
    Record record;
    while (rows.next(record)) {
      own.values.add(record);
      if (!first) continue;
      noteWidth(rows, record, own.findings);
      noteQuotes(record, own.findings);
      own.lines.push_back(static_cast<std::uint32_t>(record.line));
      gatherer_.add(i, record);
      ++own.rows;
    }
    own.crossesLines = rows.scanner().recordsCrossLines();
    if (rows.scanner().unterminatedQuote()) own.openQuote = rows.scanner().quoteLine();
    into = std::move(own);
  }

  static bool anyCrossesLines(const std::vector<ChunkRows>& read) {
    return std::any_of(read.begin(), read.end(), [](const ChunkRows& rows) { return rows.crossesLines; });
  }

  static std::vector<ValueColumns::Stretch> takeValues(std::vector<ChunkRows>& read) {
    std::vector<ValueColumns::Stretch> values;
    for (ChunkRows& rows : read) values.push_back(std::move(rows.values));
    return values;
  }

  void noteRows(const std::vector<ChunkRows>& read, TableResult& result) {
    for (const ChunkRows& rows : read) {
      job_.findings.append(rows.findings);
      result.lines.append(rows.lines);
      result.rows.push_back(rows.rows);
    }
    const bool open = !read.empty() && read.back().openQuote;
    noteText(open ? read.back().openQuote : std::nullopt, chunks_.utf8, job_.findings);
  }

  TableJob job_;
  RowGatherer& gatherer_;
  ValueColumns values_;
  TableChunks chunks_;
};

}  // namespace

TableResult readTable(TableJob job, RowGatherer& gatherer, std::size_t chunkBytes) {
  return TableReading(std::move(job), gatherer).read(chunkBytes);
}

}  // namespace adit::formats
