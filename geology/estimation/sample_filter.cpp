#include "geology/estimation/sample_filter.h"

#include <deque>
#include <string>
#include <vector>

namespace adit::estimation {
namespace {

using geology::Column;
using geology::DrillHoles;
using geology::IntervalTable;
using geology::NamedColumn;

/// The names of the holes as a column of the collars.
Column holeNames(const DrillHoles& holes) {
  std::vector<std::string> names;
  for (const geology::DrillHole& hole : holes.holes) names.push_back(hole.id);
  return geology::categoryColumn("hole", names);
}

/// Columns under their names: first those of the table, one row a sample, then those of the collars.
class Names {
 public:
  Names(const DrillHoles& holes, const IntervalTable& table) : holeNames_(holeNames(holes)) {
    for (const Column& column : table.columns) {
      known_.push_back({column.name, &column});
      known_.push_back({table.name + "." + column.name, &column});
    }
    ofTable_ = known_.size();
    for (const Column& column : holes.collarColumns) addOfHoles(column);
    addOfHoles(holeNames_);
  }
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

  const std::vector<NamedColumn>& known() const { return known_; }
  bool isOfHoles(std::size_t index) const { return index >= ofTable_; }

 private:
  void addOfHoles(const Column& column) {
    if (geology::findNamed(known_, column.name) == nullptr) known_.push_back({column.name, &column});
    known_.push_back({"collar." + column.name, &column});
  }

  Column holeNames_;
  std::vector<NamedColumn> known_;
  std::size_t ofTable_ = 0;
};

/// A column of the collars with one row a sample.
Column atSamples(const Column& column, const std::vector<std::uint32_t>& hole) {
  Column out;
  out.name = column.name;
  out.unit = column.unit;
  out.kind = column.kind;
  out.names = column.names;
  if (!column.isNumeric()) {
    out.codes = column.codes.rows(hole);
    return out;
  }
  out.values.reserve(hole.size());
  for (const std::uint32_t row : hole) out.values.push_back(column.values[row]);
  return out;
}

}  // namespace

std::variant<geology::BitMask, analysis::ExpressionFault> samplesKept(const DrillHoles& holes,
                                                                      const IntervalTable& table,
                                                                      std::string_view expression) {
  const Names names(holes, table);
  auto parsed = analysis::Expression::parse(expression, names.known());
  if (auto* fault = std::get_if<analysis::ExpressionFault>(&parsed)) return std::move(*fault);
  const auto& wanted = std::get<analysis::Expression>(parsed);
  std::vector<NamedColumn> columns = names.known();
  std::deque<Column> kept;  // stays where it is while it grows
  for (const std::size_t index : wanted.usedColumns()) {
    if (!names.isOfHoles(index)) continue;
    kept.push_back(atSamples(*columns[index].column, table.hole));
    columns[index].column = &kept.back();
  }
  return wanted.evaluate(columns, table.size());
}

}  // namespace adit::estimation
