// The numbers of an ASCII grid (ESRI, Surfer). GDAL reads the header; the numbers are read here because GDAL
// takes a text that is no number for 0, and cannot say on which line it stands.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace adit::formats {

/// Where the numbers begin.
struct AsciiGridBody {
  std::size_t offset = 0;
  std::size_t line = 1;  ///< 1-based line of the offset
};
/// After the lines that begin with a keyword (ncols, NODATA_value, ...).
AsciiGridBody esriGridBody(std::string_view text);
/// After DSAA and its eight numbers.
AsciiGridBody surferGridBody(std::string_view text);

/// How many values stand on the first line of the body that has any.
std::size_t valuesOnFirstLine(std::string_view text, AsciiGridBody body);

/// Values in the order of the file, separated by blanks or line ends, wherever the lines break.
class AsciiGridValues {
 public:
  AsciiGridValues(std::string_view text, AsciiGridBody body);

  /// The next values. NaN where the text is no number, and where it says nan. Returns how many there were
  /// before the end of the text.
  std::size_t next(std::span<double> values);
  /// Passes over values without looking at them.
  std::size_t skip(std::size_t count);

  /// Values passed so far.
  std::size_t passed() const { return passed_; }
  std::size_t badCount() const { return badCount_; }
  std::size_t badLine() const { return badLine_; }      ///< 1-based line of the first that is no number
  std::size_t badColumn() const { return badColumn_; }  ///< 1-based byte in that line
  std::string_view badText() const { return badText_; }

 private:
  std::optional<std::string_view> token();
  std::string_view text_;
  std::size_t position_ = 0, line_ = 1, lineStart_ = 0;
  std::size_t passed_ = 0, badCount_ = 0, badLine_ = 0, badColumn_ = 0;
  std::string_view badText_;
};

}  // namespace adit::formats
