#include "geology/estimation/compositing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace adit::estimation {
namespace {

using geology::Column;
using geology::IntervalTable;

struct Rows {
  std::size_t begin = 0, end = 0;
};

Rows rowsOf(const IntervalTable& table, std::uint32_t hole) {
  const auto [first, last] = std::equal_range(table.hole.begin(), table.hole.end(), hole);
  return {static_cast<std::size_t>(first - table.hole.begin()),
          static_cast<std::size_t>(last - table.hole.begin())};
}

struct Piece {
  double from = 0, to = 0;
};

// Calls visit(row, overlap) for the rows that share some length with the piece.
template <class Visit>
void forOverlaps(const IntervalTable& table, Rows rows, Piece piece, Visit visit) {
  for (std::size_t row = rows.begin; row < rows.end && table.from[row] < piece.to; ++row) {
    const double overlap = std::min(table.to[row], piece.to) - std::max(table.from[row], piece.from);
    if (overlap > 0) visit(row, overlap);
  }
}

struct Mean {
  double sum = 0, length = 0;
};

Mean meanOf(const IntervalTable& table, Rows rows, const Column& column, Piece piece) {
  Mean mean;
  forOverlaps(table, rows, piece, [&](std::size_t row, double overlap) {
    if (!column.hasValue(row)) return;
    mean.sum += overlap * static_cast<double>(column.values[row]);
    mean.length += overlap;
  });
  return mean;
}

double deepest(const IntervalTable& table, Rows rows) {
  double depth = 0;
  for (std::size_t row = rows.begin; row < rows.end; ++row) depth = std::max(depth, table.to[row]);
  return depth;
}

}  // namespace

Composites compositeTable(const geology::DrillHoles& holes, const IntervalTable& table,
                          const std::vector<std::string>& columns, double length) {
  Composites out;
  std::vector<const Column*> sources;
  for (const std::string& name : columns) {
    const Column* column = geology::findColumn(table.columns, name);
    if (!column || !column->isNumeric()) continue;
    sources.push_back(column);
    out.columns.push_back(geology::numericColumn(column->name, {}, column->unit));
  }
  out.coverage.resize(sources.size());
  std::vector<Mean> means(sources.size());
  for (std::uint32_t hole = 0; hole < holes.holes.size(); ++hole) {
    Rows rows = rowsOf(table, hole);
    const double end = deepest(table, rows);
    for (double from = 0; from < end; from += length) {
      const Piece piece{from, std::min(from + length, end)};
      while (rows.begin < rows.end && table.to[rows.begin] <= piece.from) ++rows.begin;
      for (std::size_t c = 0; c < sources.size(); ++c) means[c] = meanOf(table, rows, *sources[c], piece);
      if (std::all_of(means.begin(), means.end(), [](const Mean& m) { return m.length <= 0; })) continue;
      out.hole.push_back(hole);
      out.from.push_back(piece.from);
      out.to.push_back(piece.to);
      out.middle.push_back(holes.holes[hole].trace.positionAt((piece.from + piece.to) / 2));
      for (std::size_t c = 0; c < sources.size(); ++c) {
        const Mean& mean = means[c];
        out.columns[c].values.push_back(mean.length > 0 ? static_cast<float>(mean.sum / mean.length)
                                                        : geology::kMissing);
        out.coverage[c].push_back(static_cast<float>(mean.length / (piece.to - piece.from)));
      }
    }
  }
  return out;
}

Column dominantCategory(const Composites& composites, const IntervalTable& table, const Column& category) {
  Column out;
  out.name = category.name;
  out.kind = geology::ColumnKind::Category;
  out.names = category.names;
  for (std::size_t i = 0; i < composites.size(); ++i) {
    std::map<std::int32_t, double> lengths;
    forOverlaps(table, rowsOf(table, composites.hole[i]), {composites.from[i], composites.to[i]},
                [&](std::size_t row, double overlap) {
                  if (category.hasValue(row)) lengths[category.codes[row]] += overlap;
                });
    const auto longest = std::max_element(lengths.begin(), lengths.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    out.codes.push_back(longest == lengths.end() ? geology::kNoCategory : longest->first);
  }
  return out;
}

}  // namespace adit::estimation
