// What the person points at: the picked thing in outline, the points of a measurement.
#pragma once
#include "geology/model/deposit.h"
#include "viewer/scene/canvas.h"
#include "viewer/scene/projector.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

void drawMarks(Canvas& canvas, const Projector& projector, const geology::Deposit& deposit,
               const ViewState& state);

}  // namespace adit::viewer
