// The ground as a mine plan leaves it at a moment, as an object that can be written.
#pragma once
#include <memory>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"

namespace adit::viewer {

/// A deposit with one surface, "ground": floors and walls (part "mined") and, where there is a terrain, the
/// terrain that is left within the plan's reach (part "terrain"). `moment` as in the command plan time.
OrError<std::shared_ptr<const geology::Deposit>> groundAt(
    const std::shared_ptr<const geology::Deposit>& deposit, const std::string& moment);

}  // namespace adit::viewer
