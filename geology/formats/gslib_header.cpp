#include "geology/formats/gslib_header.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

constexpr double kMostColumns = 1000;
constexpr double kMostCells = 4294967295.0;

std::vector<double> leadingNumbers(std::string_view line) {
  std::vector<double> numbers;
  while (true) {
    const auto number = parseNumber(takeWord(line));
    if (!number) return numbers;
    numbers.push_back(*number);
  }
}

bool wholeBetween(double value, double low, double high) {
  return value >= low && value <= high && value == std::floor(value);
}

/// Counts, when the three numbers can be some.
std::optional<std::array<std::int64_t, 3>> counts(const std::vector<double>& numbers, std::size_t first) {
  std::array<std::int64_t, 3> result{};
  double cells = 1;
  for (std::size_t a = 0; a < 3; ++a) {
    const double count = numbers[first + a];
    if (!wholeBetween(count, 1, kMostCells)) return std::nullopt;
    result[a] = static_cast<std::int64_t>(count);
    cells *= count;
  }
  if (cells >= kMostCells) return std::nullopt;
  return result;
}

/// "nvar nx ny nz xmn ymn zmn xsiz ysiz zsiz [nreal]": the minima are centres of the first cell.
void takeGridOfLine2(const std::vector<double>& numbers, GslibHeader& header) {
  if (numbers.size() < 10) return;
  const auto cells = counts(numbers, 1);
  if (!cells || !(numbers[7] > 0 && numbers[8] > 0 && numbers[9] > 0)) return;
  geology::Lattice grid;
  grid.count = *cells;
  grid.size = {numbers[7], numbers[8], numbers[9]};
  grid.origin = {numbers[4] - numbers[7] / 2, numbers[5] - numbers[8] / 2, numbers[6] - numbers[9] / 2};
  header.grid = grid;
  header.sizesStated = true;
  if (numbers.size() > 10 && wholeBetween(numbers[10], 1, kMostCells))
    header.realisations = static_cast<std::int64_t>(numbers[10]);
}

/// "340 200 80" and nothing else.
void takeGridOfLine1(std::string_view line, GslibHeader& header) {
  const std::vector<double> numbers = leadingNumbers(line);
  std::size_t words = 0;
  while (!takeWord(line).empty()) ++words;
  if (numbers.size() != 3 || words != 3) return;
  const auto cells = counts(numbers, 0);
  if (!cells) return;
  header.grid.emplace();
  header.grid->count = *cells;
}

bool takeNames(LineScanner& lines, std::size_t columns, GslibHeader& header) {
  std::string_view line;
  for (std::size_t c = 0; c < columns; ++c) {
    if (!lines.next(line)) return false;
    const std::string_view name = trimBlanks(line);
    if (name.empty()) return false;
    const std::size_t tab = name.find('\t');
    header.names.push_back(validUtf8(trimBlanks(name.substr(0, tab))));
    header.units.push_back(tab == std::string_view::npos ? "" : validUtf8(trimBlanks(name.substr(tab))));
  }
  // Names that are all numbers are rows: the file has another head than this one.
  return std::any_of(header.names.begin(), header.names.end(),
                     [](const std::string& name) { return !parseNumber(name).has_value(); });
}

bool isRow(std::string_view line, char delimiter, std::size_t columns) {
  RecordScanner scanner(line, {.delimiter = delimiter});
  Record record;
  return scanner.next(record) && record.cells.size() >= columns &&
         parseNumber(record.cells.front()).has_value();
}

}  // namespace

std::optional<GslibHeader> readGslibHeader(std::string_view text) {
  LineScanner lines(text);
  std::string_view first, second, row;
  if (!lines.next(first) || !lines.next(second)) return std::nullopt;
  GslibHeader header;
  header.title = validUtf8(trimBlanks(first));
  const std::vector<double> numbers = leadingNumbers(second);
  if (numbers.empty() || !wholeBetween(numbers[0], 1, kMostColumns)) return std::nullopt;
  if (!takeNames(lines, static_cast<std::size_t>(numbers[0]), header)) return std::nullopt;
  header.lines = lines.line();
  header.dialect.bodyOffset = lines.offset();
  if (!lines.next(row)) return std::nullopt;
  header.dialect.delimiter = row.find(',') != std::string_view::npos ? ',' : ' ';
  if (!isRow(row, header.dialect.delimiter, header.names.size())) return std::nullopt;
  takeGridOfLine1(first, header);
  takeGridOfLine2(numbers, header);
  return header;
}

}  // namespace adit::formats
