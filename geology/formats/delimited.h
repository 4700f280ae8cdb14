// Delimited text, one record at a time: separators, quotes, decimal commas, BOM, any line ends. The base of
// every table reader (drillholes, block models, points).
#pragma once
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// One record. The views point into the text, or into the scanner for cells with doubled quotes; they live
/// until the next call of next().
struct Record {
  std::size_t line = 0;                 ///< 1-based line on which the record starts
  std::vector<std::string_view> cells;  ///< trimmed of blanks; quotes removed
};

/// RFC 4180 quoting: a quoted cell may hold delimiters, line ends and doubled quotes. Empty lines are
/// skipped. Accepts LF, CRLF and lone CR. A quote that nothing closes is kept as text and reported by
/// unterminatedQuote(), so that the rows after it are not swallowed.
class RecordScanner {
 public:
  RecordScanner(std::string_view text, Dialect dialect);
  /// False at the end of the text.
  bool next(Record& record);
  std::size_t offset() const { return position_; }               ///< byte after the last record, for progress
  bool unterminatedQuote() const { return unterminatedQuote_; }  ///< a quote was opened and never closed
  std::size_t quoteLine() const { return quoteLine_; }           ///< where that quote was opened

 private:
  std::string_view text_;
  Dialect dialect_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  bool unterminatedQuote_ = false;
  std::size_t quoteLine_ = 0;
  std::deque<std::string> unescaped_;  // cells with doubled quotes; a deque, since views point into it
  std::size_t unescapedUsed_ = 0;

  bool skipEmptyLines();
  void consumeLineEnd();
  std::size_t skipDelimiterRun(std::size_t position) const;
  std::string_view nextCell();
  std::string_view quotedCell(std::size_t open, std::size_t close, bool doubled);
};

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
