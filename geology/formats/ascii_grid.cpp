#include "geology/formats/ascii_grid.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

#include "geology/formats/delimited.h"
#include "geology/model/plain_text.h"

namespace adit::formats {

namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}
bool isLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool isNan(std::string_view token) {
  if (!token.empty() && (token.front() == '-' || token.front() == '+')) token.remove_prefix(1);
  return geology::equalIgnoringCase(token, "nan");
}

/// A comma is a decimal comma: blanks separate the values.
std::optional<double> gridNumber(std::string_view token) {
  return parseNumber(token, token.find(',') != std::string_view::npos);
}

std::size_t countLines(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

AsciiGridBody esriGridBody(std::string_view text) {
  std::size_t body = 0;
  while (body < text.size()) {
    std::size_t start = body;
    while (start < text.size() && isBlank(text[start])) ++start;
    std::size_t end = start;
    while (end < text.size() && !isBlank(text[end])) ++end;
    if (start == end || !isLetter(text[start]) || isNan(text.substr(start, end - start))) break;
    body = std::min(text.find_first_of("\r\n", end), text.size());
  }
  return {body, countLines(text.substr(0, body))};
}

AsciiGridBody surferGridBody(std::string_view text) {
  constexpr int kHeaderTokens = 9;
  std::size_t position = 0;
  for (int i = 0; i < kHeaderTokens; ++i) {
    while (position < text.size() && isBlank(text[position])) ++position;
    while (position < text.size() && !isBlank(text[position])) ++position;
  }
  return {position, countLines(text.substr(0, position))};
}

std::size_t valuesOnFirstLine(std::string_view text, AsciiGridBody body) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r\v\f", body.offset);
  if (begin == std::string_view::npos) return 0;
  AsciiGridValues line(text.substr(0, text.find_first_of("\r\n", begin)), {begin, 1});
  return line.skip(std::numeric_limits<std::size_t>::max());
}

AsciiGridValues::AsciiGridValues(std::string_view text, AsciiGridBody body)
    : text_(text),
      position_(body.offset),
      line_(body.line),
      lineStart_(text.substr(0, body.offset).rfind('\n') + 1) {}

std::optional<std::string_view> AsciiGridValues::token() {
  for (; position_ < text_.size() && isBlank(text_[position_]); ++position_) {
    if (text_[position_] != '\n') continue;
    ++line_;
    lineStart_ = position_ + 1;
  }
  const std::size_t start = position_;
  while (position_ < text_.size() && !isBlank(text_[position_])) ++position_;
  if (start == position_) return std::nullopt;
  ++passed_;
  return text_.substr(start, position_ - start);
}

std::size_t AsciiGridValues::next(std::span<double> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto text = token();
    if (!text) return i;
    values[i] = std::numeric_limits<double>::quiet_NaN();
    if (const auto number = gridNumber(*text)) {
      values[i] = *number;
    } else if (!isNan(*text) && badCount_++ == 0) {
      badLine_ = line_;
      badColumn_ = static_cast<std::size_t>(text->data() - text_.data()) - lineStart_ + 1;
      badText_ = text->substr(0, 40);
    }
  }
  return values.size();
}

std::size_t AsciiGridValues::skip(std::size_t count) {
  std::size_t done = 0;
  while (done < count && token()) ++done;
  return done;
}

}  // namespace adit::formats
