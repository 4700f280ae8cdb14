// The random numbers of geology/model, under the names of this room.
#pragma once
#include "geology/model/random.h"

namespace adit::synthetic {

using geology::mix64;
using geology::Random;
using geology::subSeed;
using geology::unitInterval;

}  // namespace adit::synthetic
