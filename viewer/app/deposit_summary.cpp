#include "viewer/app/deposit_summary.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {

namespace {

ColumnSummary summariseColumn(const geology::Column& column) {
  ColumnSummary summary{&column, {}, geology::kMissing, geology::kMissing, 0};
  for (std::size_t row = 0; row < column.size(); ++row)
    ++summary.states[static_cast<std::size_t>(column.state(row))];
  if (column.isNumeric()) {
    const auto [lo, hi] = geology::valueRange(column);
    summary.lo = lo;
    summary.hi = hi;
    return summary;
  }
  std::vector<bool> occurs(column.names.size(), false);
  column.codes.forEach([&occurs](std::int32_t code) {
    if (code != geology::kNoCategory) occurs[static_cast<std::size_t>(code)] = true;
  });
  summary.categories = static_cast<std::size_t>(std::count(occurs.begin(), occurs.end(), true));
  return summary;
}

}  // namespace

std::vector<ColumnSummary> summarise(const std::vector<geology::Column>& columns) {
  std::vector<ColumnSummary> summaries;
  for (const geology::Column& column : columns) summaries.push_back(summariseColumn(column));
  return summaries;
}

HolesSummary summarise(const geology::DrillHoles& holes) {
  HolesSummary summary;
  for (const geology::DrillHole& hole : holes.holes) {
    summary.stations += hole.surveys.size();
    summary.totalLength += hole.length;
    ++summary.basis[static_cast<std::size_t>(hole.basis)];
  }
  return summary;
}

TerrainSummary summarise(const geology::Terrain& terrain) {
  TerrainSummary summary{terrain.heights.size(),
                         0,
                         std::hypot(terrain.stepColumn[0], terrain.stepColumn[1]),
                         std::hypot(terrain.stepRow[0], terrain.stepRow[1]),
                         geology::kMissing,
                         geology::kMissing};
  for (const float height : terrain.heights) {
    if (std::isnan(height)) {
      ++summary.nodata;
      continue;
    }
    summary.lo = std::fmin(summary.lo, height);  // fmin and fmax leave a NaN out
    summary.hi = std::fmax(summary.hi, height);
  }
  return summary;
}

std::size_t absentCells(const geology::BlockModel& model) {
  if (model.full()) return 0;
  // Blocks are ordered by cell; the sub-blocks of one parent follow each other.
  std::size_t present = 1;
  for (std::size_t b = 1; b < model.cellOfBlock.size(); ++b)
    present += model.cellOfBlock[b] != model.cellOfBlock[b - 1];
  return static_cast<std::size_t>(model.lattice.cellCount()) - present;
}

const char* basisName(geology::TraceBasis basis) {
  switch (basis) {
    case geology::TraceBasis::Surveyed:
      return "surveyed";
    case geology::TraceBasis::SingleSurvey:
      return "single-survey";
    case geology::TraceBasis::CollarDirection:
      return "collar-direction";
    case geology::TraceBasis::AssumedVertical:
      return "assumed-vertical";
  }
  return "";
}

const char* stateName(geology::ValueState state) {
  switch (state) {
    case geology::ValueState::Measured:
      return "measured";
    case geology::ValueState::BelowDetection:
      return "below-detection";
    case geology::ValueState::NotSampled:
      return "not-sampled";
    case geology::ValueState::NotRepresentable:
      return "not-representable";
  }
  return "";
}

}  // namespace adit::viewer
