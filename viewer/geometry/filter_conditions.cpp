// Conditions on values: ranges, categories, the expression.
#include <bit>
#include <limits>

#include "geology/analysis/expression.h"
#include "viewer/geometry/row_masks.h"
#include "viewer/geometry/selection_conditions.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using ColumnsPtr = std::shared_ptr<const RowColumns>;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::optional<std::size_t> indexOf(const RowColumns& columns, const std::string& address) {
  const NamedColumn* found = findNamed(columns.known, address);
  if (found == nullptr) return std::nullopt;
  return static_cast<std::size_t>(found - columns.known.data());
}

const ColumnBounds* boundsOf(const RowColumns& columns, std::size_t index) {
  return columns.boundsOf ? columns.boundsOf(index) : nullptr;
}

void addRange(const std::string& address, const FilterState::Range& range, bool showMissing,
              const ColumnsPtr& columns, Conditions& conditions) {
  const auto index = indexOf(*columns, address);
  if (!index || !columns->known[*index].column->isNumeric()) {
    conditions.notApplied.push_back("range " + address + ": no such column of numbers");
    return;
  }
  // An open end hides nothing, and makes no mask.
  if (range.lo > -kInfinity)
    conditions.list.push_back({"below range " + address,
                               commandNumber(range.lo),
                               [columns, index, lo = range.lo] {
                                 return rowsBelow(*columns->atRows(*index), lo, boundsOf(*columns, *index));
                               },
                               {}});
  if (range.hi < kInfinity)
    conditions.list.push_back({"above range " + address,
                               commandNumber(range.hi),
                               [columns, index, hi = range.hi] {
                                 return rowsAbove(*columns->atRows(*index), hi, boundsOf(*columns, *index));
                               },
                               {}});
  if (!showMissing)
    conditions.list.push_back(
        {"no value " + address,
         {},
         [columns, index] { return rowsWithoutValue(*columns->atRows(*index), boundsOf(*columns, *index)); },
         {}});
}

/// How many of the rows each category has.
std::vector<HiddenCount> countsByCategory(const geology::Column& column, const std::string& address,
                                          const BitMask& rows) {
  std::vector<std::size_t> counts(column.names.size() + 1, 0);  // by code + 1
  column.codes.visit([&](auto codes) {
    for (std::size_t w = 0; w < rows.words().size(); ++w)
      for (std::uint64_t word = rows.words()[w]; word != 0; word &= word - 1)
        ++counts[geology::slotOfElement(codes[w * 64 + static_cast<std::size_t>(std::countr_zero(word))])];
  });
  std::vector<HiddenCount> hidden;
  for (std::size_t code = 0; code < column.names.size(); ++code)
    if (counts[code + 1] > 0) hidden.push_back({"category " + column.names[code], counts[code + 1]});
  if (counts[0] > 0) hidden.push_back({"no value " + address, counts[0]});
  return hidden;
}

/// Of the rows those that countsByCategory() counts under the reason.
BitMask rowsOfReason(const geology::Column& column, const std::string& address, BitMask rows,
                     const std::string& reason) {
  std::vector<std::uint8_t> wanted(column.names.size() + 1, 0);  // by code + 1
  wanted[0] = reason == "no value " + address ? 1 : 0;
  for (std::size_t code = 0; code < column.names.size(); ++code)
    wanted[code + 1] = reason == "category " + column.names[code] ? 1 : 0;
  return rows &= rowsOfCodes(column, wanted);
}

void addCategories(const std::string& address, const std::set<std::string>& hidden, const ColumnsPtr& columns,
                   Conditions& conditions) {
  const auto index = indexOf(*columns, address);
  if (!index || columns->known[*index].column->isNumeric()) {
    conditions.notApplied.push_back("categories of " + address + ": no such column of categories");
    return;
  }
  std::string key;
  for (const std::string& name : hidden) key += std::to_string(name.size()) + ":" + name;
  conditions.list.push_back(
      {"category of " + address, key,
       [columns, index, hidden] { return rowsOfCategories(*columns->atRows(*index), hidden); },
       [columns, index, address](const BitMask& rows) {
         return countsByCategory(*columns->atRows(*index), address, rows);
       },
       [columns, index, address](const BitMask& rows, const std::string& reason) {
         return rowsOfReason(*columns->atRows(*index), address, rows, reason);
       }});
}

BitMask failing(const analysis::Expression& expression, const RowColumns& columns, std::size_t rows) {
  std::vector<NamedColumn> atRows = columns.known;
  std::vector<ColumnPtr> kept;
  for (const std::size_t index : expression.usedColumns()) {
    kept.push_back(columns.atRows(index));
    atRows[index].column = kept.back().get();
  }
  return BitMask(rows, true).subtract(expression.evaluate(atRows, rows));
}

void addExpression(const std::string& text, const ColumnsPtr& columns, std::size_t rows,
                   Conditions& conditions) {
  const auto parsed = analysis::Expression::parse(text, columns->known);
  if (const auto* error = std::get_if<analysis::ExpressionFault>(&parsed)) {
    conditions.notApplied.push_back("expression " + error->message);
    return;
  }
  conditions.list.push_back({"expression",
                             text,
                             [columns, rows, expression = std::get<analysis::Expression>(parsed)] {
                               return failing(expression, *columns, rows);
                             },
                             {}});
}

}  // namespace

void addFilterConditions(const FilterState& filter, const ColumnsPtr& columns, std::size_t rows,
                         Conditions& conditions) {
  for (const auto& [address, range] : filter.ranges)
    addRange(address, range, filter.showMissing, columns, conditions);
  for (const auto& [address, hidden] : filter.hiddenCategories)
    if (!hidden.empty()) addCategories(address, hidden, columns, conditions);
  if (!filter.expression.empty()) addExpression(filter.expression, columns, rows, conditions);
}

}  // namespace adit::viewer
