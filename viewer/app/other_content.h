// Files that lie beside a deposit and are no part of it: what they are, so that none is called unknown.
#pragma once
#include <optional>

#include "geology/formats/reader.h"
#include "geology/model/diagnostic.h"

namespace adit::viewer {

/// FMT-LEGEND for a legend, FMT-ESTIMATE for a plan or a record of `adit estimate`; nothing for others.
std::optional<geology::Diagnostic> describeOther(const formats::Source& source);

}  // namespace adit::viewer
