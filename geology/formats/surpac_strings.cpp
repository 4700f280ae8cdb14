#include "geology/formats/surpac_strings.h"

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

using geology::Column;

/// One D field of all records: numbers where all that is there are numbers, else texts.
Column fieldColumn(const std::vector<std::string_view>& descriptions, std::size_t field) {
  std::vector<std::string> texts;
  std::vector<float> numbers;
  bool numeric = true;
  for (const std::string_view description : descriptions) {
    const std::vector<std::string_view> cells = surpacCells(description);
    const std::string_view cell = field < cells.size() ? cells[field] : std::string_view();
    const auto number = parseNumber(cell);
    numeric = numeric && (number || cell.empty());
    numbers.push_back(number ? static_cast<float>(*number) : geology::kMissing);
    texts.push_back(validUtf8(cell));
  }
  const std::string name = "d" + std::to_string(field + 1);
  return numeric ? geology::numericColumn(name, std::move(numbers)) : geology::categoryColumn(name, texts);
}

/// "d1", "d2"... for the fields that any record has.
std::vector<Column> fieldColumns(const std::vector<std::string_view>& descriptions) {
  std::vector<bool> used;
  for (const std::string_view description : descriptions) {
    const std::vector<std::string_view> cells = surpacCells(description);
    if (cells.size() > used.size()) used.resize(cells.size(), false);
    for (std::size_t f = 0; f < cells.size(); ++f) used[f] = used[f] || !cells[f].empty();
  }
  std::vector<Column> columns;
  for (std::size_t f = 0; f < used.size(); ++f)
    if (used[f]) columns.push_back(fieldColumn(descriptions, f));
  return columns;
}

}  // namespace

void SurpacStrings::assemble(bool keepPoints) {
  vertexOfRecord_.assign(records_.size(), -1);
  for (std::size_t begin = 0; begin < records_.size();) {
    std::size_t end = begin + 1;
    while (end < records_.size() && records_[end].string == records_[begin].string &&
           !records_[end].separates())
      ++end;
    if (!records_[begin].separates()) addString(begin, end, keepPoints);
    begin = end;
  }
  builder_.mesh().vertexColumns = fieldColumns(descriptions_);
}

std::optional<geology::PointSet> SurpacStrings::points() const {
  if (single_.empty()) return std::nullopt;
  geology::PointSet set;
  set.name = builder_.mesh().name;
  std::vector<std::string_view> descriptions;
  std::vector<float> strings;
  for (const std::size_t i : single_) {
    set.points.push_back(records_[i].place);
    set.line.push_back(static_cast<std::uint32_t>(records_[i].line));
    strings.push_back(static_cast<float>(records_[i].string));
    descriptions.push_back(records_[i].description);
  }
  set.columns = fieldColumns(descriptions);
  set.columns.insert(set.columns.begin(), geology::numericColumn("string", std::move(strings)));
  return set;
}

void SurpacStrings::addString(std::size_t begin, std::size_t end, bool keepPoints) {
  if (end - begin == 1 && !keepPoints && geology::isFinite(records_[begin].place))
    return single_.push_back(begin);
  // A closed string repeats its first point.
  const bool closed = end - begin > 3 && records_[begin].place == records_[end - 1].place;
  std::vector<std::int64_t> corners;
  for (std::size_t i = begin; i < end - (closed ? 1 : 0); ++i) {
    corners.push_back(vertexOfRecord_[i] = builder_.addVertex(records_[i].place));
    descriptions_.push_back(records_[i].description);
  }
  if (closed) vertexOfRecord_[end - 1] = corners.front();
  if (corners.size() < 2) return;
  builder_.startPart("string " + std::to_string(records_[begin].string));
  builder_.addLine(corners, closed, records_[begin].line);
}

}  // namespace adit::formats
