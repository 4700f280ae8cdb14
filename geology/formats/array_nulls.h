// Numbers for "no value" in the arrays of files that have no way to say that a value is missing.
#pragma once
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"

namespace adit::formats {

/// Takes away the values of numeric columns that mean "no value": what the person declares with the choice
/// "<file>/<column>/nulls" or "<file>/nulls", else the sentinels (-99, -999, 1e21, ...) that stand far from
/// every other value of their column, as in tables. TAB-NULL-NUMBER, TAB-UNSURE-NULL.
void decideNulls(std::vector<geology::Column>& columns, const Decision& decision, Findings& findings);

/// The same for all meshes and points that a reader found; their provenance keeps the choices.
void decideNulls(ImportResult& result, const Source& source, const ImportChoices& choices);

}  // namespace adit::formats
