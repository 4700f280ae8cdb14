// Claim and proof: which classes a level keeps.
#pragma once
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// A reserve is as well known as the resource that it comes from: proved as measured, probable as indicated.
bool keeps(ClaimLevel level, reporting::ResourceClass category);

}  // namespace adit::viewer
