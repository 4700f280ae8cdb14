// What one cell of a table says.
#pragma once
#include <cstdint>
#include <string_view>

#include "geology/formats/delimited.h"

namespace adit::formats {

enum class CellKind : std::uint8_t {
  Empty,
  Number,
  BelowDetection,  ///< "<0.01": the value is the limit
  OverLimit,       ///< ">100": the value is the limit
  NullWord,        ///< "NA", "NS", "-", "null", ...: says that there is no value
  Text,
};

struct TableCell {
  CellKind kind = CellKind::Empty;
  double value = 0;  ///< of Number, BelowDetection and OverLimit
};

TableCell readCell(std::string_view cell, bool decimalComma);
/// The same for a cell of a record, without reading a number a second time.
inline TableCell readCell(const Record& record, std::size_t cell, bool decimalComma) {
  const double number = record.numbers[cell];
  return number == number ? TableCell{CellKind::Number, number} : readCell(record.cells[cell], decimalComma);
}

}  // namespace adit::formats
