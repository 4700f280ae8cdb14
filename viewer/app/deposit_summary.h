// Counts of a deposit for `adit check`, in text and in JSON.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::viewer {

/// The four states counted, and what the values span.
struct ColumnSummary {
  const geology::Column* column = nullptr;
  std::array<std::size_t, 4> states{};  ///< by ValueState
  float lo = 0, hi = 0;                 ///< of numeric columns with a value, else NaN
  std::size_t categories = 0;           ///< names that occur, of category columns
};
std::vector<ColumnSummary> summarise(const std::vector<geology::Column>& columns);

struct HolesSummary {
  std::size_t stations = 0;            ///< survey readings in use
  std::array<std::size_t, 4> basis{};  ///< holes by TraceBasis
  double totalLength = 0;
};
HolesSummary summarise(const geology::DrillHoles& holes);

struct TerrainSummary {
  std::size_t nodes = 0, nodata = 0;
  double stepX = 0, stepY = 0;  ///< lengths of the two steps
  float lo = 0, hi = 0;         ///< heights, NaN without any
};
TerrainSummary summarise(const geology::Terrain& terrain);

/// Cells of the lattice in which no block lies.
std::size_t absentCells(const geology::BlockModel& model);

/// "surveyed", "single-survey", "collar-direction", "assumed-vertical".
const char* basisName(geology::TraceBasis basis);
/// "measured", "below-detection", "not-sampled", "not-representable".
const char* stateName(geology::ValueState state);

}  // namespace adit::viewer
