// What `adit check` says, as text for a person and as JSON for a program (docs/json.md).
#pragma once
#include <string>

#include "geology/project/open.h"
#include "viewer/app/cli_text.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The view that a project keeps, which says where things for scale stand; a fresh one without it, and where
/// it cannot be used.
ViewState storedViewOf(const project::OpenResult& opened);

void printCheck(const project::OpenResult& opened, const Printer& printer);

/// Ends with a line end. Members are only ever added; a change of meaning raises "schema".
std::string checkJson(const project::OpenResult& opened);

}  // namespace adit::viewer
