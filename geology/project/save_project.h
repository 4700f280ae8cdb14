// Saving what is open as a project file.
#pragma once
#include <string>

#include "geology/model/progress.h"
#include "geology/project/open.h"
#include "geology/project/project_file.h"

namespace adit::project {

/// What the project file says about something that is open. `folder` is where the file will lie; sources that
/// were not hashed yet are hashed. A missing source of the project before stays in it. Throws Cancelled only.
ProjectFile describeProject(const OpenResult& opened, const std::string& folder, geology::Progress& progress);

/// Describes and writes; an old file stays whole until the new one is written. `viewJson`: the ViewState.
/// An empty list means saved; else PRJ-NOT-SAVED. Throws Cancelled only.
geology::Diagnostics saveProject(const std::string& path, const OpenResult& opened,
                                 const std::string& viewJson, geology::Progress& progress);

/// Fills in the missing hashes of sources that are files, in parallel; those that were written to since they
/// were read are marked in its place. Throws Cancelled only.
void hashSources(std::vector<SourceReport>& sources, geology::Progress& progress);

}  // namespace adit::project
