// Numbers as a person reads and types them. Independent of the locale: the point is the decimal sign.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/plain_text.h"

namespace adit::viewer {

/// Fixed decimals with thousands separators: "318,412.3", "-0.5"; "-" for NaN, "open" for an infinity.
std::string fixedNumber(double value, int decimals);
/// About so many significant digits: "0.3125", "12.35", "1,205", "3.2e-07".
std::string shortNumber(double value, int digits = 4);
/// Three digits: "812 t", "12.3 kt", "12.3 Mt", "1.23 Gt".
std::string massText(double tonnes);
/// "812 m³", "4.61 Mm³" (millions).
std::string volumeText(double cubicMetres);
/// Metal as its trade counts it: ounces for grades in g/t, with the tonnes behind; tonnes for others.
std::string metalText(double tonnes, std::string_view gradeUnit);
/// Three digits and the degree sign: "045°", "312.5°".
std::string bearingText(double degrees);
using geology::counted;
/// The number a person typed: blanks around it, thousands separators before three digits, and `unit` after it
/// are allowed. Nothing when it is none, or not finite.
std::optional<double> typedNumber(std::string_view text, std::string_view unit = {});

}  // namespace adit::viewer
