// A table of tonnes and grades as delimited text.
#include <algorithm>

#include "geology/formats/delimited.h"
#include "viewer/guard/table_facts.h"

namespace adit::viewer {
namespace {

using formats::Dialect;
using formats::Record;

constexpr std::size_t kMostLines = 10'000;

/// What the columns of the table are.
struct Headers {
  std::optional<std::size_t> name, cutOff, tonnes;
  std::vector<std::size_t> grades, metal;
};

bool beginsWithOneOf(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.starts_with(w); });
}

bool holdsOneOf(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return text.find(w) != std::string::npos; });
}

/// A table of places (blocks, collars, intervals) is none of sums.
bool isPlace(const std::string& header) {
  static const std::set<std::string> kPlaces{"x",        "y",       "z",    "xc",    "yc",
                                             "zc",       "xcentre", "east", "north", "easting",
                                             "northing", "holeid",  "from", "to"};
  return kPlaces.contains(header);
}

/// Counts and volumes are no grades.
bool isNoGrade(const std::string& header) {
  return header.empty() || beginsWithOneOf(header, {"group", "block", "volume", "density", "domain", "zone"});
}

Headers headersOf(const Record& record, DisclosureFacts& facts) {
  Headers headers;
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    const std::string header = formats::normalizedHeader(record.cells[i]);
    if (!headers.name && beginsWithOneOf(header, {"class", "categor", "name"}))
      headers.name = i;
    else if (!headers.cutOff && beginsWithOneOf(header, {"cutoff", "cog"}))
      headers.cutOff = i;
    else if (holdsOneOf(header, {"metal", "contained", "ounces"}) || header.ends_with("oz"))
      headers.metal.push_back(i);
    else if (!headers.tonnes && beginsWithOneOf(header, {"tonn", "tons", "mt", "kt"}))
      headers.tonnes = i;
    else if (!isNoGrade(header)) {
      headers.grades.push_back(i);
      facts.shown.push_back({std::string(record.cells[i]), formats::unitFromHeader(record.cells[i])});
    }
  }
  return headers;
}

std::string cellOf(const Record& record, std::optional<std::size_t> column, const Dialect& dialect) {
  return column && *column < record.cells.size() ? formats::toUtf8(record.cells[*column], dialect)
                                                 : std::string();
}

ReportedLine lineOf(const Record& record, const Headers& headers, const Dialect& dialect) {
  ReportedLine line;
  line.name = cellOf(record, headers.name, dialect);
  line.classes = classesIn(line.name);
  line.cutOff = !cellOf(record, headers.cutOff, dialect).empty();
  line.tonnes = cellOf(record, headers.tonnes, dialect);
  for (const std::size_t column : headers.grades) line.grades.push_back(cellOf(record, column, dialect));
  for (const std::size_t column : headers.metal) line.metal.push_back(cellOf(record, column, dialect));
  return line;
}

/// "# effective date: 2026-01-31"; a cut-off stated so holds for every line.
void takeComment(std::string_view line, DisclosureFacts& facts, bool& cutOffForAll) {
  const std::size_t colon = line.find(':');
  const std::size_t label = line.find_first_not_of("# \t");
  if (colon == std::string_view::npos || label >= colon) return;
  const std::size_t value = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
  const std::string name(line.substr(label, colon - label));
  const std::string text(line.substr(value));
  takeStatement(facts.stated, name, text);
  if (formats::normalizedHeader(name) == "cutoff" && !text.empty() && text != "none") cutOffForAll = true;
  if (text.starts_with("SYNTHETIC")) facts.synthetic = true;
}

/// Takes the comments off the front.
std::string_view withoutComments(std::string_view bytes, DisclosureFacts& facts, bool& cutOffForAll) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (bytes.starts_with('#')) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    takeComment(bytes.substr(0, end), facts, cutOffForAll);
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n", end), bytes.size()));
  }
  return bytes;
}

}  // namespace

std::optional<DisclosureFacts> factsOfCsvTable(std::string_view bytes) {
  DisclosureFacts facts;
  bool cutOffForAll = false;
  const std::string_view table = withoutComments(bytes, facts, cutOffForAll);
  if (table.find('\0') != std::string_view::npos) return std::nullopt;
  const Dialect dialect = formats::detectDialect(table);
  formats::RecordScanner scanner(table, dialect);
  Record record;
  if (!scanner.next(record)) return std::nullopt;
  if (std::any_of(record.cells.begin(), record.cells.end(),
                  [](std::string_view cell) { return isPlace(formats::normalizedHeader(cell)); }))
    return std::nullopt;
  const Headers headers = headersOf(record, facts);
  if (!headers.tonnes && headers.metal.empty()) return std::nullopt;
  while (facts.lines.size() < kMostLines && scanner.next(record)) {
    facts.lines.push_back(lineOf(record, headers, dialect));
    facts.lines.back().cutOff = facts.lines.back().cutOff || cutOffForAll;
  }
  facts.atHand = facts.shown;
  if (facts.lines.empty()) return std::nullopt;
  return facts;
}

}  // namespace adit::viewer
