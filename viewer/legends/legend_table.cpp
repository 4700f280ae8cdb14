// Tables of classes (from, to, colour, label) and of categories (name, colour), as spreadsheets and mine
// planning programs write them. The header says which column is what.
#include <algorithm>
#include <array>
#include <limits>

#include "geology/formats/delimited.h"
#include "viewer/legends/legend_reading.h"
#include "viewer/state/color_text.h"

namespace adit::viewer {
namespace {

using formats::Record;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kLinesToSearch = 40;  ///< comments before the header

enum Field : std::size_t { From, To, Name, Label, Hex, Red, Green, Blue, kFieldCount };

/// Spellings of the headers, normalised (see formats::normalizedHeader); the earlier one wins.
const std::vector<std::string_view>& spellings(std::size_t field) {
  static const std::array<std::vector<std::string_view>, kFieldCount> kNames{{
      {"from", "lower", "lowerbound", "lo", "low", "min", "minimum", "start", "desde"},
      {"to", "upper", "upperbound", "hi", "high", "max", "maximum", "end", "hasta"},
      {"category", "value", "code", "key", "class", "lithology", "lith", "rock", "unit", "name"},
      {"label", "name", "legend", "description", "title", "text"},
      {"color", "colour", "hex", "rgb", "rgbhex", "hexcolor", "hexcolour"},
      {"red", "r"},
      {"green", "g"},
      {"blue", "b"},
  }};
  return kNames[field];
}

/// The columns of a table by their fields.
struct TableHeader {
  std::array<std::optional<std::size_t>, kFieldCount> at;
  std::size_t line = 0;

  bool has(Field field) const { return at[field].has_value(); }
  bool colored() const { return has(Hex) || (has(Red) && has(Green) && has(Blue)); }
  bool classes() const { return has(From) && has(To); }
  std::string_view cell(const Record& record, Field field) const {
    return has(field) && *at[field] < record.cells.size() ? record.cells[*at[field]] : std::string_view();
  }
};

TableHeader headerOf(const Record& record) {
  std::vector<std::string> names;
  for (const std::string_view cell : record.cells) names.push_back(formats::normalizedHeader(cell));
  TableHeader header;
  header.line = record.line;
  for (std::size_t field = 0; field < kFieldCount; ++field)
    for (const std::string_view spelling : spellings(field)) {
      const auto found = std::find(names.begin(), names.end(), spelling);
      if (found == names.end() || header.at[field]) continue;
      header.at[field] = static_cast<std::size_t>(found - names.begin());
    }
  return header;
}

/// The header, with the scanner behind it; nothing when no line names a colour beside classes or categories.
std::optional<TableHeader> findHeader(formats::RecordScanner& scanner) {
  Record record;
  for (std::size_t i = 0; i < kLinesToSearch && scanner.next(record); ++i) {
    const TableHeader header = headerOf(record);
    if (header.colored() && (header.classes() || header.has(Name))) return header;
    if (!record.cells.front().starts_with('#')) return std::nullopt;
  }
  return std::nullopt;
}

class TableReading {
 public:
  TableReading(std::string_view text, const TableHeader& header)
      : dialect_(formats::detectDialect(text)), header_(header) {}

  LegendDraft read(formats::RecordScanner& scanner) {
    Record record;
    while (scanner.next(record)) {
      if (std::all_of(record.cells.begin(), record.cells.end(), [](auto cell) { return cell.empty(); }))
        continue;
      header_.classes() ? takeClass(record) : takeCategory(record);
    }
    if (draft_.legend.classes.empty() && draft_.legend.categories.empty())
      legendFault("LEG-EMPTY", header_.line, "there is no row under the header", "export the legend again");
    return std::move(draft_);
  }

 private:
  std::string text(const Record& record, Field field) const {
    return formats::toUtf8(header_.cell(record, field), dialect_);
  }

  void takeClass(const Record& record) {
    LegendClass added;
    added.lo = end(record, From, -kInfinity);
    added.hi = end(record, To, kInfinity);
    added.color = color(record);
    added.label = text(record, Label);
    addClass(draft_, std::move(added), record.line);
  }

  void takeCategory(const Record& record) {
    addCategory(draft_, text(record, Name), color(record), record.line);
  }

  /// Nothing, a star or "inf" leaves the end open.
  double end(const Record& record, Field field, double open) const {
    const std::string_view cell = header_.cell(record, field);
    if (cell.empty() || cell == "*" || cell == "inf" || cell == "-inf") return open;
    const auto number = formats::parseNumber(cell, dialect_.decimalComma);
    if (!number)
      legendFault("LEG-BAD-NUMBER", record.line, "'" + std::string(cell) + "' is no number",
                  "write a number, or nothing for an open end");
    return *number;
  }

  Color color(const Record& record) const {
    std::optional<Color> color;
    if (header_.has(Hex)) {
      const std::string_view cell = header_.cell(record, Hex);
      color = colorFromHex(cell.starts_with('#') ? std::string(cell) : "#" + std::string(cell));
    } else {
      std::array<double, 3> channels{};
      for (const Field field : {Red, Green, Blue})
        channels[field - Red] =
            formats::parseNumber(header_.cell(record, field), dialect_.decimalComma).value_or(-1);
      color = colorFromBytes(channels[0], channels[1], channels[2]);
    }
    if (!color)
      legendFault("LEG-BAD-COLOR", record.line, "the row has no colour that can be understood",
                  "write colours as #rrggbb, or red, green and blue from 0 to 255");
    return *color;
  }

  formats::Dialect dialect_;
  TableHeader header_;
  LegendDraft draft_;
};

}  // namespace

bool isLegendTable(std::string_view text) {
  formats::RecordScanner scanner(text, formats::detectDialect(text));
  return findHeader(scanner).has_value();
}

LegendDraft readLegendTable(std::string_view text) {
  formats::RecordScanner scanner(text, formats::detectDialect(text));
  const auto header = findHeader(scanner);
  return TableReading(text, *header).read(scanner);
}

}  // namespace adit::viewer
