#include "geology/formats/vtk_block_columns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "geology/formats/column_names.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::ColumnKind;
using geology::kNoCategory;

constexpr std::size_t kMostCodes = 256;
/// As vtkDataSetAttributes names and codes them.
constexpr std::string_view kGhostArray = "vtkGhostType";
constexpr unsigned kHiddenCell = 32;

/// Codes into a table of names; a code outside it is no category.
Column namedCodes(const Column& numbers, const std::vector<std::string>& names) {
  Column column;
  column.name = numbers.name;
  column.kind = ColumnKind::Category;
  column.names = names;
  column.codes.reserve(numbers.values.size());
  const auto count = static_cast<float>(column.names.size());
  for (const float value : numbers.values)
    column.codes.push_back(value >= 0 && value < count ? static_cast<std::int32_t>(value) : kNoCategory);
  return column;
}

/// Whole numbers as categories in rising order; nothing when there are too many or a part of one.
std::optional<Column> asCodes(const Column& numbers) {
  std::map<float, std::int32_t> codes;
  for (const float value : numbers.values) {
    if (std::isnan(value)) continue;
    if (value != std::floor(value) || codes.size() > kMostCodes) return std::nullopt;
    codes.emplace(value, 0);
  }
  Column column;
  column.name = numbers.name;
  column.kind = ColumnKind::Category;
  for (auto& [value, code] : codes) {
    code = static_cast<std::int32_t>(column.names.size());
    column.names.push_back(std::to_string(static_cast<long long>(value)));
  }
  for (const float value : numbers.values)
    column.codes.push_back(std::isnan(value) ? kNoCategory : codes.at(value));
  return column;
}

Column decided(Column numbers, const Decision& decision) {
  const std::string question = numbers.name + "/type";
  const bool asked = personsAnswer(decision.choices, decision.source.path, question) != nullptr;
  if (!namesCode(numbers.name) && !asked) return numbers;
  auto codes = asCodes(numbers);
  if (!codes) return numbers;
  const std::string type =
      decision.take(question, namesCode(numbers.name) ? "category" : "numeric",
                    "whole numbers under a name that says they are codes", {"numeric", "category"});
  return type == "category" ? std::move(*codes) : std::move(numbers);
}

}  // namespace

void decideCategories(std::vector<Column>& columns, const VtkGrid& grid, const Decision& decision) {
  for (Column& column : columns) {
    if (!column.isNumeric()) continue;
    const auto names = grid.fieldTexts.find(column.name + "/names");
    if (names != grid.fieldTexts.end())
      column = namedCodes(column, names->second);
    else
      column = decided(std::move(column), decision);
  }
}

std::vector<std::uint32_t> takeVisibleCells(VtkGrid& grid) {
  const auto ghosts =
      std::find_if(grid.cellColumns.begin(), grid.cellColumns.end(),
                   [](const Column& column) { return column.name == kGhostArray && column.isNumeric(); });
  std::vector<std::uint32_t> cells(grid.cellCount());
  std::iota(cells.begin(), cells.end(), 0U);
  if (ghosts == grid.cellColumns.end()) return cells;
  const std::vector<float> states = std::move(ghosts->values);
  grid.cellColumns.erase(ghosts);
  std::erase_if(cells, [&](std::uint32_t cell) {
    const float state = states[cell];
    return state > 0 && state < 256 && (static_cast<unsigned>(state) & kHiddenCell) != 0;
  });
  return cells;
}

}  // namespace adit::formats
