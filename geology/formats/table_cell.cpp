#include "geology/formats/table_cell.h"

#include <algorithm>
#include <array>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

constexpr std::array<std::string_view, 13> kNullWords{"-",   "--",   "---", "na",   "n/a",  "ns", "n/s",
                                                      "nan", "null", "nil", "none", "#n/a", "*"};

bool equalIgnoringCase(std::string_view a, std::string_view lower) {
  return std::equal(a.begin(), a.end(), lower.begin(), lower.end(), [](char x, char y) {
    return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
  });
}

bool isNullWord(std::string_view cell) {
  return std::any_of(kNullWords.begin(), kNullWords.end(),
                     [&](std::string_view word) { return equalIgnoringCase(cell, word); });
}

}  // namespace

TableCell readCell(std::string_view cell, bool decimalComma) {
  if (cell.empty()) return {};
  if (const auto number = parseNumber(cell, decimalComma)) return {CellKind::Number, *number};
  if (cell.front() == '<' || cell.front() == '>') {
    std::string_view limit = cell.substr(1);
    while (!limit.empty() && (limit.front() == ' ' || limit.front() == '=')) limit.remove_prefix(1);
    if (const auto number = parseNumber(limit, decimalComma); number && *number >= 0)
      return {cell.front() == '<' ? CellKind::BelowDetection : CellKind::OverLimit, *number};
  }
  return {isNullWord(cell) ? CellKind::NullWord : CellKind::Text, 0};
}

}  // namespace adit::formats
