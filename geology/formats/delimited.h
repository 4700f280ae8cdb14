// Delimited text, one record at a time: separators, quotes, decimal commas, BOM, any line ends. The base of
// every table reader (drillholes, block models, points).
#pragma once
#include <cstddef>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/cell_above.h"

namespace adit::formats {

/// How a text is cut into cells.
struct Dialect {
  char delimiter = ',';        ///< ',', ';', '\t', '|' or ' ' (any run of blanks)
  bool decimalComma = false;   ///< "0,53" is a number
  std::size_t bodyOffset = 0;  ///< first byte after a BOM
  bool windows1252 = false;    ///< not valid UTF-8: text cells are converted with toUtf8
};

/// Chosen by consistency of the number of cells over the first 50 lines.
Dialect detectDialect(std::string_view text);
/// The same without a look at every byte: `windows1252` is left as it is in a Dialect by default.
Dialect detectDialectOfBeginning(std::string_view text);
/// Valid as RFC 3629 has it.
bool isUtf8(std::string_view text);

/// A place between two records of a text.
struct TextPlace {
  std::size_t offset = 0;  ///< byte at which the next record, or a line before it, begins
  std::size_t line = 1;    ///< 1-based line of that byte
};

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// What the quotes of a record did beyond holding a text of one line.
struct QuoteUse {
  std::size_t loose = 0;       ///< opening quotes that are text, because the next quote ends no cell
  std::size_t lineEnds = 0;    ///< inside quoted cells
  std::size_t delimiters = 0;  ///< inside those quoted cells that hold line ends
};

/// One record. The views point into the text, or into the scanner for cells with doubled quotes; they live
/// until the next call of next().
struct Record {
  std::size_t line = 0;                 ///< 1-based line on which the record starts
  std::vector<std::string_view> cells;  ///< trimmed of blanks; quotes removed
  /// Of each cell the number that it is, where the scanner came by it while it looked for the end of the
  /// cell; NaN says nothing. As long as `cells`.
  std::vector<double> numbers;
  QuoteUse quotes;

  void resize(std::size_t count) {
    cells.resize(count);
    numbers.resize(count, kNoNumber);
  }
};

/// A cell in quotes: where these stand in the text.
struct QuotedSpan {
  std::size_t open = 0, close = 0;  ///< bytes
  bool doubled = false;             ///< quotes inside stand twice
};

/// RFC 4180 quoting: a quoted cell may hold delimiters, line ends and doubled quotes. Empty lines are
/// skipped. Accepts LF, CRLF and lone CR. A quote that nothing closes is kept as text and reported by
/// unterminatedQuote(), so that the rows after it are not swallowed. So is one whose next quote opens a later
/// cell: text follows there, and a delimiter or line end stands before it (Record::quotes counts them).
class RecordScanner {
 public:
  RecordScanner(std::string_view text, Dialect dialect);
  /// Goes on from a place where another scanner stood.
  RecordScanner(std::string_view text, Dialect dialect, TextPlace from);
  /// False at the end of the text.
  bool next(Record& record);
  std::size_t offset() const { return position_; }        ///< byte after the last record, for progress
  TextPlace place() const { return {position_, line_}; }  ///< behind the last record
  bool recordsCrossLines() const {
    return recordsCrossLines_;
  }  ///< a quote held a line end, or was never closed
  bool unterminatedQuote() const { return unterminatedQuote_; }  ///< a quote was opened and never closed
  std::size_t quoteLine() const { return quoteLine_; }           ///< where that quote was opened

 private:
  std::string_view text_;
  Dialect dialect_;
  char point_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  bool unterminatedQuote_ = false;
  bool recordsCrossLines_ = false;
  std::size_t quoteLine_ = 0;
  std::deque<std::string> unescaped_;  // cells with doubled quotes; a deque, since views point into it
  std::size_t unescapedUsed_ = 0;
  std::vector<CellAbove> above_;  // by cell of the record

  bool skipEmptyLines();
  void consumeLineEnd();
  std::size_t skipDelimiterRun(std::size_t position) const;
  void nextCell(Record& record);
  std::string_view textCell(std::size_t start, QuoteUse& quotes);
  std::string_view plainCell(std::size_t start);
  std::string_view quotedCell(const QuotedSpan& span, QuoteUse& quotes);
};

/// LF, CRLF and lone CR.
std::size_t countLineEnds(std::string_view text);

/// The whole cell as a number; decimal point (or comma where the dialect has it), exponent, sign. Never the
/// locale. No "nan", "inf", hex or thousands separators.
std::optional<double> parseNumber(std::string_view cell, bool decimalComma = false);

/// The cell as UTF-8.
std::string toUtf8(std::string_view cell, const Dialect& dialect);

/// Lower case, without blanks, underscores, dashes, dots and a trailing unit in brackets: "Depth_From (m)" ->
/// "depthfrom".
std::string normalizedHeader(std::string_view header);
/// The unit at the end of a header: "Cu_pct" -> "%", "Au (g/t)" -> "g/t", "Mo_ppm" -> "ppm", "" when there is
/// none.
std::string unitFromHeader(std::string_view header);

}  // namespace adit::formats
