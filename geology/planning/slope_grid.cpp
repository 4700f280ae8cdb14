#include "geology/planning/slope_grid.h"

#include <utility>

namespace adit::planning {
namespace {

using geology::Diagnostics;
using geology::Severity;

void say(Diagnostics& diagnostics, std::string message, std::string remedy) {
  diagnostics.push_back({.severity = Severity::Error,
                         .code = "PL-NO-SLOPE",
                         .file = {},
                         .message = std::move(message),
                         .remedy = std::move(remedy)});
}

/// Of each category the region that names it, else the one without a code; nothing where there is none.
std::vector<std::optional<std::uint8_t>> regionOfCodes(const geology::Column& column,
                                                       const std::vector<SlopeRegion>& regions) {
  std::optional<std::uint8_t> rest;
  for (std::size_t r = 0; r < regions.size(); ++r)
    if (regions[r].code.empty()) rest = static_cast<std::uint8_t>(r);
  std::vector<std::optional<std::uint8_t>> of(column.names.size() + 1, rest);  // the last: no category
  for (std::size_t c = 0; c < column.names.size(); ++c)
    for (std::size_t r = 0; r < regions.size(); ++r)
      if (!regions[r].code.empty() && regions[r].code == column.names[c])
        of[c] = static_cast<std::uint8_t>(r);
  return of;
}

}  // namespace

SlopeGridAnswer slopeGrid(const geology::BlockModel& model, const SlopeInputs& slopes) {
  SlopeGridAnswer answer;
  std::vector<std::vector<CellOffset>> patterns;
  for (const SlopeRegion& region : slopes.regions) {
    const std::string fault = faultOf(region.sectors);
    if (!fault.empty())
      say(answer.diagnostics, "slope region \"" + region.code + "\": " + fault, "correct it");
  }
  if (!answer.diagnostics.empty()) return answer;
  for (const SlopeRegion& region : slopes.regions)
    patterns.push_back(slopeOffsets(model.lattice, region.sectors, slopes.levels));
  if (slopes.regionColumn.empty()) {
    answer.grid.emplace(model.lattice.count, std::move(patterns));
    return answer;
  }
  const geology::Column* column = geology::findColumn(model.columns, slopes.regionColumn);
  if (column == nullptr || column->isNumeric()) {
    say(answer.diagnostics, "\"" + model.name + "\" has no category \"" + slopes.regionColumn + "\" of slope",
        "adit check lists the columns of each model");
    return answer;
  }
  const auto regionOf = regionOfCodes(*column, slopes.regions);
  const std::uint8_t rest = regionOf.back().value_or(0);
  std::vector<std::uint8_t> region(static_cast<std::size_t>(model.lattice.cellCount()), rest);
  for (std::size_t b = model.blockCount(); b-- > 0;) {  // backwards, so that the first block of a cell stays
    const std::int32_t code = column->codes[b];
    const auto& found = code < 0 ? regionOf.back() : regionOf[static_cast<std::size_t>(code)];
    if (!found) {
      say(answer.diagnostics, "no slope region is stated for \"" + std::string(column->category(b)) + "\"",
          "add one, or one without a region for all the rest");
      return answer;
    }
    region[static_cast<std::size_t>(model.cellOf(b))] = *found;
  }
  answer.grid.emplace(model.lattice.count, std::move(patterns), std::move(region));
  return answer;
}

ListPrecedence ofCells(const geology::BlockModel& model, const ListPrecedence& blocks) {
  if (model.full()) return blocks;
  std::vector<std::size_t> first{0};
  std::vector<NodeIndex> predecessors;
  first.reserve(static_cast<std::size_t>(model.lattice.cellCount()) + 1);
  std::size_t b = 0;
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
    for (; b < blocks.size() && model.cellOf(b) == cell; ++b)
      blocks.visit(static_cast<NodeIndex>(b), 0, [&](NodeIndex predecessor, std::size_t) {
        const std::int64_t other = model.cellOf(predecessor);
        if (other != cell) predecessors.push_back(static_cast<NodeIndex>(other));
        return false;
      });
    first.push_back(predecessors.size());
  }
  return {std::move(first), std::move(predecessors)};
}

}  // namespace adit::planning
