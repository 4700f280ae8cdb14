#include "geology/model/known_by.h"

#include <algorithm>

namespace adit::geology {
namespace {

template <typename T>
std::vector<T> taken(const std::vector<T>& all, const std::vector<std::size_t>& rows) {
  std::vector<T> result;
  if (all.empty()) return result;  // arrays that say nothing stay so
  result.reserve(rows.size());
  for (const std::size_t row : rows) result.push_back(all[row]);
  return result;
}

std::vector<Column> taken(const std::vector<Column>& columns, const std::vector<std::size_t>& rows) {
  std::vector<Column> result;
  for (const Column& column : columns) {
    Column part{column.name,
                column.unit,
                column.kind,
                taken(column.values, rows),
                column.codes.rows(rows),
                column.names,
                taken(column.states, rows),
                taken(column.limits, rows)};
    result.push_back(std::move(part));
  }
  return result;
}

}  // namespace

DrillHoles holesKnownBy(const DrillHoles& holes, DrillDate date) {
  const BitMask drilled = holesDrilledBy(holes, date);
  DrillHoles known;
  known.name = holes.name;
  known.sources = holes.sources;
  std::vector<std::size_t> kept;
  std::vector<std::uint32_t> renumbered(holes.holes.size(), 0);
  for (std::size_t h = 0; h < holes.holes.size(); ++h) {
    if (!drilled.test(h)) continue;
    renumbered[h] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(h);
  }
  known.holes = taken(holes.holes, kept);
  known.collarColumns = taken(holes.collarColumns, kept);
  for (const IntervalTable& table : holes.tables) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.size(); ++row)
      if (drilled.test(table.hole[row])) rows.push_back(row);
    IntervalTable part{table.name,
                       taken(table.hole, rows),
                       taken(table.from, rows),
                       taken(table.to, rows),
                       taken(table.columns, rows),
                       taken(table.line, rows),
                       table.source};
    for (std::uint32_t& hole : part.hole) hole = renumbered[hole];
    known.tables.push_back(std::move(part));
  }
  return known;
}

KnownBy depositKnownBy(const Deposit& deposit, DrillDate date) {
  KnownBy known{deposit};
  known.deposit.support.clear();  // of all holes
  for (auto& holes : known.deposit.drillholes) {
    const HoleDates dates = holeDates(*holes);
    known.dated = known.dated || dates.known();
    known.undated += static_cast<std::size_t>(
        std::count(dates.date.begin(), dates.date.end(), std::optional<DrillDate>()));
    known.holes += holes->holes.size();
    holes = std::make_shared<const DrillHoles>(holesKnownBy(*holes, date));
    known.known += holes->holes.size();
  }
  return known;
}

}  // namespace adit::geology
