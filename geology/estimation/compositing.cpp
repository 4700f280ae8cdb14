#include "geology/estimation/compositing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "geology/estimation/hole_runs.h"

namespace adit::estimation {
namespace {

using geology::Column;
using geology::IntervalTable;

// Calls visit(row, overlap) for the rows that share some length with the piece.
template <class Visit>
void forOverlaps(const IntervalTable& table, Rows rows, Piece piece, Visit visit) {
  for (std::size_t row = rows.begin; row < rows.end && table.from[row] < piece.to; ++row) {
    const double overlap = std::min(table.to[row], piece.to) - std::max(table.from[row], piece.from);
    if (overlap > 0) visit(row, overlap);
  }
}

double deepest(const IntervalTable& table, Rows rows) {
  double depth = 0;
  for (std::size_t row = rows.begin; row < rows.end; ++row) depth = std::max(depth, table.to[row]);
  return depth;
}

bool belowDetection(const Column& column, std::size_t row) {
  return !column.limits.empty() && column.state(row) == geology::ValueState::BelowDetection;
}

double valueOf(const Column& column, std::size_t row, BelowDetection rule) {
  const auto read = static_cast<double>(column.values[row]);
  if (rule == BelowDetection::AsRead || !belowDetection(column, row)) return read;
  const auto limit = static_cast<double>(column.limits[row]);
  switch (rule) {
    case BelowDetection::Zero:
      return 0;
    case BelowDetection::HalfLimit:
      return limit / 2;
    case BelowDetection::LimitByRootTwo:
      return limit / std::numbers::sqrt2;
    default:
      return limit;
  }
}

struct Mean {
  double sum = 0, length = 0, below = 0;
};

class Compositor {
 public:
  Compositor(const geology::DrillHoles& holes, const IntervalTable& table, const CompositeRule& rule)
      : holes_(holes), table_(table), rule_(rule) {
    for (const std::string& name : rule.columns) {
      const Column* column = geology::findColumn(table.columns, name);
      if (column == nullptr || !column->isNumeric()) continue;
      sources_.push_back(column);
      out_.columns.push_back(geology::numericColumn(column->name, {}, column->unit));
    }
    out_.coverage.resize(sources_.size());
    out_.tally.resize(sources_.size());
    means_.resize(sources_.size());
    out_.domain.kind = geology::ColumnKind::Category;
    if (rule.domain == nullptr) return;
    out_.domain.name = rule.domain->name;
    out_.domain.names = rule.domain->names;
  }

  void addHole(std::uint32_t hole) {
    Rows rows = rowsOf(table_, hole);
    for (const Run& run : runsOf(rule_, hole, deepest(table_, rows))) {
      const CutRun cut = cutRun(run.piece, rule_);
      for (const Piece& piece : cut.pieces) {
        while (rows.begin < rows.end && table_.to[rows.begin] <= piece.from) ++rows.begin;
        average(rows, piece);
        add(hole, piece, run.domain);
      }
      if (cut.discarded) discard(rows, *cut.discarded);
    }
  }

  Composites take() && { return std::move(out_); }

 private:
  void average(Rows rows, const Piece& piece) {
    for (std::size_t c = 0; c < sources_.size(); ++c) {
      Mean& mean = means_[c] = {};
      double unwanted = 0;
      forOverlaps(table_, rows, piece, [&](std::size_t row, double overlap) {
        if (!sources_[c]->hasValue(row)) return;
        if (rule_.kept != nullptr && !rule_.kept->test(row)) {
          unwanted += overlap;
          return;
        }
        mean.sum += overlap * valueOf(*sources_[c], row, rule_.belowDetection);
        mean.length += overlap;
        if (belowDetection(*sources_[c], row)) mean.below += overlap;
      });
      const double unsampled = piece.length() - mean.length - unwanted;
      if (!rule_.unsampled || unsampled <= 0) continue;
      mean.sum += unsampled * *rule_.unsampled;
      mean.length += unsampled;
    }
  }

  void add(std::uint32_t hole, const Piece& piece, std::int32_t domain) {
    if (std::all_of(means_.begin(), means_.end(), [](const Mean& m) { return m.length <= 0; })) return;
    out_.hole.push_back(hole);
    out_.from.push_back(piece.from);
    out_.to.push_back(piece.to);
    out_.middle.push_back(holes_.holes[hole].trace.positionAt((piece.from + piece.to) / 2));
    if (rule_.domain != nullptr) out_.domain.codes.push_back(domain);
    for (std::size_t c = 0; c < sources_.size(); ++c) {
      const Mean& mean = means_[c];
      out_.columns[c].values.push_back(mean.length > 0 ? static_cast<float>(mean.sum / mean.length)
                                                       : geology::kMissing);
      out_.coverage[c].push_back(static_cast<float>(std::min(1.0, mean.length / piece.length())));
      CompositeTally& tally = out_.tally[c];
      tally.withValue += mean.length;
      tally.belowDetection += mean.below;
      tally.metal += mean.sum;
    }
  }

  void discard(Rows rows, const Piece& piece) {
    average(rows, piece);
    for (std::size_t c = 0; c < sources_.size(); ++c) {
      out_.tally[c].discardedLength += means_[c].length;
      out_.tally[c].discardedMetal += means_[c].sum;
    }
  }

  const geology::DrillHoles& holes_;
  const IntervalTable& table_;
  const CompositeRule& rule_;
  std::vector<const Column*> sources_;
  std::vector<Mean> means_;  // of the current piece
  Composites out_;
};

}  // namespace

Composites compositeTable(const geology::DrillHoles& holes, const IntervalTable& table,
                          const CompositeRule& rule) {
  Compositor compositor(holes, table, rule);
  for (std::uint32_t hole = 0; hole < holes.holes.size(); ++hole) compositor.addHole(hole);
  return std::move(compositor).take();
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
