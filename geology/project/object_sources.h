// Which files each object of a deposit comes from, and what was decided on the way.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::project {

/// Pointers into the deposit.
struct ObjectSource {
  const std::string* object;
  const geology::Provenance* source;
};
std::vector<ObjectSource> objectSources(const geology::Deposit& deposit);

/// Every decision of every import, each key once. Guesses about files of one name have keys with as many
/// folders as tell the files apart: "a/survey.csv/dip-sign".
std::vector<geology::ImportChoice> madeChoices(const geology::Deposit& deposit);

}  // namespace adit::project
