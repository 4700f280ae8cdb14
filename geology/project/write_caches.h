// Writes what the next opening will be glad of.
#pragma once
#include "geology/project/open.h"

namespace adit::project {

/// Writes the caches of OpenResult::unwritten from the models of the deposit. Meant for a moment when nobody
/// waits. How many were written; a cache that cannot be written is no fault. Throws Cancelled.
std::size_t writeCaches(const OpenResult& opened, geology::Progress& progress);

}  // namespace adit::project
