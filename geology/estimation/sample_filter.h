// Which samples an estimate takes, by an expression over what is known of them.
#pragma once
#include <string_view>
#include <variant>

#include "geology/analysis/expression.h"
#include "geology/model/drillholes.h"

namespace adit::estimation {

/// One bit a row of the table: it fulfils the expression (geology/analysis/expression.h). It can name the
/// columns of the table ("Cu_pct", "assay.Cu_pct"), those of the collars ("drill_type"; "collar.drill_type"
/// where a column of the table has the name), and "hole".
std::variant<geology::BitMask, analysis::ExpressionFault> samplesKept(const geology::DrillHoles& holes,
                                                                      const geology::IntervalTable& table,
                                                                      std::string_view expression);

}  // namespace adit::estimation
