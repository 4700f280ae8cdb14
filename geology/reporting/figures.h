// How many figures of a number may be shown, and the number with so many.
#pragma once
#include <string>
#include <string_view>

#include "geology/reporting/resource_table.h"

namespace adit::reporting {

/// Significant figures. The codes ask that rounding reflect the uncertainty (JORC 2012, clause 25; domain
/// notes in docs/reporting.md): three for tonnes and metal of what is measured or indicated, two for what is
/// only inferred, one for what is in no resource; grades two, and one where tonnes have one.
struct Figures {
  int tonnes = 3, grade = 2, metal = 3;
  friend bool operator==(const Figures&, const Figures&) = default;
};
Figures figuresOf(const ResourceLine& line);

/// Half away from zero; 0, infinities and NaN stay.
double roundedTo(double value, int figures);
/// Exactly so many significant figures: "1.90", "12", "0.043"; "1,200" where two of four are meant.
std::string figuresText(double value, int figures);
/// With the largest of t, kt, Mt, Gt that leaves at least 1 after rounding: "12.3 Mt".
std::string tonnesText(double tonnes, int figures);
/// Metal as its trade counts it: ounces for grades in g/t, tonnes for others: "1.24 Moz".
std::string metalText(double tonnes, std::string_view gradeUnit, int figures);

}  // namespace adit::reporting
