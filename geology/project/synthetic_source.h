// Deposits that are made, not read: "synthetic:porphyry?seed=7".
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::project {

bool isSyntheticName(std::string_view path);

/// The one name of the deposit that a name asks for: "synthetic:porphyry" becomes
/// "synthetic:porphyry?seed=7", and 007 becomes 7. A name that asks for nothing that there is stays as it is.
std::string fullSyntheticName(const std::string& name);

/// The deposit, or PRJ-SYNTHETIC when the name asks for something that there is not. Throws Cancelled only.
std::variant<std::shared_ptr<geology::Deposit>, geology::Diagnostic> makeSynthetic(
    const std::string& name, geology::Progress& progress);

}  // namespace adit::project
