// Numbers as text for people; never the locale.
#pragma once
#include <string>

namespace adit::viewer {

/// "318400.25" for 2 decimals.
std::string fixedText(double value, int decimals);

}  // namespace adit::viewer
