// What `adit check` says, as text for a person and as JSON for a program (docs/json.md).
#pragma once
#include <string>

#include "geology/project/open.h"
#include "viewer/app/cli_text.h"

namespace adit::viewer {

void printCheck(const project::OpenResult& opened, const Printer& printer);

/// Ends with a line end. Members are only ever added; a change of meaning raises "schema".
std::string checkJson(const project::OpenResult& opened);

}  // namespace adit::viewer
