// Cells to a Column, after a plan.
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>

#include "geology/formats/column_plan.h"
#include "geology/formats/delimited.h"
#include "geology/model/column.h"

namespace adit::formats {

class ColumnBuilder {
 public:
  ColumnBuilder(ColumnPlan plan, const Dialect& dialect) : plan_(std::move(plan)), dialect_(dialect) {
    column_.name = plan_.name;
    column_.unit = plan_.unit;
    column_.kind = plan_.kind;
  }

  void add(std::string_view cell);
  geology::Column build() { return std::move(column_); }

 private:
  struct Value {
    float used = geology::kMissing;
    geology::ValueState state = geology::ValueState::Measured;
    float limit = geology::kMissing;
  };
  void addCategory(std::string_view cell);
  Value readValue(std::string_view cell) const;
  Value readNumber(double number) const;
  Value belowDetection(double limit) const;
  void push(const Value& value);

  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  ColumnPlan plan_;
  Dialect dialect_;
  geology::Column column_;
  std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>>
      codeOf_;  // by the bytes of the file
};

}  // namespace adit::formats
