// How much of a bench has to be sunk: of a hill top nothing, of a bench that the ground closes in all of it.
#pragma once
#include "geology/planning/bench_order.h"
#include "geology/planning/pit_ground.h"

namespace adit::planning {

/// Sets PhaseBench::sinking of every bench. The rim of a bench are the sides of its cells of rock at which
/// the phase ends on that level. A side is open where the next column has rock, but none as high: there one
/// drives in from the hillside. All others stand in the ground: rock, another phase (a pushback has to be
/// sunk too), a column without any block, the side of the model.
///   sinking = sides in the ground / all sides; 0 of a bench without rock.
void findSinking(const PitGround& ground, const Pushbacks& pushbacks, BenchOrder& order);

}  // namespace adit::planning
