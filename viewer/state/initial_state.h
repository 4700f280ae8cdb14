// The view that a freshly opened deposit starts with: every layer with its defaults written out.
#pragma once
#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Colour by the most telling column; terrain lets the ground below shine through where there is something
/// below, and is draped where an image lies on it; the block model, or else the drillholes, is the active
/// layer. The heart of the deposit is framed for a picture of this width to height.
constexpr double kTypicalAspect = 1.3;
ViewState initialState(const geology::Deposit& deposit, double aspect = kTypicalAspect);

/// The box of most of the holes and points and of all blocks and surfaces, without the terrain around: a few
/// holes far out must not make the deposit a speck. The whole bounds where there is nothing but terrain.
geology::Box3 heartOf(const geology::Deposit& deposit);

/// The column that a person most likely wants to see first: a grade, else any number, else a category; "" if
/// none.
std::string telltaleColumn(const std::vector<geology::Column>& columns);

}  // namespace adit::viewer
