// Which dialect a text is written in, and how its bytes become UTF-8.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

constexpr std::size_t kSampleLines = 50;
constexpr std::size_t kSampleBytes = std::size_t{1} << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// In order of preference when two are equally consistent.
constexpr std::array<char, 5> kDelimiters{',', ';', '\t', '|', ' '};

// Length of the UTF-8 sequence at the start of `text`, 0 when it is not valid (RFC 3629).
std::size_t utf8SequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool surrogate = lead == 0xED && byte(1) > 0x9F;
  const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
  return overlong || surrogate || tooLarge ? 0 : length;
}

// How many bytes at the beginning are ASCII. Stretches of fixed length, so that the compiler makes one wide
// comparison of many bytes.
std::size_t asciiPrefix(std::string_view text) {
  constexpr std::size_t kStretch = 64;
  std::size_t i = 0;
  for (; i + kStretch <= text.size(); i += kStretch) {
    unsigned char bits = 0;
    for (std::size_t k = 0; k < kStretch; ++k) bits |= static_cast<unsigned char>(text[i + k]);
    if (bits >= 0x80) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

void appendUtf8(std::string& out, std::uint32_t codePoint) {
  if (codePoint < 0x80) {
    out.push_back(static_cast<char>(codePoint));
  } else if (codePoint < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (codePoint >> 6)));
    out.push_back(static_cast<char>(0x80 | (codePoint & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xE0 | (codePoint >> 12)));
    out.push_back(static_cast<char>(0x80 | ((codePoint >> 6) & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (codePoint & 0x3F)));
  }
}

// Windows-1252 differs from Latin-1 in 0x80..0x9F; the five unused bytes keep their number, as in the WHATWG
// encoding standard.
constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// The share of sampled records that have the commonest number of cells (of two or more).
double consistency(std::string_view sample, const Dialect& dialect) {
  RecordScanner scanner(sample, dialect);
  Record record;
  std::map<std::size_t, std::size_t> linesOfCellCount;
  std::size_t lines = 0;
  for (; lines < kSampleLines && scanner.next(record); ++lines)
    if (record.cells.size() >= 2) ++linesOfCellCount[record.cells.size()];
  std::size_t most = 0;
  for (const auto& [cells, count] : linesOfCellCount) most = std::max(most, count);
  return lines == 0 ? 0 : static_cast<double>(most) / static_cast<double>(lines);
}

bool writesDecimalComma(std::string_view sample, const Dialect& dialect) {
  RecordScanner scanner(sample, dialect);
  Record record;
  std::size_t commas = 0;
  std::size_t points = 0;
  for (std::size_t line = 0; line < kSampleLines && scanner.next(record); ++line)
    for (const std::string_view cell : record.cells) {
      if (cell.find(',') != std::string_view::npos && parseNumber(cell, true)) ++commas;
      if (cell.find('.') != std::string_view::npos && parseNumber(cell, false)) ++points;
    }
  return commas > points;
}

// The first kSampleBytes, cut at a line end where there is one, so that the cut makes no short record.
std::string_view sampleOf(std::string_view body) {
  if (body.size() <= kSampleBytes) return body;
  const std::size_t lastLineEnd = body.substr(0, kSampleBytes).find_last_of("\r\n");
  return body.substr(0, lastLineEnd == std::string_view::npos ? kSampleBytes : lastLineEnd);
}

}  // namespace

bool isUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    i += asciiPrefix(text.substr(i));
    if (i == text.size()) break;
    const std::size_t length = utf8SequenceLength(text.substr(i));
    if (length == 0) return false;
    i += length;
  }
  return true;
}

Dialect detectDialect(std::string_view text) {
  Dialect dialect = detectDialectOfBeginning(text);
  dialect.windows1252 = !isUtf8(text);
  return dialect;
}

Dialect detectDialectOfBeginning(std::string_view text) {
  Dialect dialect;
  dialect.bodyOffset = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  Dialect candidate;  // the sample has no BOM
  const std::string_view sample = sampleOf(text.substr(dialect.bodyOffset));
  double best = 0;
  for (const char delimiter : kDelimiters) {
    candidate.delimiter = delimiter;
    const double share = consistency(sample, candidate);
    if (share <= best) continue;
    best = share;
    dialect.delimiter = delimiter;
  }
  candidate.delimiter = dialect.delimiter;
  dialect.decimalComma = dialect.delimiter != ',' && writesDecimalComma(sample, candidate);
  return dialect;
}

std::string toUtf8(std::string_view cell, const Dialect& dialect) {
  // A text pasted together from two sources may be UTF-8 in one cell and Windows-1252 in the next.
  if (!dialect.windows1252 || isUtf8(cell)) return std::string(cell);
  std::string out;
  out.reserve(cell.size() + 8);
  for (const char c : cell) {
    const auto byte = static_cast<unsigned char>(c);
    appendUtf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
  }
  return out;
}

}  // namespace adit::formats
