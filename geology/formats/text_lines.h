// Text, one line at a time, and the words of a line. The base of the readers of meshes and strings, whose
// lines are keywords and numbers rather than a table.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "geology/formats/reader.h"

namespace adit::formats {

/// Accepts LF, CRLF and lone CR; skips a UTF-8 BOM. The views point into the text.
class LineScanner {
 public:
  explicit LineScanner(std::string_view text);
  /// False at the end of the text.
  bool next(std::string_view& line);
  std::size_t line() const { return line_; }      ///< 1-based number of the last line
  std::size_t offset() const { return offset_; }  ///< byte after it
  bool atEnd() const { return offset_ >= text_.size(); }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t line_ = 0;
};

/// Without blanks and tabs at both ends.
std::string_view trimBlanks(std::string_view text);
/// Takes the next word (blanks and tabs separate) off the front of `rest`; empty when there is none.
std::string_view takeWord(std::string_view& rest);
/// The same, and "a word in double quotes" is one word, without its quotes.
std::string_view takeQuotedWord(std::string_view& rest);
/// Up to `n` words of a line, so that a caller need not loop; returns how many there are.
std::size_t takeWords(std::string_view line, std::string_view* words, std::size_t n);
/// As it is when it is UTF-8, else read as Windows-1252: for names in files that do not say how they are
/// encoded.
std::string validUtf8(std::string_view text);
/// ASCII only.
bool equalIgnoringCase(std::string_view a, std::string_view b);

/// Reports how far a file has been read and hears the call to stop, every few thousand calls.
class ReadingPace {
 public:
  ReadingPace(geology::Progress& progress, const Source& source);
  /// Throws geology::Cancelled.
  void at(std::size_t offset) {
    if (++calls_ % kCallsBetweenReports == 0) report(offset);
  }

 private:
  static constexpr std::size_t kCallsBetweenReports = 8192;
  void report(std::size_t offset);
  geology::Progress& progress_;
  std::string what_;
  std::size_t bytes_;
  std::size_t calls_ = 0;
};

}  // namespace adit::formats
