#include "geology/formats/delimited.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <system_error>

#include "geology/formats/plain_decimal.h"

namespace adit::formats {
namespace {

bool isLineEnd(char c) {
  return c == '\n' || c == '\r';
}

// What separates nothing in this dialect and may therefore surround a cell. A tab that delimits is no blank.
bool isBlank(char c, char delimiter) {
  return c == ' ' || (c == '\t' && delimiter != '\t');
}

bool endsCell(char c, char delimiter) {
  return c == delimiter || isLineEnd(c) || (delimiter == ' ' && c == '\t');
}

std::string_view trimmed(std::string_view cell, char delimiter) {
  while (!cell.empty() && isBlank(cell.front(), delimiter)) cell.remove_prefix(1);
  while (!cell.empty() && isBlank(cell.back(), delimiter)) cell.remove_suffix(1);
  return cell;
}

std::size_t skipBlanks(std::string_view text, std::size_t position, char delimiter) {
  while (position < text.size() && isBlank(text[position], delimiter)) ++position;
  return position;
}

std::size_t cellEnd(std::string_view text, std::size_t position, char delimiter) {
  while (position < text.size() && !endsCell(text[position], delimiter)) ++position;
  return position;
}

// The quotes of the cell whose opening quote stands at `open`; nothing when none closes it.
std::optional<QuotedSpan> findQuoted(std::string_view text, std::size_t open) {
  QuotedSpan span{open, open + 1, false};
  while (true) {
    span.close = text.find('"', span.close);
    if (span.close == std::string_view::npos) return std::nullopt;
    if (span.close + 1 >= text.size() || text[span.close + 1] != '"') return span;
    span.doubled = true;
    span.close += 2;
  }
}

std::string_view contentOf(const QuotedSpan& span, std::string_view text) {
  return text.substr(span.open + 1, span.close - span.open - 1);
}

std::string_view tailOf(const QuotedSpan& span, std::string_view text, char delimiter) {
  const std::size_t end = cellEnd(text, span.close + 1, delimiter);
  return trimmed(text.substr(span.close + 1, end - span.close - 1), delimiter);
}

// A text that goes on behind its closing quote, which itself stands where a cell begins: that quote opens a
// cell of its own. The same with line ends between the two, wherever it stands.
bool pairsWrongly(const QuotedSpan& span, std::string_view text, char delimiter) {
  if (tailOf(span, text, delimiter).empty()) return false;
  const std::string_view content = contentOf(span, text);
  if (content.find_first_of("\r\n") != std::string_view::npos) return true;
  const std::string_view before = trimmed(content, delimiter);
  return delimiter != ' ' && !before.empty() && before.back() == delimiter;
}

void appendUndoubled(std::string& out, std::string_view content) {
  for (std::size_t i = 0; i < content.size(); ++i) {
    out.push_back(content[i]);
    if (content[i] == '"') ++i;
  }
}

bool startsNumber(std::string_view digits, char point) {
  if (digits.empty()) return false;
  if (digits.front() == point) digits.remove_prefix(1);
  return !digits.empty() && digits.front() >= '0' && digits.front() <= '9';
}

std::optional<double> parsePoint(std::string_view cell) {
  const char* const cellEnd = cell.data() + cell.size();
  if (const PlainDecimal plain = readPlainDecimal(cell.data(), cellEnd, '.'); plain.end == cellEnd)
    return plain.value;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cellEnd, value);
  if (error != std::errc() || end != cellEnd) return std::nullopt;
  return value;
}

}  // namespace

RecordScanner::RecordScanner(std::string_view text, Dialect dialect)
    : RecordScanner(text, dialect, {dialect.bodyOffset, 1}) {}

RecordScanner::RecordScanner(std::string_view text, Dialect dialect, TextPlace from)
    : text_(text),
      dialect_(dialect),
      point_(dialect.decimalComma ? ',' : '.'),
      position_(std::min(from.offset, text.size())),
      line_(from.line) {}

bool RecordScanner::next(Record& record) {
  record.cells.clear();
  record.numbers.clear();
  record.quotes = {};
  unescapedUsed_ = 0;
  if (!skipEmptyLines()) return false;
  record.line = line_;
  while (true) {
    nextCell(record);
    if (position_ >= text_.size()) return true;
    if (isLineEnd(text_[position_])) {
      consumeLineEnd();
      return true;
    }
    ++position_;
    if (dialect_.delimiter != ' ') continue;
    // A run of blanks is one delimiter, and blanks at the end of a line delimit nothing.
    position_ = skipDelimiterRun(position_);
    if (position_ < text_.size() && !isLineEnd(text_[position_])) continue;
    if (position_ < text_.size()) consumeLineEnd();
    return true;
  }
}

std::size_t RecordScanner::skipDelimiterRun(std::size_t position) const {
  while (position < text_.size() && (text_[position] == ' ' || text_[position] == '\t')) ++position;
  return position;
}

bool RecordScanner::skipEmptyLines() {
  while (position_ < text_.size()) {
    const std::size_t content = skipBlanks(text_, position_, dialect_.delimiter);
    if (content < text_.size() && !isLineEnd(text_[content])) {
      if (dialect_.delimiter == ' ') position_ = content;
      return true;
    }
    position_ = content;
    if (position_ < text_.size()) consumeLineEnd();
  }
  return false;
}

void RecordScanner::consumeLineEnd() {
  if (text_[position_] == '\r' && position_ + 1 < text_.size() && text_[position_ + 1] == '\n') ++position_;
  ++position_;
  ++line_;
}

void RecordScanner::nextCell(Record& record) {
  const std::size_t start = skipBlanks(text_, position_, dialect_.delimiter);
  // Most cells are numbers, and the end of a number is the end of its cell: one look at each byte does both.
  const char* const first = text_.data() + start;
  const char* const textEnd = text_.data() + text_.size();
  const std::size_t cell = record.cells.size();
  if (cell == above_.size()) above_.emplace_back();
  CellAbove& above = above_[cell];
  if (const std::size_t length = above.startsAt(first, textEnd);
      length > 0 && endsCell(first[length], dialect_.delimiter)) {
    position_ = start + length;
    record.cells.emplace_back(first, length);
    record.numbers.push_back(above.number());
    return;
  }
  const PlainDecimal number = readPlainDecimal(first, textEnd, point_);
  const bool whole = number.end != first && point_ != dialect_.delimiter &&
                     (number.end == textEnd || endsCell(*number.end, dialect_.delimiter));
  if (whole) {
    position_ = static_cast<std::size_t>(number.end - text_.data());
    record.cells.emplace_back(first, static_cast<std::size_t>(number.end - first));
    record.numbers.push_back(number.value);
    above.remember(first, record.cells.back().size(), textEnd, number.value);
    return;
  }
  record.cells.push_back(textCell(start, record.quotes));
  record.numbers.push_back(kNoNumber);
  // Quotes are for the long way; without them the cell is what stands in the text.
  const std::string_view text = record.cells.back();
  if (!text.empty() && text.data() == first && *first != '"')
    above.remember(first, text.size(), textEnd, kNoNumber);
}

std::string_view RecordScanner::textCell(std::size_t start, QuoteUse& quotes) {
  if (start >= text_.size() || text_[start] != '"' || unterminatedQuote_) return plainCell(start);
  const auto span = findQuoted(text_, start);
  if (!span) {
    // No later quote can close either, so from here on quotes are text: the rows that follow stay readable.
    unterminatedQuote_ = true;
    recordsCrossLines_ = true;
    quoteLine_ = line_;
    return plainCell(start);
  }
  if (!pairsWrongly(*span, text_, dialect_.delimiter)) return quotedCell(*span, quotes);
  // The next search begins no earlier than at the quote that ended this one: the text is searched once.
  ++quotes.loose;
  return plainCell(start);
}

std::string_view RecordScanner::plainCell(std::size_t start) {
  position_ = cellEnd(text_, start, dialect_.delimiter);
  return trimmed(text_.substr(start, position_ - start), dialect_.delimiter);
}

std::string_view RecordScanner::quotedCell(const QuotedSpan& span, QuoteUse& quotes) {
  const std::string_view content = contentOf(span, text_);
  if (const std::size_t lines = countLineEnds(content); lines > 0) {
    line_ += lines;
    recordsCrossLines_ = true;
    quotes.lineEnds += lines;
    quotes.delimiters +=
        static_cast<std::size_t>(std::count(content.begin(), content.end(), dialect_.delimiter));
  }
  position_ = cellEnd(text_, span.close + 1, dialect_.delimiter);
  const std::string_view tail = tailOf(span, text_, dialect_.delimiter);
  if (!span.doubled && tail.empty()) return trimmed(content, dialect_.delimiter);
  if (unescapedUsed_ == unescaped_.size()) unescaped_.emplace_back();
  std::string& cell = unescaped_[unescapedUsed_++];
  cell.clear();
  appendUndoubled(cell, content);
  cell.append(tail);  // text after the closing quote is against RFC 4180; it is kept
  return trimmed(cell, dialect_.delimiter);
}

std::size_t countLineEnds(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++lines;
  return lines;
}

std::optional<double> parseNumber(std::string_view cell, bool decimalComma) {
  const char point = decimalComma ? ',' : '.';
  if (!cell.empty() && cell.front() == '+') {
    cell.remove_prefix(1);
    if (!startsNumber(cell, point)) return std::nullopt;
  }
  if (!startsNumber(cell.substr(!cell.empty() && cell.front() == '-' ? 1 : 0), point)) return std::nullopt;
  if (!decimalComma) return parsePoint(cell);
  std::array<char, 64> buffer{};
  if (cell.size() > buffer.size() || cell.find('.') != std::string_view::npos) return std::nullopt;
  std::replace_copy(cell.begin(), cell.end(), buffer.begin(), ',', '.');
  return parsePoint({buffer.data(), cell.size()});
}

}  // namespace adit::formats
