#include "geology/formats/vtk_block_columns.h"

#include <vtkCellData.h>
#include <vtkDataArray.h>
#include <vtkDataSetAttributes.h>
#include <vtkFieldData.h>
#include <vtkStringArray.h>
#include <vtkUnsignedCharArray.h>

#include <cmath>
#include <map>

#include "geology/formats/column_names.h"
#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::ColumnKind;
using geology::kMissing;
using geology::kNoCategory;

constexpr std::size_t kMostCodes = 256;

std::string nameOf(vtkAbstractArray* array) {
  return array->GetName() == nullptr ? "unnamed" : array->GetName();
}

Column numbersOf(vtkDataArray* array, int component, const std::vector<std::uint32_t>& tuples) {
  Column column;
  column.name = nameOf(array);
  if (array->GetNumberOfComponents() > 1) column.name += " " + std::to_string(component + 1);
  column.unit = unitFromHeader(column.name);
  column.values.reserve(tuples.size());
  for (const std::uint32_t tuple : tuples)
    column.values.push_back(tuple < array->GetNumberOfTuples()
                                ? static_cast<float>(array->GetComponent(tuple, component))
                                : kMissing);
  return column;
}

Column textsOf(vtkStringArray* array, const std::vector<std::uint32_t>& tuples) {
  std::vector<std::string> texts;
  texts.reserve(tuples.size());
  for (const std::uint32_t tuple : tuples)
    texts.push_back(tuple < array->GetNumberOfTuples() ? std::string(array->GetValue(tuple)) : std::string());
  return geology::categoryColumn(nameOf(array), texts);
}

/// Codes into a table of names; a code outside it is no category.
Column namedCodes(const Column& numbers, vtkStringArray* names) {
  Column column;
  column.name = numbers.name;
  column.kind = ColumnKind::Category;
  for (vtkIdType i = 0; i < names->GetNumberOfValues(); ++i) column.names.emplace_back(names->GetValue(i));
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
  const bool asked = personsAnswer(decision.choices, choiceKey(decision.source.path, question)) != nullptr;
  if (!namesCode(numbers.name) && !asked) return numbers;
  auto codes = asCodes(numbers);
  if (!codes) return numbers;
  const std::string type =
      decision.take(question, namesCode(numbers.name) ? "category" : "numeric",
                    "whole numbers under a name that says they are codes", {"numeric", "category"});
  return type == "category" ? std::move(*codes) : std::move(numbers);
}

}  // namespace

std::vector<Column> columnsOf(vtkFieldData* arrays, vtkFieldData* names,
                              const std::vector<std::uint32_t>& tuples, const Decision& decision) {
  std::vector<Column> columns;
  for (int i = 0; i < arrays->GetNumberOfArrays(); ++i) {
    vtkAbstractArray* any = arrays->GetAbstractArray(i);
    if (nameOf(any) == vtkDataSetAttributes::GhostArrayName()) continue;
    if (auto* texts = vtkStringArray::SafeDownCast(any)) columns.push_back(textsOf(texts, tuples));
    auto* numbers = vtkDataArray::SafeDownCast(any);
    if (numbers == nullptr) continue;
    auto* table = vtkStringArray::SafeDownCast(names->GetAbstractArray((nameOf(any) + "/names").c_str()));
    for (int c = 0; c < numbers->GetNumberOfComponents(); ++c) {
      Column column = numbersOf(numbers, c, tuples);
      columns.push_back(table != nullptr ? namedCodes(column, table) : decided(std::move(column), decision));
    }
  }
  return columns;
}

std::vector<std::uint32_t> visibleCells(vtkDataSet* data) {
  auto* ghosts = vtkUnsignedCharArray::SafeDownCast(
      data->GetCellData()->GetArray(vtkDataSetAttributes::GhostArrayName()));
  std::vector<std::uint32_t> cells;
  for (vtkIdType cell = 0; cell < data->GetNumberOfCells(); ++cell) {
    const bool hidden = ghosts != nullptr && cell < ghosts->GetNumberOfTuples() &&
                        (ghosts->GetValue(cell) & vtkDataSetAttributes::HIDDENCELL) != 0;
    if (!hidden) cells.push_back(static_cast<std::uint32_t>(cell));
  }
  return cells;
}

}  // namespace adit::formats
