// The columns of a table that hold values of its rows: first counted, then decided, then filled.
#pragma once
#include <string>
#include <vector>

#include "geology/formats/column_builder.h"
#include "geology/formats/column_plan.h"
#include "geology/formats/delimited.h"

namespace adit::formats {

struct ValueColumn {
  std::size_t cell;  ///< of the record, 0-based
  std::string name;
  bool unnamed = false;  ///< the header is empty; the column is left out when its cells are, too
};

/// Two passes over the same records: count() with each, decide(), fill() with each, build().
class ValueColumns {
 public:
  ValueColumns(std::vector<ValueColumn> columns, const Dialect& dialect, const Decision& decision,
               Findings& findings);

  void count(const Record& record);
  void decide();
  void fill(const Record& record);
  std::vector<geology::Column> build();

 private:
  ColumnPlan planFor(std::size_t column, ColumnPlanner& planner) const;

  std::vector<ValueColumn> columns_;
  Dialect dialect_;
  const Decision& decision_;
  Findings& findings_;
  std::vector<std::optional<DeclaredNulls>> declared_;
  std::vector<ColumnProfile> profiles_;
  struct Filled {
    std::size_t cell;
    ColumnBuilder builder;
  };
  std::vector<Filled> filled_;
};

}  // namespace adit::formats
