#include "geology/formats/table_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "geology/formats/drill_table_header.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr std::size_t kRecordsBetweenReports = 1 << 14;
// Filling short rows makes cells that the file does not have. A whole row has a byte for each of its cells.
constexpr std::size_t kCellsPerByte = 8;
constexpr std::size_t kCellsAlways = 100'000;

constexpr FindingKind kShortRow{Severity::Warning, "TAB-SHORT-ROW",
                                "a row has fewer cells than the header; the missing ones are empty",
                                "check the rows for lost delimiters"};
constexpr FindingKind kLongRow{Severity::Warning, "TAB-LONG-ROW",
                               "a row has more cells than the header; those beyond it are not read",
                               "put texts that hold the delimiter in quotes"};
constexpr FindingKind kOpenQuote{Severity::Warning, "TAB-OPEN-QUOTE",
                                 "a quote is opened and never closed; from here on quotes are read as text",
                                 "close the quote, or remove it"};
constexpr FindingKind kWindows1252{Severity::Note, "TAB-WINDOWS-1252",
                                   "the text is not valid UTF-8 and is read as Windows-1252",
                                   "save the file as UTF-8 if letters look wrong"};

bool blank(const Record& record) {
  return std::all_of(record.cells.begin(), record.cells.end(),
                     [](std::string_view cell) { return cell.empty(); });
}

}  // namespace

TableRows::TableRows(std::string_view text, const Dialect& dialect, std::size_t columns,
                     geology::Progress& progress)
    : scanner_(text, dialect), bytes_(text.size()), columns_(columns), progress_(progress) {
  Record header;
  skipToRows(scanner_, header);
}

TableRows::TableRows(RecordScanner rows, std::size_t bytes, std::size_t columns, geology::Progress& progress)
    : scanner_(std::move(rows)), bytes_(bytes), columns_(columns), progress_(progress) {}

bool TableRows::next(Record& record) {
  do {
    if (++records_ % kRecordsBetweenReports == 0) {
      progress_.throwIfCancelled();
      progress_.report(static_cast<double>(scanner_.offset()) / static_cast<double>(bytes_), "reading rows");
    }
    if (!scanner_.next(record)) return false;
  } while (blank(record));
  cellsInFile_ = record.cells.size();
  refuseRaggedTable(record.line);
  record.cells.resize(columns_);
  return true;
}

void TableRows::refuseRaggedTable(std::size_t line) {
  if (++rows_ * columns_ <= bytes_ * kCellsPerByte + kCellsAlways) return;
  throw ReadError{{.severity = Severity::Error,
                   .code = "TAB-RAGGED",
                   .file = {},
                   .line = line,
                   .message = "the header has " + std::to_string(columns_) +
                              " columns and the rows have so few cells that they are no rows of it",
                   .remedy = "check that the first line is the header of the rows, with the same delimiter"}};
}

void noteWidth(const TableRows& rows, const Record& record, Findings& findings) {
  const std::size_t columns = record.cells.size();
  if (rows.cellsInFile() < columns) findings.add(kShortRow, {record.line, rows.cellsInFile()});
  if (rows.cellsInFile() > columns) findings.add(kLongRow, {record.line, columns + 1});
}

void noteText(const TableRows& rows, const Dialect& dialect, Findings& findings) {
  if (rows.scanner().unterminatedQuote()) findings.add(kOpenQuote, {rows.scanner().quoteLine(), 0});
  if (dialect.windows1252) findings.add(kWindows1252, {});
}

std::vector<std::string> distinctNames(const std::vector<std::string>& headers) {
  std::set<std::string> taken(headers.begin(), headers.end());
  std::set<std::string> given;
  std::map<std::string, std::size_t> lastNumber;
  std::vector<std::string> names;
  for (std::size_t c = 0; c < headers.size(); ++c) {
    const std::string plain = headers[c].empty() ? "column " + std::to_string(c + 1) : headers[c];
    std::string name = plain;
    std::size_t& number = lastNumber.try_emplace(plain, 1).first->second;
    while (given.contains(name) || (name != headers[c] && taken.contains(name)))
      name = plain + " " + std::to_string(++number);
    given.insert(name);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace adit::formats
