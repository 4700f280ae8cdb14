// The rows under the header of a delimited table, every one as wide as the header.
#pragma once
#include <optional>

#include "geology/formats/delimited.h"
#include "geology/formats/findings.h"
#include "geology/formats/reader.h"

namespace adit::formats {

/// One pass over the rows. A row of delimiters alone, as spreadsheets leave them below a table, says nothing
/// and is no row. Throws geology::Cancelled, and ReadError (TAB-RAGGED) when the header is so much wider than
/// the rows that filling them would take memory out of all proportion to the file.
class TableRows {
 public:
  TableRows(std::string_view text, const Dialect& dialect, std::size_t columns, geology::Progress& progress);
  /// From a scanner that stands behind the header, wherever that is in a text of so many bytes.
  TableRows(RecordScanner rows, std::size_t bytes, std::size_t columns, geology::Progress& progress);

  /// False at the end. Short rows are filled with empty cells, long ones cut; noteWidth says so.
  bool next(Record& record);

  /// Of which the progress speaks when these rows are not the first.
  void countFrom(std::size_t rowsBefore) { rowsBefore_ = rowsBefore; }
  std::size_t cellsInFile() const { return cellsInFile_; }  ///< of the last row, before filling or cutting
  const RecordScanner& scanner() const { return scanner_; }

 private:
  RecordScanner scanner_;
  std::size_t bytes_;
  std::size_t columns_;
  geology::Progress& progress_;
  std::size_t cellsInFile_ = 0;
  std::size_t rowsBefore_ = 0;
  std::size_t rows_ = 0;
  std::size_t nextReport_ = 0;

  void report();
  void refuseRaggedTable(std::size_t line);
};

/// TAB-SHORT-ROW or TAB-LONG-ROW, if the last row is one.
void noteWidth(const TableRows& rows, const Record& record, Findings& findings);
/// TAB-LOOSE-QUOTE, and TAB-QUOTED-LINES or TAB-QUOTED-ROWS, if the record has any.
void noteQuotes(const Record& record, Findings& findings);
/// TAB-OPEN-QUOTE and TAB-WINDOWS-1252, after the last row.
void noteText(const TableRows& rows, const Dialect& dialect, Findings& findings);
void noteText(std::optional<std::size_t> openQuoteLine, bool utf8, Findings& findings);

/// Header names for columns: no two alike, none empty ("Cu", "Cu 2", "column 5").
std::vector<std::string> distinctNames(const std::vector<std::string>& headers);

}  // namespace adit::formats
