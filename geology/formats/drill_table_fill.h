// The two passes over the rows of a drillhole table: first every column is counted and decided, then filled.
#pragma once
#include "geology/formats/column_plan.h"
#include "geology/formats/drill_table_header.h"
#include "geology/formats/reader.h"

namespace adit::formats {

struct DrillTableText {
  std::string_view bytes;
  const Dialect& dialect;
  const DrillHeader& header;
  const Decision& decision;
  Findings& findings;
  geology::Progress& progress;
};

/// Fills the arrays and columns of `table`, whose role and source are set.
void fillDrillTable(DrillTable& table, const DrillTableText& text);

}  // namespace adit::formats
