// The columns of a table that hold values of its rows: counted, decided, filled.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/column_fill.h"
#include "geology/formats/column_plan.h"
#include "geology/formats/delimited.h"

namespace adit::formats {

struct ValueColumn {
  std::size_t cell;  ///< of the record, 0-based
  std::string name;
  bool unnamed = false;  ///< the header is empty; the column is left out when its cells are, too
};

/// What a column holds can be decided only when all of its cells have been counted; but a few hundred rows
/// show it nearly always. So each column is filled while it is counted, after a plan that is a forecast, and
/// only where the forecast was wrong it is filled again:
///   sample() with the first rows, forecast(), then for every chunk a Stretch that sees its rows,
///   decide() with all stretches, and, if that says so, once more for every chunk a Stretch; build().
class ValueColumns {
 public:
  ValueColumns(std::vector<ValueColumn> columns, const Dialect& dialect, const Decision& decision,
               Findings& findings);

  void sample(const Record& record);
  void forecast(std::size_t rows);

  class Stretch {
   public:
    void add(const Record& record);

   private:
    friend class ValueColumns;
    struct Column {
      std::size_t index;  ///< among the value columns
      std::size_t cell;
      std::optional<ColumnProfile> profile;  ///< nothing in the second pass
      std::optional<ColumnStretch> fill;     ///< nothing where no values were forecast
    };
    bool decimalComma_ = false;
    std::vector<Column> columns_;
  };
  Stretch stretch(std::size_t firstRow);

  /// True when columns have to be filled once more. The stretches are those of the chunks in their order.
  bool decide(std::vector<Stretch> stretches);
  void refill(std::vector<Stretch> stretches);
  std::vector<geology::Column> build(const TableChunks& chunks);

 private:
  std::optional<ColumnPlan> planFor(std::size_t column, const ColumnProfile& profile,
                                    const Decision& decision, ColumnPlanner& planner) const;
  std::vector<ColumnProfile> newProfiles() const;
  void takeFills(std::vector<Stretch>& stretches);

  std::vector<ValueColumn> columns_;
  Dialect dialect_;
  const Decision& decision_;
  Findings& findings_;
  std::vector<std::optional<DeclaredNulls>> declared_;
  std::vector<ColumnProfile> sampled_;
  std::vector<ColumnProfile> counted_;  ///< of all rows
  std::size_t rows_ = 0;
  std::vector<std::optional<ColumnRoom>> rooms_;    ///< by column; nothing where it is left out
  std::vector<std::vector<ColumnStretch>> filled_;  ///< by column; empty where it is still to be filled
  bool decided_ = false;
};

}  // namespace adit::formats
