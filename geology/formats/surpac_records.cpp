// Source: text and binary files of the same strings, which agree record by record.
#include "geology/formats/surpac_records.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "geology/formats/bytes.h"
#include "geology/formats/delimited.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;

const FindingKind kNoEnd{Severity::Warning, "SURPAC-NO-END",
                         "the strings do not end with END; their end may be missing",
                         "copy or export the file again if something is missing"};

/// Binary records follow this many zero bytes.
constexpr std::size_t kBinaryMark = 5;
constexpr std::string_view kEnd = "END";
constexpr std::size_t kMostCells = 100;

/// Takes the text up to the next comma.
std::string_view takeCell(std::string_view& rest) {
  const std::size_t comma = rest.find(',');
  const std::string_view cell = trimBlanks(rest.substr(0, comma));
  rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  return cell;
}

SurpacRecord recordOf(std::string_view rest, std::size_t line, Findings& findings) {
  SurpacRecord record;
  record.line = line;
  std::array<double, 4> numbers{};
  for (double& number : numbers) {
    const std::string_view cell = takeCell(rest);
    const auto parsed = parseNumber(cell);
    if (!parsed) findings.add(kBadNumber, {line}, cell.empty() ? "(nothing)" : cell.substr(0, 20));
    number = parsed.value_or(std::nan(""));
  }
  if (std::abs(numbers[0]) < 2147483647.0) record.string = static_cast<std::int32_t>(numbers[0]);
  record.place = {numbers[2], numbers[1], numbers[3]};  // northing stands before easting
  record.description = trimBlanks(rest);
  return record;
}

SurpacRecords readText(std::string_view bytes, const SurpacBody& body, Findings& findings) {
  SurpacRecords out;
  LineScanner lines(bytes.substr(body.offset));
  for (std::string_view text; lines.next(text);) {
    if (trimBlanks(text).empty() || text.front() == '\x1A') continue;
    const SurpacRecord record = recordOf(text, body.lines + lines.line(), findings);
    out.end = body.offset + lines.offset();
    out.line = record.line;
    if (record.separates() && record.description.starts_with(kEnd)) return out;
    out.records.push_back(record);
  }
  findings.add(kNoEnd, {out.line});
  return out;
}

SurpacRecords readBinary(std::string_view bytes, const SurpacBody& body, Findings& findings) {
  constexpr std::size_t kNumbers = 4 + 3 * 8;
  SurpacRecords out;
  for (std::size_t at = body.offset + kBinaryMark; hasBytes(bytes, at, kNumbers);) {
    const auto coordinate = [&](std::size_t i) {
      return numberAt<double>(bytes, at + 4 + i * 8, std::endian::big);
    };
    SurpacRecord record;
    record.string = numberAt<std::int32_t>(bytes, at, std::endian::big);
    record.place = {coordinate(1), coordinate(0), coordinate(2)};
    const std::size_t zero = bytes.find('\0', at + kNumbers);
    if (zero == std::string_view::npos) break;
    record.description = trimBlanks(bytes.substr(at + kNumbers, zero - at - kNumbers));
    at = zero + 1;
    out.end = at;
    if (record.separates() && record.description == kEnd) return out;
    out.records.push_back(record);
  }
  findings.add(kNoEnd, {});
  return out;
}

}  // namespace

std::vector<std::string_view> surpacCells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size() && cells.size() < kMostCells;) {
    const std::size_t comma = std::min(line.find(',', begin), line.size());
    cells.push_back(trimBlanks(line.substr(begin, comma - begin)));
    begin = comma + 1;
  }
  return cells;
}

SurpacBody surpacBody(std::string_view bytes, std::size_t headLines) {
  LineScanner lines(bytes);
  std::string_view line;
  while (lines.line() < headLines && lines.next(line)) {
  }
  return {lines.offset(), lines.line(), lines.offset() < bytes.size() && bytes[lines.offset()] == '\0'};
}

SurpacRecords readSurpacRecords(std::string_view bytes, const SurpacBody& body, Findings& findings) {
  return body.binary ? readBinary(bytes, body, findings) : readText(bytes, body, findings);
}

}  // namespace adit::formats
