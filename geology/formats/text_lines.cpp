#include "geology/formats/text_lines.h"

#include <algorithm>
#include <cctype>

#include "geology/formats/delimited.h"
#include "geology/model/plain_text.h"

namespace adit::formats {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t";

}  // namespace

LineScanner::LineScanner(std::string_view text)
    : text_(text), offset_(text.starts_with(kBom) ? kBom.size() : 0) {}

bool LineScanner::next(std::string_view& line) {
  if (atEnd()) return false;
  const std::size_t end = std::min(text_.find_first_of("\r\n", offset_), text_.size());
  line = text_.substr(offset_, end - offset_);
  const bool crlf = text_.substr(end).starts_with("\r\n");
  offset_ = std::min(end + (crlf ? 2 : 1), text_.size());
  ++line_;
  return true;
}

std::string_view trimBlanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view takeWord(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(kBlanks), rest.size());
  const std::size_t end = std::min(rest.find_first_of(kBlanks, begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

std::string_view takeQuotedWord(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(kBlanks), rest.size());
  if (begin == rest.size() || rest[begin] != '"') return takeWord(rest);
  const std::size_t close = std::min(rest.find('"', begin + 1), rest.size());
  const std::string_view word = rest.substr(begin + 1, close - begin - 1);
  rest.remove_prefix(std::min(close + 1, rest.size()));
  return word;
}

std::size_t takeWords(std::string_view line, std::string_view* words, std::size_t n) {
  std::size_t taken = 0;
  while (taken < n) {
    words[taken] = takeWord(line);
    if (words[taken].empty()) break;
    ++taken;
  }
  return taken;
}

std::string validUtf8(std::string_view text) {
  return toUtf8(text, {.windows1252 = true});
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
  return geology::equalIgnoringCase(a, b);
}

ReadingPace::ReadingPace(geology::Progress& progress, const Source& source)
    : progress_(progress),
      what_("reading " + source.path),
      bytes_(std::max<std::size_t>(source.bytes.size(), 1)) {}

void ReadingPace::report(std::size_t offset) {
  progress_.throwIfCancelled();
  progress_.report(static_cast<double>(offset) / static_cast<double>(bytes_), what_);
}

}  // namespace adit::formats
