#include "geology/formats/table_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "geology/formats/drill_table_header.h"

namespace adit::formats {
namespace {

using geology::Severity;

// Bytes, not rows: a row may have thousands of cells, and a cancel is to be heard within 100 ms.
constexpr std::size_t kBytesBetweenReports = std::size_t{1} << 18;
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
constexpr FindingKind kLooseQuote{
    Severity::Warning, "TAB-LOOSE-QUOTE",
    "a quote begins a cell and the next quote does not end one; it is read as text",
    "close the quote, or remove it"};
constexpr FindingKind kQuotedLines{Severity::Note, "TAB-QUOTED-LINES",
                                   "line ends in quotes are part of a text, not the end of a row",
                                   "nothing, if the texts are meant to have several lines"};
constexpr FindingKind kQuotedRows{
    Severity::Warning, "TAB-QUOTED-ROWS",
    "lines between two quotes have the delimiters of rows; they are read as one text, not as rows",
    "if rows are missing, look from this line on for a quote too few or too many"};
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
    if (scanner_.offset() >= nextReport_) report();
    if (!scanner_.next(record)) return false;
  } while (blank(record));
  cellsInFile_ = record.cells.size();
  refuseRaggedTable(record.line);
  record.resize(columns_);
  return true;
}

void TableRows::report() {
  progress_.throwIfCancelled();
  nextReport_ = scanner_.offset() + kBytesBetweenReports;
  progress_.report(static_cast<double>(scanner_.offset()) / static_cast<double>(bytes_),
                   "reading rows, " + std::to_string(rowsBefore_ + rows_) + " so far");
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

void noteQuotes(const Record& record, Findings& findings) {
  const QuoteUse& quotes = record.quotes;
  if (quotes.loose > 0) findings.add(kLooseQuote, {record.line, 0}, {}, quotes.loose);
  if (quotes.lineEnds == 0) return;
  const std::size_t columns = record.cells.size();
  const bool likeRows = columns > 1 && quotes.delimiters >= quotes.lineEnds * (columns - 1);
  findings.add(likeRows ? kQuotedRows : kQuotedLines, {record.line, 0}, {}, quotes.lineEnds);
}

void noteText(const TableRows& rows, const Dialect& dialect, Findings& findings) {
  const RecordScanner& scanner = rows.scanner();
  noteText(scanner.unterminatedQuote() ? std::optional(scanner.quoteLine()) : std::nullopt,
           !dialect.windows1252, findings);
}

void noteText(std::optional<std::size_t> openQuoteLine, bool utf8, Findings& findings) {
  if (openQuoteLine) findings.add(kOpenQuote, {*openQuoteLine, 0});
  if (!utf8) findings.add(kWindows1252, {});
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
