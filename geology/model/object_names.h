// Names that no object of a deposit has.
#pragma once
#include <string>

#include "geology/model/deposit.h"

namespace adit::geology {

/// The name itself, else "name 2", "name 3"...
std::string freeObjectName(const Deposit& deposit, const std::string& wanted);

}  // namespace adit::geology
