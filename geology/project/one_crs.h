// Bringing everything into one coordinate reference system.
#pragma once
#include <string>

#include "geology/model/progress.h"
#include "geology/project/draft.h"

namespace adit::project {

struct CrsRequest {
  std::string target;  ///< empty: decided by what the files state
  const formats::ImportChoices& choices;
};

/// Decides draft.crs and reprojects what states another one; before the tables are joined.
/// The target is that of the request, else the first projected system that a file states (block models first,
/// because a lattice is not quite one in another system; then collars, terrains, surfaces, points), else the
/// UTM zone of what is in degrees, else none. The choice "<file>/crs" states the CRS of a file. What states
/// no CRS is taken to be in the target. PRJ-CRS-*, and the codes of geology/formats/crs.h and reproject.h.
/// May throw Cancelled.
void bringIntoOneCrs(Draft& draft, const CrsRequest& request, geology::Progress& progress);

}  // namespace adit::project
