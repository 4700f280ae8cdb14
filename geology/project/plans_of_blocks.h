// Plans that the columns of a deposit's block models hold.
#pragma once
#include "geology/model/deposit.h"

namespace adit::project {

/// A plan for the first column of each block model that looks like a period by its name, with a note that
/// says so; and the moments of the blocks of every plan that the deposit has.
void addPlansOfBlocks(geology::Deposit& deposit);

}  // namespace adit::project
